// question: What does a strategy achieve, from which value to which?
// parameter category: strategy = '' -- category of the strategy, such as doping; empty takes all
// parameter agent: material = '' -- that is added, inserted or formed; a class takes all that belongs to it, empty takes all
// column statement: text -- the claim in one line
// column effect: text -- improves, worsens or mitigates; shows, where only values are given
// column quality: text -- the property, quality or failure
// column before: text -- value as the paper has it
// column after: text -- the value that the same sentence or row gives for it, as the paper has it; also one without a value before
// column ratio: number in 1 -- the value after by the value before
// column conditions: text -- of the value after as the paper has them, or of the value before
// column support: integer -- different primary sources
// column confidence: fraction -- how sure the claim is
// column claim: claim -- `lithograph show` gives the sentences
MATCH (q)<-[s:STATES]-(c:Claim)-[:STATES]->(t:Strategy)
WHERE s.role IN ['improves', 'worsens', 'mitigates', 'shows'] AND c.negated = false AND c.confidence >= $min_confidence
  AND ($category = '' OR t.name = $category)
  AND (size($agent) = 0 OR EXISTS { MATCH (t)-[:USES]->(a)-[:BELONGS_TO*0..6]->(k) WHERE k.id IN $agent })
OPTIONAL MATCH (t)-[:SHOWN_BY]->(x:Measurement)-[p:OF_PROPERTY]->(q)
WHERE p.confidence >= $min_confidence AND x.negated = false
WITH c, s, q, t, x, coalesce(x.state, '') AS state, coalesce(x.temperature, '') AS temperature
WHERE s.role <> 'shows' OR x.id IS NOT NULL
OPTIONAL MATCH (t)-[:SHOWN_BY]->(y:Measurement)-[r:OF_PROPERTY]->(q)
WHERE r.confidence >= $min_confidence AND y.negated = false
  AND ((state = 'before' AND y.state = 'after') OR (state = 'after' AND y.state = 'before'))
  AND (temperature = '' OR coalesce(y.temperature, temperature) = temperature)
  AND EXISTS {
    MATCH (x)<-[:STATES]-(g:Claim)-[:EVIDENCED_BY]->(e:Evidence),
      (y)<-[:STATES]-(h:Claim)-[:EVIDENCED_BY]->(f:Evidence)
    WHERE e.document = f.document AND e.source_start = f.source_start
  }
WITH c, s, q, x, y, state
WHERE state <> 'after' OR y.id IS NULL
RETURN DISTINCT c.statement AS statement, s.role AS effect, q.name AS quality,
  CASE WHEN state = 'before' THEN x.text END AS before,
  CASE WHEN state = 'before' THEN y.text ELSE x.text END AS after,
  CASE WHEN x.si_low <> 0.0 AND x.si_unit = y.si_unit THEN y.si_low / x.si_low END AS ratio,
  coalesce(y.conditions, x.conditions) AS conditions,
  c.support AS support, c.confidence AS confidence, c.id AS claim
ORDER BY statement, effect, quality, before, after, conditions, claim
