// Lithograph: conductivities
// The highest ionic conductivities, with their sentences and DOIs
MATCH (m:Lithograph:Material)-[:HAS_MEASUREMENT]->(x:Measurement)-[:OF_PROPERTY]->(:Property {name: 'ionic_conductivity'})
WHERE x.role IS NULL AND NOT x.negated
MATCH (c:Claim)-[:STATES]->(x)
MATCH (c)-[:EVIDENCED_BY]->(e:Evidence)-[:IN]->(paper:Publication)
OPTIONAL MATCH (e)-[:CITES]->(work:Publication)
RETURN m.name AS material, x.text AS value, x.temperature AS temperature, e.sentence AS sentence,
  coalesce(work.doi, paper.doi) AS doi, paper.title AS paper, e.line AS line
ORDER BY coalesce(x.si_high, x.si_low) DESC, material, line, doi
LIMIT 25
