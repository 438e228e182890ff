// question: Where does one claim say that a strategy improves what it worsens by another?
// parameter category: strategy = '' -- category of the strategies, such as doping; empty takes all
// column category: of both strategies
// column quality: the property or quality
// column improves: the one claim in one line
// column worsens: the other in one line
// column support: different primary sources of the one
// column other_support: different primary sources of the other
// column claim: id of the one; `lithograph show` gives the sentences
// column other_claim: id of the other
MATCH (t:Strategy)-[r:IMPROVES]->(q:Property)<-[s:WORSENS]-(v:Strategy)
WHERE t.name = v.name AND t.id <> v.id AND ($category = '' OR t.name = $category)
  AND r.confidence >= $min_confidence AND s.confidence >= $min_confidence
  AND (EXISTS { MATCH (t)-[:USES]->(g)<-[:USES]-(v) }
    OR (NOT EXISTS { MATCH (t)-[:USES]->(g) } AND NOT EXISTS { MATCH (v)-[:USES]->(g) }))
  AND (EXISTS { MATCH (t)-[:APPLIED_TO]->(m)<-[:APPLIED_TO]-(v) }
    OR (EXISTS { MATCH (t)-[:USES]->(g) }
      AND (NOT EXISTS { MATCH (t)-[:APPLIED_TO]->(m) } OR NOT EXISTS { MATCH (v)-[:APPLIED_TO]->(m) })))
MATCH (a:Claim)-[:STATES]->(t)
MATCH (b:Claim)-[:STATES]->(v)
RETURN t.name AS category, q.name AS quality, a.statement AS improves, b.statement AS worsens, r.support AS support,
  s.support AS other_support, a.id AS claim, b.id AS other_claim
ORDER BY category, quality, improves, worsens, claim, other_claim
