// question: Where does one claim say that a strategy improves what it worsens by another?
// parameter category: strategy = '' -- category of the strategies, such as doping; empty takes all
// column category: text -- of both strategies
// column quality: text -- the property or quality
// column improves: text -- the one claim in one line
// column worsens: text -- the other in one line
// column support: integer -- different primary sources of the one
// column other_support: integer -- different primary sources of the other
// column claim: claim -- the one; `lithograph show` gives the sentences
// column other_claim: claim -- the other
MATCH (t:Strategy)-[r:IMPROVES]->(q:Property)<-[s:WORSENS]-(v:Strategy)
WHERE t.name = v.name AND t.id <> v.id AND ($category = '' OR t.name = $category)
  AND r.confidence >= $min_confidence AND s.confidence >= $min_confidence
WITH t, r, q, s, v
OPTIONAL MATCH (t)-[:USES]->(g)
WITH t, r, q, s, v, g.id AS agent
OPTIONAL MATCH (v)-[:USES]->(h)
WITH t, r, q, s, v, count(agent) AS agents, count(h.id) AS other_agents,
  count(CASE WHEN h.id = agent THEN 1 END) AS same_agents
WHERE same_agents > 0 OR (agents = 0 AND other_agents = 0)
OPTIONAL MATCH (t)-[:APPLIED_TO]->(g)
WITH t, r, q, s, v, same_agents, g.id AS target
OPTIONAL MATCH (v)-[:APPLIED_TO]->(h)
WITH t, r, q, s, v, same_agents, count(target) AS targets, count(h.id) AS other_targets,
  count(CASE WHEN h.id = target THEN 1 END) AS same_targets
WHERE same_targets > 0 OR (same_agents > 0 AND (targets = 0 OR other_targets = 0))
MATCH (a:Claim)-[:STATES]->(t)
MATCH (b:Claim)-[:STATES]->(v)
RETURN t.name AS category, q.name AS quality, a.statement AS improves, b.statement AS worsens, r.support AS support,
  s.support AS other_support, a.id AS claim, b.id AS other_claim
ORDER BY category, quality, improves, worsens, claim, other_claim
