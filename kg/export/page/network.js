// Decides what of the network is there: filters, claims folded into their speakers, and the selection.

const nodesById = new Map(data.network.nodes.map((node) => [node.id, node]));
const foldedInto = index((node) => (node.home ? [node.home] : []));
data.network.nodes.forEach(foldedInto.add);

const folds = {
  all: false,
  open: new Set(), // ids of those whose claims are fanned out, in the order of opening
  part: null, // the ids that are drawn of a large network; null for all of them
  isFloating: false,
};

const RING = { first: 84, step: 52, room: 78 }; // of a fan, in pixels at zoom 1
const nodeSet = new vis.DataSet();
const edgeSet = new vis.DataSet();
let network;

const isOpen = (id) => folds.all || folds.open.has(id);

/** The claims that a node has folded in and that pass the filter. */
const foldable = (id) => foldedInto.of(id).filter((node) => isTrusted(claims.get(node.id)));

function foldedCount(id) {
  return isOpen(id) || !state.kinds.has("Claim") ? 0 : foldable(id).length;
}

/** Whether a claim belongs to the part that is drawn; a folded one does with whoever it is folded into. */
const isInPart = (node) => !folds.part || folds.part.has(node.id) || state.near.has(node.id) || (node.home !== undefined && (folds.part.has(node.home) || state.near.has(node.home)));

/** Whether a node is drawn. */
function isDrawn(node) {
  if (node.id === state.selected) return true;
  if (!state.kinds.has(node.group)) return false;
  if (filters.isEgo && state.selected && !state.near.has(node.id)) return false;
  if (node.group === "Claim") return isTrusted(claims.get(node.id)) && (!node.home || isOpen(node.home)) && isInPart(node);
  if (!isHeard(node.id)) return false;
  if (folds.part && !folds.part.has(node.id) && !state.near.has(node.id)) return false;
  return Boolean(node.core) || state.mentioned || state.near.has(node.id);
}

/** Where all drawn nodes lie: their own place, moved aside for every fan that is open. */
function spots(drawn) {
  const places = new Map();
  const fans = new Map();
  for (const node of drawn) {
    if (node.home === undefined) places.set(node.id, { x: node.x, y: node.y });
    else if (fans.has(node.home)) fans.get(node.home).push(node.id);
    else fans.set(node.home, [node.id]);
  }
  for (const [home, members] of fans) {
    const { x, y } = places.get(home) ?? nodesById.get(home);
    makeRoom(places, home, x, y, fanRadius(members.length));
  }
  for (const [home, members] of fans) {
    const centre = places.get(home) ?? nodesById.get(home);
    members.sort((left, right) => inOrder(claims.get(left), claims.get(right)));
    fan(members.length).forEach(([x, y], place) => places.set(members[place], { x: centre.x + x, y: centre.y + y }));
  }
  return places;
}

/** Moves everything away from a point so that a disc is free there; areas elsewhere keep their size. */
function makeRoom(places, home, x, y, radius) {
  for (const [id, place] of places) {
    if (id === home) continue;
    const [dx, dy] = [place.x - x, place.y - y];
    const distance = Math.hypot(dx, dy) || 1;
    const grown = Math.sqrt(distance * distance + radius * radius) / distance;
    places.set(id, { x: x + dx * grown, y: y + dy * grown });
  }
}

/** Places of so many claims on rings round their speaker. */
function fan(count) {
  const places = [];
  for (let ring = 0; places.length < count; ring += 1) {
    const radius = RING.first + ring * RING.step;
    const fits = Math.min(count - places.length, Math.floor((2 * Math.PI * radius) / RING.room));
    for (let place = 0; place < fits; place += 1) {
      const angle = (2 * Math.PI * (place + ring / 2)) / fits - Math.PI / 2;
      places.push([radius * Math.cos(angle), radius * Math.sin(angle) * 0.86]);
    }
  }
  return places;
}

function fanRadius(count) {
  return Math.max(...fan(count).map(([x]) => Math.abs(x)), RING.first) + 40;
}

/** The edges between drawn nodes; those of folded claims are lifted to whoever they are folded into. */
function drawnEdges(drawn) {
  const found = new Map();
  for (const edge of data.network.edges) {
    const [from, to] = [lifted(edge.from, drawn), lifted(edge.to, drawn)];
    if (!drawn.has(from) || !drawn.has(to) || from === to || !isEdgeShown(edge, drawn)) continue;
    const key = `${from} ${to} ${edge.kind}`;
    if (found.has(key)) found.get(key).count += edge.count;
    else found.set(key, { ...edge, id: key, from, to });
  }
  return found;
}

function lifted(id, drawn) {
  return drawn.has(id) ? id : (nodesById.get(id).home ?? id);
}

