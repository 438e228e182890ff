// Lithograph: remedies
// What is done against a failure, with what and to what (write the failure below)
WITH 'dendrite_growth' AS failure
MATCH path = (:FailureMechanism {name: failure})<-[:MITIGATES]-(t:Lithograph:Strategy)
OPTIONAL MATCH with_what = (t)-[:USES]->(:Lithograph)
OPTIONAL MATCH to_what = (t)-[:APPLIED_TO]->(:Lithograph)
RETURN path, with_what, to_what
LIMIT 200
