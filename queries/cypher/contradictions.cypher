// question: What does one claim state and another deny?
// parameter kind: text = '' -- only this kind of claim; empty takes all
// column kind: text -- of both claims
// column stated: text -- the one in one line
// column denied: text -- the other in one line
// column support: integer -- different primary sources of the one
// column denied_support: integer -- different primary sources of the other
// column claim: claim -- the one; `lithograph show` gives the sentences
// column denied_claim: claim -- the other
MATCH (b:Claim)-[s:STATES]->(n)
WHERE b.negated = true AND s.role <> 'shows' AND b.confidence >= $min_confidence AND ($kind = '' OR b.kind = $kind)
WITH b, b.kind AS kind, s.role AS role, n
MATCH (n)<-[r:STATES]-(a:Claim)
WHERE a.negated = false AND a.kind = kind AND r.role = role AND a.confidence >= $min_confidence
WITH a, b, count(n.id) AS shared
MATCH (a)-[r:STATES]->(n)
WHERE NOT r.role IN ['measurement', 'interphase', 'strategy', 'shows']
WITH a, b, shared, count(n.id) AS of_a
MATCH (b)-[s:STATES]->(n)
WHERE NOT s.role IN ['measurement', 'interphase', 'strategy', 'shows']
WITH a, b, shared, of_a, count(n.id) AS of_b
WHERE shared = of_a AND shared = of_b AND (a.kind <> 'causes' OR b.statement = 'not: ' + a.statement)
OPTIONAL MATCH (a)-[r:STATES]->(x)
WHERE r.role IN ['measurement', 'interphase', 'strategy']
OPTIONAL MATCH (b)-[s:STATES]->(y)
WHERE s.role IN ['measurement', 'interphase', 'strategy']
WITH a, b, x, y
WHERE coalesce(x.text, x.kind, x.name, '') = coalesce(y.text, y.kind, y.name, '')
  AND coalesce(x.conditions, '') = coalesce(y.conditions, '')
RETURN a.kind AS kind, a.statement AS stated, b.statement AS denied, a.support AS support,
  b.support AS denied_support, a.id AS claim, b.id AS denied_claim
ORDER BY kind, stated, denied, claim, denied_claim
