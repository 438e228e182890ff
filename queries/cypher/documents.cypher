// question: Which papers are in the library?
// column file: name
// column title: of the paper
// column year: of publication
// column doi: of the paper
// column claims: that it states
// column references: in its list
// column id: of the paper
MATCH (d:Publication)
WHERE d.read = true
OPTIONAL MATCH (c:Claim)-[:EVIDENCED_BY]->(e:Evidence)-[:`IN`]->(d)
WHERE c.confidence >= $min_confidence
WITH d, count(DISTINCT c.id) AS claims
OPTIONAL MATCH (d)-[r:REFERENCES]->(w:Publication)
RETURN d.file AS file, d.title AS title, d.year AS year, d.doi AS doi, claims AS claims, count(DISTINCT r.number) AS `references`,
  d.id AS id
ORDER BY file, id
