// question: Which properties of which materials have more than one primary source?
// parameter sources: integer = 2 -- least number of different sources: works cited, or papers that cite none
// column material: text -- as in the graph
// column property: text -- name of the property
// column sources: integer -- different primary sources
// column values: integer -- different values
// column lowest: number in unit -- least of the values
// column highest: number in unit -- greatest of the values
// column unit: text -- SI
MATCH (m:Material)-[:HAS_MEASUREMENT]->(x:Measurement)-[:OF_PROPERTY]->(p:Property)
MATCH (c:Claim)-[:STATES]->(x)
MATCH (c)-[:EVIDENCED_BY]->(e:Evidence)
OPTIONAL MATCH (e)-[:CITES]->(w:Publication)
WITH m, x, p, c, coalesce(w.id, e.document) AS source
WHERE x.role IS NULL AND x.negated = false AND c.confidence >= $min_confidence
WITH m, p, x.si_unit AS unit, count(DISTINCT source) AS sources, count(DISTINCT x.si_low) AS values,
  min(x.si_low) AS lowest, max(coalesce(x.si_high, x.si_low)) AS highest
WHERE sources >= $sources
RETURN m.name AS material, p.name AS property, sources AS sources, values AS values, lowest AS lowest,
  highest AS highest, unit AS unit
ORDER BY sources DESC, values DESC, material, property, unit
