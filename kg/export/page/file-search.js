// Finds names, titles and words of claims in the file page, by the start of words first.

const MOST_HITS = 40;
const folded = (words) => words.normalize("NFKD").replaceAll(/\p{M}/gu, "").toLowerCase();

const searchable = [...nodesById.keys(), ...threads.keys()].map((id) => {
  const entity = entities.get(id);
  const words = entity ? [entity.name, ...entity.aliases].join(" · ") : nameOf(id);
  return { id, text: folded(words), bonus: claims.has(id) ? 0 : 1 };
});

/** Calls back with what matches, best first. */
const whenFound = (query, then) => then(found(query).map((id) => ({ id, kind: kindOf(id), name: nameOf(id), note: hitNote(id) })));

/** Ids of what matches, best first. */
function found(query) {
  const wanted = folded(query.trim()).split(/\s+/).filter(Boolean);
  if (!wanted.length) return [];
  const rows = [];
  for (const { id, text, bonus } of searchable) {
    if (!wanted.every((word) => text.includes(word))) continue;
    const starts = wanted.filter((word) => text.startsWith(word) || text.includes(` ${word}`)).length;
    const talk = threads.has(id) ? 1 : Math.min(1, edgesOf.of(id).length / 50);
    rows.push({ id, score: bonus * 2 + (text.startsWith(wanted[0]) ? 2 : 0) + starts / wanted.length + talk });
  }
  rows.sort((left, right) => right.score - left.score || (left.id < right.id ? -1 : 1));
  return rows.slice(0, MOST_HITS).map((row) => row.id);
}

function hitNote(id) {
  if (claims.has(id)) return speakerName(claims.get(id));
  if (articles.has(id)) return imprint(articles.get(id));
  if (threads.has(id)) return counted(threads.get(id).claims.length, "claim");
  const entity = entities.get(id);
  return [entity.role ?? entity.kind, entity.aliases.join(", ")].filter(Boolean).join(" · ");
}
