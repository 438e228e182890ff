// question: Which material of each class has the best value of a property?
// parameter property: property = ionic_conductivity -- name of the property
// parameter highest: boolean = true -- false where the lowest value is the best
// parameter class: class = '' -- only this class; empty takes all
// column class: text -- of materials
// column material: text -- as in the graph
// column value: number in unit -- the lower end of a range
// column unit: text -- SI
// column written: text -- as the paper has it
// column temperature: text -- as the paper has it
// column support: integer -- different primary sources
// column claim: claim -- `lithograph show` gives the sentences
MATCH (k:MaterialClass)<-[:BELONGS_TO*1..6]-(m:Material)-[r:HAS_MEASUREMENT]->(x:Measurement)
MATCH (x)-[:OF_PROPERTY]->(p:Property)
WHERE p.name = $property AND (k.name = $class OR ($class = '' AND k.name IN [m.family, m.material_class]))
  AND x.si_low IS NOT NULL AND x.role IS NULL AND x.negated = false AND r.confidence >= $min_confidence
WITH k, max(CASE WHEN $highest THEN x.si_low ELSE -x.si_low END) AS best
MATCH (k)<-[:BELONGS_TO*1..6]-(m:Material)-[r:HAS_MEASUREMENT]->(x:Measurement)
MATCH (x)-[:OF_PROPERTY]->(p:Property)
WHERE p.name = $property AND x.role IS NULL AND x.negated = false AND r.confidence >= $min_confidence
  AND best = CASE WHEN $highest THEN x.si_low ELSE -x.si_low END
RETURN DISTINCT k.name AS class, m.name AS material, x.si_low AS value, x.si_unit AS unit, x.text AS written,
  x.temperature AS temperature, r.support AS support, r.claim AS claim
ORDER BY class, material, claim
