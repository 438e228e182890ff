// question: Which values are required, as goals and not as results?
// column subject: text -- material or class
// column property: text -- name of the property
// column required: text -- as the paper has it
// column conditions: text -- as the paper has them
// column support: integer -- different primary sources
// column claim: claim -- `lithograph show` gives the sentences
MATCH (m)-[r:HAS_MEASUREMENT]->(x:Measurement)-[:OF_PROPERTY]->(p:Property)
WHERE x.role = 'requirement' AND r.confidence >= $min_confidence
RETURN m.name AS subject, p.name AS property, x.text AS required, x.conditions AS conditions, r.support AS support,
  r.claim AS claim
ORDER BY property, subject, required, claim
