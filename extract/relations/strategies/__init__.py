"""Strategies: what is done to an electrolyte, an anode or the interface of both, and what it brings.

`named` reads interventions from noun phrases, `done` from verbs with their objects, `interventions` finds both in the
statements of a sentence; `categories` says which category one belongs to, `agents` who takes part. `effects` reads what
is said to get better or worse, `telling` joins the sentences that tell one intervention, `measurements` links numbers.
"""
