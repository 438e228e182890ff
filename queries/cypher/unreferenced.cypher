// question: Which claims does no paper give a reference for?
// parameter kind: text = 'property' -- only this kind of claim; empty takes all
// column statement: text -- the claim in one line
// column kind: text -- of the claim
// column paper: paper -- the paper read
// column line: integer -- in the file as read
// column sentence: text -- that states it
// column claim: claim -- of the claim
MATCH (c:Claim)-[:EVIDENCED_BY]->(e:Evidence)
WHERE c.cited_works = 0 AND c.confidence >= $min_confidence AND ($kind = '' OR c.kind = $kind)
RETURN c.statement AS statement, c.kind AS kind, e.document AS paper, e.line AS line, e.sentence AS sentence,
  c.id AS claim
ORDER BY paper, line, statement, claim, e.source_start, e.id
