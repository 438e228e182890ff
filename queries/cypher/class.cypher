// question: What is known of a class of materials, and of what belongs to it?
// parameter class: class -- name of the class, such as garnet
// parameter kind: text = '' -- only this kind of claim; empty takes all
// column material: text -- that the claim is about, or the class itself
// column kind: text -- of the claim
// column role: text -- what the material is in it
// column statement: text -- the claim in one line
// column support: integer -- different primary sources
// column confidence: fraction -- how sure the claim is
// column claim: claim -- `lithograph show` gives the sentences
MATCH (c:Claim)-[s:STATES]->(m)-[:BELONGS_TO*0..6]->(k:MaterialClass)
WHERE k.name = $class AND c.confidence >= $min_confidence AND ($kind = '' OR c.kind = $kind)
RETURN DISTINCT m.name AS material, c.kind AS kind, s.role AS role, c.statement AS statement, c.support AS support,
  c.confidence AS confidence, c.id AS claim
ORDER BY material, kind, statement, role, claim
