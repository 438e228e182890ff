// question: Which failure mechanisms are most central?
// method: betweenness (Freeman 1977, doi:10.2307/3033543; Brandes 2001, doi:10.1080/0022250X.2001.9990249) and harmonic centrality (Boldi and Vigna 2014, doi:10.1080/15427951.2013.865686) in the graph of causes
// parameter limit: integer = 20 -- how many to show
// column failure: text -- name of the failure
// column betweenness: fraction -- share of the shortest chains of causes between two others that go through it
// column leads_to: fraction -- mean of 1/distance to all else: how much it is a root
// column follows_from: fraction -- mean of 1/distance from all else: how much it is an end
// column causes: integer -- different direct causes
// column effects: integer -- different direct effects
// column subjects: integer -- materials and classes that suffer from it
// column strategies: integer -- categories of strategy that act against it
// column claims: claims -- that say so; `lithograph show` gives the sentences
MATCH (c:Claim)-[s:STATES]->(n)
WHERE c.negated = false AND c.confidence >= $min_confidence AND c.kind IN ['causes', 'limitation', 'strategy']
  AND s.role IN ['cause', 'effect', 'failure', 'subject', 'mitigates']
OPTIONAL MATCH (n)-[r:CAUSES]->(x)
WHERE r.claim = c.id
OPTIONAL MATCH (n)<-[q:CAUSES]-(y)
WHERE q.claim = c.id
OPTIONAL MATCH (c)-[:STATES]->(t:Strategy)
RETURN c.id AS claim, c.kind AS kind, c.support AS support, t.name AS category, s.role AS role, n.id AS id,
  n.name AS name, CASE WHEN s.role = 'cause' THEN r.cause_change WHEN s.role = 'effect' THEN q.effect_change END AS change
ORDER BY claim, role, id
