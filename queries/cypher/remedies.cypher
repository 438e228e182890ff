// question: What prevents which failure, whatever the material: which categories of strategy have the most sources?
// parameter failure: failure = '' -- name of the failure, such as dendrite_growth; empty takes all
// column failure: text -- that they act against
// column category: text -- of the strategies
// column sources: integer -- different primary sources
// column papers: integer -- read, that say so
// column claims: integer -- that say so
// column agents: integer -- different materials that are added, inserted or formed
MATCH (t:Strategy)-[r:MITIGATES]->(f:FailureMechanism)
WHERE r.confidence >= $min_confidence AND ($failure = '' OR f.name = $failure)
MATCH (c:Claim)-[:EVIDENCED_BY]->(e:Evidence)
WHERE c.id = r.claim
OPTIONAL MATCH (c)-[:EVIDENCED_BY]->(o:Evidence)-[:CITES]->(w:Publication)
WHERE o.document = e.document
OPTIONAL MATCH (t)-[:USES]->(a)
RETURN f.name AS failure, t.name AS category, count(DISTINCT coalesce(w.id, e.document)) AS sources,
  count(DISTINCT e.document) AS papers, count(DISTINCT c.id) AS claims, count(DISTINCT a.id) AS agents
ORDER BY failure, sources DESC, claims DESC, category
