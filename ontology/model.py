"""Pydantic model of the schema: written by `python -m lithograph.ontology.generate`, not by hand."""

from __future__ import annotations

from enum import Enum
from typing import Literal, Optional, Union

from pydantic import BaseModel, ConfigDict, Field


class ConfiguredBaseModel(BaseModel):
    """Frozen, strict about unknown fields; enums are kept as their plain values."""

    model_config = ConfigDict(extra="forbid", frozen=True, use_enum_values=True, validate_default=True)


class ClaimKind(str, Enum):
    """
    The kinds of statement that a claim can make.
    """
    property = "property"
    """
    a stated value of a property
    """
    alias = "alias"
    """
    an abbreviation or a name, with what it stands for
    """
    decomposition = "decomposition"
    """
    a material gives a product
    """
    interphase = "interphase"
    """
    which kind of interphase a pair forms
    """
    strategy = "strategy"
    """
    something done to an interface, electrolyte or anode
    """
    limitation = "limitation"
    """
    a material or class suffers from a failure
    """
    causes = "causes"
    """
    one failure, factor or product leads to another
    """


class Qualifier(str, Enum):
    """
    How a stated value bounds the true one.
    """
    EQUALS_SIGN = "="
    """
    the value itself
    """
    TILDE = "~"
    """
    about
    """
    GREATER_THAN_SIGN = ">"
    """
    more than
    """
    LESS_THAN_SIGN = "<"
    """
    less than
    """
    GREATER_THAN_SIGNEQUALS_SIGN = ">="
    """
    at least
    """
    LESS_THAN_SIGNEQUALS_SIGN = "<="
    """
    at most
    """


class Severity(str, Enum):
    """
    How much a finding matters.
    """
    info = "info"
    """
    worth knowing
    """
    warning = "warning"
    """
    something was read only in part
    """
    error = "error"
    """
    something could not be read
    """



class Participant(ConfiguredBaseModel):
    """
    A material, class, cell or interface as an argument of a claim.
    """
    name: str = Field(default=..., description="""plain ASCII, as the paper names it at that place""")
    id: str = Field(default=..., description="""identity: the same in every document, store and export""")


class Condition(ConfiguredBaseModel):
    """
    A circumstance under which a value holds.
    """
    name: str = Field(default=..., description="""temperature, current_density, c_rate, cycles, potential, pressure, state, …""")
    text: str = Field(default=..., description="""as written, in plain ASCII""")
    si_value: Optional[float] = Field(default=None, description="""in SI base units (kelvin, A/m2, V, Pa, …) where it is one number""")
    si_unit: Optional[str] = Field(default=None, description="""unit of si_value""")


class Evidence(ConfiguredBaseModel):
    """
    One place in one document at which a claim is stated.
    """
    document: str = Field(default=..., description="""id of the document read""")
    section: list[str] = Field(default_factory=list, description="""heading path, outermost first""")
    sentence: str = Field(default=..., description="""clean text of the sentence or table row""")
    source_start: int = Field(default=..., description="""offset of the sentence in the source""")
    source_end: int = Field(default=...)
    value_start: Optional[int] = Field(default=None, description="""offset in the source of the value as written, for a property""")
    value_end: Optional[int] = Field(default=None)
    value_low: Optional[float] = Field(default=None, description="""the value, or its lower end, as written at this place""")
    value_high: Optional[float] = Field(default=None, description="""upper end as written at this place""")
    value_unit: Optional[str] = Field(default=None, description="""unit as written at this place, in plain ASCII""")
    line: int = Field(default=..., description="""1-based source line of the value or the statement""")
    references: list[int] = Field(default_factory=list, description="""reference numbers cited there for it""")
    engine: str = Field(default=..., description="""the engine that read it""")
    rule: str = Field(default=..., description="""name of the rule""")
    confidence: float = Field(default=..., ge=0, le=1)
    hedged: Optional[bool] = Field(default=None, description="""the statement is qualified by may, likely, …""")


