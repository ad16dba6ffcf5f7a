// The lists: disputes first, then claims, voices and articles. Everything in the network can be read here as well.

const TABS = [
  ["disputes", "Disputes", data.totals.disputes, (rows) => threadsList(rows, "contradiction"), "dispute"],
  ["updates", "Updates", data.totals.developments, (rows) => threadsList(rows, "update"), "development"],
  ["figures", "Figures", data.totals.figures, figuresList, "figure"],
  ["claims", "Claims", data.totals.claims, claimsTable, "claim"],
  ["voices", "Voices", data.totals.voices, voicesList, "voice"],
  ["articles", "Articles", data.totals.articles, articlesList, "article"],
].filter(([name, , count]) => !["updates", "figures"].includes(name) || count);

const order = { by: "published", isDown: false };
const firstTab = data.totals.disputes ? "disputes" : "claims";
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
      el("small", {}, count.toLocaleString()),
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

/** Draws the list that is open, once its rows are there. */
function drawList() {
  const [name, , , build, thing] = TABS.find(([key]) => key === tab);
  whenListed(name, ({ rows, more = null }) => {
    const list = byName("list");
    const isMore = document.activeElement?.matches("#list > .more-rows");
    const buttons = () => list.querySelectorAll("[data-open]");
    const before = buttons().length;
    list.className = name;
    list.setAttribute("aria-labelledby", `tab-${name}`);
    list.replaceChildren(el("div", { class: "flow" }, build(rows)));
    if (more) list.append(moreButton(more, thing));
    markSelected();
    if (isMore) buttons()[before]?.focus();
  });
}

/** A button that brings in further rows, where there are any. */
function moreButton(more, thing) {
  return more && el("button", { type: "button", class: "more-rows", click: more.load }, `Show more of ${counted(more.total, thing)}`);
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

function threadsList(rows, relation) {
  if (rows.length) return rows.map((thread) => threadCard(thread, relation));
  return note(relation === "contradiction" && !data.totals.disputes ? "No claim here contradicts another." : "Nothing here between claims of this confidence.");
}

/** A chart for each figure that is repeated, disputed or brought up to date. */
function figuresList(rows) {
  return rows.map((thread) => el(
    "article",
    { class: "thread figure" },
    el("h2", {}, el("button", { type: "button", class: "title", dir: "auto", "data-open": thread.id }, thread.title)),
    el("p", { class: "meta" }, `${counted(thread.voices, "voice")} · ${counted(thread.claims.length, "claim")}`),
    chartOf(thread) ?? note("No figure of this confidence."),
  ));
}

/** One dispute or development: each side in its own words, and why they are set beside one another. */
function threadCard(thread, relation) {
  const scale = scaleOf(thread);
  const members = known(thread.claims).filter(isTrusted);
  const size = (claim) => {
    const quantity = quantityOf(thread, claim);
    return quantity ? ends(quantity)[0] : Infinity;
  };
  const isBySize = scale && relation === "contradiction";
  members.sort((left, right) => (isBySize ? size(left) - size(right) : 0) || inOrder(left, right));
  const papers = new Set(members.map((claim) => claim.article)).size;
  const rows = relationsIn(thread).filter(isSure);
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

/** Words alone, without case and punctuation, which reprints change. */
const barely = (words) => words.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, " ");

/** Claims of one speaker in the same words, as in reprints, count as one side. */
function sameWords(members) {
  const groups = new Map();
  for (const claim of members) {
    const key = `${claim.speaker ?? claim.article}\n${barely(claim.text)}`;
    groups.set(key, [...(groups.get(key) ?? []), claim]);
  }
  return [...groups.values()];
}

function side(thread, scale, [claim, ...copies]) {
  const quantity = scale && quantityOf(thread, claim);
  return el("li", {}, claimButton(claim, { copies: copies.length, plot: quantity && plotted(scale, quantity) }));
}

function reasons(rows, relation) {
  const items = whyItems(rows);
  if (items.length <= 2) return el("ul", { class: "why" }, items);
  return el("details", { class: "reasons" }, el("summary", {}, `Why: ${counted(rows.length, relation)}`), el("ul", { class: "why" }, items));
}

/** The reasons of relations, each once: those of a reprint are in the same words. */
function whyItems(rows) {
  const found = new Map();
  for (const { why, independent } of rows) {
    const key = barely(why);
    found.set(key, { why: found.get(key)?.why ?? why, independent: found.get(key)?.independent || independent });
  }
  return [...found.values()].map(({ why, independent }) => el("li", {}, why, independent ? null : el("em", { class: "tag" }, "same origin")));
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
  ["speaker", "Speaker"],
  ["text", "Claim"],
  ["figures", "Figures"],
  ["published", "Article"],
  ["modality", "Put as"],
  ["confidence", "Sure"],
];

/** All claims: a table where there is room, one below the other where there is not. */
function claimsTable(rows) {
  if (!rows.length) return note("No claim of this confidence.");
  return el(
    "table",
    {},
    el("caption", { class: "unseen" }, "All claims"),
    el("thead", {}, el("tr", {}, COLUMNS.map(heading))),
    el("tbody", {}, rows.map(claimRow)),
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

/** Everyone who says or passes on something, the most quoted first, with a bar for how much. */
function voicesList(rows) {
  const most = Math.max(1, ...rows.map(({ said }) => said));
  return el("ul", { class: "rows" }, rows.map(({ id, said, passed, disputed, papers }) => {
    const row = entities.get(id);
    const talk = [said && counted(said, "claim"), passed && `${passed.toLocaleString()} passed on`].filter(Boolean).join(", ");
    const bar = el("span", { class: "bar", "aria-hidden": "true" });
    bar.style.width = `${(said / most) * 100}%`;
    return el("li", {}, el(
      "button",
      { type: "button", class: "row-button", "data-open": id },
      glyph(row.kind),
      el("span", { class: "label" }, el("b", {}, row.name), row.role ? el("span", {}, ` ${row.role}`) : null, el("span", { class: "meta" }, `${talk} in ${counted(papers, "article")}${disputed ? ` · ${disputed.toLocaleString()} disputed` : ""}`), bar),
    ));
  }));
}

function articlesList(rows) {
  return el("ul", { class: "rows" }, rows.map(({ id, claims: reported, disputed }) => {
    const article = articles.get(id);
    return el("li", {}, el(
      "button",
      { type: "button", class: "row-button", "data-open": id },
      glyph("Article"),
      el("span", { class: "label" }, el("b", {}, titleOf(article)), el("span", { class: "meta" }, [imprint(article), counted(reported, "claim"), disputed && `${disputed} disputed`, article.origin && "reprint"].filter(Boolean).join(" · "))),
    ));
  }));
}
