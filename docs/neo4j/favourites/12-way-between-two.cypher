// Lithograph: paths
// The shortest ways between two things (write their names below)
WITH 'Li6PS5Cl' AS one, 'dendrite_growth' AS other
MATCH (a:Lithograph) WHERE a.name = one OR one IN a.names
MATCH (b:Lithograph) WHERE b.name = other OR other IN b.names
MATCH path = allShortestPaths((a)-[:DECOMPOSES_TO|FORMS|BETWEEN|CONTAINS|SUFFERS_FROM|CAUSES|USES|APPLIED_TO|MITIGATES|IMPROVES|WORSENS*..6]-(b))
RETURN path
LIMIT 25
