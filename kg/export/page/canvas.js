// Draws nodes and their labels on vis-network's canvas.

const outlines = new Map(Object.entries(data.nodeLooks).map(([kind, look]) => [kind, new Path2D(look.path)]));
const wrapped = new Map();

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

/** The lines of a node's label. */
function linesOf(id, isFar = false) {
  const key = isFar ? `far ${id}` : id;
  if (wrapped.has(key)) return wrapped.get(key);
  const claim = claims.get(id);
  const name = claim?.style === "direct" ? `“${claim.text}”` : nameOf(id);
  wrapped.set(key, wrap(name, claim && !isFar ? LABEL.claimLines : LABEL.lines));
  return wrapped.get(key);
}

/** Draws all labels that find a place, after the nodes. */
function drawLabels(ctx) {
  const ratio = network.canvas.pixelRatio;
  const scale = network.getScale();
  ctx.save();
  ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
  startLabels(ctx);
  const { clientWidth, clientHeight } = byName("canvas");
  const taken = takenBoxes();
  const spots = [];
  for (const [id, position] of Object.entries(network.getPositions())) {
    const { x, y } = network.canvasToDOM(position);
    if (x < -80 || y < -40 || x > clientWidth + 80 || y > clientHeight + 40) continue;
    const radius = data.nodeLooks[kindOf(id)].radius * swell(scale) * weightOf(id) * scale;
    spots.push({ id, x, y, radius });
    taken.add(x - radius - 2, y - radius, x + radius + 2, y + radius);
  }
  spots.sort((left, right) => importance(right.id) - importance(left.id) || (left.id < right.id ? -1 : 1));
  for (const spot of spots) {
    const isStrong = spot.id === state.selected || spot.id === state.hovered;
    const lines = linesOf(spot.id, scale < LABEL.near && !isStrong);
    writeLabel(ctx, { ...spot, lines, kind: kindOf(spot.id), isStrong, opacity: isInFocus(spot.id) ? 1 : 0.15 }, taken);
  }
  ctx.restore();
}
