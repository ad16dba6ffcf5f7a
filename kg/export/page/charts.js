// Charts of figures over time, drawn by Observable Plot: a point for each claim, with its range and open ends.

const CHART = { class: "figure-plot", height: 250, width: 400, radius: 5.5, beside: 28, aside: 0.5, days: 2 };
const DAY = 86_400_000;
const VOICES = 8; // colours for speakers, in page.css; beyond these the shapes tell them apart as well
const SHAPES = ["circle", "square2", "triangle2", "diamond2", "hexagon"];

const range = (values) => [Math.min(...values), Math.max(...values)];
const voiceOf = (claim) => claim.speaker ?? claim.article;

/** Colour and shape of each speaker of these claims, in the order of their first appearance. */
function voicesOf(members) {
  const names = [...new Set(members.map(voiceOf))];
  return new Map(names.map((name, place) => [name, {
    colour: `var(--voice-${place % VOICES})`,
    shape: SHAPES[Math.floor(place / VOICES) % SHAPES.length],
  }]));
}

/** The points of a thread: claims with a figure; those of one day and figure lie side by side, those without a day apart. */
function chartPoints(thread) {
  const members = known(thread.claims).filter(isTrusted).sort(inOrder);
  const voices = voicesOf(members);
  const points = members.map((claim) => {
    const quantity = quantityOf(thread, claim);
    const article = articles.get(claim.article);
    const moment = firstMoment(claim.said?.edtf ?? article.published);
    if (!quantity || !ends(quantity).length) return null;
    const low = quantity.min ?? null;
    const high = quantity.max ?? null;
    return { claim, quantity, moment, low, high, middle: ends(quantity).reduce((sum, value) => sum + value, 0) / ends(quantity).length, isCopy: Boolean(article.origin), ...voices.get(voiceOf(claim)) };
  }).filter(Boolean);
  const dated = points.map((point) => point.moment).filter((moment) => moment !== null);
  const [first, last] = dated.length ? range(dated) : [0, 0];
  const length = Math.max(last - first, CHART.days * DAY);
  const undated = dated.length ? last + length * CHART.aside : 0;
  const taken = new Map();
  for (const point of points) {
    const key = `${point.moment} ${point.middle}`;
    const place = taken.get(key) ?? 0;
    taken.set(key, place + 1);
    point.x = new Date((point.moment ?? undated) + (place * length) / CHART.beside);
  }
  const ticks = [...(dated.length ? new Set([first, last]) : []), ...(dated.length < points.length ? [undated] : [])];
  return { points, voices, length, undated: dated.length < points.length ? undated : null, ticks };
}

/** What a point says when it is hovered or focused. */
function pointLabel({ claim, quantity, isCopy }) {
  const article = articles.get(claim.article);
  const day = claim.said ? `said ${readableDate(claim.said.edtf)}` : article.published ? `published ${readableDate(article.published)}` : "no date";
  return [figure(quantity), chainWords(claim), day, isCopy && "reprint"].filter(Boolean).join(" · ");
}

/** A chart with its legend, or null where no claim has a figure. */
function chartOf(thread) {
  const { points, voices, ...axis } = chartPoints(thread);
  if (!points.length) return null;
  const drawing = Plot.plot(chartOptions(thread, points, axis));
  drawing.setAttribute("role", "group");
  const caption = el("p", { class: "chart-caption", "aria-hidden": "true" }, matchMedia("(hover: none)").matches ? "Each point is a claim: tap it to read it." : "Each point is a claim: point at it, or go to it with Tab.");
  for (const group of drawing.querySelectorAll("g[aria-label]")) {
    group.removeAttribute("aria-label"); // Plot names its groups by the kind of mark, which tells a listener nothing
    if (!group.classList.contains("points")) group.setAttribute("aria-hidden", "true");
  }
  const dots = drawing.querySelectorAll(".points > *");
  for (const dot of dots) {
    const point = points[dot.__data__];
    for (const [name, value] of Object.entries({ tabindex: 0, role: "button", "aria-label": pointLabel(point), "data-open": point.claim.id })) dot.setAttribute(name, value);
    for (const event of ["pointerenter", "focus"]) dot.addEventListener(event, () => { caption.textContent = pointLabel(point); });
  }
  const missing = thread.claims.length - points.length;
  return el(
    "figure",
    { class: "chart" },
    drawing,
    caption,
    el("ul", { class: "chart-legend", "aria-label": "Speakers" }, [...voices].filter(([id]) => points.some(({ claim }) => voiceOf(claim) === id)).map(([id, look]) => el("li", {}, voiceChip(id, look)))),
    el("p", { class: "meta" }, [points.some((point) => point.isCopy) && "Hollow: reprint", points.some(isOpenEnded) && "Arrow: open end", missing > 0 && `${counted(missing, "claim")} without a figure not drawn`].filter(Boolean).join(" · ")),
  );
}

