"""What English puts between a value, or the name of its property, and whose it is, as patterns on the text there."""

from __future__ import annotations

import re

FOR_ONE = re.compile(r"^\sfor\s(?:an?|the)\s(?:[\w-]+\s){0,2}[\w-]+,\s$")
"""Between a value and the name of what it is of, which is described first. Matches ` for a sintered body, `."""

_REFERENCE = r"(?:\s\(?(?:vs\.?|versus|against)\s(?:Li|Na)\+?\s?/\s?(?:Li|Na)\+?\)?)?"
"""The electrode that a potential is measured against. Matches ` vs Li/Li+`, ` (versus Na+/Na)`."""

_WHERE = r"(?:\s(?:at|under)\s(?:RT|(?:room|ambient)\s\w+|[xy]\s?=\s?[\d.]+|[\d.]+\s?(?:°C|K)))?"
"""The circumstance beside a value. Matches ` at 25 °C`, ` at x = 0.3`."""

AT_RATE_FOR = re.compile(
    r"^\s(?:at|under)\s(?:[\d.]+\s?(?:C|mA cm-2|m?A g-1)|C/\d+)\sfor\s(?:(?:the|an?|this)\s)?(?:[a-z-]+\s){0,2}$"
)
"""Between a value and what it is of, behind the current at which that is so. Matches ` at 2 C for the `."""

VALUE_OF = re.compile(
    rf"^{_REFERENCE}(?:\s*\([^()]{{1,12}}\)|\))?{_WHERE}\s*(?:(?!(?:(?:pair|coupl|combin|compar|match)ed|and|or|but|while|whereas|those)\b)\w+[\s-]+){{0,2}}?"
    r"(?:of|for|in|with|within|(?<=measurements )on"
    r"|along\s(?:the\s)?[\w\[\]-]+(?:\s(?:axis|direction|plane))?\s(?:of|in))\s+"
    r"(?:(?:the|an?|this|these|our|pure|pristine|most|all|both)\s+)*(?:[\w-]+\s+){0,2}$"
)
"""Between a property or value and the material it is of. Matches ` of the `; must not match ` and `."""

MEASURED_IN = re.compile(
    rf"^{_REFERENCE}{_WHERE}\)?,?\s(?:belongs? to|(?:is|was|are|were|(?:has|have)(?:\s[a-z]+)?\sbeen|can be|could be)\s"
    r"(?:(?:[a-z]+ly|both|also|only|first|then)\s)?(?:that of|(?:measured|reported|found|obtained|achieved|reached"
    r"|observed|attained|recorded|reali[sz]ed|seen|known|determined|calculated|computed|estimated|predicted|derived|deduced|extracted|demonstrated"
    rf"|registered){_WHERE}\s(?:in|for|with|on|of)))\s"
    r"(?:(?:the|an?|pure|cubic|crystalline|amorphous)\s)?(?:[\w-]+\s){0,2}$"
)
"""Between a value and the material that a verb gives it to. Matches ` has been measured in `, `, belongs to `."""

TIMES_THE = re.compile(r"\b(?:twice|double|triple|half|times|fold|tenth|fraction of)\s(?:the|that)\s(?:[a-z-]+\s)?$")
"""Before a property that something has a multiple of. Matches `almost twice the `."""

MAKES_IT = re.compile(
    rf"^{_WHERE}(?:\s\([^()]{{1,20}}\)|\))?\s(?:makes?|made|renders?|rendered|qualif(?:y|ies|ied)|characteri[sz]es?|distinguish(?:es)?|limits?|limited|gives?|lends?|endows?|restricts?|confines?)\s(?:the\s)?"
    r"(?:[a-z-]+\s){0,3}$"
)
"""Between a value and what it makes something of. Matches `) makes `, ` at 25 °C) makes the halide `."""

