// question: Of which properties are values stated, of how many materials, and in which range?
// column property: name of the property
// column values: measurements
// column materials: with a value
// column lowest: in unit
// column highest: in unit
// column unit: SI
MATCH (m)-[r:HAS_MEASUREMENT]->(x:Measurement)-[:OF_PROPERTY]->(p:Property)
WHERE x.negated = false AND r.confidence >= $min_confidence
RETURN p.name AS property, count(DISTINCT x.id) AS values, count(DISTINCT m.id) AS materials, min(x.si_low) AS lowest,
  max(coalesce(x.si_high, x.si_low)) AS highest, x.si_unit AS unit
ORDER BY values DESC, property, unit
