// question: Which materials belong to a class?
// parameter class: class -- name of the class, such as sulfide or garnet
// column material: text -- as in the graph
// column formula: text -- where it is one
// column family: text -- the nearest class above it
// column claims: integer -- that are about it
// column id: text -- of the material
MATCH (c:Claim)-[:STATES]->(m:Material)-[:BELONGS_TO*1..6]->(k:MaterialClass)
WHERE k.name = $class AND c.confidence >= $min_confidence
RETURN m.name AS material, m.formula AS formula, m.family AS family, count(DISTINCT c.id) AS claims, m.id AS id
ORDER BY claims DESC, material, id
