// question: Where is it said that one thing leads to another?
// parameter factor: factor = '' -- a failure, a property (with high_ or low_ before it, or without) or a material; empty takes all
// column cause: as in the graph
// column cause_id: id of the node
// column cause_change: high or low, where the cause is a property
// column effect: as in the graph
// column effect_id: id of the node
// column effect_change: high or low, where the effect is a property
// column support: different primary sources of the claim
// column confidence: of the claim, 0 to 1
// column statement: the claim in one line
// column paper: title or id of the paper read
// column line: in the file as read
// column sentence: that states it
// column doi: of the work cited there, or of the paper where it cites none
// column work: the entry of the reference list
// column source: id of that work or paper
// column claim: id; `lithograph show` gives the sentences
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
