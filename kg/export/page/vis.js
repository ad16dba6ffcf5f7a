// Draws the network with vis-network: starts it, and tells the page's other scripts what lies where.

function startNetwork() {
  folds.part = addressed().settings.get("part") === "all" ? null : contestedPart();
  const options = {
    physics: false,
    layout: { improvedLayout: false },
    interaction: { hover: true, keyboard: false, hideEdgesOnDrag: data.claims.length > 800, zoomSpeed: 0.6 },
    nodes: { chosen: false },
    edges: { smooth: { enabled: true, type: "curvedCW", roundness: 0.08 }, chosen: false, selectionWidth: 0, hoverWidth: 0 },
  };
  network = new vis.Network(byName("canvas"), { nodes: nodeSet, edges: edgeSet }, options);
  refresh();
  onToggle("all", (isOn) => { folds.all = isOn; refresh(); fit(); keepAddress(); });
  onToggle("physics", float);
  network.on("afterDrawing", drawLabels);
  network.on("zoom", keepView);
  network.on("dragEnd", ({ nodes: dragged }) => { if (!dragged.length) keepView(); });
  network.on("hoverNode", ({ node }) => { state.hovered = node; });
  network.on("blurNode", () => { state.hovered = null; });
  network.on("click", ({ nodes: [id], edges: [edge] }) => {
    if (id) {
      toggleFold(id);
      open(id, { isFromNetwork: true });
    } else if (edge) openEdge(edge);
    else open(null);
  });
}

/** A contradiction that is clicked opens the claim at its start, beside which the other side stands. */
function openEdge(id) {
  const [from, to, kind] = id.split(" ");
  open(kind === "cites" || kind === "claims" ? to : from, { isFromNetwork: true });
}

/** Lets the network arrange itself, or stops it and puts everything back in its place. */
function float(isOn) {
  folds.isFloating = isOn;
  network.setOptions({ physics: isOn && { solver: "forceAtlas2Based", stabilization: false, minVelocity: 1, timestep: 0.4 } });
  if (!isOn) refresh();
}

const FURTHEST = 0.05; // zoom from which a network is seen at most

/** Where nodes lie, of all that are drawn or of some. */
function placesOf(ids) {
  const places = network.getPositions();
  return [...(ids ?? Object.keys(places))].filter((id) => places[id]).map((id) => ({ id, ...places[id] }));
}

const viewNow = () => ({ ...network.getViewPosition(), scale: network.getScale() });

function moveTo({ x, y, scale }, isAnimated) {
  network.moveTo({ position: { x, y }, scale: Math.max(FURTHEST, scale), animation: isAnimated && { duration: 300, easingFunction: "easeInOutQuad" } });
}

/** Marks a node as the one that is open. */
function select(id) {
  if (id && nodesById.has(id)) network.selectNodes([id], false);
  else network.unselectAll();
}

/** Fans out the claims among which a node lies folded. */
function unfold(id) {
  const { home } = nodesById.get(id);
  if (home) folds.open.add(home);
}

/** Takes the canvas as large as it is now. */
function resizeNetwork() {
  network.setSize();
  network.redraw();
}
