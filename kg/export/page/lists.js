// The lists: disputes first, then claims, voices and articles. Everything in the network can be read here as well.

const TABS = [
  ["disputes", "Disputes", data.disputes.length, disputesList],
  ["updates", "Updates", data.developments.length, developmentsList],
  ["figures", "Figures", data.figures.length, figuresList],
  ["claims", "Claims", data.claims.length, claimsTable],
  ["voices", "Voices", null, voicesList],
  ["articles", "Articles", data.articles.length, articlesList],
].filter(([name, , count]) => !["updates", "figures"].includes(name) || count);

const order = { by: "published", isDown: false };
const firstTab = data.disputes.length ? "disputes" : "claims";
let tab = firstTab;

function drawTabs() {
  byName("tabs").replaceChildren(
    ...TABS.map(([name, label, count]) => el(
      "button",
      {
        type: "button", role: "tab", id: `tab-${name}`, "aria-controls": "list", "aria-selected": String(tab === name),
        tabindex: tab === name ? "0" : "-1", click: () => showTab(name),
      },
      label,
      el("small", {}, (count ?? voices().length).toLocaleString()),
    )),
  );
}

function showTab(name, { isFromAddress = false } = {}) {
  tab = name;
  if (!isFromAddress && !state.selected && addressed().name !== addressName()) history.pushState(null, "", address());
  drawTabs();
  drawList();
  byName("list").scrollTop = 0;
}

function drawList() {
  const [name, , , build] = TABS.find(([key]) => key === tab);
  const list = byName("list");
  list.className = name;
  list.setAttribute("aria-labelledby", `tab-${name}`);
  list.replaceChildren(el("div", { class: "flow" }, build()));
  markSelected();
}

/** Marks all that stands for the selected node. */
function markSelected() {
  for (const element of byName("list").querySelectorAll("[data-open]")) {
    const isSelected = element.dataset.open === state.selected;
    element.classList.toggle("selected", isSelected);
    if (isSelected) element.scrollIntoView({ block: "nearest" });
  }
}

const note = (words) => el("p", { class: "empty" }, words);

function disputesList() {
  return threadsList(data.disputes, "contradiction", "No claim here contradicts another.");
}

function developmentsList() {
  return threadsList(data.developments, "update", "No claim here updates another.");
}

function threadsList(threads, relation, ifNone) {
  const kept = threads.filter((thread) => thread.relations.some((place) => isSure(data.relations[place])));
  if (!kept.length) return note(threads.length ? "Nothing here between claims of this confidence." : ifNone);
  return kept.map((thread) => threadCard(thread, relation));
}

const CHARTS_AT_ONCE = 20;

/** A chart for each figure that is repeated, disputed or brought up to date. */
function figuresList(most = CHARTS_AT_ONCE) {
  const rows = data.figures.slice(0, most).map((thread) => el(
    "article",
    { class: "thread figure" },
    el("h2", {}, el("button", { type: "button", class: "title", dir: "auto", "data-open": thread.id }, thread.title)),
    el("p", { class: "meta" }, `${counted(thread.voices, "voice")} · ${counted(thread.claims.length, "claim")}`),
    chartOf(thread) ?? note("No figure of this confidence."),
  ));
  if (most >= data.figures.length) return rows;
  const more = () => byName("list").replaceChildren(el("div", { class: "flow" }, figuresList(most + CHARTS_AT_ONCE)));
  return [...rows, el("button", { type: "button", class: "more-rows", click: more }, `Show more of ${counted(data.figures.length, "figure")}`)];
}

