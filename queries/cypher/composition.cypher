// question: What are interphases made of?
// parameter material: material = '' -- name, formula or abbreviation, or a class with all that belongs to it; empty takes all
// parameter against: material = '' -- the counterpart; empty takes all
// column material: text -- material or class that forms the interphase
// column against: text -- the counterpart
// column kind: text -- MIEC or M-SEI
// column product: text -- that the interphase contains
// column support: integer -- of the product; different primary sources
// column confidence: fraction -- how sure the claim of the product is
// column claim: claim -- the claim of the product; `lithograph show` gives the sentences
// column interphase: claim -- the claim of the interphase
MATCH (s)-[r:FORMS]->(i:Interphase)-[x:CONTAINS]->(p)
WHERE r.confidence >= $min_confidence AND x.confidence >= $min_confidence
  AND (size($material) = 0 OR EXISTS { MATCH (s)-[:BELONGS_TO*0..6]->(k) WHERE k.id IN $material })
MATCH (i)-[:BETWEEN]->(o)
WHERE size($against) = 0 OR o.id IN $against
RETURN s.name AS material, o.name AS against, i.kind AS kind, p.name AS product, x.support AS support,
  x.confidence AS confidence, x.claim AS claim, r.claim AS interphase
ORDER BY material, against, kind, support DESC, product, claim, interphase
