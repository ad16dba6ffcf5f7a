// Search in names and in the words of claims, by the start of words first.

const MOST_HITS = 40;
const folded = (words) => words.normalize("NFKD").replaceAll(/\p{M}/gu, "").toLowerCase();

const searchable = data.network.nodes.map((node) => {
  const entity = entities.get(node.id);
  const words = entity ? [entity.name, ...entity.aliases].join(" · ") : nameOf(node.id);
  return { id: node.id, text: folded(words), bonus: node.group === "Claim" ? 0 : 1 };
});

const hits = { ids: [], at: -1 };

/** Ids of what matches, best first. */
function found(query) {
  const wanted = folded(query.trim()).split(/\s+/).filter(Boolean);
  if (!wanted.length) return [];
  const rows = [];
  for (const { id, text, bonus } of searchable) {
    if (!wanted.every((word) => text.includes(word))) continue;
    const starts = wanted.filter((word) => text.startsWith(word) || text.includes(` ${word}`)).length;
    const talk = Math.min(1, edgesOf.of(id).length / 50);
    rows.push({ id, score: bonus * 2 + (text.startsWith(wanted[0]) ? 2 : 0) + starts / wanted.length + talk });
  }
  rows.sort((left, right) => right.score - left.score || (left.id < right.id ? -1 : 1));
  return rows.slice(0, MOST_HITS).map((row) => row.id);
}

function drawHits() {
  const field = byName("search");
  const list = byName("hits");
  const isEmpty = !field.value.trim();
  list.hidden = isEmpty;
  field.setAttribute("aria-expanded", String(!isEmpty));
  const options = hits.ids.map((id, place) => el(
    "li",
    { role: "option", id: `hit-${place}`, "data-hit": id, "aria-selected": String(place === hits.at) },
    glyph(kindOf(id)),
    el("span", {}, nameOf(id), el("small", {}, hitNote(id))),
  ));
  list.replaceChildren(...(options.length ? options : [el("li", { class: "empty" }, "Nothing found")]));
  if (hits.at >= 0) {
    field.setAttribute("aria-activedescendant", `hit-${hits.at}`);
    list.children[hits.at].scrollIntoView({ block: "nearest" });
  } else field.removeAttribute("aria-activedescendant");
}

function hitNote(id) {
  if (claims.has(id)) return speakerName(claims.get(id));
  if (articles.has(id)) return imprint(articles.get(id));
  const entity = entities.get(id);
  return [entity.role ?? entity.kind, entity.aliases.join(", ")].filter(Boolean).join(" · ");
}

function startSearch() {
  const field = byName("search");
  field.addEventListener("input", () => {
    Object.assign(hits, { ids: found(field.value), at: -1 });
    drawHits();
    announce(counted(hits.ids.length, "hit"));
  });
  field.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      const step = event.key === "ArrowDown" ? 1 : -1;
      if (hits.ids.length) hits.at = (Math.max(hits.at, step > 0 ? -1 : 0) + step + hits.ids.length) % hits.ids.length;
      drawHits();
    } else if (event.key === "Enter" && hits.ids.length) {
      goTo(hits.ids[Math.max(0, hits.at)]);
    } else if (event.key === "Escape") {
      if (field.value) event.stopPropagation();
      closeSearch({ isCleared: true });
    } else return;
    event.preventDefault();
  });
  field.addEventListener("focus", () => field.value && drawHits());
  byName("hits").addEventListener("mousedown", (event) => {
    const row = event.target.closest("[data-hit]");
    event.preventDefault();
    if (row) goTo(row.dataset.hit);
  });
  document.addEventListener("click", (event) => {
    if (!event.target.closest(".search")) closeSearch();
  });
}

function goTo(id) {
  closeSearch();
  byName("search").blur();
  open(id);
}

function closeSearch({ isCleared = false } = {}) {
  byName("hits").hidden = true;
  byName("search").setAttribute("aria-expanded", "false");
  if (!isCleared) return;
  byName("search").value = "";
  Object.assign(hits, { ids: [], at: -1 });
}
