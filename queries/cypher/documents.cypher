// question: Which papers are in the library?
// column file: text -- name
// column title: text -- of the paper
// column year: integer -- of publication
// column doi: text -- of the paper
// column claims: integer -- that it states
// column references: integer -- in its list
// column id: text -- of the paper
MATCH (d:Publication)
WHERE d.read = true
OPTIONAL MATCH (c:Claim)-[:EVIDENCED_BY]->(e:Evidence)-[:`IN`]->(d)
WHERE c.confidence >= $min_confidence
WITH d, count(DISTINCT c.id) AS claims
OPTIONAL MATCH (d)-[r:REFERENCES]->(w:Publication)
RETURN d.file AS file, d.title AS title, d.year AS year, d.doi AS doi, claims AS claims, count(DISTINCT r.number) AS `references`,
  d.id AS id
ORDER BY file, id
