// question: For which pairs do claims name different kinds of interphase?
// column material: text -- material or class that forms it
// column against: text -- the counterpart
// column kind: text -- by the one
// column other_kind: text -- by the other
// column support: integer -- different primary sources of the one
// column other_support: integer -- different primary sources of the other
// column claim: claim -- the one; `lithograph show` gives the sentences
// column other_claim: claim -- the other
MATCH (m)-[r:FORMS]->(i:Interphase)-[:BETWEEN]->(o)
MATCH (m)-[s:FORMS]->(j:Interphase)-[:BETWEEN]->(o)
WHERE i.kind < j.kind AND r.confidence >= $min_confidence AND s.confidence >= $min_confidence
RETURN m.name AS material, o.name AS against, i.kind AS kind, j.kind AS other_kind, r.support AS support,
  s.support AS other_support, r.claim AS claim, s.claim AS other_claim
ORDER BY material, against, kind, other_kind, claim, other_claim
