// question: Which kinds of interphase do which materials form, by family of electrolyte?
// parameter material: material = '' -- name, formula or abbreviation, or a class with all that belongs to it; empty takes all
// parameter against: material = '' -- the counterpart; empty takes all
// column family: text -- the nearest class of the material; its own name where none is known
// column kind: text -- stable, MIEC or M-SEI
// column material: text -- material or class, as in the graph
// column against: text -- the counterpart
// column support: integer -- different primary sources
// column confidence: fraction -- how sure the claim is
// column claim: claim -- `lithograph show` gives the sentences
MATCH (s)-[r:FORMS]->(i:Interphase)
WHERE r.confidence >= $min_confidence
  AND (size($material) = 0 OR EXISTS { MATCH (s)-[:BELONGS_TO*0..6]->(k) WHERE k.id IN $material })
OPTIONAL MATCH (i)-[:BETWEEN]->(o)
WITH s, r, i, o
WHERE size($against) = 0 OR o.id IN $against
RETURN coalesce(s.family, s.material_class, s.name) AS family, i.kind AS kind, s.name AS material, o.name AS against,
  r.support AS support, r.confidence AS confidence, r.claim AS claim
ORDER BY family, kind, support DESC, material, claim
