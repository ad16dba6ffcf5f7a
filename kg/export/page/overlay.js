// Draws over and under sigma's nodes what needs a pen: the edges of what is open with their ends and dashes, and labels.

const MOST_LABELS = 90;
const MOST_TRIED = 1500; // nodes in view that labels keep clear of, the most important first
let byImportance = null;
let penUnder = null;
let penOver = null;

function startOverlay() {
  network.createCanvasContext("open", { beforeLayer: "nodes" });
  network.resize(true);
  penUnder = network.getCanvases().open.getContext("2d");
  penOver = network.getCanvases().labels.getContext("2d");
  const weight = Float32Array.from(columns.id.keys(), importanceOf);
  byImportance = Uint32Array.from(columns.id.keys()).sort((left, right) => weight[right] - weight[left]);
  network.on("afterRender", drawOverlay);
}

/** The more a label matters, the sooner it gets its place. */
function importanceOf(place) {
  const kind = kindAt(place);
  if (kind === "Article") return 100;
  if (kind === "Claim") return columns.disputed[place] ? 12 + edgesAt(place).length : 1;
  return 12 + columns.said[place] * 2;
}

function drawOverlay() {
  const view = viewNow();
  const { clientWidth: width, clientHeight: height } = byName("canvas");
  const spot = (place) => ({ x: (columns.x[place] - view.x) * view.scale + width / 2, y: (columns.y[place] - view.y) * view.scale + height / 2, radius: radiusOf(place) * sizeAt(view.scale) });
  penUnder.clearRect(0, 0, width, height);
  for (const edge of edgesOfOpen()) drawEdge(penUnder, edge, spot(columns.from[edge]), spot(columns.to[edge]));
  drawNames(spot, view.scale);
}

/** The edges of what is open whose other ends are drawn, of the kinds that are switched on or belong to it in any case. */
function edgesOfOpen() {
  if (!state.selected) return [];
  const found = new Set(openPlaces().flatMap((place) => [...edgesAt(place)]));
  return [...found].filter((edge) => {
    const kind = edgeKindAt(edge);
    const isOn = state.edges.has(columns.edgeKinds[columns.drawnAs[edge]]) || OF_SELECTED.has(kind);
    return isOn && columns.shown[columns.from[edge]] && columns.shown[columns.to[edge]] && (!isBetweenSpeakers(edge) || !state.kinds.has("Claim"));
  });
}

function drawEdge(pen, edge, from, to) {
  const look = data.edgeLooks[columns.edgeKinds[columns.drawnAs[edge]]];
  const angle = Math.atan2(to.y - from.y, to.x - from.x);
  const colour = look[theme.dark ? "dark" : "light"];
  pen.save();
  Object.assign(pen, { strokeStyle: colour, fillStyle: colour, lineWidth: look.width * 1.2, globalAlpha: 0.95 });
  pen.setLineDash(look.dashes);
  pen.beginPath();
  pen.moveTo(from.x, from.y);
  pen.lineTo(to.x, to.y);
  pen.stroke();
  pen.setLineDash([]);
  drawEnd(pen, look.head, to, angle);
  drawEnd(pen, look.tail, from, angle + Math.PI);
  pen.restore();
}

/** The head of an edge where it reaches a node. */
function drawEnd(pen, end, { x, y, radius }, angle) {
  if (!end) return;
  pen.save();
  pen.translate(x, y);
  pen.rotate(angle);
  pen.translate(-radius - 2, 0);
  pen.beginPath();
  if (end === "bar") pen.rect(-2, -6, 2.5, 12);
  else if (end === "circle") pen.arc(-4, 0, 4, 0, 2 * Math.PI);
  else for (const [along, aside] of end === "vee" ? [[0, 0], [-9, -5], [-6, 0], [-9, 5]] : [[0, 0], [-8, -4], [-8, 4]]) pen.lineTo(along, aside);
  pen.closePath();
  pen.fill();
  pen.restore();
}

/** Writes the names that find a place: of what is open and near it, whatever lies beneath, then of whatever matters most. */
function drawNames(spot, scale) {
  const { clientWidth: width, clientHeight: height } = byName("canvas");
  const taken = takenBoxes();
  const near = new Set([...openPlaces(), ...nearPlaces()]);
  const inView = [];
  const look = (place) => {
    if (!columns.shown[place]) return;
    const at = spot(place);
    if (at.x < -80 || at.y < -40 || at.x > width + 80 || at.y > height + 40) return;
    inView.push({ place, at });
    taken.add(at.x - at.radius, at.y - at.radius, at.x + at.radius, at.y + at.radius);
  };
  let written = 0;
  const write = (rows) => {
    for (const { place, at } of rows) {
      if (written >= MOST_LABELS) break;
      const isStrong = columns.id[place] === state.selected;
      const opacity = !state.near.size || near.has(place) ? 1 : 0.15;
      written += writeLabel(penOver, { ...at, lines: linesAt(place, scale, isStrong), kind: kindAt(place), isStrong, opacity }, taken);
    }
  };
  startLabels(penOver);
  near.forEach(look);
  write(inView);
  const first = inView.length;
  for (const place of byImportance) {
    if (inView.length >= MOST_TRIED) break;
    if (!near.has(place)) look(place);
  }
  write(inView.slice(first));
}

function linesAt(place, scale, isStrong) {
  const isFull = kindAt(place) === "Claim" && (scale >= LABEL.near || isStrong);
  return wrap(columns.label[place], isFull ? LABEL.claimLines : LABEL.lines);
}

function hover(place) {
  state.hovered = place === null ? null : columns.id[place];
  byName("canvas").classList.toggle("is-pointing", place !== null);
}

/** sigma's hook for the node that is pointed at: its name, whatever is beneath. */
function drawHovered(pen, { key, x, y, size }) {
  startLabels(pen);
  writeLabel(pen, { lines: wrap(columns.label[Number(key)], LABEL.claimLines), kind: kindAt(Number(key)), x, y, radius: size, isStrong: true, opacity: 1 }, new Boxes(0, 0));
}
