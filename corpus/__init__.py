"""Documents in: a reader per format gives one `Document` in clean text that maps back to the source.

May import `ontology`.
"""
