// question: Which ionic conductivities are stated of the materials of each family, at which temperature, and in which sentences?
// parameter material: material = '' -- name, formula or abbreviation, or a class with all that belongs to it; empty takes all
// parameter min: number in S/cm = 0 -- lowest conductivity; a range counts by its upper end
// parameter max: number in S/cm = 1e6 -- highest conductivity
// column class: text -- such as sulfide; empty where none is known
// column family: text -- the nearest class, such as argyrodite; empty where none is known
// column material: text -- as in the graph
// column conductivity: number in S/cm -- the lower end of a range
// column upper: number in S/cm -- the upper end of a range
// column qualifier: text -- =, ~, >, <, >= or <=
// column written: text -- as the paper has it
// column temperature_K: number in K -- where the paper has one
// column temperature: text -- as the paper has it
// column conditions: text -- all of them, as the paper has them
// column confidence: fraction -- how sure the claim is
// column paper: text -- title or id of the paper read
// column line: integer -- in the file as read
// column sentence: text -- that states it
// column doi: text -- of the work cited there, or of the paper where it cites none
// column work: text -- the entry of the reference list
// column source: source -- that work or paper
// column claim: claim -- `lithograph show` gives the sentences
MATCH (m:Material)-[:HAS_MEASUREMENT]->(x:Measurement)-[:OF_PROPERTY]->(p:Property {name: 'ionic_conductivity'})
WHERE x.role IS NULL AND x.negated = false
  AND coalesce(x.si_high, x.si_low) >= $min * 100.0 AND x.si_low <= $max * 100.0
  AND (size($material) = 0 OR EXISTS { MATCH (m)-[:BELONGS_TO*0..6]->(k) WHERE k.id IN $material })
MATCH (c:Claim)-[:STATES]->(x)
WHERE c.confidence >= $min_confidence
MATCH (c)-[:EVIDENCED_BY]->(e:Evidence)-[:`IN`]->(d:Publication)
OPTIONAL MATCH (e)-[:CITES]->(w:Publication)
RETURN DISTINCT m.material_class AS class, coalesce(m.family, m.material_class) AS family, coalesce(m.name, m.id) AS material,
  x.si_low / 100.0 AS conductivity, x.si_high / 100.0 AS upper, x.qualifier AS qualifier, x.text AS written,
  x.temperature_K AS temperature_K, x.temperature AS temperature, x.conditions AS conditions,
  c.confidence AS confidence, coalesce(d.title, d.id) AS paper, e.line AS line, e.sentence AS sentence,
  CASE WHEN w.id IS NULL THEN d.doi ELSE w.doi END AS doi, w.text AS work, coalesce(w.id, d.id) AS source,
  c.id AS claim
ORDER BY conductivity DESC, material, claim, paper, line, sentence, source
