// question: What is known of a material?
// parameter material: material -- a name, formula or abbreviation
// column material: as in the graph
// column kind: of the claim
// column role: what the material is in it
// column statement: the claim in one line
// column support: different primary sources
// column confidence: 0 to 1
// column claim: id; `lithograph show` gives the sentences
MATCH (c:Claim)-[s:STATES]->(m)
WHERE m.id IN $material AND c.confidence >= $min_confidence
RETURN DISTINCT m.name AS material, c.kind AS kind, s.role AS role, c.statement AS statement, c.support AS support,
  c.confidence AS confidence, c.id AS claim
ORDER BY kind, statement, role, claim, material
