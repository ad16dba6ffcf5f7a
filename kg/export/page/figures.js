// Draws the figures of a thread on one scale: a dot for a number, a bar for a range, an arrow for an open end.

const PLOT = { width: 300, inset: 14 };

/** The quantity of a claim that a thread is about, if any: same measure and unit, or the only one with either. */
function quantityOf(thread, claim) {
  const ofMeasure = claim.quantities.filter((row) => (row.measure ?? null) === thread.measure);
  const ofUnit = claim.quantities.filter((row) => row.unit === thread.unit);
  const only = (rows) => (rows.length === 1 ? rows[0] : undefined);
  return ofMeasure.find((row) => row.unit === thread.unit) ?? (thread.measure && only(ofMeasure)) ?? only(ofUnit);
}

const ends = (quantity) => [quantity.min, quantity.max].filter((value) => value !== null && value !== undefined);

/** The scale of a thread, or null where its figures do not differ. */
function scaleOf(thread) {
  if (thread.unit === null) return null;
  const values = known(thread.claims).flatMap((claim) => {
    const quantity = quantityOf(thread, claim);
    return quantity ? ends(quantity) : [];
  });
  const [low, high] = [Math.min(...values), Math.max(...values)];
  if (values.length < 2 || low === high) return null;
  const isWide = low > 0 && high / low > 30;
  const place = isWide ? Math.log10 : (value) => value;
  const [first, span] = [place(low), place(high) - place(low)];
  const room = PLOT.width - 2 * PLOT.inset;
  return { low, high, at: (value) => PLOT.inset + ((place(value) - first) / span) * room, isWide };
}

const amount = (value) => value.toLocaleString(undefined, { maximumFractionDigits: 3 });

const MONEY = /\p{Sc}$/u;
const MEASURES = /^(percent|(square |cubic |nautical |kilowatt )?(kilo|centi|milli|micro|mega|giga)?(metre|mile|yard|foot|inch|hectare|acre|litre|gallon|barrel|gram|tonne|ton|pound|ounce|watt|second|minute|hour|day|week|month|year|decade))( per |$)/;
const SAME = new Set("percent pence staff police personnel aircraft cattle sheep yuan won naira birr rand baht ringgit taka tenge dong".split(" ")); // in the plural as well
const PLURALS = { person: "people", child: "children", foot: "feet", krona: "kronor", leu: "lei" };
const PRONOUN = /^(them|they|these|those|it|us|we|others)$/i;
const DETERMINED = /^(the|its|their|his|her|our|these|those) /i;

/** The plural of a unit: "people", "square miles", "metres per second". */
function plural(unit) {
  const [, before, noun, after] = /^(.*?)(\S+)( per .*| celsius| fahrenheit|)$/.exec(unit) ?? [];
  if (!noun || SAME.has(noun) || !/[a-z]$/.test(noun)) return unit;
  if (Object.hasOwn(PLURALS, noun)) return before + PLURALS[noun] + after;
  if (/(?<!hu|ger|ro)man$/.test(noun)) return `${before}${noun.slice(0, -2)}en${after}`;
  if (/(s|x|z|ch|sh)$/.test(noun)) return `${before}${noun}es${after}`;
  return before + (/[^aeiou]y$/.test(noun) ? `${noun.slice(0, -1)}ies` : `${noun}s`) + after;
}

/** What is counted, in words that agree with one or with many: "soldier", "North Korean soldiers", "percent of the force". */
function countedThings(unit, words, isOne) {
  const [wanted, other] = isOne ? [unit, plural(unit)] : [plural(unit), unit];
  if (!words || PRONOUN.test(words)) return wanted;
  if (MEASURES.test(unit) && ![wanted, other].some((name) => words.endsWith(name))) return `${wanted} of ${words}`;
  if (DETERMINED.test(words)) return `of ${words}`;
  return unit && words.endsWith(other) && !words.endsWith(wanted) ? words.slice(0, -other.length) + wanted : words;
}

/** A quantity in figures: "11,000–15,000 soldiers", "at least 4,000", "$1,500". */
function figure({ min, max, unit, counted: words }) {
  const value = min === max ? amount(min) : [min, max].map((end) => (end === null || end === undefined ? "" : amount(end))).join("–");
  const open = min === null || min === undefined ? "at most " : max === null || max === undefined ? "at least " : "";
  const bare = value.replace(/^–|–$/g, "");
  if (MONEY.test(unit)) return `${open}${unit}${bare}`;
  return [open + bare, countedThings(unit, words, (min ?? 1) === 1 && (max ?? 1) === 1)].filter(Boolean).join(" ");
}

/** The same without what is counted, but for signs of money and shares. */
const bareFigure = (quantity) => figure({ ...quantity, unit: MONEY.test(quantity.unit) || quantity.unit === "percent" ? quantity.unit : "", counted: "" });

/** One claim's figure on the scale. */
function plotted(scale, quantity) {
  const low = quantity.min ?? null;
  const high = quantity.max ?? null;
  const left = low === null ? 2 : scale.at(low);
  const right = high === null ? PLOT.width - 2 : scale.at(high);
  const y = 8;
  const parts = [svg("line", { class: "axis", x1: PLOT.inset, x2: PLOT.width - PLOT.inset, y1: y, y2: y })];
  if (left !== right) parts.push(svg("line", { class: "range", x1: left, x2: right, y1: y, y2: y }));
  if (low === null) parts.push(svg("path", { class: "open", d: `M${left + 5} ${y - 5}L${left} ${y}L${left + 5} ${y + 5}` }));
  if (high === null) parts.push(svg("path", { class: "open", d: `M${right - 5} ${y - 5}L${right} ${y}L${right - 5} ${y + 5}` }));
  for (const value of new Set(ends(quantity))) parts.push(svg("circle", { cx: scale.at(value), cy: y, r: 5 }));
  return svg("svg", { class: "plot", viewBox: `0 0 ${PLOT.width} 16`, role: "img", "aria-label": figure(quantity) }, parts);
}
