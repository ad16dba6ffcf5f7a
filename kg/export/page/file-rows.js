// The page as a file holds all rows from the start.

const data = JSON.parse(document.getElementById("data").textContent);
data.relations.forEach((row, place) => { row.place = place; });
learn(data);
learn({ edges: data.network.edges });

data.days = [...new Set(data.articles.map((row) => row.published?.slice(0, 10)).filter(Boolean))].sort();
data.totals = {
  articles: data.articles.length,
  claims: data.claims.length,
  voices: voices().length,
  disputes: data.disputes.length,
  developments: data.developments.length,
  figures: data.figures.length,
};

const isDisputed = (id) => disputesOf.of(id).length > 0;
const canOpen = (id) => nodesById.has(id) || threads.has(id);

/** Calls back with the id once all that it is drawn with is there, which it is; with null where there is no such thing. */
const whenKnown = (id, then) => then(id && canOpen(id) ? id : null);

/** What there is beyond the rows at hand of a node's section: nothing. */
const moreOf = () => null;
