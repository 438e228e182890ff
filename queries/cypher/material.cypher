// question: What is known of a material?
// parameter material: material -- a name, formula or abbreviation
// column material: text -- as in the graph
// column kind: text -- of the claim
// column role: text -- what the material is in it
// column statement: text -- the claim in one line
// column support: integer -- different primary sources
// column confidence: fraction -- how sure the claim is
// column claim: claim -- `lithograph show` gives the sentences
MATCH (c:Claim)-[s:STATES]->(m)
WHERE m.id IN $material AND c.confidence >= $min_confidence
RETURN DISTINCT m.name AS material, c.kind AS kind, s.role AS role, c.statement AS statement, c.support AS support,
  c.confidence AS confidence, c.id AS claim
ORDER BY kind, statement, role, claim, material
