// The field to search in, with what is found below it.

const hits = { rows: [], at: -1, query: "", isGoing: false }; // isGoing: the best hit is to be opened as soon as it is there

function drawHits() {
  const field = byName("search");
  const list = byName("hits");
  const isEmpty = !field.value.trim();
  list.hidden = isEmpty;
  field.setAttribute("aria-expanded", String(!isEmpty));
  const options = hits.rows.map(({ id, kind, name, note: words }, place) => el(
    "li",
    { role: "option", id: `hit-${place}`, "data-hit": id, "aria-selected": String(place === hits.at) },
    kind in data.nodeLooks ? glyph(kind) : stroke(THREAD_EDGES[kind]),
    el("span", {}, name, el("small", {}, kind in data.nodeLooks ? words : `${kind} · ${words}`)),
  ));
  list.replaceChildren(...(options.length ? options : [el("li", { class: "empty" }, "Nothing found")]));
  if (hits.at >= 0) {
    field.setAttribute("aria-activedescendant", `hit-${hits.at}`);
    list.children[hits.at].scrollIntoView({ block: "nearest" });
  } else field.removeAttribute("aria-activedescendant");
}

function startSearch() {
  const field = byName("search");
  field.addEventListener("input", () => {
    const query = field.value;
    hits.isGoing = false;
    whenFound(query, (rows) => {
      if (query !== field.value) return;
      Object.assign(hits, { rows, at: -1, query });
      drawHits();
      announce(counted(rows.length, "hit"));
      if (hits.isGoing && rows.length) goTo(rows[0].id);
    });
  });
  field.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      const step = event.key === "ArrowDown" ? 1 : -1;
      if (hits.rows.length) hits.at = (Math.max(hits.at, step > 0 ? -1 : 0) + step + hits.rows.length) % hits.rows.length;
      drawHits();
    } else if (event.key === "Enter" && hits.query !== field.value) {
      hits.isGoing = true;
    } else if (event.key === "Enter" && hits.rows.length) {
      goTo(hits.rows[Math.max(0, hits.at)].id);
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
  Object.assign(hits, { rows: [], at: -1, query: "" });
}
