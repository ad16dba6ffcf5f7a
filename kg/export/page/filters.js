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
  for (const [name, value] of networkSettings()) settings.set(name, value);
  const hidden = Object.keys(data.nodeLooks).filter((kind) => !state.kinds.has(kind));
  if (hidden.length) settings.set("without", hidden.join(" "));
  const fragment = `${encodeURI(addressName())}${settings.size ? `?${settings}` : ""}`;
  return fragment ? `#${fragment}` : location.pathname + location.search;
}

const addressName = () => state.selected ?? (tab === firstTab ? "" : tab);

/** What the address names behind its #, and its filters; nothing where it is garbled. */
function addressed() {
  const none = { name: "", without: [], changed: { confidence: 0, isDisputedOnly: false, until: DAYS.length, isEgo: false } };
  const [name, query] = location.hash.slice(1).split("?", 2);
  const settings = new URLSearchParams(query);
  const until = settings.get("until");
  try {
    return {
      name: decodeURIComponent(name),
      isWhole: settings.get("part") === "all",
      without: (settings.get("without") ?? "").split(" ").filter((kind) => kind in data.nodeLooks),
      changed: {
        confidence: Number(settings.get("confidence")) || 0,
        isDisputedOnly: settings.get("only") === "disputed",
        until: until === null ? DAYS.length : DAYS.filter((day) => day <= until && until !== "none").length,
        isEgo: settings.get("view") === "neighbours",
      },
    };
  } catch {
    return none;
  }
}

/** Opens what the address names, with its filters; a list's name opens that list. */
function followAddress() {
  const { name, changed, without } = addressed();
  const kinds = Object.keys(data.nodeLooks).filter((kind) => !without.includes(kind));
  if (kinds.join() !== [...state.kinds].join()) {
    state.kinds = new Set(kinds);
    drawLegend();
    refresh();
  }
  if (Object.keys(changed).some((key) => changed[key] !== filters[key])) setFilters(changed);
  const isList = TABS.some(([key]) => key === name);
  if (!isList && canOpen(name)) open(name, { isFromAddress: true });
  else {
    if (state.selected) open(null, { isFromAddress: true });
    const wanted = isList ? name : firstTab;
    if (wanted !== tab) showTab(wanted, { isFromAddress: true });
  }
}
