#!/bin/sh
# Imports these files into a Neo4j 5 database that is stopped; what it holds is replaced.
#   sh import.sh [DATABASE]      (default: neo4j; NEO4J_HOME says where Neo4j is)
# Then start Neo4j and run constraints.cypher:
#   cypher-shell --database neo4j --file constraints.cypher
set -eu
database=${1:-neo4j}
cd "$(dirname "$0")"
PATH=${NEO4J_HOME:+$NEO4J_HOME/bin:}$PATH
exec neo4j-admin database import full "$database" \
  "--overwrite-destination=true" "--multiline-fields=true" "--array-delimiter=;" \
  "--report-file=${TMPDIR:-/tmp}/kg-import.report" \
  "--nodes=nodes/Article.csv" \
  "--nodes=nodes/Claim.csv" \
  "--nodes=nodes/Source.csv" \
  "--nodes=nodes/Expert.csv" \
  "--nodes=nodes/Person.csv" \
  "--nodes=nodes/Organization.csv" \
  "--nodes=nodes/Unit.csv" \
  "--nodes=nodes/Event.csv" \
  "--nodes=nodes/Place.csv" \
  "--relationships=relationships/claims-Entity-Claim.csv" \
  "--relationships=relationships/reports-Article-Claim.csv" \
  "--relationships=relationships/cites-Article-Entity.csv" \
  "--relationships=relationships/cites-Entity-Entity.csv" \
  "--relationships=relationships/contradicts-Claim-Claim.csv" \
  "--relationships=relationships/contradicts-Entity-Entity.csv" \
  "--relationships=relationships/corroborates-Claim-Claim.csv" \
  "--relationships=relationships/updates-Claim-Claim.csv" \
  "--relationships=relationships/about-Claim-Entity.csv" \
  "--relationships=relationships/affiliatedWith-Entity-Entity.csv" \
  "--relationships=relationships/partOf-Entity-Entity.csv" \
  "--relationships=relationships/locatedIn-Entity-Entity.csv" \
  "--relationships=relationships/publishedBy-Article-Entity.csv"
