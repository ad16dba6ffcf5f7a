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
CALL n10s.nsprefixes.add("cito", "http://purl.org/spar/cito/");
CALL n10s.nsprefixes.add("dc", "http://purl.org/dc/elements/1.1/");
CALL n10s.nsprefixes.add("dcterms", "http://purl.org/dc/terms/");
CALL n10s.nsprefixes.add("edtf", "http://id.loc.gov/datatypes/edtf/");
CALL n10s.nsprefixes.add("kg", "https://w3id.org/kg/ns#");
CALL n10s.nsprefixes.add("m", "https://w3id.org/kg/measures#");
CALL n10s.nsprefixes.add("oa", "http://www.w3.org/ns/oa#");
CALL n10s.nsprefixes.add("org", "http://www.w3.org/ns/org#");
CALL n10s.nsprefixes.add("prov", "http://www.w3.org/ns/prov#");
CALL n10s.nsprefixes.add("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#");
CALL n10s.nsprefixes.add("rdfs", "http://www.w3.org/2000/01/rdf-schema#");
CALL n10s.nsprefixes.add("schema", "https://schema.org/");
CALL n10s.nsprefixes.add("sem", "http://semanticweb.cs.vu.nl/2009/11/sem/");
CALL n10s.nsprefixes.add("skos", "http://www.w3.org/2004/02/skos/core#");
CALL n10s.nsprefixes.add("xsd", "http://www.w3.org/2001/XMLSchema#");
// Set the parameter to where the file lies, as in  :param graph => "file:///import/graph.ttl"
CALL n10s.rdf.import.fetch($graph, "Turtle");
