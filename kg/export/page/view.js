// What part of the network is in view: all of it, a selection with what belongs to it, or a step to the side.

const MARGIN = { x: 84, narrow: 44, top: 56, bottom: 60 }; // of the canvas, in pixels: room for labels and tools

/** Brings nodes into view, labels included; all that are drawn, unless told which. */
function fit({ ids, most = 1.4, least = 0.05, isAnimated = true } = {}) {
  const { left, right, top, bottom } = bounds(ids);
  if (left === Infinity) return;
  const scale = Math.max(least, Math.min(most, scaleFor(ids)));
  const down = (hiddenHeight() + MARGIN.bottom - MARGIN.top) / 2 / scale;
  const position = { x: (left + right) / 2, y: (top + bottom) / 2 + down };
  network.moveTo({ position, scale, animation: isAnimated ? animation() : false });
}

/** The zoom at which these nodes just fill the canvas. */
function scaleFor(ids) {
  const { left, right, top, bottom } = bounds(ids);
  const { clientWidth, clientHeight } = byName("canvas");
  const width = clientWidth - 2 * (isNarrow() ? MARGIN.narrow : MARGIN.x);
  const height = clientHeight - hiddenHeight() - MARGIN.top - MARGIN.bottom;
  return Math.min(width / Math.max(1, right - left), height / Math.max(1, bottom - top));
}

function bounds(ids) {
  const places = Object.values(network.getPositions(ids));
  const [left, right] = range(places.map(({ x }) => x));
  const [top, bottom] = range(places.map(({ y }) => y));
  return { left, right, top, bottom };
}

const range = (values) => [Math.min(...values), Math.max(...values)];

/** How much of the canvas the panel covers from below, on a phone. */
function hiddenHeight() {
  if (!isNarrow() || !state.selected) return 0;
  return Math.max(0, byName("canvas").getBoundingClientRect().bottom - byName("panel").getBoundingClientRect().top);
}

const animation = () => (isStill() ? false : { duration: 300, easingFunction: "easeInOutQuad" });

/** Makes a node visible and brings it to the middle. */
function reveal(id) {
  if (threads.has(id)) return revealThread(threads.get(id));
  const node = nodesById.get(id);
  if (node.home) state.open.add(node.home);
  refresh();
  network.selectNodes([id], false);
  const positions = network.getPositions();
  if (filters.isEgo) return fit({ ids: [...state.near].filter((other) => positions[other]), most: 1.1 });
  const views = closeUps(id).map((ids) => ids.filter((other) => positions[other]));
  const ids = views.find((view) => view.length <= CLOSE_UP.most && scaleFor(view) >= CLOSE_UP.scale) ?? [id];
  return fit({ ids, most: 1.1, least: CLOSE_UP.scale });
}

/** Makes the claims of a thread visible, with who makes them. */
function revealThread(thread) {
  for (const name of thread.claims) if (nodesById.get(name).home) state.open.add(nodesById.get(name).home);
  refresh();
  network.unselectAll();
  const drawn = network.getPositions();
  const ids = [...state.near].filter((name) => drawn[name]);
  fit({ ids: ids.length ? ids : undefined, most: 1.1 });
}

const CLOSE_UP = { most: 14, scale: 0.6 }; // nodes shown together with the selection, and the zoom at which labels read

/** What would best be seen together with a node, the fullest view first. */
function closeUps(id) {
  const against = relationsOf.of(id).filter((row) => row.kind === "contradicts").flatMap((row) => [row.left, row.right]);
  const claim = claims.get(id);
  const chained = claim ? [claim.article, claim.speaker, ...claim.via].filter(Boolean) : [];
  return [[...state.near], [id, ...against, ...chained], [id, ...against]];
}

/** The drawn node nearest to the selected one in the direction of an arrow key. */
function neighbourTowards(key) {
  const way = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[key];
  const positions = network.getPositions();
  const here = positions[state.selected] ?? network.getViewPosition();
  let best = null;
  let least = Infinity;
  for (const [id, { x, y }] of Object.entries(positions)) {
    const along = (x - here.x) * way[0] + (y - here.y) * way[1];
    const across = Math.abs((x - here.x) * way[1]) + Math.abs((y - here.y) * way[0]);
    const cost = along + 2 * across;
    if (id !== state.selected && along > 1 && across <= along * 1.5 && cost < least) [best, least] = [id, cost];
  }
  return best;
}
