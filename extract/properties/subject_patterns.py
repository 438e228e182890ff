"""Ways in which English says whose value a number is, as patterns on the text beside names and values."""

from __future__ import annotations

import re

from ..materials.words import any_of

COUNTERPART = re.compile(
    r"\b(?:against|towards?|versus|vs\.?|with respect to|(?:[Rr]elative|[Ii]n contrast) to"
    r"|(?:[Pp]air|[Cc]oupl|[Cc]ombin|[Mm]atch)ed with"
    r"|[Cc]ompar\w+ (?:to|with)"
    r"|akin to|stable with|stability (?:with|to)|compatib\w+ with|react\w* with|[Ss]imilar to|comparable to|than"
    r"|[Uu]nlike"
    r"|in contact with|contacts?|between|doped with|coated with|derived from|replac\w+|substitut\w+"
    r"|doping (?:with|of)"
    r"|by adding|[Aa]dd(?:s|ed|ing|itions? of)?|incorporat\w+)"
    r"\s+(?:[\d.]+\s?(?:wt|vol|mol|at)\.?\s?%\s(?:of\s)?)?(?:"
    r"(?:the|those of|that of|an?|bare|pure|pristine|undoped|unmodified|uncoated|metallic|some|other|[\w-]+-sized)\s+"
    r"){0,2}$"
)
"""Words before a material that make it the partner of the subject. Matches `against the `; must not match `of `."""

PREPOSITION = re.compile(
    r"\b(?:in|of|for|with|to|by|on|onto|from|into|via|through|at|under|over|within|upon|without|as|among|both"
    r"|(?!(?:boast|exhibit|show|display|be|featur|result|remain|exist|conduct|correspond)ing\b)\w+ing"
    r"|(?:introduc|appl|us|utili[sz]|employ|add|deposit|synthesi[sz]|develop|fabricat|form|produc|generat|creat"
    r"|design|prepar|construct"
    r"|insert|report|investigat|explor|propos|incorporat|contain|compris)(?:e|es|ed|ied|ies|s)?)\s+"
    r"(?:[\d.]+\s?(?:wt|vol|mol|at)?\.?\s?%\s(?:of\s)?)?(?:(?:the|an?|this|these|its|their)\s+)?(?:[\w-]+\s+){0,2}$"
)
"""Words in lower case before a material that make it an object. Matches `for the use of `, `applied a `."""

COMPOSED = re.compile(
    r"^(?:\s\w+){0,2},?\s(?:composed of|made (?:of|from)|consisting of|comprising|based on|such as|like|including"
    r"|namely|of|(?:of|with) (?:the |a )?(?:chemical |nominal |general )?(?:formula|composition)(?: of)?)\s+"
    r"(?:the |an? )?(?:[\w-]+\s)?$"
)
"""Between a class and the members that are meant. Matches ` system composed of `."""

DESCRIBED_BEFORE = re.compile(r"\b[a-z-]{4,}\s\([\s~≈><≥≤∼]*(?:about |around |over |up to )?$")
"""Before a value in brackets that tells how much a word before a name means. Matches `highly conductive (> `."""

DESCRIBED_BEHIND = re.compile(
    r"^\)\s(?:(?!(?:and|or|of|for|in|on|with|by|to|from|at|than|as|is|are|was|were|has|have|the|an?)\b)[a-z][a-z-]*\s){0,2}$"
)
"""Between such a value and the name that the word goes with. Matches `) garnet `; must not match `), `, `) of `."""

COMPOUND = re.compile(
    r"^\s(?:(?:thin|thick|dense|porous|flexible|free-standing|uniform|amorphous|ultrathin|compact)\s)?$"
)
"""Between a name and the noun that it goes with. Matches ` `, ` porous `; must not match ` has a `."""

KIND_TOLD = re.compile(
    rf"\s(?:{any_of('phases')}|double|layered|solid)\s"
    r"|(?:[ -](?:based|derived|containing))[ -](?:[\w-]+\s){0,2}"
    r"|\s(?:\([^()]{1,20}\)\s)?(?:is|are|was|were|as|being|represents?)\s(?:one of the|an?|the)\s(?:[\w-]+\s){0,4}"
    r"|\)?\s(?:\([^()]{1,20}\)\s)?(?:to )?(?:serv|act|us|function|work)(?:e|es|ed|ing|s)?\sas\s"
    r"(?:(?:an?|the)\s)?(?:[\w-]+\s){0,2}"
    r"|\s(?:\w+\s){0,6}(?:found|known|shown|considered|believed|thought)\s(?:to be|as)\s"
    r"(?:(?:an?|the)\s)?(?:[\w+-]+\s){0,3}"
)
"""Between a name and the class that it is said to be of. Matches ` is an `, `-based `; must not match ` and a `."""