class Claim(ConfiguredBaseModel):
    """
    One statement; its identity is a hash of its kind and normalised arguments.
    """
    id: str = Field(default=..., description="""claim: + 32 hexadecimal digits""")
    kind: ClaimKind = Field(default=...)
    negated: Optional[bool] = Field(default=None, description="""the paper denies it""")
    confidence: float = Field(default=..., ge=0, le=1)
    evidence: list[Evidence] = Field(default=...)


class PropertyClaim(Claim):
    """
    A stated value of a property of a material, an interface, a cell or an electrode.
    """
    subject: Participant = Field(default=...)
    property: str = Field(default=..., description="""a name of the properties vocabulary""")
    low: float = Field(default=..., description="""the value, or the lower end of a range, in `unit`""")
    high: Optional[float] = Field(default=None, description="""upper end of a range""")
    qualifier: Qualifier = Field(default=...)
    unit: str = Field(default=..., description="""as written, in plain ASCII; empty for a bare number""")
    si_low: Optional[float] = Field(default=None, description="""low in si_unit""")
    si_high: Optional[float] = Field(default=None)
    si_unit: Optional[str] = Field(default=None, description="""coherent SI unit of the property's dimension""")
    conditions: list[Condition] = Field(default_factory=list)
    role: Optional[str] = Field(default=None, description="""requirement, where it is a goal and not a result""")
    id: str = Field(default=..., description="""claim: + 32 hexadecimal digits""")
    kind: Literal["property"] = Field(default=...)
    negated: Optional[bool] = Field(default=None, description="""the paper denies it""")
    confidence: float = Field(default=..., ge=0, le=1)
    evidence: list[Evidence] = Field(default=...)


class AliasClaim(Claim):
    """
    An abbreviation or a name, with what it stands for.
    """
    short: str = Field(default=...)
    long: str = Field(default=...)
    material: Optional[Participant] = Field(default=None, description="""the material meant, where it is one""")
    id: str = Field(default=..., description="""claim: + 32 hexadecimal digits""")
    kind: Literal["alias"] = Field(default=...)
    negated: Optional[bool] = Field(default=None, description="""the paper denies it""")
    confidence: float = Field(default=..., ge=0, le=1)
    evidence: list[Evidence] = Field(default=...)


class DecompositionClaim(Claim):
    """
    An electrolyte in contact with something, or by itself, gives a product.
    """
    subject: Participant = Field(default=...)
    against: Optional[Participant] = Field(default=None, description="""counterpart or potential""")
    product: Participant = Field(default=...)
    id: str = Field(default=..., description="""claim: + 32 hexadecimal digits""")
    kind: Literal["decomposition"] = Field(default=...)
    negated: Optional[bool] = Field(default=None, description="""the paper denies it""")
    confidence: float = Field(default=..., ge=0, le=1)
    evidence: list[Evidence] = Field(default=...)


class InterphaseClaim(Claim):
    """
    Which kind of interphase a pair forms.
    """
    subject: Participant = Field(default=...)
    against: Optional[Participant] = Field(default=None)
    interphase_kind: str = Field(default=..., description="""stable, MIEC or M-SEI""")
    id: str = Field(default=..., description="""claim: + 32 hexadecimal digits""")
    kind: Literal["interphase"] = Field(default=...)
    negated: Optional[bool] = Field(default=None, description="""the paper denies it""")
    confidence: float = Field(default=..., ge=0, le=1)
    evidence: list[Evidence] = Field(default=...)


class StrategyClaim(Claim):
    """
    Something done to an interface, electrolyte or anode.
    """
    category: str = Field(default=..., description="""a name of the strategies vocabulary""")
    agents: list[Participant] = Field(default_factory=list)
    targets: list[Participant] = Field(default_factory=list)
    method: Optional[str] = Field(default=None)
    improves: list[str] = Field(default_factory=list)
    worsens: list[str] = Field(default_factory=list)
    mitigates: list[str] = Field(default_factory=list)
    measurements: list[str] = Field(default_factory=list, description="""ids of property claims that give its numbers, of the same document""")
    id: str = Field(default=..., description="""claim: + 32 hexadecimal digits""")
    kind: Literal["strategy"] = Field(default=...)
    negated: Optional[bool] = Field(default=None, description="""the paper denies it""")
    confidence: float = Field(default=..., ge=0, le=1)
    evidence: list[Evidence] = Field(default=...)


