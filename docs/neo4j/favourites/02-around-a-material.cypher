// Lithograph: a material
// Everything around a material (write its name or abbreviation below)
WITH 'Li6PS5Cl' AS name
MATCH (m:Lithograph:Material)
WHERE m.name = name OR name IN m.names
MATCH path = (m)-[r]-(other:Lithograph)
WHERE NOT other:Claim
RETURN path
LIMIT 200
