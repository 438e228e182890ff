// question: What lies around an electrolyte: its strategies, what they use, improve and prevent, and who else does that?
// method: nodes by distance in the graph of strategies and what they are about (breadth-first search; Moore 1959)
// parameter material: material -- name, formula or abbreviation, or a class with all that belongs to it
// parameter steps: integer = 3 -- farthest distance: 1 its strategies, 2 what they use and do, 3 other strategies that use or do the same
// parameter limit: integer = 50 -- how many to show, the nearest first
// column node: text -- a strategy by its category and what it adds
// column kind: text -- strategy, agent, failure or quality
// column distance: integer -- steps from the electrolyte
// column applied_to: texts -- materials that a strategy is applied to
// column through: texts -- its neighbours that are one step nearer; at distance 1 the electrolyte
// column support: integer -- different primary sources of the claim that has most
// column claims: claims -- that link it to those; `lithograph show` gives the sentences
MATCH (c:Claim)-[:STATES]->(t:Strategy)
MATCH (c)-[s:STATES]->(n)
WHERE c.negated = false AND c.confidence >= $min_confidence
  AND s.role IN ['target', 'agent', 'improves', 'mitigates']
OPTIONAL MATCH (n)-[:BELONGS_TO*0..6]->(k)
WHERE k.id IN $material
RETURN c.id AS claim, c.kind AS kind, c.support AS support, t.name AS category, s.role AS role, n.id AS id,
  n.name AS name, count(DISTINCT k.id) AS within
ORDER BY claim, role, id
