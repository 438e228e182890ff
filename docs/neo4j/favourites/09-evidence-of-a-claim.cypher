// Lithograph: evidence
// The claims with most sources, and what stands behind them
MATCH (c:Lithograph:Claim)
WITH c ORDER BY c.support DESC, c.id LIMIT 3
MATCH path = (c)-[:EVIDENCED_BY]->(e:Evidence)-[:IN|CITES]->(:Publication)
MATCH about = (c)-[:STATES]->(:Lithograph)
RETURN path, about
