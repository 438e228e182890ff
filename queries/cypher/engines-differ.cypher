// question: Which values do two engines read differently at the same place?
// parameter property: text = '' -- only where one of them reads this property; empty takes all
// column paper: text -- file in which it stands
// column line: integer -- of the value
// column engine: text -- the one
// column statement: text -- what it reads there
// column other_engine: text -- the other
// column other_statement: text -- what that reads there
// column sentence: text -- as the one has it
// column claim: claim -- the one; `lithograph show` gives the sentences
// column other_claim: claim -- the other
MATCH (e:Evidence)-[:`IN`]->(p:Publication)
WITH p, count(DISTINCT e.engine) AS engines
WHERE engines > 1
MATCH (c:Claim)-[:EVIDENCED_BY]->(a:Evidence)-[:`IN`]->(p)
WHERE a.value_start IS NOT NULL AND c.confidence >= $min_confidence
WITH p, c, a
MATCH (p)<-[:`IN`]-(b:Evidence)<-[:EVIDENCED_BY]-(d:Claim)
WHERE a.engine < b.engine AND b.value_start < a.value_end AND a.value_start < b.value_end AND c.id <> d.id
  AND d.confidence >= $min_confidence
WITH p, c, a, b, d
MATCH (c)-[:STATES]->(x:Property), (d)-[:STATES]->(y:Property)
WHERE $property = '' OR x.name = $property OR y.name = $property
WITH p, c, a, b, d
MATCH (c)-[:EVIDENCED_BY]->(u:Evidence), (d)-[:EVIDENCED_BY]->(v:Evidence)
WITH p, c, a, b, d, collect(DISTINCT u.engine) AS of_one, collect(DISTINCT v.engine) AS of_other
WHERE NOT b.engine IN of_one AND NOT a.engine IN of_other
RETURN p.file AS paper, min(a.line) AS line, a.engine AS engine, c.statement AS statement, b.engine AS other_engine,
  d.statement AS other_statement, min(a.sentence) AS sentence, c.id AS claim, d.id AS other_claim
ORDER BY paper, line, engine, other_engine, statement, other_statement, claim, other_claim
