// Loads the CSV files into a database that is running, beside what it holds; running it again changes nothing.
// Copy this folder into the server's import folder, as neo4j/, and run constraints.cypher first:
//   cypher-shell --file constraints.cypher && cypher-shell --file load.cypher
// In Neo4j Browser each statement needs ":auto " in front of it.
// The server needs db.import.csv.legacy_quote_escaping=false in neo4j.conf: else LOAD CSV takes a backslash for an escape.

@LOADING@
