// question: Into which products does a material decompose, against which counterpart, and who says so?
// parameter material: material = '' -- name, formula or abbreviation, or a class with all that belongs to it; empty takes all
// parameter against: material = '' -- the counterpart, or a potential as written; empty takes all
// column material: text -- material or class, as in the graph
// column against: text -- the counterpart
// column product: text -- of the decomposition
// column doi: text -- of the work cited for it, or of the paper where it cites none
// column source: source -- the work cited for it, or the paper where it cites none
// column paper: paper -- the paper read
// column confidence: fraction -- how sure the claim is
// column claim: claim -- `lithograph show` gives the sentences
MATCH (s)-[r:DECOMPOSES_TO]->(p)
WHERE r.confidence >= $min_confidence
  AND (size($against) = 0 OR r.against_id IN $against)
  AND (size($material) = 0 OR EXISTS { MATCH (s)-[:BELONGS_TO*0..6]->(k) WHERE k.id IN $material })
MATCH (c:Claim)-[:EVIDENCED_BY]->(e:Evidence)-[:`IN`]->(d:Publication)
WHERE c.id = r.claim
OPTIONAL MATCH (e)-[:CITES]->(w:Publication)
OPTIONAL MATCH (c)-[:STATES {role: 'against'}]->(o)
RETURN DISTINCT s.name AS material, coalesce(o.name, r.against) AS against, p.name AS product,
  CASE WHEN w.id IS NULL THEN d.doi ELSE w.doi END AS doi,
  coalesce(w.id, d.id) AS source,
  d.id AS paper, r.confidence AS confidence, c.id AS claim
ORDER BY material, against, product, source, paper, claim
