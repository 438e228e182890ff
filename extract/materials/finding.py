"""Where clean text names materials.

Single names (`material_atoms`) are joined to composites and cells, and take along what belongs to them: a phase
(`β-`), a treatment (`Ta-doped`), a form (`metal anode`). Classes of materials come from the vocabulary.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import lru_cache

from ...ontology.material_names import is_no_composite
from ...ontology.materials import identify
from ...ontology.notation import plain_name
from ...ontology.vocabulary import find_terms, material_classes
from ..value_class import value_class
from . import patterns
from .atoms import Atom, find_atoms
from .words import words

_TREATED = tuple(f"{word} " for word in sorted(words("treatments")))
"""What stands right before a host (`coated `), for a look before the patterns."""


@value_class
class MaterialMention:
    """A place in clean text that names a material or a class of materials.

    Args:
        start: clean offset.
        end: clean offset behind it.
        text: as written.
        name: in plain ASCII; an abbreviation stays, `Li metal anode` is `Li`.
        kind: as `ontology.materials.Material.kind`.
    """

    start: int
    end: int
    text: str
    name: str
    kind: str

    @property
    def label(self) -> str:
        """`MATERIAL`; `MATERIAL_CLASS` for a class; `DEVICE` for a kind of cell or battery that the document named."""
        if self.kind == "class":
            return "MATERIAL_CLASS"
        device = self.kind == "name" and patterns.DEVICE.fullmatch(self.text)
        return "DEVICE" if device else "MATERIAL"


def find_materials(text: str, known: Collection[str] = ()) -> list[MaterialMention]:
    """Find the materials that a text names, in order, without overlap, the longest reading at each place.

    Args:
        text: clean text.
        known: abbreviations of materials that the document defines itself.

    Example:
        >>> [mention.name for mention in find_materials("The Li|LPSC|Li cell with Ta-doped LLZO kept Li+ transport.")]
        ['Li|LPSC|Li', 'Ta-doped LLZO']
    """
    classes = [_with_metal(text, hit.start, hit.end) for hit in find_terms(text, material_classes())]
    return [_mention(text, start, end) for start, end in _longest(_substances(text, known), classes)]


def learn_names(text: str) -> frozenset[str]:
    """Abbreviations that the text defines beside a material: `SrCo0.8Nb0.2O3−δ (SCN20)`, `LPS (Li3PS4)`.

    Args:
        text: clean text of a whole document.
    """
    names = set()
    for start, end in _substances(text, ()):
        after = patterns.DEFINED_AFTER.match(text, end)
        before = patterns.DEFINED_BEFORE.search(text, max(0, start - 40), start)
        closed = text[end : end + 1] in (")", "]", ",")
        for match in (after, before if closed else None):
            if match and _is_acronym(match[1]):
                names.add(match[1])
    return frozenset(names)


def _substances(text: str, known: Collection[str]) -> list[tuple[int, int]]:
    """Places of everything but classes."""
    single = _treated(text, [_grown(text, span) for span in _joined(text, find_atoms(text, known))])
    return list(_whole_cells(text, list(single)))


def _whole_cells(text: str, spans: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """A stack of layers as one where at least one layer is known: `Li|PCEE|Cu`, `Li|CS–LLZTO|FeF3`."""
    stacks = iter([match.span() for match in patterns.STACK.finditer(text)] if "|" in text or "∣" in text else [])
    stack = next(stacks, None)
    for start, end in spans:
        while stack is not None and stack[1] <= start:
            stack = next(stacks, None)
        if stack is None or end <= stack[0] or (start <= stack[0] and end >= stack[1]):
            yield start, end
        elif start < stack[1] and end > stack[0]:
            yield _unwrapped(text, min(start, stack[0]), max(end, stack[1]))


def _unwrapped(text: str, start: int, end: int) -> tuple[int, int]:
    """A span without a bracket around it, or one at its beginning that is closed behind it."""
    while text[start] == "(" and text.find(")", start, end) in (-1, end - 1):
        start += 1
        end -= text[end - 1] == ")"
    return start, end


def _is_acronym(name: str) -> bool:
    return sum(letter.isupper() for letter in name) > 1 and len(name) <= 12 and name not in words("not_parts")


def _joined(text: str, atoms: list[Atom]) -> Iterator[tuple[int, int]]:
    """Atoms that touch become one composite or cell; what counts only beside another is dropped alone."""
    index = 0
    while index < len(atoms):
        start, end, sure = atoms[index].start, atoms[index].end, atoms[index].sure
        index += 1
        while index < len(atoms) and (joint := patterns.JOIN.match(text, end)) and joint.end() == atoms[index].start:
            end, sure = atoms[index].end, sure or atoms[index].sure
            index += 1
        start, end = _with_unknown_parts(text, start, end, atoms[index].start if index < len(atoms) else len(text))
        if sure and not is_no_composite(plain_name(text[start:end])):
            yield start, end


def _with_unknown_parts(text: str, start: int, end: int, limit: int) -> tuple[int, int]:
    """Take along acronyms joined to a known part: `PEC–LiMNT`, `SS|LPSCl|Li`."""
    while (part := patterns.PART_AFTER.match(text, end)) and part[1] not in words("not_parts") and part.end() <= limit:
        end = part.end()
    before = patterns.PART_BEFORE.search(text, max(0, start - 16), start)
    if before and before[1] not in words("not_parts"):
        start = before.start()
    return start, end


def _grown(text: str, span: tuple[int, int]) -> tuple[int, int]:
    """The span with its phase before it and its form after it."""
    start, end = span
    window = max(0, start - 24)
    spaced = text[start - 1 : start] == " "
    for before in (patterns.PHASE_BEFORE, *((patterns.METALLIC_BEFORE, patterns.BARE_BEFORE) if spaced else ())):
        match = before.search(text, window, start)
        if match and not (before is patterns.BARE_BEFORE and text[start:end] in ("Li", "lithium")):
            start = match.start()
            break
    anode = patterns.ANODE_AFTER.match(text, end) if text[span[0] : end] in words("metals_of_anodes") else None
    if anode:
        return start, anode.end()
    for after in (patterns.GLASS_AFTER, patterns.FORM_AFTER, patterns.ALLOY_AFTER):
        match = after.match(text, end)
        if match and (after is not patterns.ALLOY_AFTER or patterns.JOIN.search(text, span[0], end)):
            return start, match.end()
    return start, end


def _treated(text: str, spans: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Dopant or coating and host as one: `Ta-doped LLZO`; also where the coating has no name of its own."""
    index = 0
    while index < len(spans):
        start, end = spans[index]
        index += 1
        link = patterns.TREATED.match(text, end)
        if link and index < len(spans) and spans[index][0] == link.end():
            end = spans[index][1]
            index += 1
        elif text.endswith(_TREATED, 0, start):
            verb = patterns.TREATED_BEFORE.search(text, max(0, start - 24), start)
            word = patterns.WORD_BEFORE_TREATED.search(text, max(0, start - 48), verb.start()) if verb else None
            glued = None if verb else patterns.GLUED_BEFORE.search(text, max(0, start - 48), start)
            start = word.start() if word else glued.start() if glued else start
        yield start, end


