// The panel: all that is known about the node that is open.

function drawPanel() {
  const panel = byName("panel");
  const id = state.selected;
  panel.hidden = !id;
  document.body.classList.toggle("has-panel", Boolean(id));
  if (!id) return panel.replaceChildren();
  const kind = kindOf(id);
  const body = bodyOf(id);
  panel.replaceChildren(
    el(
      "div",
      { class: "panel-head" },
      el("span", { class: "kind" }, threads.has(id) ? stroke(THREAD_EDGES[kind]) : glyph(kind), kind),
      el("button", { type: "button", class: "link", click: copyLink, title: "Copy a link to this" }, "Link"),
      closeButton(),
    ),
    el("div", { class: "panel-body" }, body),
  );
  panel.scrollTop = 0;
  const mark = panel.querySelector(".in-article .article-text mark.content, .in-article .article-text .sentence");
  const box = panel.querySelector(".in-article .article-text");
  if (mark && box) box.scrollTop = mark.offsetTop - box.clientHeight / 3;
  return panel;
}

const closeButton = () => el("button", { type: "button", class: "close", "aria-label": "Close (Esc)", click: () => open(null) }, "×");

const THREAD_EDGES = { Dispute: "contradicts", Development: "updates", Figure: "corroborates" };

function bodyOf(id) {
  if (threads.has(id)) return threadBody(threads.get(id));
  if (claims.has(id)) return claimBody(claims.get(id));
  return articles.has(id) ? articleBody(articles.get(id)) : entityBody(entities.get(id));
}

function copyLink(event) {
  const { currentTarget: button } = event;
  const done = (words) => { button.textContent = words; announce(words); };
  if (!navigator.clipboard) return done("It is in the address bar");
  return navigator.clipboard.writeText(location.href).then(() => done("Copied"), () => done("It is in the address bar"));
}

const section = (title, ...content) => el("section", {}, el("h3", {}, title), content);

/** Rows of a term and what it is; rows without a value are left out. */
function facts(rows) {
  const kept = rows.filter(([, value]) => (Array.isArray(value) ? value.length : value));
  return el("dl", {}, kept.map(([term, value]) => el("div", {}, el("dt", {}, term), el("dd", {}, value))));
}

function claimBody(claim) {
  const article = articles.get(claim.article);
  return [
    el("blockquote", { class: claim.polarity === "negative" ? "negative" : "" }, quotation(claim)),
    chain(claim),
    disputesOf.of(claim.id).map((row) => el("p", {}, el("button", { type: "button", class: "link", "data-open": row.id }, `Both sides: ${row.title}`))),
    el("section", { class: "in-article" }, el("h3", {}, "In its article", el("small", {}, imprint(article))), focusable(claimInArticle(claim))),
    ...["contradicts", "corroborates", "updates"].map((kind) => standing(claim, kind)),
    moreButton(moreOf(claim.id, "relations"), "relation"),
    section("How it was read", facts([
      ["Cue", claim.cue && `“${cut(article, claim.cue)}”`],
      ["Named there as", claim.source && `“${cut(article, claim.source)}”`],
      ["Style", STYLES[claim.style]],
      ["Put as", MODALITIES[claim.modality] + (claim.polarity === "negative" ? ", in the negative" : "")],
      ["Confidence", meter(claim.confidence)],
      ["Independent origins", String(claim.origins)],
      ["Figures", claim.quantities.map((row) => figureLine(article, row))],
      ["Said", claim.said && readableDate(claim.said.edtf)],
      ["Holds for", claim.holds && readableDate(claim.holds.edtf)],
      ["About", claim.about.map((id) => chip(id))],
    ])),
  ];
}

/** Lets the keyboard scroll a box. */
function focusable(box) {
  box.tabIndex = 0;
  return box;
}

const STYLES = {
  direct: "direct quotation",
  indirect: "indirect speech",
  mixed: "partly quoted",
  narrated: "stated by the article itself",
};

const MODALITIES = {
  asserted: "asserted",
  alleged: "alleged",
  estimated: "estimated",
  speculated: "speculated",
  planned: "planned",
  denied: "denied",
  attitude: "attitude, no statement",
};

/** Through whom a claim reached its article: speaker → intermediaries → article. */
function chain(claim) {
  const first = claim.speaker ? chip(claim.speaker, speakerName(claim)) : claim.style !== "narrated" && el("span", { class: "chip" }, speakerName(claim));
  const steps = [...(first ? [first] : []), ...claim.via.map((id) => chip(id)), chip(claim.article)];
  return el("ol", { class: "chain", "aria-label": "How the claim reached the article" }, steps.map((step) => el("li", {}, step)));
}

