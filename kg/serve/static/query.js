// The page to ask on: Yasqe is the editor, Yasr shows the answer. Both would fetch prefixes and terms from elsewhere; here they
// know those of kg, and nothing else.
"use strict";

const { base, prefixes, classes, properties } = document.body.dataset;
const known = JSON.parse(prefixes);
const { Yasqe, Yasr } = window;

Object.assign(Yasqe.Autocompleters.prefixes, {
  get: Object.entries(known).map(([name, iri]) => `${name}: <${iri}>`),
  persistenceId: null,
});
Object.assign(Yasqe.Autocompleters.class, { get: JSON.parse(classes), autoShow: true });
Object.assign(Yasqe.Autocompleters.property, { get: JSON.parse(properties), autoShow: true });

const escaped = (text) => text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);

// Yasr puts IRIs into its markup as they are; here they are escaped, and those of the build lead to its own pages.
Yasr.plugins.table.prototype.getUriLinkFromBinding = ({ value }) => {
  if (value.startsWith(base)) {
    const path = value.slice(base.length);
    const address = path.split("/").map(encodeURIComponent).join("/");
    return `<a class="iri" href="/id/${escaped(address)}">${escaped(path)}</a>`;
  }
  const [name, iri] = Object.entries(known).find((row) => value.startsWith(row[1])) ?? [];
  const shown = name ? `${name}:${value.slice(iri.length)}` : value;
  return `<span class="iri" title="${escaped(value)}">${escaped(shown)}</span>`;
};
Yasr.plugins.table.prototype.helpReference = undefined;
Yasr.plugins.response.prototype.helpReference = undefined;

const editor = new Yasqe(document.getElementById("editor"), {
  persistenceId: null,
  requestConfig: { endpoint: "/sparql", method: "POST", acceptHeaderGraph: "text/turtle" },
  consumeShareLink: null,
  createShareableLink: (yasqe) =>
    `${location.origin}/#query=${encodeURIComponent(yasqe.getValue())}`,
  editorHeight: "22rem",
  value: "",
});
const answer = new Yasr(document.getElementById("answer"), {
  persistenceId: null,
  prefixes: known,
  plugins: { table: { enabled: true, dynamicConfig: { compact: true, isEllipsed: false } } },
});
editor.on("query", () => document.body.removeAttribute("data-answered"));
editor.on("queryResponse", (_, response, duration) => {
  answer.setResponse(response, duration);
  document.body.dataset.answered = "true";
});

const buttons = [...document.querySelectorAll("#questions button")];

function choose(button) {
  for (const other of buttons) other.removeAttribute("aria-current");
  button.setAttribute("aria-current", "true");
  editor.setValue(button.dataset.sparql);
  editor.collapsePrefixes(true);
}

function follow() {
  const [kind, value = ""] = location.hash.slice(1).split("=");
  if (kind === "query") editor.setValue(decodeURIComponent(value));
  const button = buttons.find((one) => kind === "question" && one.dataset.name === value);
  if (button) choose(button);
  return Boolean(button) || kind === "query";
}

for (const button of buttons) {
  button.addEventListener("click", () => {
    history.replaceState(null, "", `#question=${button.dataset.name}`);
    choose(button);
    editor.query().catch(() => {});
  });
}
window.addEventListener("hashchange", follow);
if (!follow()) choose(buttons[0]);
document.body.dataset.ready = "true";
