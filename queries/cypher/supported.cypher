// question: Which claims have the most primary sources?
// parameter limit: integer = 20 -- how many claims to show
// parameter kind: text = '' -- only this kind of claim; empty takes all
// column statement: text -- the claim in one line
// column kind: text -- of the claim
// column support: integer -- different primary sources
// column cited_works: integer -- different works cited for it
// column evidence: integer -- places at which it is stated
// column confidence: fraction -- how sure the claim is
// column claim: claim -- `lithograph show` gives the sentences
MATCH (c:Claim)
WHERE ($kind = '' OR c.kind = $kind) AND c.confidence >= $min_confidence
RETURN c.statement AS statement, c.kind AS kind, c.support AS support, c.cited_works AS cited_works,
  c.evidence_count AS evidence, c.confidence AS confidence, c.id AS claim
ORDER BY support DESC, evidence DESC, statement, claim
LIMIT $limit
