// question: Which works are cited for most claims?
// parameter limit: integer = 20 -- how many works to show
// column doi: of the work
// column work: the entry of a reference list
// column year: of publication
// column claims: for which it is cited
// column places: at which it is cited for a claim
// column papers: read, that cite it for a claim
// column id: of the work
MATCH (c:Claim)-[:EVIDENCED_BY]->(e:Evidence)-[:CITES]->(w:Publication)
WHERE c.confidence >= $min_confidence
RETURN w.doi AS doi, coalesce(w.text, w.title, w.id) AS work, w.year AS year, count(DISTINCT c.id) AS claims,
  count(DISTINCT e.id) AS places, count(DISTINCT e.document) AS papers, w.id AS id
ORDER BY claims DESC, places DESC, work, id
LIMIT $limit
