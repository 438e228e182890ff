// question: Which claims have the most primary sources?
// parameter limit: integer = 20 -- how many claims to show
// parameter kind: text = '' -- only this kind of claim; empty takes all
// column statement: the claim in one line
// column kind: of the claim
// column support: different primary sources
// column cited_works: different works cited for it
// column evidence: places at which it is stated
// column confidence: 0 to 1
// column claim: id; `lithograph show` gives the sentences
MATCH (c:Claim)
WHERE ($kind = '' OR c.kind = $kind) AND c.confidence >= $min_confidence
RETURN c.statement AS statement, c.kind AS kind, c.support AS support, c.cited_works AS cited_works,
  c.evidence_count AS evidence, c.confidence AS confidence, c.id AS claim
ORDER BY support DESC, evidence DESC, statement, claim
LIMIT $limit
