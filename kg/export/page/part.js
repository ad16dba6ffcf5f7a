// A network of many nodes opens on its most contested part, and says so.

const MANY = { nodes: 1000, shown: 300 };

const isLarge = () => data.network.nodes.length > MANY.nodes;

/** Ids of the nodes that a large network opens with, null where all have room: disputes in their order, then the main voices. */
function contestedPart() {
  if (!isLarge()) return null;
  const part = new Set();
  const take = (id) => {
    for (const claim of claims.has(id) ? [claims.get(id)] : []) for (const end of [claim.article, claim.speaker, ...claim.via]) if (end) part.add(end);
    part.add(id);
  };
  for (const thread of data.disputes) {
    if (part.size >= MANY.shown) break;
    thread.claims.forEach(take);
  }
  for (const row of voices()) {
    if (part.size >= MANY.shown) break;
    take(row.id);
    for (const claim of saidBy.of(row.id)) part.add(claim.article);
  }
  return part;
}

/** Tells that only a part is drawn, and of how much. */
function drawPartNote(count) {
  const bar = byName("part-note");
  bar.hidden = !folds.part;
  if (!folds.part) return;
  const words = `${data.disputes.length ? "The most contested part" : "The most quoted"}: ${count.toLocaleString()} of ${data.network.nodes.length.toLocaleString()} nodes. `;
  bar.replaceChildren(words, el("button", { type: "button", class: "link", click: showWhole }, "Show all"));
}

function showWhole() {
  folds.part = null;
  refresh();
  fit();
  history.replaceState(null, "", address());
  announce("The whole network is shown");
}
