// What each node and edge of the whole network looks like now: its size, shape, marks and colours.

const LEAST_SIZE = 0.08; // of nodes, however far away
const palette = {};
let marks = null; // of nodes: near what is open, or open

/** How large nodes are drawn at a zoom, 1 being their full size. */
const sizeAt = (scale) => Math.min(1.6, Math.max(scale * swell(scale), LEAST_SIZE));
const radiusOf = (place) => data.nodeLooks[kindAt(place)].radius * (1 + Math.min(0.7, Math.sqrt(columns.said[place]) / 9));
/** How far nodes are from one another where they are spread evenly, in pixels. */
const spacing = () => (viewNow().scale * frame.side) / Math.sqrt(columns.count);
const sideInPixels = () => Math.min(byName("canvas").clientWidth, byName("canvas").clientHeight) || 1;

/** sigma's hook for what a node looks like now. */
function nodeLook(name, at) {
  const place = Number(name);
  at.hidden = !columns.shown[place];
  at.size = radiusOf(place);
  at.look = NODE_SHAPES.indexOf(kindAt(place)) + marks[place] + (columns.disputed[place] ? MARKS.disputed : 0);
  return at;
}

/** sigma's hook for what an edge looks like now. */
function edgeLook(name, at) {
  const edge = Number(name);
  const kind = columns.edgeKinds[columns.drawnAs[edge]];
  at.kind = columns.drawnAs[edge];
  at.hidden = !isEdgeShown(edge);
  at.size = data.edgeLooks[kind].width * Math.min(2, 1 + Math.log2(columns.weight[edge]) / 4);
  at.type = kind === "contradicts" ? "clear" : "line";
  return at;
}

/** Whether an edge is drawn; who stands against whom is told by the claims themselves wherever these are. */
function isEdgeShown(edge) {
  if (!columns.shown[columns.from[edge]] || !columns.shown[columns.to[edge]]) return false;
  if (!state.edges.has(columns.edgeKinds[columns.drawnAs[edge]])) return false;
  return !isBetweenSpeakers(edge) || !state.kinds.has("Claim");
}

/** Colours of the theme in force as shares of red, green and blue. */
function takePalette() {
  const shares = (colour) => [1, 3, 5].map((start) => parseInt(colour.slice(start, start + 2), 16) / 255);
  const colours = (kinds, looks) => new Float32Array(kinds.flatMap((kind) => shares(looks[kind][theme.dark ? "dark" : "light"])));
  palette.nodes = colours(NODE_SHAPES, data.nodeLooks);
  palette.edges = colours(columns.edgeKinds, data.edgeLooks);
  palette.paper = shares(theme.paper);
  palette.ink = shares(theme.ink);
  palette.sign = shares(theme.dark ? "#1a1206" : "#ffffff");
}
