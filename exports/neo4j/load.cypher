// Loads the CSV files into a database that is running, beside what it holds; running it again changes nothing.
// Copy this folder into the server's import folder, as neo4j/, and run constraints.cypher first:
//   cypher-shell --file constraints.cypher && cypher-shell --file load.cypher
// In Neo4j Browser each statement needs ":auto " in front of it.
// The server needs db.import.csv.legacy_quote_escaping=false in neo4j.conf: else LOAD CSV takes a backslash for an escape.

LOAD CSV WITH HEADERS FROM 'file:///neo4j/nodes/Article.csv' AS row
CALL {
  WITH row
  MERGE (it:Article {id: row.`id:ID(Article)`})
  SET it.title = row.`title`,
      it.file = row.`file`,
      it.publisher = row.`publisher`,
      it.authors = split(row.`authors:string[]`, ';'),
      it.published = row.`published`,
      it.url = row.`url`,
      it.language = row.`language`
} IN TRANSACTIONS OF 10000 ROWS;

LOAD CSV WITH HEADERS FROM 'file:///neo4j/nodes/Claim.csv' AS row
CALL {
  WITH row
  MERGE (it:Claim {id: row.`id:ID(Claim)`})
  SET it.text = row.`text`,
      it.style = row.`style`,
      it.modality = row.`modality`,
      it.polarity = row.`polarity`,
      it.confidence = toFloat(row.`confidence:double`),
      it.figures = split(row.`figures:string[]`, ';'),
      it.said = row.`said`,
      it.said_from = date(row.`said_from:date`),
      it.said_to = date(row.`said_to:date`),
      it.holds = row.`holds`,
      it.holds_from = date(row.`holds_from:date`),
      it.holds_to = date(row.`holds_to:date`),
      it.origins = toInteger(row.`origins:long`),
      it.via = split(row.`via:string[]`, ';')
} IN TRANSACTIONS OF 10000 ROWS;

LOAD CSV WITH HEADERS FROM 'file:///neo4j/nodes/Source.csv' AS row
CALL {
  WITH row
  MERGE (it:Entity {id: row.`id:ID(Entity)`})
  SET it:Source
  SET it.name = row.`name`,
      it.aliases = split(row.`aliases:string[]`, ';'),
      it.named = toBoolean(row.`named:boolean`),
      it.role = row.`role`,
      it.event = row.`event`,
      it.when = row.`when`,
      it.when_from = date(row.`when_from:date`),
      it.when_to = date(row.`when_to:date`),
      it.articles = toInteger(row.`articles:long`)
} IN TRANSACTIONS OF 10000 ROWS;

LOAD CSV WITH HEADERS FROM 'file:///neo4j/nodes/Expert.csv' AS row
CALL {
  WITH row
  MERGE (it:Entity {id: row.`id:ID(Entity)`})
  SET it:Expert
  SET it.name = row.`name`,
      it.aliases = split(row.`aliases:string[]`, ';'),
      it.named = toBoolean(row.`named:boolean`),
      it.role = row.`role`,
      it.event = row.`event`,
      it.when = row.`when`,
      it.when_from = date(row.`when_from:date`),
      it.when_to = date(row.`when_to:date`),
      it.articles = toInteger(row.`articles:long`)
} IN TRANSACTIONS OF 10000 ROWS;

LOAD CSV WITH HEADERS FROM 'file:///neo4j/nodes/Person.csv' AS row
CALL {
  WITH row
  MERGE (it:Entity {id: row.`id:ID(Entity)`})
  SET it:Person
  SET it.name = row.`name`,
      it.aliases = split(row.`aliases:string[]`, ';'),
      it.named = toBoolean(row.`named:boolean`),
      it.role = row.`role`,
      it.event = row.`event`,
      it.when = row.`when`,
      it.when_from = date(row.`when_from:date`),
      it.when_to = date(row.`when_to:date`),
      it.articles = toInteger(row.`articles:long`)
} IN TRANSACTIONS OF 10000 ROWS;

LOAD CSV WITH HEADERS FROM 'file:///neo4j/nodes/Organization.csv' AS row
CALL {
  WITH row
  MERGE (it:Entity {id: row.`id:ID(Entity)`})
  SET it:Organization
  SET it.name = row.`name`,
      it.aliases = split(row.`aliases:string[]`, ';'),
      it.named = toBoolean(row.`named:boolean`),
      it.role = row.`role`,
      it.event = row.`event`,
      it.when = row.`when`,
      it.when_from = date(row.`when_from:date`),
      it.when_to = date(row.`when_to:date`),
      it.articles = toInteger(row.`articles:long`)
} IN TRANSACTIONS OF 10000 ROWS;

