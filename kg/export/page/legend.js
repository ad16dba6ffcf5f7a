// The legend, which is the filter as well.

const MAIN_EDGES = 4; // kinds that the legend always shows: contradicts, claims, cites, corroborates

/** The legend, which is the filter as well. */
function drawLegend() {
  const counts = networkCounts();
  const kinds = Object.entries(data.nodeLooks).map(([kind, look]) => {
    const count = counts.nodes[kind];
    return count && switchFor(state.kinds, kind, glyph(kind), look.plural, count, "node-kind");
  });
  const edges = Object.entries(data.edgeLooks).map(([kind, look]) => {
    const count = counts.edges[kind];
    return count && switchFor(state.edges, kind, stroke(kind), look.label, count, "edge-kind");
  });
  const [main, others] = [edges.slice(0, MAIN_EDGES), edges.slice(MAIN_EDGES)].map((row) => row.filter(Boolean));
  const isMore = byName("legend").querySelector("details")?.open ?? false;
  byName("legend").replaceChildren(
    el("div", { class: "row", role: "group", "aria-label": "Kinds of node" }, kinds.filter(Boolean)),
    el("div", { class: "row", role: "group", "aria-label": "Kinds of edge" }, main, el("details", { class: "more", open: isMore, toggle: resizeNetwork }, el("summary", {}, "More lines"), el("div", { class: "row" }, others))),
  );
}

/** Tells in the legend how many nodes of each kind are drawn out of how many there are. */
function countDrawn(counts) {
  for (const button of byName("legend").querySelectorAll("[data-node-kind]")) {
    const [count, total] = [counts[button.dataset.nodeKind] ?? 0, Number(button.dataset.total)];
    button.querySelector("small").textContent = count === total ? total.toLocaleString() : `${count.toLocaleString()}/${total.toLocaleString()}`;
  }
}

/** Shows those who are mentioned but say nothing, with the edges that tie them in. */
function showMentioned(isOn) {
  state.mentioned = isOn;
  for (const kind of OF_SELECTED) {
    if (kind === "publishedBy") continue;
    if (isOn) state.edges.add(kind);
    else state.edges.delete(kind);
  }
  drawLegend();
  refresh();
}

function switchFor(shown, kind, picture, label, count, name) {
  return el(
    "button",
    {
      type: "button",
      class: "switch",
      [`data-${name}`]: kind,
      "data-total": count,
      "aria-pressed": String(shown.has(kind)),
      click(event) {
        if (!shown.delete(kind)) shown.add(kind);
        drawLegend();
        refresh();
        history.replaceState(null, "", address());
        byName("legend").querySelector(`[data-${name}="${kind}"]`).focus();
        announce(`${label} ${shown.has(kind) ? "shown" : "hidden"}`);
        event.stopPropagation();
      },
    },
    picture,
    el("span", {}, label),
    el("small", {}, count.toLocaleString()),
  );
}
