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
 * @param layers rows of {parts, class, claim}; where several cover a letter, it gets all their classes and the
 *   claim of the shortest.
 */
function markedText(article, layers) {
  const points = codePoints(article);
  const cuts = new Set([0, points.length]);
  for (const layer of layers) for (const part of layer.parts) part.forEach((offset) => cuts.add(offset));
  const borders = [...cuts].sort((left, right) => left - right);
  const text = el("div", { class: "article-text", lang: article.language ?? "en" });
  for (let place = 0; place + 1 < borders.length; place += 1) {
    const [start, end] = [borders[place], borders[place + 1]];
    const words = points.slice(start, end).join("");
    const over = layers.filter((layer) => layer.parts.some(([first, last]) => first <= start && end <= last));
    text.append(over.length ? marked(words, over) : words);
  }
  return text;
}

function marked(words, layers) {
  const length = (layer) => layer.parts.reduce((sum, [start, end]) => sum + end - start, 0);
  const owner = layers.filter((layer) => layer.claim).sort((left, right) => length(left) - length(right))[0];
  const names = [...new Set(layers.map((layer) => layer.class))].join(" ");
  if (!owner) return el("span", { class: names }, words);
  return el("mark", { class: names, "data-open": owner.claim, "data-claim": owner.claim }, words);
}

/** A claim in its article: its words marked, its sentence, cue and source told apart. */
function claimInArticle(claim) {
  const layers = [{ parts: claim.sentence.parts, class: "sentence" }];
  layers.push({ parts: claim.content.parts, class: "content", claim: claim.id });
  if (claim.cue) layers.push({ parts: claim.cue.parts, class: "cue" });
  if (claim.source) layers.push({ parts: claim.source.parts, class: "source" });
  return markedText(articles.get(claim.article), layers);
}

/** An article with all its claims marked, disputed ones apart. */
function articleWithClaims(article) {
  const layers = reportedIn.of(article.id).filter(isTrusted).map((claim) => ({
    parts: claim.content.parts,
    class: isDisputed(claim.id) ? "content disputed" : "content",
    claim: claim.id,
  }));
  return markedText(article, layers);
}

/** A claim's words as a quotation: with marks where the article quotes them. */
function quotation(claim) {
  const words = cut(articles.get(claim.article), claim.content);
  return el("q", { class: `words ${claim.style}` }, words);
}