SYMBOL_OF = re.compile(r"\s?\){1,2}\s?[=≈~]\s?")
"""Between a material in brackets behind a symbol and the value. Matches `) = `."""

LABELLED_CELL = re.compile(
    r"\bcells?\s(?:setups?|configurations?|types?|designs?|architectures?)\s\(?(?-i:[A-Z])\b", re.IGNORECASE
)
"""A cell that is called by a letter. Matches `cell setup A`."""

NOTHING_BETWEEN = re.compile(r"^\s(?:(?:only|about|around|nearly|just|even|up to)\s)?[~≈><≥≤∼]?\s?$")
"""Between a name and a value whose verb is left out. Matches ` only `; must not match ` shows `."""

FOR_THE = re.compile(r"\s?\)?\s(?:for|in|with)\s(?:the|an?)\s(?P<words>[a-z-]+(?:\s[a-z-]+){0,2})")
"""Behind a value, what it is of without a name. Matches ` for the bilayer`; must not match ` for the LLZO pellet`."""

LIST_GOES_ON = re.compile(r"(?:,|\band|\bwhile|\bwhereas)\s(?:the\s)?$")
"""Before a further name of a list of names with their values. Matches `, and `."""

OF_IT = re.compile(
    r"^\s(?:(?:have|has|had|show|shows|showed|with)\s)?(?:(?:one|ones|values?)?\s?of\s(?:about\s|up to\s)?"
    r"|the\s[a-z]+(?:,\s|\sof\s|\s\())[~≈]?\s?$"
)
"""Between such a name and its value. Matches ` of `, ` one of about `, ` the lowest, `."""

OF_ACRONYM = re.compile(r"\s(?:of|for)\s(?:(?:the|an?|this|our)\s)?(?P<name>\d?[A-Z][A-Za-z0-9]*[A-Z][\w-]*)")
"""Between a property and an acronym that has it. Matches ` of the XYZ`; must not match ` of lithium`."""

THIS_ACRONYM = re.compile(
    r"(?:This|These|The|Our)\s(?:[a-z-]+\s){0,2}(?P<name>\d?[A-Z][A-Za-z0-9]*[A-Z][\w-]*)\s(?:[a-z]+\s)?"
    r"(?:material|compound|phase|oxide|sample|composition|electrolyte|membrane|pellet|ceramic|polymer|glass)"
)
"""A sentence about an acronym. Matches `This new XYZ material`; must not match `This material`."""

ONE_OF_KIND = re.compile(r"\b(?:an?|the|new|novel|our|this)\s(?:[a-z-]+\s)*$", re.IGNORECASE)
"""Before a class of which one is meant. Matches `a new `."""

ASIDE_ENDS = re.compile(r"\s?(?:\([^()]{1,40}\))?,")
"""Behind a name that stands between commas. Matches ` (ABC), `."""

MADE_WITH = re.compile(r"\b(?:by|from|via|through)\b")
"""Between what was made and what of. Matches ` crosslinked by `; must not match ` featuring `."""

AND = re.compile(r"\s?(?:\([^()]{1,20}\)\s?)?,?\s?(?:and|or|as well as|/)\s(?:an?\s|the\s)?(?:[a-z-]+\s){0,2}")
"""Between two names of a phrase. Matches ` and `, ` (AN) and ethylene `."""

AMONG = re.compile(
    r"\b(?:[Aa]mong(?:st)?|(?:of|for|in)\s(?:the\s)?(?:all|other|most|reported|known|existing))\s(?:[\w-]+\s){0,2}$"
)
"""Before a class that what is spoken of belongs to. Matches `among `, `of all `; must not match `of a `."""

