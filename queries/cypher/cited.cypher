// question: Which works are cited for most claims?
// parameter limit: integer = 20 -- how many works to show
// column doi: text -- of the work
// column work: text -- the entry of a reference list
// column year: integer -- of publication
// column claims: integer -- for which it is cited
// column places: integer -- at which it is cited for a claim
// column papers: integer -- read, that cite it for a claim
// column id: text -- of the work
MATCH (c:Claim)-[:EVIDENCED_BY]->(e:Evidence)-[:CITES]->(w:Publication)
WHERE c.confidence >= $min_confidence
RETURN w.doi AS doi, coalesce(w.text, w.title, w.id) AS work, w.year AS year, count(DISTINCT c.id) AS claims,
  count(DISTINCT e.id) AS places, count(DISTINCT e.document) AS papers, w.id AS id
ORDER BY claims DESC, places DESC, work, id
LIMIT $limit
