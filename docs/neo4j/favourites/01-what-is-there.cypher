// Lithograph: overview
// What is in the graph
MATCH (n:Lithograph)
UNWIND [label IN labels(n) WHERE label <> 'Lithograph'] AS label
RETURN label, count(*) AS nodes
ORDER BY nodes DESC, label