/** One dispute or development: each side in its own words, and why they are set beside one another. */
function threadCard(thread, relation) {
  const scale = scaleOf(thread);
  const members = thread.claims.map((id) => claims.get(id)).filter(isTrusted);
  const size = (claim) => {
    const quantity = quantityOf(thread, claim);
    return quantity ? ends(quantity)[0] : Infinity;
  };
  const isBySize = scale && relation === "contradiction";
  members.sort((left, right) => (isBySize ? size(left) - size(right) : 0) || inOrder(left, right));
  const papers = new Set(members.map((claim) => claim.article)).size;
  const rows = thread.relations.map((place) => data.relations[place]).filter(isSure);
  return el(
    "article",
    { class: `thread ${relation}` },
    el("h2", {}, el("button", { type: "button", class: "title", dir: "auto", "data-open": thread.id }, thread.title)),
    thread.sides.length ? el("p", { class: "meta weight" }, balanceOf(thread)) : null,
    el("p", { class: "meta" }, [counted(thread.voices, "voice"), counted(papers, "article"), counted(rows.length, relation)].join(" · ")),
    scale && el("p", { class: "scale" }, el("span", {}, amount(scale.low)), el("span", {}, scale.isWide ? "logarithmic" : ""), el("span", {}, amount(scale.high))),
    el("ul", { class: "sides" }, sameWords(members).map((group) => side(thread, scale, group))),
    reasons(rows, relation),
  );
}

/** Claims of one speaker in the same words, as in reprints, count as one side. */
function sameWords(members) {
  const groups = new Map();
  for (const claim of members) {
    const key = `${claim.speaker ?? claim.article}\n${claim.text.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, " ")}`;
    groups.set(key, [...(groups.get(key) ?? []), claim]);
  }
  return [...groups.values()];
}

function side(thread, scale, [claim, ...copies]) {
  const quantity = scale && quantityOf(thread, claim);
  return el("li", {}, claimButton(claim, { copies: copies.length, plot: quantity && plotted(scale, quantity) }));
}

function reasons(rows, relation) {
  const items = rows.map((row) => el("li", {}, row.why, row.independent ? null : el("em", { class: "tag" }, "same origin")));
  if (rows.length <= 2) return el("ul", { class: "why" }, items);
  return el("details", { class: "reasons" }, el("summary", {}, `Why: ${counted(rows.length, relation)}`), el("ul", { class: "why" }, items));
}

/** A claim as a button: who, the words, and where. */
function claimButton(claim, { copies = 0, plot = null, isOwn = false } = {}) {
  const article = articles.get(claim.article);
  const who = claim.speaker ?? claim.article;
  return el(
    "button",
    { type: "button", class: "claim", "data-open": claim.id },
    isOwn && !claim.via.length ? null : el("span", { class: "who" }, glyph(kindOf(who)), el("b", {}, speakerName(claim)), claim.via.length ? el("span", {}, ` via ${claim.via.map(nameOf).join(", ")}`) : null),
    quotation(claim),
    plot,
    el("span", { class: "where" }, imprint(article) || titleOf(article), copies ? ` and ${counted(copies, "copy", "copies")}` : "", claim.said ? el("span", {}, `said ${readableDate(claim.said.edtf)}`) : null, el("span", { class: "sure", title: "Confidence" }, `${percent(claim.confidence)} sure`), claim.origins > 1 ? el("span", { class: "sure" }, counted(claim.origins, "independent origin")) : null, isDisputed(claim.id) ? el("em", { class: "tag disputed" }, "disputed") : null),
  );
}

function speakerName(claim) {
  if (claim.speaker) return claim.style === "narrated" ? `${nameOf(claim.speaker)} (own account)` : nameOf(claim.speaker);
  return claim.style === "narrated" ? "The article itself" : "Nobody named";
}

const COLUMNS = [
  ["speaker", "Speaker", speakerName],
  ["text", "Claim", (claim) => claim.text],
  ["figures", "Figures", (claim) => claim.quantities.map(figure).join("; ")],
  ["published", "Article", (claim) => `${articles.get(claim.article).published ?? "9999"} ${nameOf(claim.article)}`],
  ["modality", "Put as", (claim) => claim.modality],
  ["confidence", "Sure", (claim) => claim.confidence],
];

