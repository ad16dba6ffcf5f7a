// The served page asks for rows when something is opened; only what the lists begin with is there from the start.

const wholeNetwork = ask("graph").then((answer) => [answer, null], (fault) => [null, fault]);
const data = await beginning();
learn(data.list);

document.querySelector("h1").after(el("a", { class: "elsewhere", href: "./" }, "Ask in SPARQL"));

const learned = new Map(); // ids that have been opened to how many claims there are in each of their sections
const AT_ONCE = 200; // rows of a section
const IN_ARTICLE = 1000; // claims of an article at once

/** The looks, totals and days, and the list that opens; asked for until there is an answer. */
async function beginning() {
  for (;;) {
    try {
      return await ask("start");
    } catch (fault) {
      await new Promise((again) => { byName("list").replaceChildren(complaint(fault, again)); });
    }
  }
}

const isDisputed = (id) => disputesOf.of(id).length > 0;
const canOpen = (id) => id.includes("/");

/** Calls back with the id once all that it is drawn with is there; where it is not, tells so in the panel. Done when it has. */
function whenKnown(id, then) {
  if (!id || learned.has(id)) {
    dismiss("panel");
    then(id);
    return Promise.resolve();
  }
  return request("panel", partAddress(id), (part) => {
    learn(part);
    learned.set(id, { counts: part.counts ?? {}, got: {} });
    then(id);
  }, complainInPanel);
}

const partAddress = (id) => `part/${id.split("/").map(encodeURIComponent).join("/")}`;

function complainInPanel(words) {
  const panel = byName("panel");
  panel.hidden = false;
  document.body.classList.add("has-panel");
  panel.replaceChildren(el("div", { class: "panel-head" }, el("span", { class: "kind" }), closeButton()), el("div", { class: "panel-body" }, words));
  resizeNetwork();
}

/** How many rows a section of a node has, and what brings in those that are not there yet; null where all are. */
function moreOf(id, section) {
  const { counts, got } = learned.get(id);
  const step = articles.has(id) ? IN_ARTICLE : AT_ONCE;
  const from = got[section] ?? step;
  const total = counts[section] ?? 0;
  if (total <= from) return null;
  const load = () => request("panel", `${partAddress(id)}?${new URLSearchParams({ section, from })}`, (part) => {
    learn(part);
    got[section] = from + step;
    const { scrollTop } = byName("panel");
    drawPanel();
    byName("panel").scrollTop = scrollTop;
    byName("panel").focus({ preventScroll: true });
  }, (words) => byName("panel").querySelector(".panel-body").append(words));
  return { total, load };
}
