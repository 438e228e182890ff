// question: What has been tried between a material and its counterpart, and with what result?
// parameter material: material -- name, formula or abbreviation, or a class with all that belongs to it
// parameter against: material = 'Li' -- the counterpart
// column names: text -- both where the strategy names both, else the material
// column category: text -- of the strategy
// column statement: text -- the claim in one line, with its effects
// column support: integer -- different primary sources
// column confidence: fraction -- how sure the claim is
// column claim: claim -- `lithograph show` gives the sentences
MATCH (c:Claim)-[:STATES]->(t:Strategy)
MATCH (c)-[s:STATES]->(m)
WHERE c.negated = false AND c.confidence >= $min_confidence
  AND s.role IN ['target', 'agent']
  AND EXISTS { MATCH (m)-[:BELONGS_TO*0..6]->(k) WHERE k.id IN $material }
OPTIONAL MATCH (c)-[u:STATES]->(o)
WHERE u.role IN ['target', 'agent'] AND EXISTS { MATCH (o)-[:BELONGS_TO*0..6]->(l) WHERE l.id IN $against }
WITH c, t, s.role AS role, CASE WHEN o.id IS NULL THEN 'material' ELSE 'both' END AS names, u.role AS other
WHERE role = 'target' OR other = 'target'
RETURN DISTINCT names AS names, t.name AS category, c.statement AS statement, c.support AS support,
  c.confidence AS confidence, c.id AS claim
ORDER BY names, support DESC, category, statement, claim