LOAD CSV WITH HEADERS FROM 'file:///neo4j/nodes/Unit.csv' AS row
CALL {
  WITH row
  MERGE (it:Entity {id: row.`id:ID(Entity)`})
  SET it:Unit
  SET it.name = row.`name`,
      it.aliases = split(row.`aliases:string[]`, ';'),
      it.named = toBoolean(row.`named:boolean`),
      it.role = row.`role`,
      it.event = row.`event`,
      it.when = row.`when`,
      it.when_from = date(row.`when_from:date`),
      it.when_to = date(row.`when_to:date`),
      it.articles = toInteger(row.`articles:long`)
} IN TRANSACTIONS OF 10000 ROWS;

LOAD CSV WITH HEADERS FROM 'file:///neo4j/nodes/Event.csv' AS row
CALL {
  WITH row
  MERGE (it:Entity {id: row.`id:ID(Entity)`})
  SET it:Event
  SET it.name = row.`name`,
      it.aliases = split(row.`aliases:string[]`, ';'),
      it.named = toBoolean(row.`named:boolean`),
      it.role = row.`role`,
      it.event = row.`event`,
      it.when = row.`when`,
      it.when_from = date(row.`when_from:date`),
      it.when_to = date(row.`when_to:date`),
      it.articles = toInteger(row.`articles:long`)
} IN TRANSACTIONS OF 10000 ROWS;

LOAD CSV WITH HEADERS FROM 'file:///neo4j/nodes/Place.csv' AS row
CALL {
  WITH row
  MERGE (it:Entity {id: row.`id:ID(Entity)`})
  SET it:Place
  SET it.name = row.`name`,
      it.aliases = split(row.`aliases:string[]`, ';'),
      it.named = toBoolean(row.`named:boolean`),
      it.role = row.`role`,
      it.event = row.`event`,
      it.when = row.`when`,
      it.when_from = date(row.`when_from:date`),
      it.when_to = date(row.`when_to:date`),
      it.articles = toInteger(row.`articles:long`)
} IN TRANSACTIONS OF 10000 ROWS;

LOAD CSV WITH HEADERS FROM 'file:///neo4j/relationships/claims-Entity-Claim.csv' AS row
CALL {
  WITH row
  MATCH (left:Entity {id: row.`:START_ID(Entity)`})
  MATCH (right:Claim {id: row.`:END_ID(Claim)`})
  MERGE (left)-[it:claims]->(right)
  SET it.count = toInteger(row.`count:long`)
} IN TRANSACTIONS OF 10000 ROWS;

LOAD CSV WITH HEADERS FROM 'file:///neo4j/relationships/reports-Article-Claim.csv' AS row
CALL {
  WITH row
  MATCH (left:Article {id: row.`:START_ID(Article)`})
  MATCH (right:Claim {id: row.`:END_ID(Claim)`})
  MERGE (left)-[it:reports]->(right)
  SET it.count = toInteger(row.`count:long`)
} IN TRANSACTIONS OF 10000 ROWS;

LOAD CSV WITH HEADERS FROM 'file:///neo4j/relationships/cites-Article-Entity.csv' AS row
CALL {
  WITH row
  MATCH (left:Article {id: row.`:START_ID(Article)`})
  MATCH (right:Entity {id: row.`:END_ID(Entity)`})
  MERGE (left)-[it:cites]->(right)
  SET it.count = toInteger(row.`count:long`)
} IN TRANSACTIONS OF 10000 ROWS;

LOAD CSV WITH HEADERS FROM 'file:///neo4j/relationships/cites-Entity-Entity.csv' AS row
CALL {
  WITH row
  MATCH (left:Entity {id: row.`:START_ID(Entity)`})
  MATCH (right:Entity {id: row.`:END_ID(Entity)`})
  MERGE (left)-[it:cites]->(right)
  SET it.count = toInteger(row.`count:long`)
} IN TRANSACTIONS OF 10000 ROWS;

LOAD CSV WITH HEADERS FROM 'file:///neo4j/relationships/contradicts-Claim-Claim.csv' AS row
CALL {
  WITH row
  MATCH (left:Claim {id: row.`:START_ID(Claim)`})
  MATCH (right:Claim {id: row.`:END_ID(Claim)`})
  MERGE (left)-[it:contradicts]->(right)
  SET it.count = toInteger(row.`count:long`),
      it.basis = row.`basis`,
      it.why = row.`why`,
      it.score = toFloat(row.`score:double`),
      it.independent = toBoolean(row.`independent:boolean`),
      it.left_origins = toInteger(row.`left_origins:long`),
      it.right_origins = toInteger(row.`right_origins:long`),
      it.symmetric = toBoolean(row.`symmetric:boolean`)
} IN TRANSACTIONS OF 10000 ROWS;

