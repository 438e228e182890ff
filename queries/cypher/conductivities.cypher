// question: Which ionic conductivities are at least this high, at which temperature, and who measured them?
// parameter min: number = 0 -- lowest conductivity in S/cm; a range counts by its upper end
// parameter max: number = 1e6 -- highest conductivity in S/cm
// parameter temperature: number = 0 -- in kelvin; 0 takes every temperature
// parameter tolerance: number = 5 -- kelvin by which the temperature may differ
// column material: as in the graph
// column conductivity: S/cm; the lower end of a range
// column upper: S/cm; the upper end of a range
// column written: as the paper has it
// column temperature_K: K
// column temperature: as the paper has it
// column doi: of the work cited for it, or of the paper where it cites none
// column source: id of that work or paper
// column paper: id of the paper read
// column claim: id; `lithograph show` gives the sentences
MATCH (m:Material)-[:HAS_MEASUREMENT]->(x:Measurement)-[r:OF_PROPERTY]->(p:Property {name: 'ionic_conductivity'})
MATCH (c:Claim)-[:STATES]->(x)
MATCH (c)-[:EVIDENCED_BY]->(e:Evidence)-[:`IN`]->(d:Publication)
OPTIONAL MATCH (e)-[:CITES]->(w:Publication)
WITH m, x, c, d, coalesce(w.id, d.id) AS source, CASE WHEN w.id IS NULL THEN d.doi ELSE w.doi END AS doi
WHERE coalesce(x.si_high, x.si_low) >= $min * 100.0
  AND x.si_low <= $max * 100.0
  AND x.role IS NULL
  AND x.negated = false
  AND c.confidence >= $min_confidence
  AND ($temperature = 0.0 OR abs(x.temperature_K - $temperature) <= $tolerance)
RETURN DISTINCT m.name AS material, x.si_low / 100.0 AS conductivity, x.si_high / 100.0 AS upper, x.text AS written,
  x.temperature_K AS temperature_K, x.temperature AS temperature, doi AS doi, source AS source, d.id AS paper, c.id AS claim
ORDER BY conductivity DESC, material, claim, source, paper
