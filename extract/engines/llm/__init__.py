"""Language models as an engine: a server reads each passage, and only what the passage itself bears out gets in.

`engine` reads a document; `passages` cuts it, `prompt` and `answer_schema` say what is asked, `client`, `budget` and
`cache` are the way to the server and back, `verification` holds every fact against the text.
"""