function meter(confidence) {
  return [el("meter", { min: 0, max: 1, value: confidence, "aria-label": "Confidence" }, percent(confidence)), ` ${percent(confidence)}`];
}

function figureLine(article, quantity) {
  const measure = quantity.measure ? ` (${quantity.measure.replaceAll(/[-_]/g, " ")})` : "";
  return el("div", {}, el("b", {}, cut(article, quantity.span)), el("span", { class: "meta" }, ` ${figure(quantity)}${measure}${quantity.scope === "total" ? "" : `, ${quantity.scope}`}`));
}

/** What stands to a claim in one kind of relation, with both sides' words. */
function standing(claim, kind) {
  const other = (row) => claims.get(row.left === claim.id ? row.right : row.left);
  const rows = relationsOf.of(claim.id).filter((row) => row.kind === kind && isTrusted(other(row))).sort((left, right) => right.score - left.score);
  if (!rows.length) return null;
  const independent = rows.filter((row) => row.independent).length;
  return el(
    "section",
    { class: `standing ${kind}` },
    el("h3", {}, stroke(kind), { contradicts: "Contradicted by", corroborates: "Corroborated by", updates: "Older and newer" }[kind], el("small", {}, independent === rows.length ? ` ${rows.length}` : ` ${rows.length}, of independent origin ${independent}`)),
    rows.map((row) => {
      const place = kind !== "updates" ? null : el("em", { class: "tag" }, row.left === claim.id ? "older" : "newer");
      return el(
        "div",
        { class: "against" },
        el("p", { class: "why" }, row.why),
        el("div", { class: "both" }, el("div", { class: "own" }, el("span", { class: "who" }, glyph(kindOf(claim.speaker ?? claim.article)), el("b", {}, speakerName(claim))), quotation(claim)), el("div", {}, place, claimButton(other(row)))),
        el("p", { class: "meta" }, `${row.basis} · rule ${percent(row.score)} sure${kind === "contradicts" ? ` · ${counted(claim.origins, "independent origin")} against ${other(row).origins}` : ""}`, row.independent ? null : el("em", { class: "tag" }, "same origin")),
      );
    }),
  );
}

function entityBody(entity) {
  const more = (section) => moreOf(entity.id, section);
  return [
    el("h2", { dir: "auto" }, entity.name),
    facts([
      ["Role", entity.role],
      ["Also called", entity.aliases.join(", ")],
      ["Named", entity.named ? "" : "no, only described"],
      ["Kind of event", entity.event],
      ["When", entity.when && readableDate(entity.when.edtf)],
      ["Affiliated with", entity.affiliations.map((id) => chip(id))],
      ["Part of", entity.part_of.map((id) => chip(id))],
      ["Located in", entity.located_in.map((id) => chip(id))],
      ["Belonging to it", chips(sourcesOf(entity.id, "affiliatedWith", "partOf", "locatedIn"))],
      ["Cited by", chips(sourcesOf(entity.id, "cites"))],
      ["Cites", chips(targetsOf(entity.id, "cites"))],
      ["Publishes", chips(sourcesOf(entity.id, "publishedBy"))],
      ["Stands against", opponents(entity).map(([id, count]) => chip(id, `${nameOf(id)} (${count})`))],
      ["Declined to comment", refusedBy.of(entity.id).map((row) => refusal(row, ["in ", chip(row.article)]))],
      ["Mentioned in", chips(entity.articles)],
    ]),
    ownContradictions(entity),
    claimSection("Has said", saidBy.of(entity.id), { more: more("said"), isOwn: true }),
    claimSection("Has passed on", passedOnBy.of(entity.id), { more: more("passed") }),
    claimSection("Was said of it", saidOf.of(entity.id), { more: more("of") }),
  ];
}

const CHIPS_AT_ONCE = 60;

/** Buttons that open nodes; of very many the first, and one to show all. */
function chips(ids) {
  if (ids.length <= CHIPS_AT_ONCE) return ids.map((id) => chip(id));
  const all = (event) => event.target.replaceWith(...ids.slice(CHIPS_AT_ONCE).map((id) => chip(id)));
  return [ids.slice(0, CHIPS_AT_ONCE).map((id) => chip(id)), el("button", { type: "button", class: "link", click: all }, `Show all ${ids.length.toLocaleString()}`)];
}

