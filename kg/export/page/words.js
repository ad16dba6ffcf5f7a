// Names, dates and numbers as a reader writes them, and the orders that follow from them.

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

/** How many of the rows have each value. */
function tally(rows, valueOf) {
  const counts = {};
  for (const row of rows) counts[valueOf(row)] = (counts[valueOf(row)] ?? 0) + 1;
  return counts;
}