class LimitationClaim(Claim):
    """
    A material or a class suffers from a failure or a weakness.
    """
    subject: Participant = Field(default=...)
    failure: str = Field(default=..., description="""a name of the failures vocabulary""")
    id: str = Field(default=..., description="""claim: + 32 hexadecimal digits""")
    kind: Literal["limitation"] = Field(default=...)
    negated: Optional[bool] = Field(default=None, description="""the paper denies it""")
    confidence: float = Field(default=..., ge=0, le=1)
    evidence: list[Evidence] = Field(default=...)


class CausesClaim(Claim):
    """
    One failure, factor or product leads to another.
    """
    cause: str = Field(default=..., description="""failure name, material id, or property name with high_ or low_ before it""")
    effect: str = Field(default=...)
    id: str = Field(default=..., description="""claim: + 32 hexadecimal digits""")
    kind: Literal["causes"] = Field(default=...)
    negated: Optional[bool] = Field(default=None, description="""the paper denies it""")
    confidence: float = Field(default=..., ge=0, le=1)
    evidence: list[Evidence] = Field(default=...)


class Author(ConfiguredBaseModel):
    """
    A person as a reference names them.
    """
    family: str = Field(default=...)
    given: Optional[str] = Field(default=None, description="""initials or given names""")


class DocumentMetadata(ConfiguredBaseModel):
    """
    What a document says of itself.
    """
    title: Optional[str] = Field(default=None)
    authors: list[Author] = Field(default_factory=list)
    journal: Optional[str] = Field(default=None)
    year: Optional[int] = Field(default=None)
    doi: Optional[str] = Field(default=None, description="""lower case, without a resolver's address""")


class Reference(ConfiguredBaseModel):
    """
    One entry of a reference list.
    """
    number: int = Field(default=..., description="""the number under which the paper cites it""")
    authors: list[Author] = Field(default_factory=list)
    title: Optional[str] = Field(default=None)
    journal: Optional[str] = Field(default=None, description="""as written, abbreviated or not""")
    year: Optional[int] = Field(default=None)
    volume: Optional[str] = Field(default=None)
    issue: Optional[str] = Field(default=None)
    pages: Optional[str] = Field(default=None, description="""first page, range or article number""")
    doi: Optional[str] = Field(default=None, description="""lower case, without a resolver's address""")
    text: str = Field(default=..., description="""the entry in clean text""")
    source_start: int = Field(default=...)
    source_end: int = Field(default=...)
    line: int = Field(default=...)


class Finding(ConfiguredBaseModel):
    """
    Something that could not be read, or only in part: data for the user, not an error.
    """
    code: str = Field(default=..., description="""kebab-case, such as ragged-table""")
    severity: Severity = Field(default=...)
    message: str = Field(default=...)
    source_start: Optional[int] = Field(default=None)
    source_end: Optional[int] = Field(default=None)
    line: Optional[int] = Field(default=None)


class DocumentClaims(ConfiguredBaseModel):
    """
    All that one document gave; the truth from which every graph is derived.
    """
    document: str = Field(default=..., description="""id of the document""")
    name: str = Field(default=..., description="""file name""")
    content_hash: str = Field(default=...)
    reader: str = Field(default=...)
    pipeline: str = Field(default=..., description="""name and version of what made the claims""")
    metadata: DocumentMetadata = Field(default=...)
    references: list[Reference] = Field(default_factory=list)
    claims: list[Union[AliasClaim, CausesClaim, DecompositionClaim, InterphaseClaim, LimitationClaim, PropertyClaim, StrategyClaim]] = Field(default_factory=list)
    findings: list[Finding] = Field(default_factory=list)
