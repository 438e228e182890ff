// Lithograph: decomposition
// What the materials of a class decompose into (write the class below)
WITH 'sulfide' AS class
MATCH (m:Lithograph:Material)-[:BELONGS_TO*0..6]->(:MaterialClass {name: class})
MATCH path = (m)-[:DECOMPOSES_TO]->(:Lithograph)
RETURN DISTINCT path
LIMIT 200
