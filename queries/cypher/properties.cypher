// question: Of which properties are values stated, of how many materials, and in which range?
// column property: text -- name of the property
// column values: integer -- measurements
// column materials: integer -- with a value
// column lowest: number in unit -- least of the values
// column highest: number in unit -- greatest of the values
// column unit: text -- SI
MATCH (m)-[r:HAS_MEASUREMENT]->(x:Measurement)-[:OF_PROPERTY]->(p:Property)
WHERE x.negated = false AND r.confidence >= $min_confidence
RETURN p.name AS property, count(DISTINCT x.id) AS values, count(DISTINCT m.id) AS materials, min(x.si_low) AS lowest,
  max(coalesce(x.si_high, x.si_low)) AS highest, x.si_unit AS unit
ORDER BY values DESC, property, unit
