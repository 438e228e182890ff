// question: What does only one of the engines say that read a paper?
// parameter engine: text = '' -- only what this engine says, such as `rules`; empty takes all
// parameter kind: text = '' -- only this kind of claim; empty takes all
// column engine: text -- name and version
// column kind: text -- of the claim
// column statement: text -- the claim in one line
// column confidence: number in 1 -- of the claim
// column paper: text -- file in which it is said
// column line: integer -- the first place
// column claim: claim -- `lithograph show` gives the sentences
MATCH (e:Evidence)-[:`IN`]->(p:Publication)
WITH p, count(DISTINCT e.engine) AS engines
WHERE engines > 1
MATCH (c:Claim)-[:EVIDENCED_BY]->(e:Evidence)-[:`IN`]->(p)
WHERE c.confidence >= $min_confidence AND ($kind = '' OR c.kind = $kind)
WITH p, c, count(DISTINCT e.engine) AS saying, min(e.engine) AS engine, min(e.line) AS line
WHERE saying = 1 AND ($engine = '' OR engine = $engine OR engine STARTS WITH ($engine + '/'))
RETURN engine AS engine, c.kind AS kind, c.statement AS statement, c.confidence AS confidence,
  p.file AS paper, line AS line, c.id AS claim
ORDER BY engine, paper, line, kind, statement, claim
