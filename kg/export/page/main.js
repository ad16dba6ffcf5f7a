// Starts the page and ties keyboard, address and buttons to it.

/** Opens a node once what is known of it is there, or with null closes the panel; the address follows, so that it can be passed on. */
function open(id, how = {}) {
  return whenKnown(id, (name) => show(name, how));
}

function show(id, { isFromNetwork = false, isFromAddress = false, hasFocus = false, view = null, at = null }) {
  state.selected = id;
  if (id && !isFromNetwork) state.view = null; // it is brought into view
  if (!isFromAddress && addressed().name !== addressName()) history.pushState(null, "", address());
  drawPanel();
  markSelected();
  resizeNetwork();
  showSelection({ isFromNetwork });
  if (view) look(view);
  announce(id ? `${kindOf(id)} opened: ${nameOf(id)}` : "Panel closed");
  if (hasFocus) byName("panel").focus();
  if (at) pointOut(at);
}

/** Brings a claim into view in the article that is open, and marks it out among the others. */
function pointOut(claim) {
  const marks = byName("panel").querySelectorAll(`mark[data-claim="${CSS.escape(claim)}"]`);
  for (const mark of marks) mark.classList.add("sought");
  marks[0]?.scrollIntoView({ block: "center" });
}

function setView(view) {
  document.body.dataset.view = view;
  for (const button of document.querySelectorAll(".views button")) button.setAttribute("aria-pressed", String(button.dataset.view === view));
  resizeNetwork();
  if (!byName("canvas").clientWidth) return;
  if (state.view) moveTo(state.view, false);
  else if (state.selected) reveal(state.selected);
  else fit({ isAnimated: false });
}

/** Calls back with whether a button that stays pressed is so now. */
function onToggle(name, change) {
  byName(name).addEventListener("click", (event) => {
    const isOn = event.currentTarget.getAttribute("aria-pressed") !== "true";
    event.currentTarget.setAttribute("aria-pressed", String(isOn));
    change(isOn);
  });
}

function startTools() {
  onToggle("mentioned", (isOn) => { showMentioned(isOn); fit(); keepAddress(); });
  byName("fit").addEventListener("click", () => fit());
  byName("closer").addEventListener("click", () => zoom(1.35));
  byName("further").addEventListener("click", () => zoom(1 / 1.35));
  for (const button of document.querySelectorAll(".views button")) button.addEventListener("click", () => setView(button.dataset.view));
}

function startKeyboard() {
  document.addEventListener("keydown", (event) => {
    const isTyping = event.target.matches("input[type=search]");
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "/" && !isTyping) {
      byName("search").focus();
      byName("search").select();
      event.preventDefault();
    } else if (event.key === "Escape") {
      const wasOpen = state.selected;
      open(null);
      if (wasOpen) (byName("list").querySelector(`[data-open="${CSS.escape(wasOpen)}"]`) ?? byName("list")).focus();
    } else if (event.key === "0" && !isTyping) fit();
    else if (event.key.startsWith("Arrow")) moveFocus(event);
  });
}

/** Arrow keys: from row to row in a list, from tab to tab, from node to node in the network. */
function moveFocus(event) {
  const { target, key } = event;
  const step = key === "ArrowDown" || key === "ArrowRight" ? 1 : -1;
  if (target.closest("#tabs")) {
    const place = TABS.findIndex(([name]) => name === tab);
    showTab(TABS[(place + step + TABS.length) % TABS.length][0]);
    byName(`tab-${tab}`).focus();
  } else if (target.closest("#canvas")) {
    const next = neighbourTowards(key);
    if (next) open(next);
  } else if (target.closest("#list, #panel") && (key === "ArrowDown" || key === "ArrowUp")) {
    const rows = [...target.closest("#list, #panel").querySelectorAll("button[data-open], summary")];
    const next = rows[rows.indexOf(target) + step];
    if (!next) return;
    next.focus();
  } else return;
  event.preventDefault();
}

function start() {
  applyTheme();
  byName("totals").replaceChildren(...[
    counted(data.totals.articles, "article"),
    counted(data.totals.claims, "claim"),
    counted(data.totals.voices, "voice"),
    counted(data.totals.disputes, "dispute"),
  ].map((words, place) => el("span", {}, place ? ` · ${words}` : words)));
  drawTabs();
  drawList();
  drawLegend();
  startNetwork();
  startTools();
  startFilters();
  startSearch();
  startKeyboard();
  setView(isNarrow() ? "list" : "both");
  matchMedia(NARROW).addEventListener("change", () => setView(isNarrow() ? "list" : "both"));
  document.addEventListener("click", (event) => {
    const target = event.target.closest("[data-open]");
    if (!target) return;
    open(target.dataset.open, { hasFocus: event.detail === 0, at: target.dataset.at }); // by the keyboard
  });
  document.addEventListener("keydown", (event) => {
    const point = event.target.closest?.("[role=button][data-open]");
    if (!point || (event.key !== "Enter" && event.key !== " ")) return;
    event.preventDefault();
    open(point.dataset.open, { hasFocus: true });
  });
  addEventListener("popstate", followAddress);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
    applyTheme();
    refresh();
  });
  followAddress();
  if (!state.selected && !state.view) fit({ isAnimated: false });
  window.kg = { data, open, placesOf, viewNow, get network() { return network; } }; // for the console of whoever wants more
  document.body.dataset.ready = "true";
}

start();
