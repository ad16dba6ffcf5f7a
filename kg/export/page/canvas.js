// Draws nodes and their labels. Labels keep one size at every zoom and, as on a map, the most important ones win.

const LABEL = { size: 12, lineHeight: 14, width: 24, lines: 2, claimLines: 3, near: 0.6 };
const outlines = new Map(Object.entries(data.nodeLooks).map(([kind, look]) => [kind, new Path2D(look.path)]));
const wrapped = new Map();

/** How much larger than at zoom 1 a node is drawn, so that it stays visible from afar. */
const swell = (scale) => Math.max(1, Math.min(2.4, 0.62 / scale));

const colourOf = (kind) => data.nodeLooks[kind][theme.dark ? "dark" : "light"];

/** vis-network's hook for shapes of one's own. */
function drawNode({ ctx, id, x, y, state: { selected, hover } }) {
  const node = nodesById.get(id);
  const look = data.nodeLooks[node.group];
  const radius = look.radius * swell(network.getScale()) * weightOf(id);
  return {
    drawNode() {
      ctx.save();
      ctx.globalAlpha = isInFocus(id) ? 1 : 0.18;
      ctx.translate(x, y);
      ctx.scale(radius / 10, radius / 10);
      const outline = outlines.get(node.group);
      ctx.lineJoin = "round";
      ctx.lineWidth = 40 / radius;
      ctx.strokeStyle = selected || hover ? theme.ink : theme.paper;
      ctx.stroke(outline);
      ctx.fillStyle = colourOf(node.group);
      ctx.fill(outline);
      if (node.group === "Claim" && isDisputed(id)) drawDispute(ctx);
      ctx.restore();
      drawCount(ctx, id, x + radius * 0.95, y - radius * 0.95);
    },
    nodeDimensions: { width: radius * 2, height: radius * 2 },
  };
}

const UNEQUAL = new Path2D("M-6-4H6M-6 1H6M3.5-7L-3.5 4");

/** A disputed claim bears the sign of inequality. */
function drawDispute(ctx) {
  ctx.strokeStyle = theme.dark ? "#1a1206" : "#ffffff";
  ctx.lineWidth = 1.8;
  ctx.stroke(UNEQUAL);
}

/** How many claims are folded into a node. */
function drawCount(ctx, id, x, y) {
  const count = foldedCount(id);
  if (!count || network.getScale() < 0.35) return;
  ctx.save();
  ctx.globalAlpha = isInFocus(id) ? 1 : 0.18;
  ctx.font = `600 10px ${FONT}`;
  const width = Math.max(15, ctx.measureText(count).width + 8);
  ctx.fillStyle = colourOf("Claim");
  ctx.strokeStyle = theme.paper;
  ctx.lineWidth = 1.5;
  ctx.beginPath();
  ctx.roundRect(x - width / 2, y - 7.5, width, 15, 7.5);
  ctx.fill();
  ctx.stroke();
  ctx.fillStyle = theme.dark ? "#1a1206" : "#241a00";
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  ctx.fillText(count, x, y + 0.5);
  ctx.restore();
}

/** Speakers grow with what they say, so that the main voices stand out. */
function weightOf(id) {
  const said = kindOf(id) === "Claim" || kindOf(id) === "Article" ? 0 : saidBy.of(id).length;
  return 1 + Math.min(0.7, Math.sqrt(said) / 9);
}

/** The more a label matters, the sooner it gets its place. */
function importance(id) {
  if (id === state.selected || id === state.hovered) return 1e6;
  const near = state.selected && state.near.has(id) ? 1e4 : 0;
  const kind = kindOf(id);
  if (kind === "Article") return near + 100;
  if (kind === "Claim") return near + (isDisputed(id) ? 12 + relationsOf.of(id).length : 1);
  return near + 12 + saidBy.of(id).length * 2 + passedOnBy.of(id).length;
}

const SERIF = 'Georgia, "Liberation Serif", serif';
const FONT = '"Helvetica Neue", "Liberation Sans", Arial, sans-serif';