/** Whom an entity stands against, and in how many contradictions that pass the filter; in all, where not all its claims are at hand. */
function opponents(entity) {
  const edges = edgesOf.of(entity.id).filter((edge) => edge.kind === "contradicts" && edge.from !== edge.to);
  const others = edges.map((edge) => [edge.from === entity.id ? edge.to : edge.from, edge.count]);
  const isPartial = moreOf(entity.id, "said");
  return others.map(([id, count]) => [id, isPartial ? count : sureDisputes(entity.id, id)]).filter(([, count]) => count);
}

/** How many contradictions there are between the claims of two speakers that pass the filter. */
function sureDisputes(left, right) {
  const rows = saidBy.of(left).flatMap((claim) => relationsOf.of(claim.id)).filter((row) => row.kind === "contradicts" && isSure(row));
  return rows.filter((row) => [row.left, row.right].some((id) => claims.get(id).speaker === right)).length;
}

/** Claims of one speaker that contradict one another. */
function ownContradictions(entity) {
  const isOwn = (id) => claims.get(id)?.speaker === entity.id;
  const rows = [...relations.values()].filter((row) => row.kind === "contradicts" && isOwn(row.left) && isOwn(row.right) && isSure(row));
  if (!rows.length) return null;
  return el(
    "section",
    { class: "standing contradicts own-contradictions" },
    el("h3", {}, stroke("contradicts"), "Contradicts itself", el("small", {}, ` ${rows.length}`)),
    rows.map((row) => el("div", { class: "against" }, el("p", { class: "why" }, row.why), el("div", { class: "both" }, [row.left, row.right].map((id) => claims.get(id)).sort(byTime).map((claim) => claimButton(claim, { isOwn: true }))))),
  );
}

/** Who or where, and the words that tell of a refusal to comment. */
const refusal = (row, whereOrWho) => el("div", {}, whereOrWho, el("span", { class: "meta" }, ` “${cut(articles.get(row.article), row.words)}”`));

function claimSection(title, rows, { more = null, isOwn = false } = {}) {
  const kept = rows.filter(isTrusted).sort(byTime);
  if (!kept.length) return null;
  const count = more ? ` ${kept.length.toLocaleString()} of ${more.total.toLocaleString()}` : ` ${kept.length}`;
  return el("section", {}, el("h3", {}, title, el("small", {}, count)), el("ul", { class: "sides" }, sameWords(kept).map(([claim, ...copies]) => el("li", {}, claimButton(claim, { copies: copies.length, isOwn })))), moreButton(more, "claim"));
}

function articleBody(article) {
  return [
    el("h2", { dir: "auto" }, titleOf(article)),
    facts([
      ["Outlet", article.outlet ? chip(article.outlet) : article.publisher],
      ["Published", article.published && readableDate(article.published)],
      ["By", article.authors.join(", ")],
      ["Address", safeLink(article.url)],
      ["File", article.file],
      ["Reprint of", article.origin && chip(article.origin)],
      ["Reprinted by", chips(sourcesOf(article.id, "reprints"))],
      ["Cites", chips(targetsOf(article.id, "cites"))],
      ["Declined to comment", refusedIn.of(article.id).map((row) => refusal(row, row.speaker ? chip(row.speaker) : cut(article, row.source)))],
    ]),
    articleText(article),
  ];
}

/** The text with a legend of who speaks in it. */
function articleText(article) {
  const marked = reportedIn.of(article.id).filter(isTrusted).sort(inOrder);
  const voices = voicesOf(marked);
  const disputed = marked.filter((claim) => isDisputed(claim.id)).length;
  const words = `${counted(marked.length, "claim")} marked${disputed ? `, ${disputed} disputed (≠)` : ""}`;
  return el(
    "section",
    {},
    el("h3", {}, "Its text", el("small", {}, ` ${words}`)),
    el("ul", { class: "chart-legend", "aria-label": "Who speaks" }, [...voices].map(([id, look]) => el("li", {}, voiceChip(id, look)))),
    articleWithClaims(article, voices),
    moreButton(moreOf(article.id, "claims"), "claim"),
  );
}

/** A link where the address is a web address, else its words. */
function safeLink(address, words = address) {
  if (!address || !/^https?:\/\//i.test(address)) return address;
  return el("a", { href: address, rel: "noopener noreferrer nofollow", target: "_blank" }, words);
}
