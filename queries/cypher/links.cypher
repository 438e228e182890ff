// question: With what do claims link a material, in which roles, and in which sentences?
// parameter material: material -- name, formula or abbreviation, or a class with all that belongs to it
// column kind: text -- of the claim
// column material: text -- as in the graph
// column role: text -- what the material is in the claim
// column other: text -- name of what the claim links it with; of a measurement the value as the paper has it
// column other_id: text -- id of that node
// column other_role: text -- what the other is in the claim
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
MATCH (c:Claim)-[s:STATES]->(m)-[:BELONGS_TO*0..6]->(k)
WHERE k.id IN $material AND c.confidence >= $min_confidence AND c.negated = false
MATCH (c)-[t:STATES]->(o)
WHERE o.id <> m.id
MATCH (c)-[:EVIDENCED_BY]->(e:Evidence)-[:`IN`]->(d:Publication)
OPTIONAL MATCH (e)-[:CITES]->(w:Publication)
RETURN DISTINCT c.kind AS kind, coalesce(m.name, m.id) AS material, s.role AS role, coalesce(o.name, o.text, o.id) AS other, o.id AS other_id,
  t.role AS other_role, c.support AS support, c.confidence AS confidence, c.statement AS statement,
  coalesce(d.title, d.id) AS paper, e.line AS line, e.sentence AS sentence,
  CASE WHEN w.id IS NULL THEN d.doi ELSE w.doi END AS doi, w.text AS work, coalesce(w.id, d.id) AS source, c.id AS claim
ORDER BY kind, material, role, other_role, other, other_id, claim, paper, line, sentence, source
