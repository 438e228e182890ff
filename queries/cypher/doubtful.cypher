// question: Which claims do the papers deny, or only suppose?
// parameter kind: text = '' -- only this kind of claim; empty takes all
// parameter material: material = '' -- that the claim is about; a class takes all that belongs to it, empty takes all
// column doubt: text -- denied, or hedged where every place has a may, likely or the like
// column kind: text -- of the claim
// column statement: text -- the claim in one line
// column support: integer -- different primary sources
// column confidence: fraction -- how sure the claim is
// column claim: claim -- `lithograph show` gives the sentences
MATCH (c:Claim)
WHERE (c.negated = true OR c.hedged = true) AND c.confidence >= $min_confidence AND ($kind = '' OR c.kind = $kind)
  AND (size($material) = 0
    OR EXISTS { MATCH (c)-[:STATES]->(m)-[:BELONGS_TO*0..6]->(k) WHERE k.id IN $material })
RETURN CASE WHEN c.negated THEN 'denied' ELSE 'hedged' END AS doubt, c.kind AS kind, c.statement AS statement,
  c.support AS support, c.confidence AS confidence, c.id AS claim
ORDER BY doubt, kind, statement, claim
