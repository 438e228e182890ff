// question: Which works stand behind a claim, and where is it stated?
// parameter claim: claim -- its id, or the beginning of it
// column claim: id
// column statement: the claim in one line
// column paper: id of the paper read
// column line: in the file as read
// column sentence: that states it
// column number: of the reference, as the paper cites it
// column doi: of the work cited
// column work: the entry of the reference list
MATCH (c:Claim)-[:EVIDENCED_BY]->(e:Evidence)
WHERE c.id STARTS WITH $claim AND c.confidence >= $min_confidence
OPTIONAL MATCH (e)-[r:CITES]->(w:Publication)
RETURN c.id AS claim, c.statement AS statement, e.document AS paper, e.line AS line, e.sentence AS sentence,
  r.number AS number, w.doi AS doi, coalesce(w.text, w.title, w.id) AS work
ORDER BY claim, paper, line, sentence, number, work, e.id