SHARE_BEHIND = re.compile(
    r"-(?:free|less)\b"
    r"|[\s-](?:contents?|amounts?(?! to\b)|fractions?|ratios?|concentrations?|loadings?|proportions?|percentages?)\b"
)
"""Behind what only the share or the absence of is spoken of. Matches ` content`, `-free`."""

FOR_ION = re.compile(r"\s(?:for|of)\s(?:Li|Na|K|Mg|Ca|Zn)\d?\+")
"""Behind a value that conductors of one ion have. Matches ` for Li+`."""

BOTH = re.compile(r"\b(?:both|the two|these two|the latter two|they|these)\b", re.IGNORECASE)
"""What takes up two that the sentence before named. Matches `Both exhibit`."""

OWNED = re.compile(r"\b(?:its|their)\s$")
"""Before a constituent of what was spoken of. Matches `its `, which `titanium` follows."""

ON = re.compile(r"\bon(?:to)?\s(?:(?:the|an?|this|bare|pristine|polished|clean|cleaned|untreated|coated)\s){0,2}$")
"""Before what a liquid lies on. Matches `on the `."""

ADJACENT = re.compile(
    r"^\)?(?:[-\s]*(?:thick|thickness|in thickness))?[-\s]+(?:of\s+)?"
    r"(?:(?!(?:for|on|in|with|and|was|were|is|are|to|at|by|into|onto|from)\b)[a-z-]+\s+){0,2}$"
)
"""Between a dimension and the body that has it. Matches `-thick `."""

PARTICIPLE_NEXT = re.compile(
    r"^\s*(?:\([^()]*\))?\s*(?:[\w-]+\s+){0,2}?,?\s*(?:(?:also|each|both)\s+)?(?:\w+ing\b|with\b|which\b|that\b"
    r"|(?:is|are|has|have|had|was|were)\b|\w+e?s\b|\w+ed\b)"
)
"""A name followed at once by what is said of it. Matches ` , boasting`, ` exhibits`."""

BECAUSE = re.compile(r"\b(?:due to|owing to|because of|thanks to|attributed to|as a result of)\b")
"""A reason given for what the clause says of its subject. Matches `unsatisfactory due to`."""

PARTICIPLE_LATER = re.compile(
    r",\s*(?:(?:thus|thereby|and|also|while|by|not only)\s+)*(?:\w+ing|described as|known (?:as|for))\b"
)
"""A participle that takes up the subject of the clause again. Matches `, enabling`."""

ITS = re.compile(
    r"\b(?:(?:its|their)\s+(?:[\w-]+\s+){0,4}|(?:because|since|as|where|and|but)\s+(?:it"
    r"|they)\s+\w+\s+(?:[\w-]+\s+){0,4})$"
)
"""A pronoun that takes up the subject again. Matches `its moderate `, `because it provides a high `."""

WHICH = re.compile(
    r",?\s*(?:which|that)\s+(?:is|was|has|are|have|reach\w*|shows?|exhibits?)\s+(?:\w+\s+){0,3}[~≈><∼]?\s*$"
)
"""A relative clause about the name before it. Matches `, which is around `."""

WHOSE = re.compile(r"(?:\s?\([^()]{1,40}\))?(?:\s[\w-]+){0,3},?\swhose\s[^,;]{1,90}")
"""Between a name and a value of a clause about it. Matches ` cathode, whose capacity faded to `."""

OPENING_PHRASE = re.compile(
    r"^(?:(?:however|moreover|for example|for instance|notably|thus|therefore|hence|in addition),\s*)?"
    r"(?:with|having|featuring|possessing|exhibiting|owing to|due to|despite|in spite of|because of|given|considering"
    r"|at|boasting|thanks to)\b[^,;]*$"
    r"|^(?:for|over|throughout)\s(?:(?:more|less) than |over |about |nearly |almost )?[~≈><]?\s?$",
    re.IGNORECASE,
)
"""A phrase at the start of a sentence, whose subject comes after it. Matches `With a conductivity of`, `For over `."""

OPENING_CLAUSE = re.compile(r"(?:when|once|if|as soon as|as|upon)\b[^,;]*$", re.IGNORECASE)
"""A clause at the start of a sentence, whose subject comes after it. Matches `When the current was raised to `."""

TREATED_HOST = re.compile(r"-(?:coated|doped|modified|protected|infiltrated|substituted) ")
"""A treated material with its host. Matches in `carbon-coated Al`."""

