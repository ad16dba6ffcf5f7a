// What part of the network is in view: all of it, a selection with what belongs to it, or a step to the side.

const MARGIN = { x: 84, narrow: 44, top: 56, bottom: 60 }; // of the canvas, in pixels: room for labels and tools

/** Brings nodes into view, labels included; all that are drawn, unless told which. */
function fit({ ids, most = 1.4, least = FURTHEST, isAnimated = true } = {}) {
  clearTimeout(settling);
  if (state.view) keepAddress();
  state.view = null;
  const frame = frameOf(ids);
  if (!frame) return;
  const scale = Math.max(least, Math.min(most, scaleFor(frame)));
  const down = (hiddenHeight() + MARGIN.bottom - MARGIN.top) / 2 / scale;
  moveTo({ x: (frame.left + frame.right) / 2, y: (frame.top + frame.bottom) / 2 + down, scale }, isAnimated && !isStill());
}

/** Moves the network to where the reader, or an address, wants it. */
function look(view, { isAnimated = false } = {}) {
  state.view = view;
  moveTo(view, isAnimated && !isStill());
}

function zoom(factor) {
  const { x, y, scale } = state.view ?? viewNow();
  look({ x, y, scale: scale * factor }, { isAnimated: true });
  keepAddress();
}

const REST = 300; // milliseconds after which the network stands still
let settling;

/** Keeps where the reader has moved the network to, once it stands still. */
function keepView() {
  clearTimeout(settling);
  settling = setTimeout(() => {
    state.view = viewNow();
    keepAddress();
  }, REST);
}

/** The zoom at which a frame just fills the canvas. */
function scaleFor({ left, right, top, bottom }) {
  const { clientWidth, clientHeight } = byName("canvas");
  const width = clientWidth - 2 * (isNarrow() ? MARGIN.narrow : MARGIN.x);
  const height = clientHeight - hiddenHeight() - MARGIN.top - MARGIN.bottom;
  return Math.min(width / Math.max(1, right - left), height / Math.max(1, bottom - top));
}

/** The frame round the places of nodes, or null where none of them is drawn. */
function frameOf(ids) {
  const frame = { left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity };
  for (const { x, y } of placesOf(ids)) {
    if (x < frame.left) frame.left = x;
    if (x > frame.right) frame.right = x;
    if (y < frame.top) frame.top = y;
    if (y > frame.bottom) frame.bottom = y;
  }
  return frame.left === Infinity ? null : frame;
}

/** How much of the canvas the panel covers from below, on a phone. */
function hiddenHeight() {
  if (!isNarrow() || !state.selected) return 0;
  return Math.max(0, byName("canvas").getBoundingClientRect().bottom - byName("panel").getBoundingClientRect().top);
}

/** Makes what is open visible and brings it to the middle; what was opened in the network stays where it is. */
function showSelection({ isFromNetwork = false } = {}) {
  const id = state.selected;
  if (id && !isFromNetwork) return reveal(id);
  refresh();
  return select(id);
}

/** Makes a node visible, or the claims of a thread with who makes them, and brings them to the middle. */
function reveal(id) {
  const thread = threads.get(id);
  for (const name of thread ? thread.claims : [id]) unfold(name);
  refresh();
  select(id);
  const near = () => placesOf(state.near).map((place) => place.id);
  if (thread) return fit({ ids: near().length ? near() : undefined, most: 1.1 });
  if (filters.isEgo) return fit({ ids: near(), most: 1.1 });
  const views = closeUps(id).map((ids) => placesOf(ids).map((place) => place.id));
  const ids = views.find((view) => view.length && view.length <= CLOSE_UP.most && scaleFor(frameOf(view)) >= CLOSE_UP.scale) ?? [id];
  return fit({ ids, most: 1.1, least: CLOSE_UP.scale });
}

const CLOSE_UP = { most: 14, scale: 0.6 }; // nodes shown together with the selection, and the zoom at which labels read

/** What would best be seen together with a node, the fullest view first. */
function closeUps(id) {
  const against = relationsOf.of(id).filter((row) => row.kind === "contradicts").flatMap((row) => [row.left, row.right]);
  const claim = claims.get(id);
  const chained = claim ? [claim.article, claim.speaker, ...claim.via].filter(Boolean) : [];
  return [[...state.near], [id, ...against, ...chained], [id, ...against]];
}

/** The drawn node nearest to the selected one, or to the middle, in the direction of an arrow key. */
function neighbourTowards(key) {
  const [across, down] = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[key];
  const here = placesOf(state.selected ? [state.selected] : [])[0] ?? viewNow();
  let best = null;
  let least = Infinity;
  for (const { id, x, y } of placesOf()) {
    const along = (x - here.x) * across + (y - here.y) * down;
    const aside = Math.abs((x - here.x) * down) + Math.abs((y - here.y) * across);
    const cost = along + 2 * aside;
    if (id !== state.selected && along > 1 && aside <= along * 1.5 && cost < least) [best, least] = [id, cost];
  }
  return best;
}
