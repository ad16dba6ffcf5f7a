// What each list of the file page holds: all rows that pass the filters, in their order.

const CHARTS_AT_ONCE = 20;
let charts = CHARTS_AT_ONCE; // that the list of figures shows

const SHELVES = {
  disputes: () => sureThreads(data.disputes),
  updates: () => sureThreads(data.developments),
  figures: () => data.figures.slice(0, charts),
  claims: sortedClaims,
  voices: () => voices().map(voiceRow).filter(({ said, passed }) => said || passed),
  articles: () => data.articles.filter((row) => isHeard(row.id)).sort((left, right) => byDate(left.id, right.id)).map(articleRow),
};

/** Calls back with the rows of a list and, where it has more than it shows, what brings these in. */
function whenListed(name, then) {
  const isMore = name === "figures" && charts < data.figures.length;
  then({ rows: SHELVES[name](), more: isMore ? { total: data.figures.length, load: moreCharts } : null });
}

const sureThreads = (rows) => rows.filter((thread) => relationsIn(thread).some(isSure));

function moreCharts() {
  charts += CHARTS_AT_ONCE;
  drawList();
}

const ORDERS = {
  speaker: speakerName,
  text: (claim) => claim.text,
  figures: (claim) => claim.quantities.map(figure).join("; "),
  modality: (claim) => claim.modality,
  confidence: (claim) => claim.confidence,
};

function sortedClaims() {
  const value = ORDERS[order.by];
  const compare = (left, right) => {
    const [a, b] = [value(left), value(right)];
    return (typeof a === "number" ? a - b : a.localeCompare(b, "en", { numeric: true })) || inOrder(left, right);
  };
  const kept = data.claims.filter(isTrusted).sort(value ? compare : inOrder);
  return order.isDown ? kept.reverse() : kept;
}

/** Everyone who says or passes on something, the most quoted first. */
function voices() {
  const weight = (row) => saidBy.of(row.id).length + passedOnBy.of(row.id).length;
  return data.entities.filter(weight).sort((left, right) => weight(right) - weight(left) || left.name.localeCompare(right.name, "en"));
}

function voiceRow({ id }) {
  const [said, passed] = [saidBy, passedOnBy].map((rows) => rows.of(id).filter(isTrusted));
  const papers = new Set([...said, ...passed].map((claim) => claim.article)).size;
  return { id, said: said.length, passed: passed.length, disputed: said.filter((claim) => isDisputed(claim.id)).length, papers };
}

function articleRow({ id }) {
  const reported = reportedIn.of(id).filter(isTrusted);
  return { id, claims: reported.length, disputed: reported.filter((claim) => isDisputed(claim.id)).length };
}

/** Whether an article or an entity passes the filters: it does with any claim that does. */
function isHeard(id) {
  if (articles.has(id) && !isUntil(articles.get(id))) return false;
  if (!filters.isDisputedOnly && filters.until === DAYS.length) return true;
  if (articles.has(id)) return !filters.isDisputedOnly || reportedIn.of(id).some(isTrusted);
  return [saidBy, passedOnBy].some((rows) => rows.of(id).some(isTrusted));
}
