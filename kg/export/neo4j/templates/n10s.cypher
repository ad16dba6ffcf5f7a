// Loads ../graph.ttl with neosemantics (n10s) in place of the CSV files, into an empty database.
// Without handleMultival only the last of several values of a property is kept, without keepLangTag and
// keepCustomDataTypes neither the language of a text nor the type of an EDTF date.
CREATE CONSTRAINT n10s_unique_uri IF NOT EXISTS FOR (r:Resource) REQUIRE r.uri IS UNIQUE;
CALL n10s.graphconfig.init({
  handleVocabUris: "SHORTEN",
  handleMultival: "ARRAY",
  handleRDFTypes: "LABELS",
  keepLangTag: true,
  keepCustomDataTypes: true
});
@PREFIXES@
// Set the parameter to where the file lies, as in  :param graph => "file:///import/graph.ttl"
CALL n10s.rdf.import.fetch($graph, "Turtle");