function isEdgeShown(edge, drawn) {
  for (const end of [edge.from, edge.to]) if (claims.has(end) && !isTrusted(claims.get(end))) return false;
  if (edge.kind === "reports" && edge.stem) return state.edges.has("claims") && drawn.has(edge.to);
  const isOfSelected = OF_SELECTED.has(edge.kind) && (edge.from === state.selected || edge.to === state.selected);
  if (!isOfSelected && !state.edges.has(edge.kind)) return false;
  // Who stands against whom is told by the claims themselves wherever these are drawn.
  const isBetweenSpeakers = edge.kind === "contradicts" && !claims.has(edge.from);
  return !isBetweenSpeakers || (!state.kinds.has("Claim") && sureDisputes(edge.from, edge.to) > 0);
}

/** How an edge is drawn now. */
function edgeStyle(edge) {
  const kind = edge.kind === "reports" && edge.stem ? "claims" : edge.kind;
  const look = data.edgeLooks[kind];
  const isNear = !state.selected || edge.from === state.selected || edge.to === state.selected || edge.kind === "contradicts";
  const focus = isNear && isInFocus(edge.from) && isInFocus(edge.to);
  return {
    id: edge.id,
    from: edge.from,
    to: edge.to,
    arrows: edge.arrows,
    dashes: look.dashes.length ? look.dashes : false,
    width: look.width * Math.min(2, 1 + Math.log2(edge.count) / 4),
    color: { color: look[theme.dark ? "dark" : "light"], opacity: focus ? 0.85 : 0.12, inherit: false },
  };
}

/** Brings the drawing up to the state; what has not changed stays untouched, a node that was dragged as well. */
function refresh() {
  state.near = neighbourhood(state.selected);
  const drawn = new Map(data.network.nodes.filter(isDrawn).map((node) => [node.id, node]));
  const places = spots(drawn.values());
  replaceItems(nodeSet, new Map([...drawn.keys()].map((id) => [id, nodeStyle(id, places.get(id))])));
  replaceItems(edgeSet, new Map([...drawnEdges(drawn).values()].map((edge) => [edge.id, edgeStyle(edge)])));
  countDrawn(tally([...drawn.values()], (node) => node.group));
  drawPartNote(drawn.size);
  network?.redraw();
}

/** How a node is drawn; while the network floats, it keeps the place it has. */
function nodeStyle(id, place) {
  const isFree = folds.isFloating && nodeSet.get(id);
  return { id, ...(isFree ? {} : place), shape: "custom", ctxRenderer: drawNode, label: linesOf(id).join("\n") };
}

const lastItems = new Map([[nodeSet, new Map()], [edgeSet, new Map()]]); // as text, to tell what has changed

/** Makes a set hold these items, with as few changes as may be: each costs vis-network a good part of a millisecond. */
function replaceItems(set, items) {
  const last = lastItems.get(set);
  const gone = [...last.keys()].filter((id) => !items.has(id));
  const changed = [];
  for (const [id, item] of items) {
    const text = JSON.stringify(item);
    if (last.get(id) !== text) changed.push(item);
    last.set(id, text);
  }
  for (const id of gone) last.delete(id);
  set.remove(gone);
  set.update(changed);
}

/** The selection, what it is linked to, and what stands against the claims among these. */
function neighbourhood(id) {
  if (!id) return new Set();
  if (threads.has(id)) return new Set(threads.get(id).claims.flatMap((name) => [...neighbourhood(name)]));
  const near = new Set([id]);
  for (const edge of edgesOf.of(id)) {
    for (const end of [edge.from, edge.to]) near.add(end).add(nodesById.get(end).home ?? end);
  }
  if (claims.has(id)) {
    const claim = claims.get(id);
    for (const who of [claim.article, claim.speaker, ...claim.via]) if (who) near.add(who);
    for (const row of relationsOf.of(id)) for (const side of [row.left, row.right]) near.add(side).add(nodesById.get(side).home ?? side).add(claims.get(side).speaker ?? side);
  }
  return near;
}

/** Folds the claims of a node in or out. */
function toggleFold(id) {
  if (!foldedInto.of(id).length || folds.all) return;
  if (!folds.open.delete(id)) folds.open.add(id);
}

/** How many nodes and edges there are of each kind; those who stand against one another by their claims alone do not count. */
function networkCounts() {
  const edges = data.network.edges.filter((edge) => edge.kind !== "contradicts" || claims.has(edge.from));
  return { nodes: tally(data.network.nodes, (node) => node.group), edges: tally(edges, (edge) => edge.kind) };
}

/** What the address tells of folds, where it is not as at first. */
const networkSettings = () => [...(folds.all ? [["claims", "all"]] : []), ...(folds.part || !isLarge() ? [] : [["part", "all"]])];

/** Folds as an address tells; returns whether all was so before. */
function followSettings(settings) {
  const [isAll, isWhole] = [settings.get("claims") === "all", !isLarge() || settings.get("part") === "all"];
  if (isAll === folds.all && isWhole === !folds.part) return true;
  if (isWhole !== !folds.part) folds.part = isWhole ? null : contestedPart();
  folds.all = isAll;
  byName("all").setAttribute("aria-pressed", String(isAll));
  return false;
}
