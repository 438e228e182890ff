// question: Which values of a property are stated, of which materials and under which conditions?
// parameter property: property -- name of the property, such as critical_current_density
// column material: text -- material or class, as in the graph
// column value: number in unit -- the lower end of a range
// column upper: number in unit -- the upper end of a range
// column unit: text -- SI
// column written: text -- as the paper has it
// column conditions: text -- as the paper has them
// column role: text -- requirement, for a goal
// column support: integer -- different primary sources
// column claim: claim -- `lithograph show` gives the sentences
MATCH (m)-[r:HAS_MEASUREMENT]->(x:Measurement)-[:OF_PROPERTY]->(p:Property)
WHERE p.name = $property AND x.negated = false AND r.confidence >= $min_confidence
RETURN m.name AS material, x.si_low AS value, x.si_high AS upper, x.si_unit AS unit, x.text AS written,
  x.conditions AS conditions, x.role AS role, r.support AS support, r.claim AS claim
ORDER BY material, value, written, claim
