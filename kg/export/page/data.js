// What the page knows, indexed: who said what, where, and what stands against it.

const data = JSON.parse(document.getElementById("data").textContent);

const byId = (rows) => new Map(rows.map((row) => [row.id, row]));
const articles = byId(data.articles);
const entities = byId(data.entities);
const claims = byId(data.claims);
const threads = byId([...data.disputes, ...data.developments, ...data.figures]);
const nodesById = byId(data.network.nodes);
const canOpen = (id) => nodesById.has(id) || threads.has(id);

/** Rows by each of the keys that a row has. */
function index(rows, keysOf) {
  const found = new Map();
  for (const row of rows) {
    for (const key of keysOf(row)) {
      if (!found.has(key)) found.set(key, []);
      found.get(key).push(row);
    }
  }
  return { of: (key) => found.get(key) ?? [] };
}

const saidBy = index(data.claims, (claim) => (claim.speaker ? [claim.speaker] : []));
const passedOnBy = index(data.claims, (claim) => claim.via);
const saidOf = index(data.claims, (claim) => claim.about);
const reportedIn = index(data.claims, (claim) => [claim.article]);
const foldedInto = index(
  data.network.nodes.filter((node) => node.home),
  (node) => [node.home],
);
const relationsOf = index(data.relations, (row) => [row.left, row.right]);
const disputesOf = index(data.disputes, (row) => row.claims);
const refusedBy = index(data.refusals, (row) => (row.speaker ? [row.speaker] : []));
const refusedIn = index(data.refusals, (row) => [row.article]);
const edgesOf = index(data.network.edges, (edge) => [edge.from, edge.to]);
const reprintsOf = index(data.articles, (article) => (article.origin ? [article.origin] : []));
const belongingTo = index(data.entities, (row) => [...row.affiliations, ...row.part_of, ...row.located_in]);

const THREAD_KINDS = { dispute: "Dispute", update: "Development", figure: "Figure" };
const kindOf = (id) => nodesById.get(id)?.group ?? THREAD_KINDS[id.split("/", 1)[0]];
const chartsOf = index(data.figures, (row) => row.claims);
const isDisputed = (id) => disputesOf.of(id).length > 0;

/** What a reader calls this node: an entity's name, an article's title, a claim's words. */
function nameOf(id) {
  if (entities.has(id)) return entities.get(id).name;
  if (threads.has(id)) return threads.get(id).title;
  if (articles.has(id)) return titleOf(articles.get(id));
  return claims.get(id).text;
}

/** An article's title or, without one, its first words. */
function titleOf(article) {
  if (article.title) return article.title;
  const line = article.text.trim().split("\n", 1)[0];
  return line.length > 90 ? `${line.slice(0, 89)}…` : line;
}

/** Outlet and day of an article in a few words. */
function imprint(article) {
  const outlet = article.outlet ? nameOf(article.outlet) : article.publisher;
  return [outlet, article.published && readableDate(article.published)].filter(Boolean).join(", ");
}

/** First moment of an EDTF date or interval, in milliseconds; null where there is none. */
function firstMoment(edtf) {
  const [, year, month, day] = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?/.exec(edtf ?? "") ?? [];
  return year ? Date.UTC(Number(year), Number(month ?? 1) - 1, Number(day ?? 1)) : null;
}

const DAY_PARTS = [{ year: "numeric" }, { year: "numeric", month: "short" }, { year: "numeric", month: "short", day: "numeric" }];
const dayFormats = DAY_PARTS.map((parts) => new Intl.DateTimeFormat(undefined, { ...parts, timeZone: "UTC" }));

/** An EDTF date or interval in the reader's way: "2024-10-21/2024-10" becomes, in Britain, "21 Oct 2024 – Oct 2024". */
function readableDate(edtf) {
  return edtf
    .split("/")
    .map((point) => {
      const [, year, month, day, about] = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?(?:T[^~]*)?(~?)$/.exec(point) ?? [];
      if (!year) return point;
      const format = dayFormats[(month ? 1 : 0) + (day ? 1 : 0)];
      return (about ? "about " : "") + format.format(firstMoment(point));
    })
    .join(" – ");
}

/** How many of a thing there are, in words that agree: "1 claim", "2 claims". */
function counted(number, one, many = `${one}s`) {
  return `${number.toLocaleString()} ${number === 1 ? one : many}`;
}

const percent = (share) => `${Math.round(share * 100)} %`;

/** Articles on the first day first; undated ones last. */
function byDate(left, right) {
  const [a, b] = [articles.get(left), articles.get(right)];
  return (a.published ?? "9999").localeCompare(b.published ?? "9999") || a.id.localeCompare(b.id);
}

/** Claims in the order in which they were published, then in that of the text. */
const inOrder = (left, right) => byDate(left.article, right.article) || left.content.parts[0][0] - right.content.parts[0][0];

/** Claims by the day on which they were said or else published; undated ones last. */
function byTime(left, right) {
  const day = (claim) => firstMoment(claim.said?.edtf ?? articles.get(claim.article).published) ?? Infinity;
  const [a, b] = [day(left), day(right)];
  return (a === b ? 0 : a - b) || inOrder(left, right);
}
