"""Strategies: what is done to an electrolyte, an anode or the interface of both, and what it brings.

`named` reads interventions from the heads of noun phrases, `described`, `labels` and `anodes` from what materials are
said to be made with, `done` from verbs with their objects, `swapped` from what takes the place of something, `implied`
from statements that name none, `infused` from liquids; `interventions` finds all of them in a sentence, `sources` joins
layers that form in place with what they form from. `agents` says who takes part, `categories` which category an
intervention belongs to; `listed` tells apart what stands in one list, `owners` what tells of which intervention.
`effects`, `signs` and `amounts` read what gets better or worse, `telling` joins the sentences that tell one strategy,
`going_on` says how a sentence takes one up, `drafting` makes claims of them, `measurements` links numbers.
"""