THEN_SUBJECT = re.compile(r"^[^,;]{0,40},\s*(?:(?:the|an?|this|these|their|our)\s+)?(?:[\w-]+\s+){0,4}$")
"""Between the opening phrase's value and the subject. Matches ` at RT, the garnet `."""

THIS = re.compile(r"\b(?:This|The (?:resulting|obtained|as-prepared|assembled)|[Ss]uch an?|this)\s(?:[\w-]+\s)?$")
"""Before a class that means the one just spoken of. Matches `This `, `The resulting `."""

THE_CELL = re.compile(
    r"\b(?:[Tt]he|[Tt]his|[Tt]hese|[Ss]uch)\s+(?:(?:assembled|resulting|as-assembled|symmetric|full|half|pouch"
    r"|same|corresponding)\s+)+(?:cells?|batter(?:y|ies))\b"
)
"""A cell that was written out before. Matches `This assembled pouch cell`; must not match `the cell`."""

DEFINITE = re.compile(r"\b(?:[Tt]he|[Tt]his|[Tt]hese|[Tt]heir|[Ss]uch|[Aa]ssembled|[Rr]esulting)\s+(?:[\w-]+\s+){0,2}$")
"""Before a device that was made of what is spoken of. Matches `the resulting `."""

ANAPHORA = re.compile(
    r"^(?:(?:Additionally|Moreover|Furthermore|However|Notably|Also|In addition|Consequently|Thus|Therefore|Hence"
    r"|Meanwhile|Besides|Here),?\s+)?"
    r"(?![Tt]his\s(?:(?:has|had|will|can|could|may)\s)?(?:lead|leads|led|results?|resulted|means?|meant|suggests?|indicates?"
    r"|implies|confirms?|work|study|approach|method|strategy|review|finding|trend)\b)"
    r"(?:It|They|This|These|Such|Its|Their|The (?:resulting|resultant|assembled|obtained"
    r"|as-prepared|same|material|electrolyte|composite|compound|interlayer|layer|cell|full cell"
    r"|symmetric cell|battery|film|membrane|sample))\b"
)
"""A sentence whose subject is in the one before it. Matches `This electrolyte shows`."""

PART_OF_WORD = re.compile(
    r"^(?:[/+–-]|\s?(?:[\w-]+\s)?(?:dendrites?|plating|stripping|deposition|ions?|salts?|compounds?|binary|flux"
    r"|transport|transference"
    r"|conduct\w+|diffus\w+|migration|batter(?:y|ies)|symmetric|half|content|source|reservoir|inventory"
    r"|nucleation|growth"
    r"|filaments?))"
)
"""Behind a metal that is only part of what is named. Matches ` dendrites`, `/Li+`; must not match ` metal has`."""

OPENS = re.compile(
    r"(?:\b(?:that|those|the ones?) (?:of|with|using|for|without)|(?:[,;]\s*(?:and|but|while|whereas)?"
    r"|\b(?:while|whereas))(?:\s+that of)?)"
    r"\s+(?:the\s+)?(?:(?!(?:with|for|in|on|of|at|by|using|against)\b)[\w-]+\s+){0,3}$"
)
"""The start of a clause about another name. Matches ` of A, while that of `, `, and the iodide `."""

SHORT_WAY = re.compile(r"^,\s[~≈><]?$|^\s*(?:\([^)]*\))?\s*(?:[\w°-]+\s+){0,5}[~≈><≥≤∼]?\s*$")
"""From a name to its value with nothing but a few words between. Matches ` reaches about `."""

AFTER_ASIDE = re.compile(
    r"^\s*(?:\([^()]*\))?\s*(?:[\w-]+\s+){0,3},\s*(?:has|have|had|is|are|was|were|shows?|showed|exhibit\w*"
    r"|reach\w*|deliver\w*|possess\w*)\b"
)
"""The end of an aside, after which the subject before it goes on. Matches ` (LiTFSI), has`."""

CLAUSE_END = re.compile(r";|,\s*(?:while|whereas|but|compared|in contrast)|\b(?:whereas|while)\b")
"""Where a clause ends so that what stands before it is no subject any more."""

GOES_ON = re.compile(r";\s(?:its|it|their|they)\b")
"""Where a clause ends and the next takes up its subject. Matches `; its`."""

