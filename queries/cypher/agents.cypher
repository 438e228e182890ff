// question: Which agents are used in more than one family of materials?
// parameter families: integer = 2 -- least number of families
// column agent: text -- material that is added, inserted or formed
// column families: integer -- in which it is used
// column family: text -- one of them
// column sources: integer -- different primary sources, of its use there
// column claims: integer -- of its use there
// column claim: claim -- one of them; `lithograph show` gives the sentences
MATCH (a)<-[u:USES]-(t:Strategy)-[:APPLIED_TO]->(m)
WHERE u.confidence >= $min_confidence
WITH a, count(DISTINCT CASE WHEN m.id STARTS WITH 'class:' THEN m.name ELSE coalesce(m.family, m.material_class) END) AS families
WHERE families >= $families
MATCH (a)<-[u:USES]-(t:Strategy)-[:APPLIED_TO]->(m)
WHERE u.confidence >= $min_confidence
WITH a, families, u.claim AS claim,
  CASE WHEN m.id STARTS WITH 'class:' THEN m.name ELSE coalesce(m.family, m.material_class) END AS family
WHERE family IS NOT NULL
MATCH (c:Claim)-[:EVIDENCED_BY]->(e:Evidence)
WHERE c.id = claim
OPTIONAL MATCH (c)-[:EVIDENCED_BY]->(o:Evidence)-[:CITES]->(w:Publication)
WHERE o.document = e.document
RETURN a.name AS agent, families AS families, family AS family, count(DISTINCT coalesce(w.id, e.document)) AS sources,
  count(DISTINCT c.id) AS claims, min(c.id) AS claim
ORDER BY families DESC, agent, sources DESC, family
