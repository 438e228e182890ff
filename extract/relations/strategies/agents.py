"""Who takes part in an intervention: what is added or put between, and what it is done to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ....ontology.material_names import DOPANTS, TREATED
from ...frames.own_concepts import singular
from ...frames.phrases import NounPhrase
from ...frames.word import Word
from ...materials import MaterialMention
from ...names import Names
from ...value_class import value_class
from .words import in_list, strategy_words

METALS = frozenset({"Li", "Na", "K"})
"""Anodes, by the name that all their forms have."""


@value_class
class Party:
    """A material that takes part, with its place.

    Args:
        name: in plain ASCII, as written there.
        at: clean start.
        end: clean end.
    """

    name: str
    at: int
    end: int


@dataclass(frozen=True, slots=True)
class Treated:
    """A name of a treated material taken apart: `Ta-doped LLZO`.

    Args:
        agents: what it was treated with.
        host: what was treated; None where only a form of it is named (`carbon-coated foils`).
        treatment: `doped`, `coated`, ….
    """

    agents: tuple[Party, ...]
    host: Party | None
    treatment: str


def added_in(words: Sequence[Word], names: Names) -> list[Party]:
    """What the words of a phrase name as added: materials and common names of dopants, never the metal of the anode."""
    found: list[Party] = []
    for index, word in enumerate(words):
        if _is_absent(words, index) or (found and found[-1].end == word.end):
            continue
        if _begins_salt(words, index):
            salt = words[index + 1]
            found.append(Party(f"{word.text} {salt.text}", word.start, salt.end))
        elif isinstance(word.mention, MaterialMention):
            particles = any(in_list("particles", each.text) for each in words[index + 1 : index + 2])
            found.extend(_of_mention(word.mention, names, particles=particles))
        elif word.part == "noun" and word.mention is None:
            found = _with_common(found, words, index, names)
    return found


def _is_absent(words: Sequence[Word], index: int) -> bool:
    """Whether a word names what is not there (`carbon-free`), or only the metal of a salt (`lithium salt`)."""
    after = words[index + 1] if index + 1 < len(words) else None
    if after is None:
        return False
    free = after.joined and after.text in ("free", "type")
    return free or (words[index].mention is None and words[index].text in _OF_SALTS and after.text in _SALTS)


def _begins_salt(words: Sequence[Word], index: int) -> bool:
    """Whether a metal and the word behind it name a salt that is not known: `lithium polyacrylate`."""
    word, after = words[index], words[index + 1] if index + 1 < len(words) else None
    if after is None or after.part not in ("noun", "material") or after.joined:
        return False
    metal = isinstance(word.mention, MaterialMention) and word.mention.name in METALS and word.text in _OF_SALTS
    if after.mention is not None:
        return word.text in _OF_SALTS and _is_of_metal(after)
    ends = any(after.text.endswith(ending) for ending in strategy_words().lists["salt_endings"])
    return metal and ends and not in_list("not_salts", after.text)


_OF_SALTS = frozenset({"lithium", "sodium"})
_SALTS = frozenset({"salt", "salts"})


def added_by(phrase: NounPhrase, names: Names) -> list[Party]:
    """What a phrase names as added; the abbreviation in brackets behind it where its words name no known material."""
    found = added_in(phrase.words, names)
    known = any(party.name != party.name.lower() or in_list("carbons", party.name) for party in found)
    return found if known else [party for each in phrase.asides for party in added_in(each.words, names)] or found


def added_with_examples(phrase: NounPhrase, names: Names) -> list[Party]:
    """What a phrase and its examples name as added."""
    every = [phrase, *phrase.examples, *_of(phrase)]
    given = [(added_in(each.words, names) or element_in(each.words, names)) for each in phrase.examples]
    examples = [party for parties in given for party in parties]
    return examples or [party for each in every for party in added_by(each, names)]


def _of(phrase: NounPhrase) -> Iterator[NounPhrase]:
    """What stands behind `of`, and behind `of` in that; not what tells of a place (`oxygen into the lattice of A`)."""
    for each in phrase.modifiers:
        if each.prep == "of":
            yield each
            yield from _of(each)


def _with_common(found: list[Party], words: Sequence[Word], index: int, names: Names) -> list[Party]:
    """The parties with a common name that ends at this word, if one does: `graphite`, `carbon black`."""
    word, before = words[index], words[index - 1] if index else None
    pair = f"{before.text} {word.text}" if before is not None and before.mention is None else ""
    if before is not None and pair and in_list("agents", pair):
        return [*(party for party in found if party.at != before.start), Party(pair, before.start, word.end)]
    if not in_list("agents", word.text):
        return found
    if found and before is not None and found[-1].end == before.end and found[-1].name == before.text:
        return [*found[:-1], Party(singular(pair), found[-1].at, word.end)]
    return [*found, Party(_common_name(word.text, names), word.start, word.end)]


def _common_name(text: str, names: Names) -> str:
    if text in strategy_words().elements:
        return strategy_words().elements[text]
    if in_list("carbons", text):
        return text
    material = names.identify(text)
    return material.name if material.kind in ("element", "compound") else text


def element_in(words: Sequence[Word], names: Names) -> list[Party]:
    """An element by its symbol or ion, which is read only where one is spoken of (`Cl with F`, `Mg2+ ions`)."""
    named = [word for word in words if not in_list("ions", word.text)]
    if not named:
        return []
    last = named[-1]
    symbol = last.text.rstrip("+-−0123456789").capitalize()
    sure = last.part == "noun" and len(symbol) <= 2 and names.identify(symbol).kind == "element"
    return [Party(symbol, last.start, last.end)] if sure else []


def _of_mention(mention: MaterialMention, names: Names, *, particles: bool = False) -> Iterator[Party]:
    never = in_list("never_agents", mention.name.lower()) and mention.name != "Se"
    if mention.name in METALS or mention.kind == "cell" or never:
        return
    chemical = mention.name in ("polymer", "oxide", "halide", "sulfide") and "lectrolyte" not in mention.text
    general = mention.kind == "class" and is_host(mention.name, names) and mention.name != "Li alloy"
    if general and not chemical and not particles:
        return
    spelled = _as_spelled(mention)
    name = spelled.removeprefix("amorphous ").removeprefix("crystalline ").removeprefix("metallic ")
    plain = names.identify(name).name if name != spelled else name
    plain = plain.removesuffix(" alloy") if "-" in plain else plain
    for part in _parts_of(plain, names):
        yield Party(strategy_words().elements.get(mention.text.lower(), part), mention.start, mention.end)


def _as_spelled(mention: MaterialMention) -> str:
    """The name of a mention; of a polymer whose name is spelled out that name; so of `lithium halides`."""
    text = mention.text.lower()
    if mention.kind == "class" and text.split(" ")[0] in _OF_SALTS and " " in text:
        return singular(text)
    spelled = mention.text == mention.text.lower() and mention.text.startswith("poly") and mention.kind == "polymer"
    return mention.text if spelled else mention.name


def _parts_of(name: str, names: Names) -> Sequence[str]:
    """The compounds of a layer that are written with a stroke between them: `LiF/Li3N`; else the name itself."""
    parts = name.split("/")
    simple = len(parts) > 1 and all(names.identify(part).kind in ("element", "compound") for part in parts)
    return parts if simple and not any(part in METALS or is_host(part, names) for part in parts) else (name,)


def specific(parties: Sequence[Party]) -> list[Party]:
    """The parties without those that only tell of which kind the others are (`an inorganic interlayer of SiO2`)."""
    named = [party for party in parties if not _is_general(party.name.split())]
    return named or list(parties)


def is_by_kind(parties: Sequence[Party]) -> bool:
    """Whether parties are named by their kind alone (`ceramic fillers`)."""
    return bool(parties) and all(_is_general(party.name.split()) for party in parties)


def _is_general(words: Sequence[str]) -> bool:
    """Whether words tell only of which kind something is: `inorganic`, `electrolyte additive`."""
    return all(in_list("generic", word) for word in words) or (len(words) > 1 and in_list("kind_nouns", words[-1]))


def hosts_in(
    phrases: Iterable[NounPhrase],
    names: Names,
    *,
    but: frozenset[str] = frozenset(),
    deep: bool = True,
    classes: bool = False,
) -> list[Party]:
    """What phrases name as treated: electrolytes, anodes, and both sides of an interface (`the Li|LLZO interface`).

    Args:
        phrases: to look at.
        names: of the document.
        but: prepositions whose phrases are left out.
        deep: whether phrases that modify them count.
        classes: whether the class of what a phrase names counts beside that.
    """
    found: list[Party] = []
    for phrase in phrases:
        for each in phrase.tree() if deep else (phrase,):
            nameless = not (each.materials or each.asides)
            if nameless or in_list("aside", each.prep) or each.prep in but:
                continue
            named = [party for mention in _parts_treated(each) for party in _hosts_of(mention, names)]
            for party in named if classes else _without_classes(named, each, names):
                if party.name not in [known.name for known in found]:
                    found.append(party)
    return found


def carriers_in(phrases: Iterable[NounPhrase], names: Names) -> list[Party]:
    """Other parts of a cell on which a layer lies: the active material of a cathode, foils of a current collector."""
    found: dict[str, Party] = {}
    for phrase in phrases:
        for word, behind in zip(phrase.words, [*phrase.words[1:], None], strict=True):
            mention = word.mention
            if isinstance(mention, MaterialMention) and mention.name not in METALS:
                texts = [*mention.text.lower().split()[1:], *([behind.text] if behind is not None else [])]
                if names.is_cathode(mention.name) or any(in_list("carriers", text) for text in texts):
                    found.setdefault(mention.name, Party(mention.name, mention.start, mention.end))
    return list(found.values())


def _parts_treated(phrase: NounPhrase) -> Iterator[MaterialMention]:
    """The materials of a phrase without those that only name what a cell or a cathode is made of: `Li-S cells`."""
    if in_list("cathodes", phrase.words[-1].text):
        return
    for word, behind in zip(phrase.words, [*phrase.words[1:], None], strict=True):
        if isinstance(word.mention, MaterialMention):
            of_cell = behind is not None and in_list("cells", behind.text) and word.mention.name.split("-")[0] in METALS
            of_sei = behind is not None and in_list("seis", behind.text) and word.mention.kind == "class"
            moves = behind is not None and word.mention.name in METALS and _is_of_metal(behind)
            if not (of_cell or of_sei or moves):
                yield word.mention


def _is_of_metal(behind: Word) -> bool:
    """Whether a word makes the metal before it no anode: `Li deposition`, `lithium halides`, `lithium-sulfur cells`."""
    if behind.joined and behind.part == "noun" and not in_list("anode_words", behind.text):
        return True
    mention = behind.mention
    salt = isinstance(mention, MaterialMention) and mention.kind == "class" and in_list("generic", mention.name)
    return in_list("of_metals", behind.text) or (salt and not behind.joined)


def _without_classes(named: Sequence[Party], phrase: NounPhrase, names: Names) -> Sequence[Party]:
    """Of what one phrase names the electrolytes, without the class that they are of.

    `garnet-type LLZO solid electrolyte`, `a lithium phosphorus sulfide (Li7P3S11) electrolyte`.
    """
    classes = [party for party in named if names.identify(party.name).kind == "class"]
    left = [party for party in named if party not in classes]
    if any(party.name not in METALS for party in left):
        return left
    behind = [mention for aside in phrase.asides for mention in aside.materials if mention.kind != "class"]
    meant = [party for mention in behind for party in _hosts_of(mention, names)]
    electrolyte = classes or phrase.words[-1].text in ("electrolyte", "electrolytes")
    return [*left, *meant] if meant and electrolyte else named


def _hosts_of(mention: MaterialMention, names: Names) -> Iterator[Party]:
    if mention.kind == "cell":
        for part in mention.name.split("|"):
            if part in METALS or names.is_electrolyte(part):
                yield Party(part, mention.start, mention.end)
        return
    if is_host(mention.name, names):
        yield Party(_as_spelled(mention), mention.start, mention.end)


def is_host(name: str, names: Names) -> bool:
    """Whether a name means what strategies are applied to: an electrolyte, an anode, a class of them."""
    if name in METALS or name in ("liquid electrolyte", "Li alloy"):
        return True
    if name == "composite electrolyte":
        return False
    return names.is_electrolyte(name)


def taken_apart(phrase: NounPhrase, names: Names) -> Treated | None:
    """The treated material that a phrase names, in its parts; None if it names none.

    Example:
        `Ta-doped LLZO`, `an O-doped argyrodite`, `carbon-coated Al`, `primer-coated foils`.
    """
    for index, word in enumerate(phrase.words):
        if isinstance(word.mention, MaterialMention):
            match = TREATED.fullmatch(word.mention.name)
            if match:
                parts = [part for part in DOPANTS.split(match[1]) if not in_list("never_agents", part.lower())]
                parties = [Party(_common_name(part, names), word.start, word.end) for part in parts if part != "co"]
                parties = parties or element_in(phrase.words[:index], names)
                return Treated(tuple(parties), Party(match[3], word.start, word.end), match[2])
            treatment = word.text.split(" ")[0]
            if word.joined and index and in_list("treatments", treatment):
                return Treated(
                    tuple(_before(phrase.words[:index], names)),
                    Party(word.mention.name, word.start, word.end),
                    treatment,
                )
        if word.joined and index and in_list("treatments", word.text):
            return _by_words(phrase.words, index, names)
    return None


def _before(words: Sequence[Word], names: Names) -> list[Party]:
    """What stands before a treatment that it is joined to."""
    agents = added_in(words[-2:], names) or element_in(words, names) or abbreviated(words[-1], names)
    return [party for party in agents if not in_list("never_agents", party.name)]


def abbreviated(word: Word, names: Names) -> list[Party]:
    """A material by the abbreviation that the document gives it: `APTES-treated`.

    Args:
        word: that may be one.
        names: of the document.
    """
    short = word.text.upper()
    return [Party(short, word.start, word.end)] if word.part == "noun" and short in names.aliases else []


def _by_words(words: Sequence[Word], index: int, names: Names) -> Treated:
    agents = _before(words[:index], names)
    host = next((word.mention for word in words[index + 1 :] if isinstance(word.mention, MaterialMention)), None)
    party = Party(host.name, host.start, host.end) if host is not None else None
    return Treated(tuple(agents), party, words[index].text)
