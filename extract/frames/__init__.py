"""Sentences as statements: who does what to whom, read without a trained parser.

`grammar` holds the word lists, `words` gives every word of a sentence its part of speech, `phrases` groups them into
noun phrases and verb groups, `statements` cuts the sentence into statements (a verb with subjects, objects and what
goes with them), `concepts` says what a noun phrase means to the field. The rules of `relations` work on these alone.
"""
