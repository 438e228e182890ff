// question: From which failures does a class suffer against which the library has no strategy for it?
// parameter class: class = '' -- name of the class, such as garnet; empty takes all
// column class: text -- name of the class
// column failure: text -- from which it, or what belongs to it, is said to suffer
// column subjects: integer -- materials and classes that are said to suffer from it
// column support: integer -- different primary sources of the claim that has most
// column elsewhere: integer -- strategies against it that are applied to something else, or to nothing that is named
// column claim: claim -- one of the claims; `lithograph show` gives the sentences
MATCH (k:MaterialClass)<-[:BELONGS_TO*0..6]-(s)-[r:SUFFERS_FROM]->(f:FailureMechanism)
WHERE r.confidence >= $min_confidence AND ($class = '' OR k.name = $class)
OPTIONAL MATCH (f)<-[q:MITIGATES]-(t:Strategy)
WHERE q.confidence >= $min_confidence
OPTIONAL MATCH (t)-[:APPLIED_TO]->(m)-[:BELONGS_TO*0..6]->(l)
WHERE l.id = k.id
WITH k, f, count(DISTINCT s.id) AS subjects, max(r.support) AS support, min(r.claim) AS claim,
  count(DISTINCT t.id) AS elsewhere, count(DISTINCT m.id) AS applied
WHERE applied = 0
RETURN k.name AS class, f.name AS failure, subjects AS subjects, support AS support, elsewhere AS elsewhere,
  claim AS claim
ORDER BY class, support DESC, subjects DESC, failure
