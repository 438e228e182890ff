// question: Which materials are alike in what they decompose to, suffer from and are treated with?
// method: Jaccard index of their products, failures and strategies (Jaccard 1912, doi:10.1111/j.1469-8137.1912.tb05611.x)
// parameter material: material = '' -- name, formula or abbreviation, or a class; empty takes all
// parameter shared: integer = 2 -- least number of things that two have in common
// parameter limit: integer = 20 -- how many pairs to show
// column material: text -- material or class, as in the graph
// column other: text -- the one that is like it
// column similarity: fraction -- what both have, by what either has
// column shared: integer -- things that both have
// column products: texts -- of decomposition that both give
// column failures: texts -- from which both suffer
// column strategies: texts -- category and agent, applied to both
// column claims: claims -- that say so; `lithograph show` gives the sentences
MATCH (c:Claim)-[s:STATES]->(n)
WHERE c.negated = false AND c.confidence >= $min_confidence AND c.kind IN ['decomposition', 'limitation', 'strategy']
  AND s.role IN ['subject', 'product', 'failure', 'target', 'agent']
OPTIONAL MATCH (c)-[:STATES]->(t:Strategy)
RETURN c.id AS claim, c.kind AS kind, c.support AS support, t.name AS category, s.role AS role, n.id AS id,
  n.name AS name
ORDER BY claim, role, id
