"""Questions that need a graph, not a table: a Cypher file retrieves claims, the module of its name makes the answer.

NetworkX does the mathematics. Everything is sorted before it goes into a graph, and what draws at random has a fixed
seed, so that the same library gives the same rows, whichever store it lies in.
"""