/** All claims: a table where there is room, one below the other where there is not. */
function claimsTable() {
  const kept = data.claims.filter(isTrusted);
  if (!kept.length) return note("No claim of this confidence.");
  const value = COLUMNS.find(([name]) => name === order.by)[2];
  const compare = (left, right) => {
    const [a, b] = [value(left), value(right)];
    return (typeof a === "number" ? a - b : a.localeCompare(b, "en", { numeric: true })) || inOrder(left, right);
  };
  kept.sort(order.by === "published" ? inOrder : compare);
  if (order.isDown) kept.reverse();
  return el(
    "table",
    {},
    el("caption", { class: "unseen" }, "All claims"),
    el("thead", {}, el("tr", {}, COLUMNS.map(heading))),
    el("tbody", {}, kept.map(claimRow)),
  );
}

function heading([name, label]) {
  const direction = order.by !== name ? "none" : order.isDown ? "descending" : "ascending";
  const sort = () => {
    Object.assign(order, { isDown: order.by === name && !order.isDown, by: name });
    drawList();
  };
  return el("th", { scope: "col", "aria-sort": direction }, el("button", { type: "button", click: sort }, label));
}

function claimRow(claim) {
  const cells = [
    speakerName(claim),
    el("button", { type: "button", class: "plain", "data-open": claim.id }, quotation(claim)),
    claim.quantities.map(figure).join("; "),
    imprint(articles.get(claim.article)) || nameOf(claim.article),
    claim.modality,
    percent(claim.confidence),
  ];
  return el("tr", { class: isDisputed(claim.id) ? "disputed" : "" }, COLUMNS.map(([name], place) => el("td", { class: `cell-${name}` }, cells[place])));
}

/** Everyone who says or passes on something, the most quoted first. */
function voices() {
  const weight = (row) => saidBy.of(row.id).length + passedOnBy.of(row.id).length;
  return data.entities.filter(weight).sort((left, right) => weight(right) - weight(left) || left.name.localeCompare(right.name, "en"));
}

function voicesList() {
  const most = Math.max(1, ...voices().map((row) => saidBy.of(row.id).length));
  return el("ul", { class: "rows" }, voices().filter((row) => [saidBy, passedOnBy].some((rows) => rows.of(row.id).some(isTrusted))).map((row) => {
    const said = saidBy.of(row.id).filter(isTrusted);
    const disputed = said.filter((claim) => isDisputed(claim.id)).length;
    const passed = passedOnBy.of(row.id).filter(isTrusted);
    const papers = new Set([...said, ...passed].map((claim) => claim.article)).size;
    const talk = [said.length && counted(said.length, "claim"), passed.length && `${passed.length} passed on`].filter(Boolean).join(", ");
    const bar = el("span", { class: "bar", "aria-hidden": "true" });
    bar.style.width = `${(said.length / most) * 100}%`;
    return el("li", {}, el(
      "button",
      { type: "button", class: "row-button", "data-open": row.id },
      glyph(row.kind),
      el("span", { class: "label" }, el("b", {}, row.name), row.role ? el("span", {}, ` ${row.role}`) : null, el("span", { class: "meta" }, `${talk} in ${counted(papers, "article")}${disputed ? ` · ${disputed} disputed` : ""}`), bar),
    ));
  }));
}

function articlesList() {
  const rows = data.articles.filter((row) => isHeard(row.id)).sort((left, right) => byDate(left.id, right.id));
  return el("ul", { class: "rows" }, rows.map((article) => {
    const reported = reportedIn.of(article.id).filter(isTrusted);
    const disputed = reported.filter((claim) => isDisputed(claim.id)).length;
    return el("li", {}, el(
      "button",
      { type: "button", class: "row-button", "data-open": article.id },
      glyph("Article"),
      el("span", { class: "label" }, el("b", {}, titleOf(article)), el("span", { class: "meta" }, [imprint(article), counted(reported.length, "claim"), disputed && `${disputed} disputed`, article.origin && "reprint"].filter(Boolean).join(" · "))),
    ));
  }));
}
