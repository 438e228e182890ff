// question: Which works stand behind a claim, and where is it stated?
// parameter claim: claim -- its id, or the beginning of it
// column claim: claim -- of the claim
// column statement: text -- the claim in one line
// column paper: paper -- the paper read
// column line: integer -- in the file as read
// column sentence: text -- that states it
// column number: integer -- of the reference, as the paper cites it
// column doi: text -- of the work cited
// column work: text -- the entry of the reference list
MATCH (c:Claim)-[:EVIDENCED_BY]->(e:Evidence)
WHERE c.id STARTS WITH $claim AND c.confidence >= $min_confidence
OPTIONAL MATCH (e)-[r:CITES]->(w:Publication)
RETURN c.id AS claim, c.statement AS statement, e.document AS paper, e.line AS line, e.sentence AS sentence,
  r.number AS number, w.doi AS doi, coalesce(w.text, w.title, w.id) AS work
ORDER BY claim, paper, line, sentence, number, work, e.id
