"""How good are extracted facts? They are compared with gold facts, which a careful reader wrote down.

`facts` reads and checks files of facts, `comparison` says when two facts are the same, `scores` counts, and `shown`
prints. What the files look like and how facts are compared is described in `docs/evaluation.md`.
"""
