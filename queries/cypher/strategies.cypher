// question: Which strategies act against a failure in a family, and how many sources say so?
// parameter failure: failure = '' -- name of the failure, such as dendrite_growth; empty takes all
// parameter material: material = '' -- to which they are applied; a class takes all that belongs to it, empty takes all
// column failure: text -- that they act against
// column category: text -- of the strategy
// column agent: text -- material that is added, inserted or formed
// column sources: integer -- different primary sources
// column papers: integer -- read, that say so
// column claims: integer -- that say so
// column claim: claim -- one of them; `lithograph show` gives the sentences
MATCH (t:Strategy)-[r:MITIGATES]->(f:FailureMechanism)
WHERE r.confidence >= $min_confidence
  AND ($failure = '' OR f.name = $failure)
  AND (size($material) = 0
    OR EXISTS { MATCH (t)-[:APPLIED_TO]->(m)-[:BELONGS_TO*0..6]->(k) WHERE k.id IN $material })
MATCH (c:Claim)-[:EVIDENCED_BY]->(e:Evidence)
WHERE c.id = r.claim
OPTIONAL MATCH (c)-[:EVIDENCED_BY]->(o:Evidence)-[:CITES]->(w:Publication)
WHERE o.document = e.document
OPTIONAL MATCH (t)-[:USES]->(a)
RETURN f.name AS failure, t.name AS category, a.name AS agent, count(DISTINCT coalesce(w.id, e.document)) AS sources,
  count(DISTINCT e.document) AS papers, count(DISTINCT c.id) AS claims, min(c.id) AS claim
ORDER BY sources DESC, claims DESC, failure, category, agent
