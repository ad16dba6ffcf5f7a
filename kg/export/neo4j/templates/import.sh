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
@SHELL@
