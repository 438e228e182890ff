// question: What did a document contribute?
// parameter document: text -- its id, DOI or file name
// column kind: of the claim
// column statement: the claim in one line
// column line: in the file as read
// column cited: reference numbers cited there
// column confidence: of this piece of evidence, 0 to 1
// column others: other documents that state it too
// column claim: id; `lithograph show` gives the sentences
MATCH (c:Claim)-[:EVIDENCED_BY]->(e:Evidence)-[:`IN`]->(d:Publication)
WHERE (d.id = $document OR d.doi = $document OR d.file = $document) AND c.confidence >= $min_confidence
OPTIONAL MATCH (c)-[:EVIDENCED_BY]->(f:Evidence)
WITH c, e, count(DISTINCT f.document) - 1 AS others
RETURN c.kind AS kind, c.statement AS statement, e.line AS line, e.references AS cited,
  e.confidence AS confidence, others AS others, c.id AS claim
ORDER BY line, kind, statement, claim, e.source_start, e.id
