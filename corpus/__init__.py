"""Documents in: a reader per format gives one `Document` in clean text that maps back to the source.

The way in is `reading` (choose a reader, read a file), the way out `document` (the types). A reader of running text
goes through these steps, all of them edits of a `mapped` text:

- `decoding`: bytes to text, or one clear line about why not;
- `reflist`, `bibliography`, `dois`: the reference list, entry by entry;
- `pieces`, `metadata`, `joining`, `sections`: lines into pieces, the title page off, what pages cut in two put
  together, heading paths;
- `markup`, `latex`, `artefacts`, `formulas`: clean text out of markup and converters' artefacts;
- `citations`: in-text citations cut out and kept;
- `tables`: rows of cells;
- `composing`: all of these in their order.

Word lists are in the YAML files beside, read by `lexicon`. May import `ontology`.
"""
