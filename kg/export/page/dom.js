// Makes elements. Text goes in as text nodes alone: no word of an article is ever read as markup.

const byName = (id) => document.getElementById(id);

/** An element with attributes (a function becomes a listener) and children (strings become text). */
function el(tag, attributes = {}, ...children) {
  return furnish(document.createElement(tag), attributes, children);
}

/** The same for a drawing. */
function svg(tag, attributes = {}, ...children) {
  return furnish(document.createElementNS("http://www.w3.org/2000/svg", tag), attributes, children);
}

function furnish(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(name, value);
    else if (value === true) element.setAttribute(name, "");
    else if (value !== false && value !== null && value !== undefined) element.setAttribute(name, value);
  }
  element.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

/** The mark of a kind of node, as in the network. */
function glyph(kind) {
  const path = svg("path", { d: data.nodeLooks[kind].path });
  path.style.fill = `var(--node-${kind})`;
  return svg("svg", { class: "glyph", viewBox: "-11 -11 22 22", "aria-hidden": "true" }, path);
}

/** The line of a kind of edge, as in the network. */
function stroke(kind) {
  const look = data.edgeLooks[kind];
  const ends = { arrow: "M24 1L30 5L24 9", bar: "M29 1V9", vee: "M24 1L30 5L24 9L26 5Z", circle: "M26 5a2 2 0 1 1 4 0a2 2 0 1 1-4 0" };
  const line = svg("path", { d: "M1 5H29", "stroke-width": Math.max(1.5, look.width), "stroke-dasharray": look.dashes.join(" ") });
  const head = look.head && svg("path", { d: ends[look.head], "stroke-width": 1.5 });
  const tail = look.tail && svg("path", { d: ends[look.tail], "stroke-width": 1.5, transform: "matrix(-1 0 0 1 30 0)" });
  const drawing = svg("svg", { class: "stroke", viewBox: "-1 0 33 10", "aria-hidden": "true" }, line, head || null, tail || null);
  drawing.style.stroke = `var(--edge-${kind})`;
  return drawing;
}

/** A button that opens a node: its mark and its name. */
function chip(id, words = nameOf(id)) {
  return el("button", { type: "button", class: "chip", "data-open": id, title: `${kindOf(id)}: ${nameOf(id)}` }, glyph(kindOf(id)), el("span", {}, words));
}

/** Colours of the theme in force, for drawings (as custom properties) and for the canvas. */
const theme = { dark: false, ink: "", paper: "", faint: "" };

function applyTheme() {
  theme.dark = matchMedia("(prefers-color-scheme: dark)").matches;
  const root = document.documentElement;
  for (const [kind, look] of Object.entries(data.nodeLooks)) root.style.setProperty(`--node-${kind}`, theme.dark ? look.dark : look.light);
  for (const [kind, look] of Object.entries(data.edgeLooks)) root.style.setProperty(`--edge-${kind}`, theme.dark ? look.dark : look.light);
  const computed = getComputedStyle(root);
  for (const name of ["ink", "paper", "faint"]) theme[name] = computed.getPropertyValue(`--${name}`).trim();
}

/** Tells a screen reader. */
function announce(words) {
  byName("status").textContent = words;
}

const NARROW = "(max-width: 760px)";
const isNarrow = () => matchMedia(NARROW).matches;
const isStill = () => matchMedia("(prefers-reduced-motion: reduce)").matches;
