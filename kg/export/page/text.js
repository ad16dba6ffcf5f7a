// Cuts articles by offsets that count code points, and marks claims in them.

const pointsOf = new Map();

/** The code points of an article's text; JavaScript's own indices count UTF-16 units instead. */
function codePoints(article) {
  if (!pointsOf.has(article.id)) pointsOf.set(article.id, Array.from(article.text));
  return pointsOf.get(article.id);
}

/** The words of a span, its parts joined by an ellipsis. */
function cut(article, span) {
  const points = codePoints(article);
  return span.parts.map(([start, end]) => points.slice(start, end).join("")).join(" … ");
}

/**
 * The text of an article with marks.
 * @param layers rows of {parts, class, claim, colour}; where several cover a letter, it gets all their classes and the
 *   claim and colour of the shortest.
 * @param window first and last offset of what is shown.
 */
function markedText(article, layers, [from, to] = [0, codePoints(article).length]) {
  const points = codePoints(article);
  const cuts = new Set([from, to]);
  for (const layer of layers) for (const part of layer.parts) part.forEach((offset) => cuts.add(offset));
  const borders = [...cuts].filter((offset) => from <= offset && offset <= to).sort((left, right) => left - right);
  const text = el("div", { class: "article-text", dir: "auto", lang: article.language ?? "en" });
  for (let place = 0; place + 1 < borders.length; place += 1) {
    const [start, end] = [borders[place], borders[place + 1]];
    const words = points.slice(start, end).join("");
    const over = layers.filter((layer) => layer.parts.some(([first, last]) => first <= start && end <= last));
    text.append(...over.filter((layer) => layer.margin && layer.parts[0][0] === start).map((layer) => layer.margin));
    text.append(over.length ? marked(words, over) : words);
  }
  return text;
}

function marked(words, layers) {
  const length = (layer) => layer.parts.reduce((sum, [start, end]) => sum + end - start, 0);
  const owner = layers.filter((layer) => layer.claim).sort((left, right) => length(left) - length(right))[0];
  const names = [...new Set(layers.map((layer) => layer.class))].join(" ");
  if (!owner) return el("span", { class: names }, words);
  const mark = el("mark", { class: names, "data-open": owner.claim, "data-claim": owner.claim }, words);
  if (owner.colour) mark.style.setProperty("--voice", owner.colour);
  return mark;
}

const AROUND = 180; // code points on either side of a sentence

/** The sentence of a claim with its words marked, in what stands before and after it. */
function excerpt(claim) {
  const article = articles.get(claim.article);
  const points = codePoints(article);
  const offsets = claim.sentence.parts.flat();
  let [from, to] = [Math.max(0, Math.min(...offsets) - AROUND), Math.min(points.length, Math.max(...offsets) + AROUND)];
  while (from > 0 && !/\s/.test(points[from - 1])) from -= 1;
  while (to < points.length && !/\s/.test(points[to])) to += 1;
  const layers = [{ parts: claim.sentence.parts, class: "sentence" }, { parts: claim.content.parts, class: "content", claim: claim.id }];
  const text = markedText(article, layers, [from, to]);
  if (from > 0) text.prepend("… ");
  if (to < points.length) text.append(" …");
  return text;
}

/** A claim in its article: its words marked, its sentence, cue and source told apart. */
function claimInArticle(claim) {
  const layers = [{ parts: claim.sentence.parts, class: "sentence" }];
  layers.push({ parts: claim.content.parts, class: "content", claim: claim.id });
  if (claim.cue) layers.push({ parts: claim.cue.parts, class: "cue" });
  if (claim.source) layers.push({ parts: claim.source.parts, class: "source" });
  return markedText(articles.get(claim.article), layers);
}

/** An article with all its claims marked, each in its speaker's colour, and marks in the margin where they are disputed. */
function articleWithClaims(article, voices) {
  const layers = reportedIn.of(article.id).filter(isTrusted).map((claim) => ({
    parts: claim.content.parts,
    class: isDisputed(claim.id) ? "content disputed" : "content",
    claim: claim.id,
    colour: voices.get(voiceOf(claim)).colour,
    margin: isDisputed(claim.id) ? marginMark(claim) : null,
  }));
  const text = markedText(article, layers);
  text.classList.add("by-voice");
  return text;
}

/** A button in the margin that opens the dispute; its sign is drawn by the style sheet, so that the text stays the article's. */
function marginMark(claim) {
  const dispute = disputesOf.of(claim.id)[0] ?? { id: claim.id, title: claim.text };
  return el("button", { type: "button", class: "margin-mark", "data-open": dispute.id, "aria-label": `Disputed: ${dispute.title}`, title: "Disputed: see both sides" });
}

/** A claim's words as a quotation: with marks where the article quotes them. */
function quotation(claim) {
  const words = cut(articles.get(claim.article), claim.content);
  return el("q", { class: `words ${claim.style}` }, words);
}
