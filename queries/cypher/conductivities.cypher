// question: Which ionic conductivities are at least this high, at which temperature, and who measured them?
// parameter min: number in S/cm = 0 -- lowest conductivity; a range counts by its upper end
// parameter max: number in S/cm = 1e6 -- highest conductivity
// parameter temperature: number in K = 0 -- of the measurement; 0 takes every temperature
// parameter tolerance: number in K = 5 -- by which the temperature may differ
// column material: text -- as in the graph
// column conductivity: number in S/cm -- the lower end of a range
// column upper: number in S/cm -- the upper end of a range
// column written: text -- as the paper has it
// column temperature_K: number in K -- where the paper has one
// column temperature: text -- as the paper has it
// column doi: text -- of the work cited for it, or of the paper where it cites none
// column source: source -- the work cited for it, or the paper where it cites none
// column paper: paper -- the paper read
// column claim: claim -- `lithograph show` gives the sentences
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
