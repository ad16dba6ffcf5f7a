// Draws the whole network with sigma: starts it, brings it up to the state, and tells the page's other scripts what lies where.

const FURTHEST = 0.0005; // zoom from which a network is seen at most
const FEW = 3000; // changed nodes up to which only they are handed to the graphics card anew

let network = null; // until it is there, and where it cannot be drawn
let frame = null; // the middle and the side of the square that all nodes lie in
const inGraph = new Set(); // kinds of edge that the graph holds already
let last = null; // what was handed over last
let due = null;

const networkSettings = () => [];
const followSettings = () => true; // nothing is folded
const networkCounts = () => columns?.totals ?? { nodes: {}, edges: {} };

/** Takes the network once it has come, after the lists have been drawn. */
async function startNetwork() {
  for (const name of ["all", "physics"]) byName(name).hidden = true; // all claims are there, each in its place
  byName("stage").setAttribute("aria-busy", "true");
  const [answer, fault] = await wholeNetwork;
  await new Promise((painted) => { requestAnimationFrame(() => setTimeout(painted)); });
  byName("stage").setAttribute("aria-busy", "false");
  if (fault) noteOnStage(complaint(fault, () => request("stage", "graph", drawNetwork, noteOnStage)));
  else drawNetwork(answer);
}

function noteOnStage(...words) {
  byName("part-note").hidden = !words.length;
  byName("part-note").replaceChildren(...words);
}

function drawNetwork(answer) {
  const { view } = state;
  takeColumns(answer);
  noteOnStage();
  chooseShown();
  drawLegend(); // first, as it takes room from the network
  countDrawn(tallied(columns.kind, columns.kinds, columns.shown));
  if (canDraw()) drawAll();
  else noteOnStage("This browser has no WebGL, so the network cannot be drawn; the lists tell the same in words.");
  if (state.selected) showSelection();
  if (view) look(view); // the legend has taken of the canvas' height
  document.body.dataset.drawn = String(Boolean(network));
}

/** Starts sigma with the camera in its place, so that the first of its costly frames is the one that stays. */
function drawAll() {
  takePalette();
  marks = new Uint8Array(columns.count);
  frame = squareFrame();
  network = new sigma.Sigma(new sigma.Graph(), byName("canvas"), SETTINGS());
  network.setCustomBBox({ x: [frame.x - frame.side / 2, frame.x + frame.side / 2], y: [-frame.y - frame.side / 2, -frame.y + frame.side / 2] });
  network.on("enterNode", ({ node }) => hover(Number(node)));
  network.on("leaveNode", () => hover(null));
  network.on("clickNode", ({ node }) => open(columns.id[Number(node)], { isFromNetwork: true }));
  network.on("clickStage", () => open(null));
  watchCamera(network.getMouseCaptor(), network.getTouchCaptor());
  startOverlay();
  fit({ isAnimated: false });
  network.setGraph(builtGraph());
  remember();
  new ResizeObserver(resizeNetwork).observe(byName("canvas"));
}

/** Keeps where the reader has moved the network to. */
function watchCamera(mouse, touch) {
  mouse.on("wheel", keepView);
  mouse.on("mouseup", () => { if (mouse.draggedEvents) keepView(); });
  touch.on("touchup", () => { if (touch.hasMoved) keepView(); });
}

function canDraw() {
  return typeof sigma !== "undefined" && Boolean(document.createElement("canvas").getContext("webgl2"));
}

const SETTINGS = () => ({
  allowInvalidContainer: true,
  defaultDrawNodeHover: drawHovered,
  defaultEdgeType: "line",
  defaultNodeType: "shape",
  edgeProgramClasses: { line: edgeProgram(columns.from.length > MANY_EDGES ? THIN : BROAD, false), clear: edgeProgram(BROAD, true) },
  edgeReducer: edgeLook,
  enableEdgeEvents: false,
  hideEdgesOnMove: columns.count > 5000,
  nodeHoverProgramClasses: {},
  nodeProgramClasses: { shape: nodeProgram() },
  nodeReducer: nodeLook,
  renderLabels: false,
  stagePadding: 0,
  zoomToSizeRatioFunction: (ratio) => 1 / sizeAt(sideInPixels() / frame.side / ratio),
});

/** A graph whose edges stay in the columns: to link each to its ends, as graphology does, would take most of the start. */
const columnGraph = () => new (class extends sigma.Graph {
  drawn = []; // numbers of the edges of all kinds that were switched on so far

  edges() { return this.drawn; }

  forEachEdge(visit) { this.drawn.forEach((edge) => visit(edge)); }

  getEdgeAttributes() { return {}; }

  extremities(edge) { return [columns.from[edge], columns.to[edge]]; }
})();

