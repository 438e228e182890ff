// question: Through which steps does one thing lead to another?
// parameter cause: factor = '' -- first: a failure, a property or a material; empty takes all
// parameter effect: factor = '' -- last: a failure, a property or a material; empty takes all
// parameter limit: integer = 50 -- how many chains to show
// column chain: from the cause to the effect
// column steps: 1 to 4
// column support: different primary sources of the step that has fewest
// column confidence: of the step that is least sure, 0 to 1
// column claims: ids, one a step; `lithograph show` gives the sentences
MATCH (n0)-[r1:CAUSES]->(n1)
WHERE r1.confidence >= $min_confidence AND n0.id <> n1.id AND (size($cause) = 0 OR n0.id IN $cause)
WITH n0, r1, n1, coalesce(r1.effect_change, '') AS change1
OPTIONAL MATCH (n1)-[r2:CAUSES]->(n2)
WHERE r2.confidence >= $min_confidence AND coalesce(r2.cause_change, '') = change1
  AND n2.id <> n0.id AND n2.id <> n1.id
WITH n0, r1, n1, r2, n2, coalesce(r2.effect_change, '') AS change2
OPTIONAL MATCH (n2)-[r3:CAUSES]->(n3)
WHERE r3.confidence >= $min_confidence AND coalesce(r3.cause_change, '') = change2
  AND n3.id <> n0.id AND n3.id <> n1.id AND n3.id <> n2.id
WITH n0, r1, n1, r2, n2, r3, n3, coalesce(r3.effect_change, '') AS change3
OPTIONAL MATCH (n3)-[r4:CAUSES]->(n4)
WHERE r4.confidence >= $min_confidence AND coalesce(r4.cause_change, '') = change3
  AND n4.id <> n0.id AND n4.id <> n1.id AND n4.id <> n2.id AND n4.id <> n3.id
UNWIND [1, 2, 3, 4] AS steps
UNWIND [1, 2, 3, 4] AS step
WITH steps, step, n0, r1, n1, r2, n2, r3, n3, r4, n4,
  CASE steps WHEN 1 THEN n1.id WHEN 2 THEN n2.id WHEN 3 THEN n3.id ELSE n4.id END AS last
WHERE step <= steps AND last IS NOT NULL AND (size($effect) = 0 OR last IN $effect)
WITH steps,
  CASE WHEN r1.cause_change IS NULL THEN n0.name ELSE r1.cause_change + ' ' + n0.name END
  + CASE WHEN r1.effect_change IS NULL THEN ' > ' + n1.name ELSE ' > ' + r1.effect_change + ' ' + n1.name END
  + CASE WHEN steps < 2 THEN '' WHEN r2.effect_change IS NULL THEN ' > ' + n2.name
    ELSE ' > ' + r2.effect_change + ' ' + n2.name END
  + CASE WHEN steps < 3 THEN '' WHEN r3.effect_change IS NULL THEN ' > ' + n3.name
    ELSE ' > ' + r3.effect_change + ' ' + n3.name END
  + CASE WHEN steps < 4 THEN '' WHEN r4.effect_change IS NULL THEN ' > ' + n4.name
    ELSE ' > ' + r4.effect_change + ' ' + n4.name END AS chain,
  r1.claim + CASE WHEN steps < 2 THEN '' ELSE ', ' + r2.claim END
  + CASE WHEN steps < 3 THEN '' ELSE ', ' + r3.claim END
  + CASE WHEN steps < 4 THEN '' ELSE ', ' + r4.claim END AS claims,
  CASE step WHEN 1 THEN r1.support WHEN 2 THEN r2.support WHEN 3 THEN r3.support ELSE r4.support END AS supported,
  CASE step WHEN 1 THEN r1.confidence WHEN 2 THEN r2.confidence WHEN 3 THEN r3.confidence
    ELSE r4.confidence END AS sure
RETURN chain AS chain, steps AS steps, min(supported) AS support, min(sure) AS confidence, claims AS claims
ORDER BY steps, support DESC, confidence DESC, chain, claims
LIMIT $limit
