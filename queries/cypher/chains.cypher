// question: Through which steps does one thing lead to another?
// parameter cause: factor = '' -- first: a failure, a property or a material; empty takes all
// parameter effect: factor = '' -- last: a failure, a property or a material; empty takes all
// parameter steps: integer = 3 -- how many steps at most, up to 4; up to 2 where neither a cause nor an effect is given
// parameter limit: integer = 50 -- how many chains to show
// column chain: text -- from the cause to the effect
// column steps: integer -- how many
// column support: integer -- different primary sources of the step that has fewest
// column confidence: fraction -- of the step that is least sure
// column claims: claims -- one a step; `lithograph show` gives the sentences
MATCH (n0)-[r:CAUSES]->(n1)
WHERE r.confidence >= $min_confidence AND n0.id <> n1.id AND (size($cause) = 0 OR n0.id IN $cause)
WITH n0.id AS id0, n1, n1.id AS id1, coalesce(r.effect_change, '') AS change1,
  CASE WHEN r.cause_change IS NULL THEN n0.name ELSE r.cause_change + ' ' + n0.name END
  + CASE WHEN r.effect_change IS NULL THEN ' > ' + n1.name ELSE ' > ' + r.effect_change + ' ' + n1.name END AS chain1,
  r.claim AS claims1, r.support AS support1, r.confidence AS sure1
OPTIONAL MATCH (n1)-[r:CAUSES]->(n2)
WHERE $steps >= 2 AND r.confidence >= $min_confidence AND coalesce(r.cause_change, '') = change1
  AND NOT id1 IN $effect AND ($steps > 2 OR size($effect) = 0 OR n2.id IN $effect)
  AND n2.id <> id0 AND n2.id <> id1
WITH id0, id1,
  chain1, claims1, support1, sure1,
  n2, n2.id AS id2, coalesce(r.effect_change, '') AS change2,
  chain1 + CASE WHEN r.effect_change IS NULL THEN ' > ' + n2.name ELSE ' > ' + r.effect_change + ' ' + n2.name END
  AS chain2,
  claims1 + ', ' + r.claim AS claims2,
  CASE WHEN r.support < support1 THEN r.support ELSE support1 END AS support2,
  CASE WHEN r.confidence < sure1 THEN r.confidence ELSE sure1 END AS sure2
OPTIONAL MATCH (n2)-[r:CAUSES]->(n3)
WHERE $steps >= 3 AND size($cause) + size($effect) > 0 AND r.confidence >= $min_confidence AND coalesce(r.cause_change, '') = change2
  AND NOT id2 IN $effect AND ($steps > 3 OR size($effect) = 0 OR n3.id IN $effect)
  AND n3.id <> id0 AND n3.id <> id1 AND n3.id <> id2
WITH id0, id1, id2,
  chain1, claims1, support1, sure1, chain2, claims2, support2, sure2,
  n3, n3.id AS id3, coalesce(r.effect_change, '') AS change3,
  chain2 + CASE WHEN r.effect_change IS NULL THEN ' > ' + n3.name ELSE ' > ' + r.effect_change + ' ' + n3.name END
  AS chain3,
  claims2 + ', ' + r.claim AS claims3,
  CASE WHEN r.support < support2 THEN r.support ELSE support2 END AS support3,
  CASE WHEN r.confidence < sure2 THEN r.confidence ELSE sure2 END AS sure3
OPTIONAL MATCH (n3)-[r:CAUSES]->(n4)
WHERE $steps >= 4 AND r.confidence >= $min_confidence AND coalesce(r.cause_change, '') = change3
  AND NOT id3 IN $effect AND (size($effect) = 0 OR n4.id IN $effect)
  AND n4.id <> id0 AND n4.id <> id1 AND n4.id <> id2 AND n4.id <> id3
WITH id0, id1, id2, id3,
  chain1, claims1, support1, sure1, chain2, claims2, support2, sure2, chain3, claims3, support3, sure3,
  n4, n4.id AS id4, coalesce(r.effect_change, '') AS change4,
  chain3 + CASE WHEN r.effect_change IS NULL THEN ' > ' + n4.name ELSE ' > ' + r.effect_change + ' ' + n4.name END
  AS chain4,
  claims3 + ', ' + r.claim AS claims4,
  CASE WHEN r.support < support3 THEN r.support ELSE support3 END AS support4,
  CASE WHEN r.confidence < sure3 THEN r.confidence ELSE sure3 END AS sure4
UNWIND [1, 2, 3, 4] AS steps
WITH steps, CASE steps WHEN 1 THEN id1 WHEN 2 THEN id2 WHEN 3 THEN id3 ELSE id4 END AS last,
  CASE steps WHEN 1 THEN chain1 WHEN 2 THEN chain2 WHEN 3 THEN chain3 ELSE chain4 END AS chain,
  CASE steps WHEN 1 THEN claims1 WHEN 2 THEN claims2 WHEN 3 THEN claims3 ELSE claims4 END AS claims,
  CASE steps WHEN 1 THEN support1 WHEN 2 THEN support2 WHEN 3 THEN support3 ELSE support4 END AS support,
  CASE steps WHEN 1 THEN sure1 WHEN 2 THEN sure2 WHEN 3 THEN sure3 ELSE sure4 END AS confidence
WHERE last IS NOT NULL AND (size($effect) = 0 OR last IN $effect)
RETURN DISTINCT chain AS chain, steps AS steps, support AS support, confidence AS confidence, claims AS claims
ORDER BY steps, support DESC, confidence DESC, chain, claims
LIMIT $limit
