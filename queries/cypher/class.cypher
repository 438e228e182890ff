// question: What is known of a class of materials, and of what belongs to it?
// parameter class: class -- name of the class, such as garnet
// parameter kind: text = '' -- only this kind of claim; empty takes all
// column material: that the claim is about, or the class itself
// column kind: of the claim
// column role: what the material is in it
// column statement: the claim in one line
// column support: different primary sources
// column confidence: 0 to 1
// column claim: id; `lithograph show` gives the sentences
MATCH (c:Claim)-[s:STATES]->(m)-[:BELONGS_TO*0..6]->(k:MaterialClass)
WHERE k.name = $class AND c.confidence >= $min_confidence AND ($kind = '' OR c.kind = $kind)
RETURN DISTINCT m.name AS material, c.kind AS kind, s.role AS role, c.statement AS statement, c.support AS support,
  c.confidence AS confidence, c.id AS claim
ORDER BY material, kind, statement, role, claim
