// question: Which works are cited together for the same statements?
// method: co-citation (Small 1973, doi:10.1002/asi.4630240406), with Salton's cosine: places of both by the root of the product of the places of each (Hamers et al. 1989, doi:10.1016/0306-4573(89)90048-4)
// parameter work: text = '' -- only pairs with this work: its DOI, or its id; empty takes all
// parameter places: integer = 1 -- least number of places at which both are cited
// parameter limit: integer = 20 -- how many pairs to show
// column work: text -- the one: its entry of a reference list
// column other: text -- the other: its entry of a reference list
// column places: integer -- sentences and rows of tables at which both are cited
// column cosine: fraction -- 1 where they are never cited apart
// column papers: integer -- read, that cite both in one place
// column doi: text -- of the one
// column other_doi: text -- of the other
// column claims: claims -- stated where both are cited; `lithograph show` gives the sentences
MATCH (c:Claim)-[:EVIDENCED_BY]->(e:Evidence)-[:CITES]->(w:Publication)
WHERE c.confidence >= $min_confidence
RETURN c.id AS claim, e.document AS paper, e.source_start AS start, w.id AS id, w.doi AS doi,
  coalesce(w.text, w.title, w.id) AS work
ORDER BY paper, start, id, claim
