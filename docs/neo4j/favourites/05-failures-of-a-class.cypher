// Lithograph: failures
// From what the materials of a class suffer (write the class below)
WITH 'garnet' AS class
MATCH (m:Lithograph)-[:BELONGS_TO*0..6]->(:MaterialClass {name: class})
MATCH path = (m)-[:SUFFERS_FROM]->(:FailureMechanism)
RETURN DISTINCT path
LIMIT 200
