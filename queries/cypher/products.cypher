// question: Into which products does a material decompose, against which counterpart, and who says so?
// parameter material: material = '' -- name, formula or abbreviation, or a class with all that belongs to it; empty takes all
// parameter against: material = '' -- the counterpart, or a potential as written; empty takes all
// column material: material or class, as in the graph
// column against: the counterpart
// column product: of the decomposition
// column doi: of the work cited for it, or of the paper where it cites none
// column source: id of that work or paper
// column paper: id of the paper read
// column confidence: 0 to 1
// column claim: id; `lithograph show` gives the sentences
MATCH (s)-[r:DECOMPOSES_TO]->(p)
WHERE r.confidence >= $min_confidence
  AND (size($against) = 0 OR r.against_id IN $against)
  AND (size($material) = 0 OR EXISTS { MATCH (s)-[:BELONGS_TO*0..6]->(k) WHERE k.id IN $material })
MATCH (c:Claim)-[:EVIDENCED_BY]->(e:Evidence)-[:`IN`]->(d:Publication)
WHERE c.id = r.claim
OPTIONAL MATCH (e)-[:CITES]->(w:Publication)
RETURN DISTINCT s.name AS material, r.against AS against, p.name AS product,
  CASE WHEN w.id IS NULL THEN d.doi ELSE w.doi END AS doi,
  coalesce(w.id, d.id) AS source,
  d.id AS paper, r.confidence AS confidence, c.id AS claim
ORDER BY material, against, product, source, paper, claim
