// question: Where is it said that one thing leads to another?
// parameter factor: factor = '' -- a failure, a property (with high_ or low_ before it, or without) or a material; empty takes all
// column cause: text -- as in the graph
// column cause_id: text -- id of the node
// column cause_change: text -- high or low, where the cause is a property
// column effect: text -- as in the graph
// column effect_id: text -- id of the node
// column effect_change: text -- high or low, where the effect is a property
// column support: integer -- different primary sources of the claim
// column confidence: fraction -- how sure the claim is
// column statement: text -- the claim in one line
// column paper: text -- title or id of the paper read
// column line: integer -- in the file as read
// column sentence: text -- that states it
// column doi: text -- of the work cited there, or of the paper where it cites none
// column work: text -- the entry of the reference list
// column source: source -- that work or paper
// column claim: claim -- `lithograph show` gives the sentences
MATCH (a)-[r:CAUSES]->(b)
WHERE r.confidence >= $min_confidence AND (size($factor) = 0 OR a.id IN $factor OR b.id IN $factor)
MATCH (c:Claim)-[:EVIDENCED_BY]->(e:Evidence)-[:`IN`]->(d:Publication)
WHERE c.id = r.claim
OPTIONAL MATCH (e)-[:CITES]->(w:Publication)
RETURN DISTINCT a.name AS cause, a.id AS cause_id, r.cause_change AS cause_change, b.name AS effect, b.id AS effect_id,
  r.effect_change AS effect_change, r.support AS support, r.confidence AS confidence, c.statement AS statement,
  coalesce(d.title, d.id) AS paper, e.line AS line, e.sentence AS sentence,
  CASE WHEN w.id IS NULL THEN d.doi ELSE w.doi END AS doi, w.text AS work, coalesce(w.id, d.id) AS source, c.id AS claim
ORDER BY support DESC, cause, effect, claim, paper, line, sentence, source
