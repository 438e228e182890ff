// question: Which strategies belong together, by what they act against, improve and are applied to?
// method: communities of greatest modularity (Blondel et al. 2008, doi:10.1088/1742-5468/2008/10/P10008, seed 0) in the graph of strategies and the failures, qualities and materials of their claims
// parameter resolution: number in 1 = 1 -- above 1 more and smaller communities, below 1 fewer and larger ones
// parameter size: integer = 2 -- least number of strategies in a community
// column strategy: text -- category and what is added
// column community: integer -- number of the community, 1 the largest
// column size: integer -- strategies in it
// column shares: texts -- failures, qualities and materials that another strategy of the community has as well
// column support: integer -- different primary sources of the claim that has most
// column claims: claims -- of the strategy; `lithograph show` gives the sentences
MATCH (c:Claim)-[:STATES]->(t:Strategy)
MATCH (c)-[s:STATES]->(n)
WHERE c.negated = false AND c.confidence >= $min_confidence
  AND s.role IN ['agent', 'target', 'improves', 'mitigates']
RETURN c.id AS claim, c.kind AS kind, c.support AS support, t.name AS category, s.role AS role, n.id AS id,
  n.name AS name
ORDER BY claim, role, id