def _with_metal(text: str, start: int, end: int) -> tuple[int, int]:
    """A class with the metal that is set on it, `garnet/Li`."""
    behind = patterns.METAL_BEHIND.match(text, end)
    before = None if behind else patterns.METAL_BEFORE.search(text, max(0, start - 6), start)
    return (before.start() if before else start), (behind.end() if behind else end)


def _longest(spans: list[tuple[int, int]], classes: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Both lists merged in order; where two overlap the longer, a material before a class."""
    every = sorted([(start, -end, 0) for start, end in spans] + [(start, -end, 1) for start, end in classes])
    kept: list[tuple[int, int, int]] = []
    for start, minus_end, rank in every:
        end = -minus_end
        if kept and start < kept[-1][1]:
            if (end - start, -rank) > (kept[-1][1] - kept[-1][0], -kept[-1][2]) and end > kept[-1][1]:
                kept[-1] = (start, end, rank)
            continue
        kept.append((start, end, rank))
    return iter([(start, end) for start, end, _ in kept])


def _mention(text: str, start: int, end: int) -> MaterialMention:
    size = patterns.SIZE_BEFORE.search(text, max(0, start - 10), start)
    begin = size.start() if size else start
    written = text[begin:end]
    name, kind = _named(written)
    return MaterialMention(begin, end, written, name, kind)


@lru_cache(maxsize=8192)
def _named(written: str) -> tuple[str, str]:
    """The name and the kind of a material."""
    apart = patterns.GLUED.sub(r"\1-\2", written)
    material = identify(apart)
    alloy = patterns.ALLOY_NAME.match(plain_name(apart))
    return (alloy[1] if alloy else material.name), material.kind