/** A label in at most so many lines of at most LABEL.width letters. */
function linesOf(id, isFar = false) {
  const key = isFar ? `far ${id}` : id;
  if (wrapped.has(key)) return wrapped.get(key);
  const claim = claims.get(id);
  const most = claim && !isFar ? LABEL.claimLines : LABEL.lines;
  const name = claim?.style === "direct" ? `“${claim.text}”` : nameOf(id);
  const lines = [""];
  for (const word of name.split(/\s+/)) {
    const longer = `${lines.at(-1)} ${word}`.trim();
    if (longer.length <= LABEL.width || lines.at(-1) === "") lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  const kept = lines.slice(0, most).map((line) => (line.length > LABEL.width + 4 ? `${line.slice(0, LABEL.width)}…` : line));
  if (lines.length > most) kept[most - 1] = `${kept[most - 1].slice(0, LABEL.width - 1).replace(/[\s,.;:]+$/, "")}…`;
  wrapped.set(key, kept);
  return kept;
}

/** Draws all labels that find a place, after the nodes. */
function drawLabels(ctx) {
  const ratio = network.canvas.pixelRatio;
  const scale = network.getScale();
  ctx.save();
  ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
  ctx.textAlign = "center";
  ctx.textBaseline = "top";
  ctx.lineJoin = "round";
  const { clientWidth, clientHeight } = byName("canvas");
  const taken = new Boxes(clientWidth, clientHeight);
  const tools = byName("tools");
  taken.add(tools.offsetLeft, tools.offsetTop, tools.offsetLeft + tools.offsetWidth, tools.offsetTop + tools.offsetHeight);
  const spots = [];
  for (const [id, position] of Object.entries(network.getPositions())) {
    const { x, y } = network.canvasToDOM(position);
    if (x < -80 || y < -40 || x > clientWidth + 80 || y > clientHeight + 40) continue;
    const radius = data.nodeLooks[kindOf(id)].radius * swell(scale) * weightOf(id) * scale;
    spots.push({ id, x, y, radius });
    taken.add(x - radius, y - radius, x + radius, y + radius);
  }
  spots.sort((left, right) => importance(right.id) - importance(left.id) || (left.id < right.id ? -1 : 1));
  for (const spot of spots) drawLabel(ctx, spot, taken);
  ctx.restore();
}

function drawLabel(ctx, { id, x, y, radius }, taken) {
  const strong = id === state.selected || id === state.hovered;
  const kind = kindOf(id);
  ctx.font = `${strong || kind === "Article" ? 600 : 400} ${LABEL.size + (kind === "Claim")}px ${kind === "Claim" ? SERIF : FONT}`;
  const isFar = network.getScale() < LABEL.near && !strong;
  const lines = linesOf(id, isFar);
  const width = Math.max(...lines.map((line) => ctx.measureText(line).width));
  const height = lines.length * LABEL.lineHeight;
  const places = [
    [x, y + radius + 3],
    [x, y - radius - height - 3],
    [x + radius + 5 + width / 2, y - height / 2],
    [x - radius - 5 - width / 2, y - height / 2],
    ...[-1, 1].flatMap((way) => [
      [x + (way * width) / 2.6, y + radius + 3],
      [x + (way * width) / 2.6, y - radius - height - 3],
    ]),
  ];
  const place = places.find(([left, top]) => taken.isFree(left - width / 2, top, left + width / 2, top + height)) ?? (strong && places[0]);
  if (!place) return;
  const [left, top] = place;
  taken.add(left - width / 2, top, left + width / 2, top + height);
  ctx.globalAlpha = isInFocus(id) ? 1 : 0.15;
  ctx.strokeStyle = theme.paper;
  ctx.lineWidth = 4;
  ctx.fillStyle = theme.ink;
  lines.forEach((line, row) => {
    ctx.strokeText(line, left, top + row * LABEL.lineHeight);
    ctx.fillText(line, left, top + row * LABEL.lineHeight);
  });
}

/** Rectangles that are taken, found again by the cells of a grid; what lies beyond the canvas is never free. */
class Boxes {
  constructor(width, height, cell = 60) {
    Object.assign(this, { width, height, cell });
    this.cells = new Map();
  }

  *around(left, top, right, bottom) {
    for (let column = Math.floor(left / this.cell); column <= right / this.cell; column += 1) {
      for (let row = Math.floor(top / this.cell); row <= bottom / this.cell; row += 1) yield `${column},${row}`;
    }
  }

  add(left, top, right, bottom) {
    for (const key of this.around(left, top, right, bottom)) {
      if (!this.cells.has(key)) this.cells.set(key, []);
      this.cells.get(key).push([left, top, right, bottom]);
    }
  }

  isFree(left, top, right, bottom) {
    if (left < 2 || top < 2 || right > this.width - 2 || bottom > this.height - 2) return false;
    for (const key of this.around(left, top, right, bottom)) {
      for (const [a, b, c, d] of this.cells.get(key) ?? []) if (left < c && a < right && top < d && b < bottom) return false;
    }
    return true;
  }
}
