// What the page knows, indexed: who said what, where, and what stands against it. Rows come in by `learn`, all at once or part by part.

/** Rows by each of the keys that a row has. */
function index(keysOf) {
  const found = new Map();
  return {
    of: (key) => found.get(key) ?? [],
    add(row) {
      for (const key of new Set(keysOf(row))) {
        if (!found.has(key)) found.set(key, []);
        found.get(key).push(row);
      }
    },
  };
}

const articles = new Map();
const entities = new Map();
const claims = new Map();
const threads = new Map();
const relations = new Map(); // by their places in the collection
const names = new Map(); // kind and name of nodes that are named without their row

const saidBy = index((claim) => (claim.speaker ? [claim.speaker] : []));
const passedOnBy = index((claim) => claim.via);
const saidOf = index((claim) => claim.about);
const reportedIn = index((claim) => [claim.article]);
const relationsOf = index((row) => [row.left, row.right]);
const disputesOf = index((row) => row.claims);
const chartsOf = index((row) => row.claims);
const refusedBy = index((row) => (row.speaker ? [row.speaker] : []));
const refusedIn = index((row) => [row.article]);
const edgesOf = index((edge) => [edge.from, edge.to]);

const ofId = (row) => row.id;
const TABLES = [
  ["articles", articles, ofId, []],
  ["entities", entities, ofId, []],
  ["claims", claims, ofId, [saidBy, passedOnBy, saidOf, reportedIn]],
  ["relations", relations, (row) => row.place, [relationsOf]],
  ["refusals", new Map(), ofId, [refusedBy, refusedIn]],
  ["disputes", threads, ofId, [disputesOf]],
  ["developments", threads, ofId, []],
  ["figures", threads, ofId, [chartsOf]],
  ["edges", new Map(), (edge) => `${edge.from} ${edge.to} ${edge.kind}`, [edgesOf]],
];

/** Takes rows in; those that are known already are left as they are. */
function learn(part) {
  for (const [section, rows, keyOf, indexes] of TABLES) {
    for (const row of part[section] ?? []) {
      const key = keyOf(row);
      if (rows.has(key)) continue;
      rows.set(key, row);
      for (const one of indexes) one.add(row);
    }
  }
  for (const [id, name] of Object.entries(part.names ?? {})) names.set(id, name);
}

/** Those of the claims that are known, of which a long thread may have more. */
const known = (ids) => ids.map((id) => claims.get(id)).filter(Boolean);
const relationsIn = (thread) => thread.relations.map((place) => relations.get(place)).filter(Boolean);

/** Ids at the other end of the edges of these kinds that lead from a node, or to it. */
const targetsOf = (id, ...kinds) => edgesOf.of(id).filter((edge) => edge.from === id && kinds.includes(edge.kind)).map((edge) => edge.to);
const sourcesOf = (id, ...kinds) => edgesOf.of(id).filter((edge) => edge.to === id && kinds.includes(edge.kind)).map((edge) => edge.from);

const KINDS = { article: "Article", claim: "Claim", dispute: "Dispute", update: "Development", figure: "Figure" }; // by the first part of ids

/** The kind of a node or thread. */
function kindOf(id) {
  if (claims.has(id)) return "Claim";
  if (articles.has(id)) return "Article";
  return entities.get(id)?.kind ?? names.get(id)?.[0] ?? KINDS[id.split("/", 1)[0]];
}

/** What a reader calls this node: an entity's name, an article's title, a claim's words. */
function nameOf(id) {
  if (entities.has(id)) return entities.get(id).name;
  if (threads.has(id)) return threads.get(id).title;
  if (articles.has(id)) return titleOf(articles.get(id));
  return claims.get(id)?.text ?? names.get(id)?.[1] ?? id;
}
