// question: Through which claims are two things connected?
// method: shortest paths in the graph of what one claim names together (Yen 1971, doi:10.1287/mnsc.17.11.712); fewest claims first, then the greatest product of their confidences
// parameter start: node -- a material, class, failure or property
// parameter end: node -- another one
// parameter without: node = '' -- what no path may go through, such as Li
// parameter steps: integer = 6 -- claims in a path at most
// parameter limit: integer = 1 -- how many paths to show
// column from: text -- where the step begins
// column to: text -- where it ends
// column path: integer -- number of the path, 1 the shortest
// column step: integer -- from 1
// column statement: text -- the surest claim that names both, in one line
// column support: integer -- different primary sources
// column confidence: fraction -- how sure the claim is
// column others: integer -- other claims that name both
// column claim: claim -- `lithograph show` gives the sentences
MATCH (c:Claim)-[s:STATES]->(n)
WHERE c.negated = false AND c.kind <> 'alias' AND c.confidence >= $min_confidence
  AND NOT s.role IN ['measurement', 'interphase', 'strategy', 'shows']
RETURN c.id AS claim, c.kind AS kind, c.support AS support, c.confidence AS confidence, c.statement AS statement,
  s.role AS role, n.id AS id, n.name AS name
ORDER BY claim, role, id
