// A dispute opened: each side speaker by speaker, in the articles' own words, and why they clash.

/** How many independent origins stand on each side: "2 independent origins against 1". */
function balanceOf(thread) {
  const [first, ...others] = thread.origins;
  return `${counted(first, "independent origin")}${others.length ? ` against ${others.join(" and ")}` : ""}`;
}

/** Who says it, through whom and where: "Doo Jin-ho, via The Wall Street Journal, in Kontur". */
function chainWords(claim) {
  const article = articles.get(claim.article);
  const outlet = article.outlet ? nameOf(article.outlet) : article.publisher;
  const via = claim.via.length ? `via ${claim.via.map(nameOf).join(" and ")}` : null;
  return [speakerName(claim), via, `in ${outlet || `“${titleOf(article)}”`}`].filter(Boolean).join(", ");
}

function threadBody(thread) {
  const rows = relationsIn(thread).filter(isSure);
  const parts = thread.sides.length ? thread.sides : [thread.claims];
  const charted = thread.unit === null ? undefined : (chartsOf.of(thread.claims[0])[0] ?? thread);
  const chart = charted && chartOf(charted);
  return [
    el("h2", { dir: "auto" }, thread.title),
    thread.sides.length ? el("p", { class: "meta" }, balanceOf(thread)) : null,
    section("Why they are set beside one another", el("ul", { class: "why" }, whyItems(rows))),
    parts.map((names, place) => partOf(thread, names, place)),
    moreButton(moreOf(thread.id, "claims"), "claim"),
    chart && section("Over time", chart),
  ];
}

/** One side: its figure, its origins, and its claims speaker by speaker. */
function partOf(thread, names, place) {
  const members = known(names).filter(isTrusted).sort(inOrder);
  if (!members.length) return null;
  const figures = [...new Set(members.filter((claim) => thread.claims.includes(claim.id)).map((claim) => quantityOf(thread, claim)).filter(Boolean).map(bareFigure))];
  const title = figures.length ? figures.join(", ") : thread.sides.length ? `Side ${place + 1}` : "In the order of publication";
  const weight = thread.sides.length ? el("small", {}, counted(thread.origins[place], "independent origin")) : null;
  const voices = [...new Set(members.map(voiceOf))];
  const isAtOdds = ([claim]) => thread.claims.includes(claim.id);
  const rank = ([claim]) => voices.indexOf(voiceOf(claim));
  const bySpeaker = sameWords(members).sort((left, right) => isAtOdds(right) - isAtOdds(left) || rank(left) - rank(right));
  return el("section", { class: "part" }, el("h3", {}, el("span", { class: "side-name" }, title), weight), bySpeaker.map((group) => testimony(group, isAtOdds(group) ? null : "bears it out")));
}

/** A claim as evidence: chain, sentence in its surroundings, dates, modality, and the way to the article. */
function testimony([claim, ...copies], role) {
  const article = articles.get(claim.article);
  const dates = [
    claim.said && `said ${readableDate(claim.said.edtf)}`,
    article.published ? `published ${readableDate(article.published)}` : "publication date unknown",
  ];
  const link = /^https?:\/\//i.test(article.url ?? "") ? safeLink(article.url, "Read the article") : null;
  return el(
    "article",
    { class: "testimony" },
    el("p", { class: "who" }, glyph(kindOf(voiceOf(claim))), el("span", {}, el("button", { type: "button", class: "speaker", dir: "auto", "data-open": voiceOf(claim) }, speakerName(claim)), chainWords(claim).slice(speakerName(claim).length))),
    el("blockquote", {}, excerpt(claim)),
    el("p", { class: "where" }, [role, ...dates, MODALITIES[claim.modality], `${percent(claim.confidence)} sure`].filter(Boolean).map((words) => el("span", {}, words))),
    el("p", { class: "where" }, el("button", { type: "button", class: "link", "data-open": claim.id }, "This claim"), el("button", { type: "button", class: "link", "data-open": claim.article, "data-at": claim.id, title: titleOf(article) }, "In its article"), link, copies.map((copy) => el("button", { type: "button", class: "link", "data-open": copy.id }, `Also in ${imprint(articles.get(copy.article)) || titleOf(articles.get(copy.article))}`))),
  );
}
