// question: Where is it said which strategy acts against which failure?
// parameter failure: failure = '' -- name of the failure, such as dendrite_growth; empty takes all
// parameter category: strategy = '' -- category of the strategy, such as doping; empty takes all
// parameter material: material = '' -- to which they are applied; a class takes all that belongs to it, empty takes all
// column failure: text -- that the strategy acts against
// column category: text -- of the strategy
// column statement: text -- the claim in one line
// column confidence: fraction -- how sure the claim is
// column paper: text -- title or id of the paper read
// column line: integer -- in the file as read
// column sentence: text -- that states it
// column doi: text -- of the work cited there, or of the paper where it cites none
// column work: text -- the entry of the reference list
// column source: source -- that work or, where the paper cites none for the claim, of the paper
// column claim: claim -- `lithograph show` gives the sentences
MATCH (t:Strategy)-[r:MITIGATES]->(f:FailureMechanism)
WHERE r.confidence >= $min_confidence
  AND ($failure = '' OR f.name = $failure) AND ($category = '' OR t.name = $category)
  AND (size($material) = 0
    OR EXISTS { MATCH (t)-[:APPLIED_TO]->(m)-[:BELONGS_TO*0..6]->(k) WHERE k.id IN $material })
MATCH (c:Claim)-[:EVIDENCED_BY]->(e:Evidence)-[:`IN`]->(d:Publication)
WHERE c.id = r.claim
OPTIONAL MATCH (c)-[:EVIDENCED_BY]->(o:Evidence)-[:CITES]->(v:Publication)
WHERE o.document = e.document
WITH f, t, c, e, d, count(v.id) AS cited
OPTIONAL MATCH (e)-[:CITES]->(w:Publication)
RETURN DISTINCT f.name AS failure, t.name AS category, c.statement AS statement, c.confidence AS confidence,
  coalesce(d.title, d.id) AS paper, e.line AS line, e.sentence AS sentence,
  CASE WHEN w.id IS NULL THEN d.doi ELSE w.doi END AS doi, w.text AS work,
  CASE WHEN w.id IS NULL AND cited = 0 THEN d.id ELSE w.id END AS source, c.id AS claim
ORDER BY failure, category, claim, paper, line, sentence, source
