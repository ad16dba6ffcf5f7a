// Starts the page and ties keyboard, address and buttons to it.

/** Opens a node, or with null closes the panel; the address follows, so that it can be passed on. */
function open(id, { isFromNetwork = false, isFromAddress = false } = {}) {
  state.selected = id && canOpen(id) ? id : null;
  if (!isFromAddress && addressed().name !== addressName()) history.pushState(null, "", address());
  drawPanel();
  markSelected();
  network.setSize();
  if (!state.selected) {
    network.unselectAll();
    refresh();
  } else if (isFromNetwork) {
    refresh();
    if (nodesById.has(state.selected)) network.selectNodes([state.selected], false);
  } else reveal(state.selected);
  announce(state.selected ? `${kindOf(state.selected)} opened: ${nameOf(state.selected)}` : "Panel closed");
}

function setView(view) {
  const wasHidden = !byName("canvas").clientWidth;
  document.body.dataset.view = view;
  for (const button of document.querySelectorAll(".views button")) button.setAttribute("aria-pressed", String(button.dataset.view === view));
  network.setSize();
  network.redraw();
  if (!wasHidden || !byName("canvas").clientWidth) return;
  if (state.selected) reveal(state.selected);
  else fit({ isAnimated: false }); // there was nothing to fit it into before
}

function startTools() {
  const toggle = (name, change) => byName(name).addEventListener("click", (event) => {
    const isOn = event.currentTarget.getAttribute("aria-pressed") !== "true";
    event.currentTarget.setAttribute("aria-pressed", String(isOn));
    change(isOn);
  });
  toggle("all", (isOn) => { state.all = isOn; refresh(); fit(); });
  toggle("mentioned", (isOn) => { showMentioned(isOn); fit(); });
  toggle("physics", (isOn) => {
    state.isFloating = isOn;
    network.setOptions({ physics: isOn && { solver: "forceAtlas2Based", stabilization: false, minVelocity: 1, timestep: 0.4 } });
    if (!isOn) refresh();
  });
  byName("fit").addEventListener("click", () => fit());
  byName("closer").addEventListener("click", () => zoom(1.35));
  byName("further").addEventListener("click", () => zoom(1 / 1.35));
  for (const button of document.querySelectorAll(".views button")) button.addEventListener("click", () => setView(button.dataset.view));
}

const zoom = (factor) => network.moveTo({ scale: network.getScale() * factor, animation: animation() });

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
  byName("totals").textContent = [
    counted(data.articles.length, "article"),
    counted(data.claims.length, "claim"),
    counted(voices().length, "voice"),
    counted(data.disputes.length, "dispute"),
  ].join(" · ");
  drawTabs();
  drawList();
  drawLegend();
  state.part = addressed().isWhole ? null : contestedPart();
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
    open(target.dataset.open);
    if (event.detail === 0) byName("panel").focus(); // by the keyboard
  });
  document.addEventListener("keydown", (event) => {
    const point = event.target.closest?.("[role=button][data-open]");
    if (!point || (event.key !== "Enter" && event.key !== " ")) return;
    event.preventDefault();
    open(point.dataset.open);
    byName("panel").focus();
  });
  addEventListener("popstate", followAddress);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
    applyTheme();
    refresh();
  });
  followAddress();
  if (!state.selected) fit({ isAnimated: false });
  window.kg = { data, network, open }; // for the console of whoever wants more
  document.body.dataset.ready = "true";
}

start();
