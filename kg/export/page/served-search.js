// The server finds names, titles and words of claims.

/** Calls back with what matches, best first. */
function whenFound(query, then) {
  if (!query.trim()) {
    dismiss("hits");
    then([]);
    return;
  }
  request("hits", `search?${new URLSearchParams({ q: query })}`, ({ hits: rows }) => then(rows), (words) => {
    byName("hits").hidden = false;
    byName("hits").replaceChildren(el("li", { class: "empty" }, words));
  });
}