/** The graph that sigma draws: numbers for names, and of the edges the kinds that are switched on. */
function builtGraph() {
  const graph = columnGraph();
  for (let place = 0; place < columns.count; place += 1) graph.addNode(place, { x: columns.x[place], y: -columns.y[place] });
  addEdges(graph);
  return graph;
}

/** Adds the edges of the kinds that are switched on, the first time that they are. */
function addEdges(graph) {
  const wanted = columns.edgeKinds.filter((kind) => state.edges.has(kind) && !inGraph.has(kind));
  if (!wanted.length) return;
  const isWanted = columns.edgeKinds.map((kind) => wanted.includes(kind));
  for (let edge = 0; edge < columns.from.length; edge += 1) {
    if (isWanted[columns.drawnAs[edge]] && columns.from[edge] !== columns.to[edge]) graph.drawn.push(edge);
  }
  for (const kind of wanted) inGraph.add(kind);
}

function squareFrame() {
  const [left, right] = edgesOfRange(columns.x);
  const [top, bottom] = edgesOfRange(columns.y);
  return { x: (left + right) / 2, y: (top + bottom) / 2, side: Math.max(right - left, bottom - top, 1) };
}

function edgesOfRange(values) {
  let [low, high] = [Infinity, -Infinity];
  for (const value of values) {
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return [low, high];
}

/** Brings the drawing up to the state; of the nodes, only those that have changed where they are few. */
function refresh() {
  if (!columns) return;
  state.near = state.selected ? neighbourhood() : new Set();
  chooseShown();
  countDrawn(tallied(columns.kind, columns.kinds, columns.shown));
  if (!network) return;
  takePalette();
  marks.fill(0);
  for (const place of nearPlaces()) marks[place] = MARKS.near;
  for (const place of openPlaces()) marks[place] = MARKS.near + MARKS.open;
  due ??= requestAnimationFrame(handOver);
}

function handOver() {
  due = null;
  addEdges(network.getGraph());
  const changed = last.edges === edgesOn() ? changedPlaces() : null;
  if (changed) network.refresh({ partialGraph: { nodes: changed, edges: changedEdges(changed) }, skipIndexation: true, schedule: true });
  else network.refresh({ schedule: true });
  remember();
}

const edgesOn = () => [...state.edges, state.kinds.has("Claim")].join();

function remember() {
  last = { shown: columns.shown.slice(), marks: marks.slice(), edges: edgesOn() };
}

/** The nodes that are drawn otherwise than before, or null where they are many. */
function changedPlaces() {
  const changed = [];
  for (let place = 0; place < columns.count; place += 1) {
    if (columns.shown[place] === last.shown[place] && marks[place] === last.marks[place]) continue;
    changed.push(place);
    if (changed.length > FEW) return null;
  }
  return changed;
}

/** The edges that come and go with nodes. */
function changedEdges(changed) {
  const turned = changed.filter((place) => columns.shown[place] !== last.shown[place]);
  return [...new Set(turned.flatMap((place) => [...edgesAt(place)]))].filter((edge) => network.getGraph().hasEdge(edge));
}

const select = () => {}; // the marks of what is open go with all others
const unfold = () => {}; // nothing lies folded

function* eachPlace(ids) {
  if (!columns) return;
  for (const place of ids ? placesAt([...ids]) : columns.id.keys()) {
    if (columns.shown[place]) yield { id: columns.id[place], x: columns.x[place], y: columns.y[place] };
  }
}

/** Where nodes lie, of all that are drawn or of some. */
const placesOf = (ids) => [...eachPlace(ids)];

function viewNow() {
  const { x, y, ratio } = network?.getCamera().getState() ?? { x: 0.5, y: 0.5, ratio: 1 };
  const { side } = frame ?? { side: 1 };
  return { x: (frame?.x ?? 0) + (x - 0.5) * side, y: (frame?.y ?? 0) - (y - 0.5) * side, scale: sideInPixels() / side / ratio };
}

function moveTo({ x, y, scale }, isAnimated) {
  if (!network || !byName("canvas").clientWidth) return;
  const goal = { x: 0.5 + (x - frame.x) / frame.side, y: 0.5 - (y - frame.y) / frame.side, ratio: sideInPixels() / frame.side / Math.max(FURTHEST, scale), angle: 0 };
  if (isAnimated) network.getCamera().animate(goal, { duration: 300 });
  else network.getCamera().setState(goal);
}

/** Takes the canvas as large as it is now. */
function resizeNetwork() {
  const { clientWidth, clientHeight } = byName("canvas");
  const { width, height } = network?.getDimensions() ?? { width: clientWidth, height: clientHeight };
  if (width !== clientWidth || height !== clientHeight) network.scheduleRender();
}
