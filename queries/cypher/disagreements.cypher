// question: Where do the text and a table, or two sources, give different values for the same thing?
// parameter tolerance: number in 1 = 0.05 -- relative difference up to which two values are taken as the same
// parameter property: text = '' -- only this property; empty takes all
// column material: text -- as in the graph
// column property: text -- name of the property
// column value: text -- the one
// column other: text -- the other
// column ratio: number in 1 -- the greater by the smaller, without sign
// column temperature: text -- of the one, as written
// column place: text -- paper and rule of the one
// column line: integer -- of the one
// column other_place: text -- paper and rule of the other
// column other_line: integer -- of the other
// column claim: claim -- the one
// column other_claim: claim -- the other
MATCH (m:Material)-[ra:HAS_MEASUREMENT]->(a:Measurement)-[:OF_PROPERTY]->(p:Property)
WHERE ra.confidence >= $min_confidence AND ($property = '' OR p.name = $property)
  AND a.qualifier IN ['=', '~'] AND a.role IS NULL AND a.negated = false AND a.si_high IS NULL AND a.si_low <> 0.0
WITH m, p, a, ra.claim AS one
MATCH (m)-[rb:HAS_MEASUREMENT]->(b:Measurement)-[:OF_PROPERTY]->(p)
WHERE a.id < b.id AND rb.confidence >= $min_confidence
  AND b.qualifier IN ['=', '~'] AND b.role IS NULL AND b.negated = false AND b.si_high IS NULL AND b.si_low <> 0.0
  AND a.si_unit = b.si_unit
  AND abs(a.si_low - b.si_low) > $tolerance * (abs(a.si_low) + abs(b.si_low)) / 2.0
  AND coalesce(a.state, '') = coalesce(b.state, '')
  AND coalesce(a.c_rate, '') = coalesce(b.c_rate, '')
  AND coalesce(a.cycles, '') = coalesce(b.cycles, '')
  AND coalesce(a.current_density, '') = coalesce(b.current_density, '')
  AND coalesce(a.potential, '') = coalesce(b.potential, '')
  AND coalesce(a.pressure, '') = coalesce(b.pressure, '')
  AND abs(coalesce(a.temperature_K, 0.0) - coalesce(b.temperature_K, 0.0)) <= 5.0
WITH m, p, a, b, one, rb.claim AS two
MATCH (c:Claim)-[:EVIDENCED_BY]->(ea:Evidence)
WHERE c.id = one
WITH m, p, a, b, one, two, ea
MATCH (d:Claim)-[:EVIDENCED_BY]->(eb:Evidence)
WHERE d.id = two AND (ea.document <> eb.document OR ea.source_start <> eb.source_start)
RETURN m.name AS material, p.name AS property, a.text AS value, b.text AS other,
  CASE WHEN abs(a.si_low) > abs(b.si_low) THEN abs(a.si_low / b.si_low) ELSE abs(b.si_low / a.si_low) END AS ratio,
  a.temperature AS temperature, min(ea.document + ' ' + ea.rule) AS place, min(ea.line) AS line,
  min(eb.document + ' ' + eb.rule) AS other_place, min(eb.line) AS other_line, one AS claim, two AS other_claim
ORDER BY ratio DESC, material, property, claim, other_claim
