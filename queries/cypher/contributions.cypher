// question: What did a document contribute?
// parameter document: text -- its id, DOI or file name
// column kind: text -- of the claim
// column statement: text -- the claim in one line
// column line: integer -- in the file as read
// column cited: text -- reference numbers cited there
// column confidence: fraction -- of the best piece of evidence in that line
// column others: integer -- other documents that state it too
// column claim: claim -- `lithograph show` gives the sentences
MATCH (c:Claim)-[:EVIDENCED_BY]->(e:Evidence)-[:`IN`]->(d:Publication)
WHERE (d.id = $document OR d.doi = $document OR d.file = $document) AND c.confidence >= $min_confidence
OPTIONAL MATCH (c)-[:EVIDENCED_BY]->(f:Evidence)
WITH c, e, count(DISTINCT f.document) - 1 AS others
RETURN c.kind AS kind, c.statement AS statement, e.line AS line, e.references AS cited,
  max(e.confidence) AS confidence, others AS others, c.id AS claim
ORDER BY line, kind, statement, claim, cited
