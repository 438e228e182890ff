// Lithograph: interphases
// Which interphases form between which materials, and what they contain
MATCH path = (:Lithograph)-[:FORMS]->(i:Lithograph:Interphase)-[:BETWEEN|CONTAINS]->(:Lithograph)
RETURN path
LIMIT 200
