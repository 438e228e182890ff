"""What forms, what fails, what helps: claims about decomposition, interphases, limitations, causes and strategies.

Each relation has a module of its own that reads the statements of a sentence (`extract.frames`) and drafts claims;
`claims` runs them over a document, `memory` keeps what a sentence leaves to be understood from those before it.
"""
