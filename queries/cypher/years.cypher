// question: From which years are the works in the reference lists, and for how many claims is each cited?
// parameter since: integer = 0 -- first year
// parameter until: integer = 9999 -- last year
// column year: integer -- of publication
// column doi: text -- of the work
// column work: text -- the entry of a reference list
// column papers: integer -- read, that have it in their list
// column claims: integer -- for which it is cited
// column id: text -- of the work
MATCH (d:Publication)-[:REFERENCES]->(w:Publication)
WHERE w.year IS NULL OR (w.year >= $since AND w.year <= $until)
OPTIONAL MATCH (w)<-[:CITES]-(e:Evidence)<-[:EVIDENCED_BY]-(c:Claim)
WHERE c.confidence >= $min_confidence
RETURN w.year AS year, w.doi AS doi, coalesce(w.text, w.title, w.id) AS work, count(DISTINCT d.id) AS papers,
  count(DISTINCT c.id) AS claims, w.id AS id
ORDER BY id
