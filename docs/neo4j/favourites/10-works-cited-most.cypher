// Lithograph: works cited
// The works that are cited for most claims
MATCH (c:Lithograph:Claim)-[:EVIDENCED_BY]->(:Evidence)-[:CITES]->(w:Publication)
RETURN w.doi AS doi, coalesce(w.text, w.title) AS work, w.year AS year, count(DISTINCT c) AS claims
ORDER BY claims DESC, doi
LIMIT 25
