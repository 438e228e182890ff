// question: What leads to a failure, and what does it lead to?
// parameter factor: factor = '' -- a failure, a property (with high_ or low_ before it, or without) or a material; empty takes all
// column cause: text -- as in the graph
// column effect: text -- as in the graph
// column support: integer -- different primary sources
// column confidence: fraction -- how sure the claim is
// column claim: claim -- `lithograph show` gives the sentences
MATCH (a)-[r:CAUSES]->(b)
WHERE r.confidence >= $min_confidence AND (size($factor) = 0 OR a.id IN $factor OR b.id IN $factor)
RETURN CASE WHEN r.cause_change IS NULL THEN a.name ELSE r.cause_change + ' ' + a.name END AS cause,
  CASE WHEN r.effect_change IS NULL THEN b.name ELSE r.effect_change + ' ' + b.name END AS effect,
  r.support AS support, r.confidence AS confidence, r.claim AS claim
ORDER BY support DESC, cause, effect, claim
