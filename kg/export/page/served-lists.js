// The lists of the served page: the server filters and orders them, and hands them out page by page.

const LISTS = { updates: "developments" }; // tabs that the server calls by another name
const shelves = new Map(); // from what was asked for to what has come of it
shelves.set(data.totals.disputes ? "list/disputes?" : "list/claims?by=published", data.list);

/** The address of a list under the filters in force. */
function listAddress(name) {
  const query = new URLSearchParams();
  if (filters.confidence) query.set("confidence", filters.confidence);
  if (filters.until < DAYS.length) query.set("until", DAYS[filters.until - 1] ?? "none");
  if (filters.isDisputedOnly) query.set("only", "disputed");
  if (name === "claims") query.set("by", order.by);
  if (name === "claims" && order.isDown) query.set("down", "1");
  return `list/${LISTS[name] ?? name}?${query}`;
}

/** Calls back with the rows of a list that are there and, where it has more, what brings these in. */
function whenListed(name, then) {
  const address = listAddress(name);
  const shelf = shelves.get(address);
  if (shelf) {
    dismiss("list");
    then({ rows: shelf.order.map(listedRow), more: shelf.order.length < shelf.total ? { total: shelf.total, load: () => load(address, then, name) } : null });
  } else load(address, then, name);
}

function load(address, then, name) {
  const order = shelves.get(address)?.order ?? [];
  const query = order.length ? `${address}&from=${order.length}` : address;
  request("list", query, (page) => {
    shelve(address, page);
    whenListed(name, then);
  }, (words) => {
    byName("list").querySelector(".fault")?.remove();
    if (order.length) byName("list").append(words);
    else byName("list").replaceChildren(words);
  });
}

function shelve(address, page) {
  learn(page);
  const before = shelves.get(address)?.order ?? [];
  shelves.set(address, { total: page.total, order: [...before, ...page.order] });
}

/** A row that an entry of a list stands for: a thread, a claim, or the counts of a voice or an article. */
const listedRow = (entry) => (typeof entry === "string" ? (threads.get(entry) ?? claims.get(entry)) : entry);
