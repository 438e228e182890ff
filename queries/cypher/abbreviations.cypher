// question: Which abbreviations do the papers use, and what do they stand for?
// parameter short: text = '' -- only this abbreviation; empty takes all
// column short: text -- the abbreviation
// column long: text -- what it stands for
// column material: text -- the material meant, where it is one
// column documents: integer -- that define it so
// column claim: claim -- of the claim
MATCH (c:Claim)-[:EVIDENCED_BY]->(e:Evidence)
WHERE c.kind = 'alias' AND c.confidence >= $min_confidence AND ($short = '' OR c.short = $short)
OPTIONAL MATCH (c)-[s:STATES]->(m:Material)
RETURN c.short AS short, c.long AS long, m.id AS material, count(DISTINCT e.document) AS documents, c.id AS claim
ORDER BY short, long, material, claim
