// Lithograph: search
// Search the sentences (write words below; dendrit* finds beginnings, "..." whole phrases)
WITH 'dendrit*' AS words
CALL db.index.fulltext.queryNodes('lithograph_sentences', words) YIELD node, score
WHERE node:Evidence
MATCH (c:Claim)-[:EVIDENCED_BY]->(node)-[:IN]->(paper:Publication)
RETURN score, node.sentence AS sentence, c.statement AS claim, paper.title AS paper, node.line AS line
ORDER BY score DESC, sentence, claim
LIMIT 25