const isOpenEnded = ({ low, high }) => low === null || high === null;

/** A speaker's button with its colour. */
function voiceChip(id, { colour }) {
  const button = chip(id);
  button.classList.add("voice");
  button.style.setProperty("--voice", colour);
  return button;
}

function chartOptions(thread, points, { length, undated, ticks }) {
  const byClaim = new Map(points.map((point) => [point.claim.id, point]));
  const values = points.flatMap(({ quantity }) => ends(quantity));
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const pad = (high - low) * 0.15 || Math.abs(high) * 0.2 || 1;
  const moments = points.map((point) => point.x.getTime());
  const beside = length * 0.2;
  const isWide = low > 0 && high / low > 30;
  const isCount = values.every(Number.isInteger) && high - low < 5;
  const levels = isCount ? Array.from({ length: high - low + 1 }, (_, place) => low + place) : 5;
  const clashes = [...relations.values()]
    .filter((row) => row.kind === "contradicts" && byClaim.has(row.left) && byClaim.has(row.right))
    .map((row) => [byClaim.get(row.left), byClaim.get(row.right)]);
  const open = (end, rotate) => Plot.vector(points.filter((point) => point[end] === null), { x: "x", y: "middle", length: 22, rotate, stroke: "colour", anchor: "start", strokeWidth: 2 });
  return {
    className: CHART.class,
    width: CHART.width,
    height: CHART.height,
    marginLeft: 58,
    marginRight: 18,
    ariaLabel: `Chart over time: ${thread.title}`,
    x: { type: "utc", domain: [new Date(Math.min(...moments) - beside), new Date(Math.max(...moments) + beside)] },
    y: isWide ? { type: "log", domain: [low / 1.5, high * 1.5] } : { domain: [low - pad, high + pad], zero: false },
    color: { type: "identity" },
    symbol: { type: "identity" },
    marks: [
      Plot.gridY({ ticks: levels, stroke: "var(--line)", strokeOpacity: 1 }),
      Plot.axisX({ ticks: ticks.map((moment) => new Date(moment)), tickFormat: (day) => (day.getTime() === undated ? "no date" : readableDate(day.toISOString().slice(0, 10))), label: null, tickSize: 3, fontSize: 11 }),
      Plot.axisY({ ticks: levels, label: thread.unit ? `↑ ${plural(thread.unit)}${isWide ? ", logarithmic" : ""}` : null, tickFormat: amount, tickSize: 0, fontSize: 11 }),
      Plot.link(clashes, { className: "clashes", x1: ([left]) => left.x, y1: ([left]) => left.middle, x2: ([, right]) => right.x, y2: ([, right]) => right.middle, stroke: "var(--alarm)", strokeWidth: 1.6, strokeDasharray: "2 3" }),
      Plot.ruleX(points.filter((point) => point.low !== null && point.high !== null && point.low !== point.high), { x: "x", y1: "low", y2: "high", stroke: "colour", strokeWidth: 5, strokeOpacity: 0.5 }),
      open("high", 0),
      open("low", 180),
      Plot.dot(points, { className: "points", x: "x", y: "middle", r: CHART.radius, symbol: "shape", stroke: "colour", fill: (point) => (point.isCopy ? "var(--sheet)" : point.colour), strokeWidth: 2 }),
    ],
  };
}
