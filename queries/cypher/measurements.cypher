// question: Which values of a property are stated, of which materials and under which conditions?
// parameter property: property -- name of the property, such as critical_current_density
// column material: material or class, as in the graph
// column value: in unit; the lower end of a range
// column upper: in unit; the upper end of a range
// column unit: SI
// column written: as the paper has it
// column conditions: as the paper has them
// column role: requirement, for a goal
// column support: different primary sources
// column claim: id; `lithograph show` gives the sentences
MATCH (m)-[r:HAS_MEASUREMENT]->(x:Measurement)-[:OF_PROPERTY]->(p:Property)
WHERE p.name = $property AND x.negated = false AND r.confidence >= $min_confidence
RETURN m.name AS material, x.si_low AS value, x.si_high AS upper, x.si_unit AS unit, x.text AS written,
  x.conditions AS conditions, x.role AS role, r.support AS support, r.claim AS claim
ORDER BY material, value, written, claim
