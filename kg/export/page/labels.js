// Labels of nodes: they keep one size at every zoom and, as on a map, the most important ones win.

const LABEL = { size: 12, lineHeight: 14, width: 24, lines: 2, claimLines: 3, near: 0.6 };
const SERIF = 'Georgia, "Liberation Serif", serif';
const FONT = '"Helvetica Neue", "Liberation Sans", Arial, sans-serif';

/** How much larger than at zoom 1 a node is drawn, so that it stays visible from afar. */
const swell = (scale) => Math.max(1, Math.min(2.4, 0.62 / scale));

/** A name in at most so many lines of at most LABEL.width letters. */
function wrap(name, most) {
  const lines = [""];
  for (const word of name.split(/\s+/)) {
    const longer = `${lines.at(-1)} ${word}`.trim();
    if (longer.length <= LABEL.width || lines.at(-1) === "") lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  const kept = lines.slice(0, most).map((line) => (line.length > LABEL.width + 4 ? `${line.slice(0, LABEL.width)}…` : line));
  if (lines.length > most) kept[most - 1] = `${kept[most - 1].slice(0, LABEL.width - 1).replace(/[\s,.;:]+$/, "")}…`;
  return kept;
}

/** The rectangles that labels must keep clear of: to begin with, those of the tools. */
function takenBoxes() {
  const { clientWidth, clientHeight } = byName("canvas");
  const taken = new Boxes(clientWidth, clientHeight);
  const tools = byName("tools");
  taken.add(tools.offsetLeft, tools.offsetTop, tools.offsetLeft + tools.offsetWidth, tools.offsetTop + tools.offsetHeight);
  return taken;
}

function startLabels(ctx) {
  ctx.textAlign = "center";
  ctx.textBaseline = "top";
  ctx.lineJoin = "round";
}

/** Writes a label beside its node where it finds a place, or in any case where it is strong; returns whether it did. */
function writeLabel(ctx, { lines, kind, x, y, radius, isStrong, opacity }, taken) {
  ctx.font = `${isStrong || kind === "Article" ? 600 : 400} ${LABEL.size + (kind === "Claim")}px ${kind === "Claim" ? SERIF : FONT}`;
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
  const place = places.find(([left, top]) => taken.isFree(left - width / 2, top, left + width / 2, top + height)) ?? (isStrong && places[0]);
  if (!place) return false;
  const [left, top] = place;
  taken.add(left - width / 2, top, left + width / 2, top + height);
  ctx.globalAlpha = opacity;
  ctx.strokeStyle = theme.paper;
  ctx.lineWidth = 4;
  ctx.fillStyle = theme.ink;
  lines.forEach((line, row) => {
    ctx.strokeText(line, left, top + row * LABEL.lineHeight);
    ctx.fillText(line, left, top + row * LABEL.lineHeight);
  });
  return true;
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
