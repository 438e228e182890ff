// question: From which failures and weaknesses does each family suffer?
// parameter material: material = '' -- name, formula or abbreviation, or a class with all that belongs to it; empty takes all
// column family: text -- the nearest class of the materials; their own name where none is known
// column failure: text -- name of the failure
// column sources: integer -- different primary sources
// column papers: integer -- read, that say so
// column subjects: integer -- materials and classes that are said to suffer from it
// column claim: claim -- one of the claims; `lithograph show` gives the sentences
MATCH (s)-[r:SUFFERS_FROM]->(f:FailureMechanism)
WHERE r.confidence >= $min_confidence
  AND (size($material) = 0 OR EXISTS { MATCH (s)-[:BELONGS_TO*0..6]->(k) WHERE k.id IN $material })
MATCH (c:Claim)-[:EVIDENCED_BY]->(e:Evidence)
WHERE c.id = r.claim
OPTIONAL MATCH (c)-[:EVIDENCED_BY]->(o:Evidence)-[:CITES]->(w:Publication)
WHERE o.document = e.document
RETURN coalesce(s.family, s.material_class, s.name) AS family, f.name AS failure,
  count(DISTINCT coalesce(w.id, e.document)) AS sources, count(DISTINCT e.document) AS papers,
  count(DISTINCT s.id) AS subjects, min(c.id) AS claim
ORDER BY family, sources DESC, failure