LOAD CSV WITH HEADERS FROM 'file:///neo4j/relationships/contradicts-Entity-Entity.csv' AS row
CALL {
  WITH row
  MATCH (left:Entity {id: row.`:START_ID(Entity)`})
  MATCH (right:Entity {id: row.`:END_ID(Entity)`})
  MERGE (left)-[it:contradicts]->(right)
  SET it.count = toInteger(row.`count:long`),
      it.symmetric = toBoolean(row.`symmetric:boolean`)
} IN TRANSACTIONS OF 10000 ROWS;

LOAD CSV WITH HEADERS FROM 'file:///neo4j/relationships/corroborates-Claim-Claim.csv' AS row
CALL {
  WITH row
  MATCH (left:Claim {id: row.`:START_ID(Claim)`})
  MATCH (right:Claim {id: row.`:END_ID(Claim)`})
  MERGE (left)-[it:corroborates]->(right)
  SET it.count = toInteger(row.`count:long`),
      it.basis = row.`basis`,
      it.why = row.`why`,
      it.score = toFloat(row.`score:double`),
      it.independent = toBoolean(row.`independent:boolean`),
      it.symmetric = toBoolean(row.`symmetric:boolean`)
} IN TRANSACTIONS OF 10000 ROWS;

LOAD CSV WITH HEADERS FROM 'file:///neo4j/relationships/updates-Claim-Claim.csv' AS row
CALL {
  WITH row
  MATCH (left:Claim {id: row.`:START_ID(Claim)`})
  MATCH (right:Claim {id: row.`:END_ID(Claim)`})
  MERGE (left)-[it:updates]->(right)
  SET it.count = toInteger(row.`count:long`),
      it.basis = row.`basis`,
      it.why = row.`why`,
      it.score = toFloat(row.`score:double`),
      it.independent = toBoolean(row.`independent:boolean`)
} IN TRANSACTIONS OF 10000 ROWS;

LOAD CSV WITH HEADERS FROM 'file:///neo4j/relationships/about-Claim-Entity.csv' AS row
CALL {
  WITH row
  MATCH (left:Claim {id: row.`:START_ID(Claim)`})
  MATCH (right:Entity {id: row.`:END_ID(Entity)`})
  MERGE (left)-[it:about]->(right)
  SET it.count = toInteger(row.`count:long`)
} IN TRANSACTIONS OF 10000 ROWS;

LOAD CSV WITH HEADERS FROM 'file:///neo4j/relationships/affiliatedWith-Entity-Entity.csv' AS row
CALL {
  WITH row
  MATCH (left:Entity {id: row.`:START_ID(Entity)`})
  MATCH (right:Entity {id: row.`:END_ID(Entity)`})
  MERGE (left)-[it:affiliatedWith]->(right)
  SET it.count = toInteger(row.`count:long`)
} IN TRANSACTIONS OF 10000 ROWS;

LOAD CSV WITH HEADERS FROM 'file:///neo4j/relationships/partOf-Entity-Entity.csv' AS row
CALL {
  WITH row
  MATCH (left:Entity {id: row.`:START_ID(Entity)`})
  MATCH (right:Entity {id: row.`:END_ID(Entity)`})
  MERGE (left)-[it:partOf]->(right)
  SET it.count = toInteger(row.`count:long`)
} IN TRANSACTIONS OF 10000 ROWS;

LOAD CSV WITH HEADERS FROM 'file:///neo4j/relationships/locatedIn-Entity-Entity.csv' AS row
CALL {
  WITH row
  MATCH (left:Entity {id: row.`:START_ID(Entity)`})
  MATCH (right:Entity {id: row.`:END_ID(Entity)`})
  MERGE (left)-[it:locatedIn]->(right)
  SET it.count = toInteger(row.`count:long`)
} IN TRANSACTIONS OF 10000 ROWS;

LOAD CSV WITH HEADERS FROM 'file:///neo4j/relationships/publishedBy-Article-Entity.csv' AS row
CALL {
  WITH row
  MATCH (left:Article {id: row.`:START_ID(Article)`})
  MATCH (right:Entity {id: row.`:END_ID(Entity)`})
  MERGE (left)-[it:publishedBy]->(right)
  SET it.count = toInteger(row.`count:long`)
} IN TRANSACTIONS OF 10000 ROWS;

