// What is left out everywhere, in network, lists and panel, and the address that tells it to others.

const DAYS = data.days; // of publication, in order
const filters = {
  confidence: 0, // least, in per cent
  isDisputedOnly: false,
  until: DAYS.length, // how many of the days of publication are in view; with all of them, what has no date as well
  isEgo: false, // only what is open and its neighbours
};

const isUntil = (article) => filters.until === DAYS.length || (article.published ? article.published.slice(0, 10) <= (DAYS[filters.until - 1] ?? "") : false);

/** Whether a claim passes all filters. */
const isTrusted = (claim) => claim.confidence * 100 >= filters.confidence && (!filters.isDisputedOnly || isDisputed(claim.id)) && isUntil(articles.get(claim.article));
const isSure = (row) => [row.left, row.right].every((id) => claims.has(id) && isTrusted(claims.get(id)));

/** Sets some of the filters and draws everything anew. */
function setFilters(changed) {
  Object.assign(filters, changed);
  drawFilters();
  refresh();
  drawList();
  drawPanel();
}

/** Shows the filters as they are set. */
function drawFilters() {
  const confidence = byName("confidence");
  confidence.value = filters.confidence;
  filters.confidence = Number(confidence.value); // the field keeps to its bounds and steps
  byName("confidence-value").textContent = filters.confidence ? `≥ ${filters.confidence} %` : "all";
  confidence.setAttribute("aria-valuetext", filters.confidence ? `at least ${filters.confidence} %` : "all claims");
  const until = byName("until");
  until.value = filters.until;
  const day = DAYS[filters.until - 1];
  const words = filters.until === DAYS.length ? "any day" : day ? readableDate(day) : "none";
  byName("until-value").textContent = words;
  until.setAttribute("aria-valuetext", filters.until === DAYS.length ? "published on any day or undated" : `published until ${words}, undated articles left out`);
  byName("disputed-only").setAttribute("aria-pressed", String(filters.isDisputedOnly));
  byName("ego").setAttribute("aria-pressed", String(filters.isEgo));
}

function startFilters() {
  const change = (changed) => {
    setFilters(changed);
    history.replaceState(null, "", address());
  };
  byName("until").max = DAYS.length;
  byName("until").closest("label").hidden = DAYS.length < 2;
  byName("confidence").addEventListener("input", (event) => change({ confidence: Number(event.target.value) }));
  byName("until").addEventListener("input", (event) => change({ until: Number(event.target.value) }));
  byName("disputed-only").addEventListener("click", () => {
    change({ isDisputedOnly: !filters.isDisputedOnly });
    fit();
    announce(filters.isDisputedOnly ? "Only what is disputed" : "Everything");
  });
  byName("ego").addEventListener("click", () => {
    change({ isEgo: !filters.isEgo });
    if (state.selected) reveal(state.selected);
    announce(filters.isEgo ? "Only what is open and its neighbours" : "Everything");
  });
  drawFilters();
}

/** The address of what is seen now: what is open, else the list, and whatever is filtered. */
function address() {
  const settings = new URLSearchParams();
  if (filters.confidence) settings.set("confidence", filters.confidence);
  if (filters.until < DAYS.length) settings.set("until", DAYS[filters.until - 1] ?? "none");
  if (filters.isDisputedOnly) settings.set("only", "disputed");
  if (filters.isEgo) settings.set("view", "neighbours");
  const hidden = Object.keys(data.nodeLooks).filter((kind) => !state.kinds.has(kind));
  if (hidden.length) settings.set("without", hidden.join(" "));
  if (state.mentioned) settings.set("also", "mentioned");
  const lines = Object.keys(data.edgeLooks).filter((kind) => state.edges.has(kind));
  if (lines.join() !== usualEdges(state.mentioned).join()) settings.set("lines", lines.join(" "));
  for (const [name, value] of networkSettings()) settings.set(name, value);
  if (state.view) settings.set("at", [Math.round(state.view.x), Math.round(state.view.y), Number(state.view.scale.toPrecision(3))].join(" "));
  const fragment = `${encodeURI(addressName())}${settings.size ? `?${settings}` : ""}`;
  return fragment ? `#${fragment}` : location.pathname + location.search;
}

const addressName = () => state.selected ?? (tab === firstTab ? "" : tab);

const PAUSE = 100; // milliseconds; browsers take no more than a few addresses a second
let keeping;

/** Puts the address of what is seen now in the place of the one before. */
function keepAddress() {
  clearTimeout(keeping);
  keeping = setTimeout(() => history.replaceState(null, "", address()), PAUSE);
}

/** What the address names behind its #, and its filters; nothing where it is garbled. */
function addressed() {
  const [name, settings] = parsed(location.hash.slice(1));
  const until = settings.get("until");
  const isMentioned = settings.get("also") === "mentioned";
  const kindsIn = (words, looks) => words.split(" ").filter((kind) => Object.hasOwn(looks, kind));
  const without = kindsIn(settings.get("without") ?? "", data.nodeLooks);
  const [x, y, scale] = (settings.get("at") ?? "").split(" ").map(Number);
  return {
    name,
    settings,
    isMentioned,
    kinds: Object.keys(data.nodeLooks).filter((kind) => !without.includes(kind)),
    edges: settings.has("lines") ? kindsIn(settings.get("lines"), data.edgeLooks) : usualEdges(isMentioned),
    view: scale > 0 && [x, y, scale].every(Number.isFinite) ? { x, y, scale } : null,
    changed: {
      confidence: Number(settings.get("confidence")) || 0,
      isDisputedOnly: settings.get("only") === "disputed",
      until: until === null ? DAYS.length : DAYS.filter((day) => day <= until && until !== "none").length,
      isEgo: settings.get("view") === "neighbours",
    },
  };
}

function parsed(fragment) {
  const [name, query] = fragment.split("?", 2);
  try {
    return [decodeURIComponent(name), new URLSearchParams(query)];
  } catch {
    return ["", new URLSearchParams()];
  }
}

/** Opens what the address names, with its filters; a list's name opens that list. */
function followAddress() {
  const { name, settings, changed, isMentioned, kinds, edges, view } = addressed();
  const wasMoved = Boolean(state.view);
  const areFoldsSame = followSettings(settings);
  const isSame = areFoldsSame && kinds.join() === [...state.kinds].join() && isMentioned === state.mentioned && edges.length === state.edges.size && edges.every((kind) => state.edges.has(kind));
  if (!isSame) {
    Object.assign(state, { kinds: new Set(kinds), edges: new Set(edges), mentioned: isMentioned });
    byName("mentioned").setAttribute("aria-pressed", String(isMentioned));
    drawLegend();
    refresh();
  }
  if (Object.keys(changed).some((key) => changed[key] !== filters[key])) setFilters(changed);
  const isList = TABS.some(([key]) => key === name);
  if (!isList && canOpen(name)) open(name, { isFromAddress: true, view });
  else {
    if (state.selected) open(null, { isFromAddress: true });
    const wanted = isList ? name : firstTab;
    if (wanted !== tab) showTab(wanted, { isFromAddress: true });
    if (view) look(view);
    else if (wasMoved) fit();
  }
}