TWO_IN_BRACKET = re.compile(
    r"[~≈]?\s?[\d.][^()]{0,24}?\s(?:vs\.?|versus|against|compared (?:to|with)|in contrast to)\s(?:only\s)?"
    r"(?P<second>[~≈]?\s?[\d.][^()]*\))"
)
"""Two values in a bracket that are set against one another. Matches `9.4 vs. 2.5 mS cm-1)`."""

OPENS_BRACKET = re.compile(r"(?:\s[a-z]+)?\s?\(")
"""Between a name and what a bracket behind it begins with. Matches ` pellet (`."""

SAME_AGAIN = re.compile(r"^\s(?:when|if|before|after|without|in the absence)\b")
"""Behind a value that another is compared with, where it is of the same thing at another time. Matches ` before `."""

AND_BRACKETED = re.compile(r"^\),?\s(?:and|as well as)\s(?:an?|the|its)\s(?:[\w+-]+\s){1,5}\([~≈><≥≤∼]?\s?$")
"""Between two values in brackets that go on together. Matches `) and the highest conductivity (`."""

AND_ANOTHER = re.compile(
    r"^(?:\s\([^()]{1,30}\))?,?\s(?:and|as well as|together with|along with|with)\s(?:an?|the)\s(?:[\w+-]+\s){1,5}"
    r"(?:of|as high as|up to|exceeding|above|below)\s(?:about\s|up to\s|only\s)?[~≈><≥≤∼]?\s?$"
)
"""Between two values that go on together. Matches ` and an activation energy of `."""

OF_CELL_WITH = re.compile(
    r"^\s*(?:of|for|in)\s(?:(?:the|an?|this|these|all)\s)?(?:[\w-]+\s){0,3}(?:cells?|batter(?:y|ies))\s(?:with"
    r"|using|based on|of|employing|containing)"
    r"\s(?:(?:the|an?)\s)?(?:[\w-]+\s){0,2}$"
)
"""Between a property and the material whose cell has it. Matches ` of the symmetric cell with `."""

POSSESSIVE = re.compile(r"^['’]s?\s+(?:[\w-]+\s+){0,4}$")
"""Between a material and its property. Matches `'s high `."""

ONLY_FILLER = re.compile(
    r"^\s*(?:\([^()]*\)\s*)?(?:(?:(?!(?:and|or|with|than|for|in|on|of|to|from|by|as)\b)[a-z-]+\s){0,2}(?:film|layer"
    r"|membrane|foil|pellet|separator|anode|cathode|electrode|electrolyte"
    r"|particle"
    r"|interlayer)s?\s*)?\([\s~≈><=≥≤∼]*(?:up to|about|approximately|around|nearly|i\.e\.,?|with|of|over|below"
    r"|above)?"
    r"[\s~≈><=≥≤∼]*$",
    re.IGNORECASE,
)
"""Between a name and a value in brackets behind it. Matches ` (≈ `; must not match ` shows `."""

LISTED_IN_BRACKETS = re.compile(
    r"^(?:-based)?\s?(?:(?:film|layer|membrane|foil|pellet|separator|anode|cathode|electrode|electrolyte)s?\s)?"
    r"\((?:[^()]{1,60}[,;]\s|with\s(?:an?\s)?)(?:[a-z][a-z-]*\s){0,4}(?:of\s)?[~≈><≥≤∼]?\s?$"
)
"""Between a name and a value that comes later in the bracket behind it. Matches ` (30 um thick; relative density `,
` anodes (with a capacity of `; must not match ` (LLZO) shows `."""

IN_ITS_BRACKET = re.compile(
    r"^(?:-based)?\s(?:(?:film|layer|membrane|foil|pellet|separator|anode|cathode|electrode|electrolyte|metal)s?\s)?"
    r"\((?:with\s)?(?:an?\s|the\s)?[^()\d,;]{1,50}?\s?(?:of|=|:|≈|~|is|about|around)\s?[~≈><≥≤∼]?\s?(?:about |up to )?$"
)
"""Between a name and a value whose property the bracket behind the name names. Matches ` (E = `, ` (density: `."""