COMPARED = re.compile(r"\b(?:compared (?:to|with)|versus|instead of)\s(?:the |only |about )?[~≈><]?\s?$")
"""Before a value that another is compared with. Matches `compared to `."""

COMPARED_BRACKET = re.compile(
    r"\b(?:than|(?:compared|relative|in contrast|superior) (?:to|with)|versus|unlike)\s"
    r"(?!(?:that|those|the one)\s(?:synthesi|prepar|obtain|measur|made|report|without|before|after))"
    r"[^(),;]{2,60}\([~≈><]?\s?$"
)
"""Before a value in brackets behind what others are compared with. Matches `than the bare pellet (`."""

NEW_STUDY = re.compile(
    r"\bet al\b|\bco-?workers\b|\bcolleagues\b|\b[A-Z][a-z]+['’]s (?:group|team)\b"
    r"|\b(?:[Ff]or (?:example|instance)|Another|Similarly|Likewise"
    r"|In another|Recently|As another)\b|\b[Rr]eport(?:s|ed)\b|\b[Pp]revious(?:ly)?\b"
)
"""A sentence that begins the account of another study. Matches `Wu et al.`, `For instance`."""

OTHER_STUDY = re.compile(
    r"\b(?:et al|co-?workers|colleagues|[A-Z][a-z]+['’]s (?:group|team))\b"
    r"|^(?:Another|In another|As another|Recently|More recently)\b"
)
"""A sentence that is about another study than the one before. Matches `Wu et al.`; must not match `In this`."""

INDEFINITE = re.compile(
    r"(?:(?:On|In|For|With|Using|By)\s)?(?:[Aa]n?|[Oo]ther|[Oo]thers|[Ss]everal|[Ss]ome)\s(?:[a-z-]+\s)?(?!such\b)"
)
"""The opening of a sentence that names something new. Matches `A thin `, `On a `; must not match `The `."""

LAYER_BEHIND = re.compile(
    r"^(?:[ -](?:based|rich|like|containing|derived|thin|buffer|protective|protection|artificial|polymer|coated))*"
    r"\s(?:interlayers?|interphases?|coatings?|SEIs?|(?:buffer|protective|protection|modification|coating"
    r"|thin) (?:layers?|films?)|(?:nano-?)?(?:particles?|fib(?:er|re)s?|wires?|fillers?|powders?) (?:in)?to)\b"
)
"""Behind what lies before or in an electrolyte. Matches `-rich SEI`, ` particles into`; must not match ` film`."""

LAYER_BEFORE = re.compile(
    r"\b(?:interlayers?|interphases?|coatings?|(?:buffer|protective|protection|modification|coating|thin)"
    r" (?:layer|film)s?)\s(?:of|made of|from)\s(?:[\w-]+\s)?$"
)
"""Before what lies on an electrolyte. Matches `interlayer of `; must not match `film of `."""

INTERFACE_BEHIND = re.compile(
    r"^\s(?:[a-z-]+\s)?(?:interfac\w+|interphases?|contacts?|boundar(?:y|ies)|junctions?|SEIs?)\b"
)
"""Behind two layers that meet. Matches ` interface`, ` interfacial resistance`; must not match ` cell`."""

BETWEEN_LAYERS = re.compile(r"\b(?:between|at|across)\s(?:the\s)?$")
"""Before two layers that meet. Matches `between the `; must not match `of the `."""

ELECTROLYTE_BEHIND = re.compile(
    r"^(?:[ -]based)?\s(?:(?:solid|composite|polymer|hybrid|ceramic|solid-state|quasi-solid)\s)*"
    r"(?:electrolytes?|S?SEs?|SPEs?|separators?)\b(?!\s(?:interlayers?|layers?|coatings?|additives?))"
)
"""Behind a material that is an electrolyte. Matches ` composite electrolyte`; must not match ` film`."""

ANODE_BEHIND = re.compile(
    r"^(?:[ -](?:based|composite|alloy|metal|rich|layer|film|protected|containing))*\s(?:anodes?"
    r"|negative electrodes?)\b"
)
"""Behind a material that is an anode. Matches ` composite anode`; must not match ` cathode`."""

THEORETICAL = re.compile(r"\btheoretical", re.IGNORECASE)
"""What a material could do by itself, without a cell."""
