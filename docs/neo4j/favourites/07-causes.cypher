// Lithograph: causes
// What leads to what
MATCH path = (:Lithograph)-[:CAUSES]->(:Lithograph)
RETURN path
LIMIT 200
