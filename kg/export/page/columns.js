// The whole network in columns, a number or a flag for each node and edge, and which of them pass the filters.

let columns = null; // until the server has sent them

function takeColumns({ nodes, edges, kinds, edgeKinds }) {
  const count = nodes.id.length;
  columns = {
    count,
    kinds,
    edgeKinds,
    id: nodes.id,
    label: nodes.label,
    kind: new Uint8Array(nodes.kind),
    x: new Float32Array(nodes.x),
    y: new Float32Array(nodes.y),
    confidence: new Uint8Array(nodes.confidence), // of claims, in whole per cent
    day: new Int32Array(nodes.day), // of claims and articles
    disputed: new Uint8Array(nodes.disputed),
    placeOf: new Map(nodes.id.map((id, place) => [id, place])),
    from: new Uint32Array(edges.from),
    to: new Uint32Array(edges.to),
    edgeKind: new Uint8Array(edges.kind),
    weight: new Uint32Array(edges.count),
    said: new Uint32Array(count),
    isVoice: new Uint8Array(count), // says or passes on something, or is an article or a claim
    shown: new Uint8Array(count),
  };
  columns.totals = countedKinds();
  linkEnds();
  findVoices();
}

const kindAt = (place) => columns.kinds[columns.kind[place]];
const edgeKindAt = (edge) => columns.edgeKinds[columns.edgeKind[edge]];

/** How many nodes and edges there are of each kind; those who stand against one another by their claims alone do not count. */
function countedKinds() {
  const nodes = tallied(columns.kind, columns.kinds);
  const edges = tallied(columns.edgeKind, columns.edgeKinds);
  for (let edge = 0; edge < columns.from.length; edge += 1) if (isBetweenSpeakers(edge)) edges.contradicts -= 1;
  return { nodes, edges };
}

function tallied(values, kinds, shown = null) {
  const counts = new Uint32Array(kinds.length);
  for (let place = 0; place < values.length; place += 1) if (!shown || shown[place]) counts[values[place]] += 1;
  return Object.fromEntries(kinds.map((kind, place) => [kind, counts[place]]));
}

const isBetweenSpeakers = (edge) => edgeKindAt(edge) === "contradicts" && kindAt(columns.from[edge]) !== "Claim";

/** Lists for each node the edges that touch it, one list after the other. */
function linkEnds() {
  const starts = new Uint32Array(columns.count + 1);
  for (const ends of [columns.from, columns.to]) for (const place of ends) starts[place + 1] += 1;
  for (let place = 0; place < columns.count; place += 1) starts[place + 1] += starts[place];
  const next = starts.slice();
  const touching = new Uint32Array(2 * columns.from.length);
  columns.from.forEach((place, edge) => { touching[next[place]++] = edge; });
  columns.to.forEach((place, edge) => { touching[next[place]++] = edge; });
  Object.assign(columns, { starts, touching });
}

const edgesAt = (place) => columns.touching.subarray(columns.starts[place], columns.starts[place + 1]);
const otherEnd = (edge, place) => (columns.from[edge] === place ? columns.to[edge] : columns.from[edge]);

/** Finds who says how much, and which reports stand for an article's own words, which are drawn as its claims. */
function findVoices() {
  const { from, to, kinds, edgeKinds, kind, isVoice, said } = columns;
  const [claimKind, articleKind] = [kinds.indexOf("Claim"), kinds.indexOf("Article")];
  const [says, cites, reports] = ["claims", "cites", "reports"].map((name) => edgeKinds.indexOf(name));
  const hasSpeaker = new Uint8Array(columns.count);
  for (let place = 0; place < columns.count; place += 1) isVoice[place] = Number(kind[place] === claimKind || kind[place] === articleKind);
  for (let edge = 0; edge < from.length; edge += 1) {
    if (columns.edgeKind[edge] === says) {
      hasSpeaker[to[edge]] = 1;
      said[from[edge]] += 1;
    }
    if (columns.edgeKind[edge] === says || columns.edgeKind[edge] === cites) for (const end of [from[edge], to[edge]]) isVoice[end] = 1;
  }
  columns.drawnAs = columns.edgeKind.map((found, edge) => (found === reports && !hasSpeaker[to[edge]] && says >= 0 ? says : found));
}

/** Whether a claim passes the filters. */
function passes(place) {
  if (columns.confidence[place] < filters.confidence) return false;
  if (filters.isDisputedOnly && !columns.disputed[place]) return false;
  return isByDay(place);
}

const isByDay = (place) => filters.until === DAYS.length || (columns.day[place] >= 0 && columns.day[place] < filters.until);

/** Those with a claim that passes, or through whom one came. */
function heard() {
  const found = new Uint8Array(columns.count);
  const [says, reports, cites] = ["claims", "reports", "cites"].map((name) => columns.edgeKinds.indexOf(name));
  const claimKind = columns.kinds.indexOf("Claim");
  const articleKind = columns.kinds.indexOf("Article");
  const isAll = !filters.isDisputedOnly && filters.until === DAYS.length;
  if (isAll) return found.fill(1);
  for (let edge = 0; edge < columns.from.length; edge += 1) {
    const kind = columns.edgeKind[edge];
    if ((kind === says || kind === reports) && columns.kind[columns.to[edge]] === claimKind && passes(columns.to[edge])) found[columns.from[edge]] = 1;
  }
  for (let edge = 0; edge < columns.from.length; edge += 1) {
    const isChain = columns.edgeKind[edge] === cites && columns.kind[columns.from[edge]] !== articleKind;
    if (isChain && found[columns.to[edge]]) found[columns.from[edge]] = 1;
  }
  for (let place = 0; place < columns.count; place += 1) {
    if (columns.kind[place] === articleKind) found[place] = Number(isByDay(place) && (found[place] || !filters.isDisputedOnly));
  }
  return found;
}

/** Sets which nodes are drawn under the filters; what is open is in any case. */
function chooseShown() {
  const { kinds, kind, shown, isVoice } = columns;
  const isOn = kinds.map((name) => state.kinds.has(name));
  const claimKind = kinds.indexOf("Claim");
  const isHeard = heard();
  const near = new Uint8Array(columns.count);
  for (const place of nearPlaces()) near[place] = 1;
  const isEgo = filters.isEgo && state.selected;
  for (let place = 0; place < columns.count; place += 1) {
    const isWanted = kind[place] === claimKind ? passes(place) : isHeard[place] && (isVoice[place] || near[place] || state.mentioned);
    shown[place] = Number(isOn[kind[place]] && (!isEgo || near[place]) && isWanted);
  }
  const open = columns.placeOf.get(state.selected);
  if (open !== undefined) shown[open] = 1;
}

/** The nodes that are open: one, or the claims of a thread. */
const openPlaces = () => placesAt(threads.has(state.selected) ? threads.get(state.selected).claims : [state.selected]);
const nearPlaces = () => placesAt([...state.near]);
const placesAt = (ids) => ids.map((id) => columns.placeOf.get(id)).filter((place) => place !== undefined);

/** Ids of what is open, what it is linked to, and who stands behind the claims that it clashes with. */
function neighbourhood() {
  const near = new Set();
  for (const place of openPlaces()) {
    near.add(place);
    for (const edge of edgesAt(place)) {
      const other = otherEnd(edge, place);
      near.add(other);
      if (edgeKindAt(edge) !== "contradicts" || kindAt(other) !== "Claim") continue;
      for (const further of edgesAt(other)) if (edgeKindAt(further) === "claims") near.add(otherEnd(further, other));
    }
  }
  return new Set([...near].map((place) => columns.id[place]));
}
