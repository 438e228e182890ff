"""Numbers with their units, ranges, bounds, lists and changes in clean text, and which of them are conditions.

`numbers` reads numerals, `tokens` puts units to them, `items` joins ranges and lists, `changes` finds before and
after, `finding` gives quantities; `conditions` tells which of them are circumstances of others.
"""

from .finding import Quantity, find_quantities, quantity_mentions

__all__ = ["Quantity", "find_quantities", "quantity_mentions"]
