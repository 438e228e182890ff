"""The engine: each passage is asked for once, and each fact of an answer is held against its own passage alone."""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from importlib.util import find_spec

from ....corpus.document import Document
from ....errors import ConfigError, EngineError, FactRefusedError, UnansweredError
from ....ontology.claims import AnyClaim
from ....ontology.model import ClaimKind, Finding, Severity
from ...by_rules import Reading, read_text
from ..base import EngineInfo, EngineReading
from .answer_schema import answer_schema
from .answers import Misfit, contradicting, parse_answer
from .budget import Budget, estimated_tokens
from .cache import Answer, AnswerCache, request_id
from .client import Client, request_tokens
from .options import ENGINE, OPTIONS, LlmOptions, read_options
from .passages import Passage, passages_of
from .prompt import Message, messages_for
from .rows import TableWitness
from .verification import Fact, Witness

VERSION = "1"
"""Version of the prompt and of what is made of answers; a change of meaning is a new number."""

_DAY_S = 86400.0
"""Seconds for one document: a review is hundreds of requests, each with a time limit of its own."""

_UNANSWERED_IN_A_ROW = 3
"""Passages without an answer, one after the other, after which it is the server and not the passages."""

_SHOWN = 60
"""Characters of what a model wrote that a finding repeats."""


def open_language_model(options: Mapping[str, str]) -> LanguageModelEngine:
    """The factory.

    Args:
        options: see `OPTIONS`; without any, the engine can say what it is and read nothing.

    Raises:
        ConfigError: an option is unknown, missing or out of its range.
    """
    read = read_options(options)
    if options:
        for name in ("endpoint", "model"):
            if not getattr(read, name):
                raise ConfigError(f"{ENGINE}.{name}", f"is missing: {OPTIONS[name]}")
    return LanguageModelEngine(read)


@dataclass(slots=True)
class _Run:
    """What one document has given and used so far."""

    claims: list[AnyClaim] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    usage: dict[str, float] = field(
        default_factory=lambda: dict.fromkeys(
            ("requests", "cached", "tokens_in", "tokens_out", "cost", "facts", "refused", "unanswered"), 0.0
        )
    )


class LanguageModelEngine:
    """Reads with a language model behind a server that speaks the OpenAI chat protocol.

    Args:
        options: as the user gave them.
    """

    def __init__(self, options: LlmOptions) -> None:
        self._options = options
        self._budget = Budget(options)
        self._client = Client(options)
        self._cache: AnswerCache | None = None
        self.info = _info(options)

    def read(self, document: Document) -> EngineReading:
        """See `Engine.read`.

        Raises:
            EngineError: no endpoint was named, the server cannot be used, or a limit is reached; the answers so far
                are kept, and a further run goes on behind them.
        """
        if not (self._options.endpoint and self._options.model):
            raise EngineError(ENGINE, "sends nothing unless both llm.endpoint and llm.model are given")
        if self.info.missing is not None:
            raise EngineError(ENGINE, self.info.missing)
        started = time.perf_counter()
        reading = read_text(document)
        asked = [(passage, messages_for(passage)) for passage in passages_of(document, reading)]
        run = _Run()
        before = self._client.requests
        if self._estimate(asked, run):
            self._read_all(asked, reading, run)
        run.usage["requests"] = float(self._client.requests - before)
        run.usage["seconds"] = time.perf_counter() - started
        return EngineReading(tuple(run.claims), tuple(run.findings), dict(run.usage))

    def close(self) -> None:
        """See `Engine.close`."""
        self._client.close()
        if self._cache is not None:
            self._cache.close()
            self._cache = None

    def _answers(self) -> AnswerCache:
        if self._cache is None:
            self._cache = AnswerCache(self._options.cache)
        return self._cache

    def _estimate(self, asked: Sequence[tuple[Passage, list[Message]]], run: _Run) -> bool:
        """Whether to go on: what is still to be asked fits into the limits, and is not only to be estimated.

        Raises:
            EngineError: it does not fit; nothing was sent.
        """
        open_ = [each for each in asked if self._answers().get(self._id(each[1])) is None]
        sizes = [(request_tokens(messages), estimated_tokens(passage.text)) for passage, messages in open_]
        estimate = self._budget.estimate(sizes)
        if self._options.estimate_only:
            message = (
                f"llm: this document needs {estimate}; {len(asked) - len(open_)} answers are kept; nothing was sent"
            )
            run.findings.append(Finding(code="llm-estimate", severity=Severity.info, message=message))
            return False
        if open_:
            self._budget.check_document(estimate)
        return True

    def _id(self, messages: list[Message]) -> str:
        request = {
            "model": self._options.model,
            "messages": messages,
            "schema": answer_schema(),
            "answer_tokens": self._options.answer_tokens,
        }
        return request_id(request)

    def _read_all(self, asked: Sequence[tuple[Passage, list[Message]]], reading: Reading, run: _Run) -> None:
        """Ask for every passage in turn.

        Raises:
            EngineError: the server cannot be used, or a limit is reached.
        """
        silent = 0
        for passage, messages in asked:
            try:
                facts = self._facts(messages, run)
            except UnansweredError as error:
                silent = 0 if error.tokens_out else silent + 1
                run.usage["unanswered"] += 1
                run.findings.append(_finding("llm-no-answer", Severity.error, f"passage not read: {error}", passage))
                if silent >= _UNANSWERED_IN_A_ROW:
                    raise EngineError(ENGINE, f"no answer to {silent} passages in a row, at last: {error}") from error
            else:
                silent = 0
                self._take(passage, facts, reading, run)

    def _facts(self, messages: list[Message], run: _Run) -> list[Fact | Misfit]:
        """The facts of an answer, kept or new; only one that can be read is kept.

        Raises:
            UnansweredError: there is no answer, or none that can be read.
            EngineError: the server cannot be used, or a limit is reached.
        """
        request = self._id(messages)
        kept = self._answers().get(request)
        if kept is not None:
            run.usage["cached"] += 1
            return _parsed(kept)
        self._budget.check_request(request_tokens(messages))
        try:
            answer = self._client.ask(messages)
        except UnansweredError as error:
            self._spend(error.tokens_in, error.tokens_out, run)
            raise
        self._spend(answer.tokens_in, answer.tokens_out, run)
        facts = _parsed(answer)
        self._answers().put(request, self._options.model, answer)
        return facts

    def _spend(self, tokens_in: int, tokens_out: int, run: _Run) -> None:
        run.usage["tokens_in"] += tokens_in
        run.usage["tokens_out"] += tokens_out
        run.usage["cost"] += self._budget.spend(tokens_in, tokens_out)

    def _take(self, passage: Passage, facts: Sequence[Fact | Misfit], reading: Reading, run: _Run) -> None:
        """Hold the facts of a passage against it: claims of those that stand there, findings of the others."""
        kind = TableWitness if passage.annotated is None else Witness
        witness = kind(reading.document, passage, reading.names, self.info.label)
        borne_out: list[AnyClaim] = []
        refused: list[str] = []
        for fact in facts:
            if isinstance(fact, Misfit):
                refused.append(fact.reason)
                continue
            try:
                borne_out.append(witness.claim(fact))
            except FactRefusedError as error:
                refused.append(f"{_shown(fact)}: {error}")
        wrong = contradicting(borne_out)
        refused += [
            f"{borne_out[index].kind}: it contradicts another fact of the same passage" for index in sorted(wrong)
        ]
        run.claims += [claim for index, claim in enumerate(borne_out) if index not in wrong]
        run.findings += [_finding("llm-fact-refused", Severity.info, each, passage) for each in refused]
        run.usage["facts"] += len(facts)
        run.usage["refused"] += len(refused)


def _info(options: LlmOptions) -> EngineInfo:
    model = "".join(character if character.isalnum() or character in "._:/@-" else "_" for character in options.model)
    missing = None if find_spec("openai") else 'the openai client is not installed: pip install "lithograph[llm]"'
    return EngineInfo(
        name=ENGINE,
        version=f"{VERSION}-{model}" if model else VERSION,
        summary="a language model behind an OpenAI-compatible server; only what the text bears out is taken",
        kinds=frozenset(kind.value for kind in ClaimKind),
        network=True,
        cost="a request for each paragraph and table: minutes to hours, and money where the server takes it",
        options=OPTIONS,
        missing=missing,
        time_limit_s=_DAY_S,
    )


def _parsed(answer: Answer) -> list[Fact | Misfit]:
    """The facts of an answer; what cannot be read has been answered all the same, and is no silence.

    Raises:
        UnansweredError: it cannot be read.
    """
    try:
        return parse_answer(answer.text)
    except UnansweredError as error:
        error.tokens_out = max(answer.tokens_out, 1)
        raise


def _shown(fact: Fact) -> str:
    """A fact in a few words."""
    of = next((str(fact[name]) for name in ("subject", "short", "cause", "category") if name in fact), "")
    return f"{fact['type']} of {_short(of)}"


def _short(text: str) -> str:
    """What a model wrote, in a few characters."""
    line = _one_line(text)
    return line if len(line) <= _SHOWN else line[: _SHOWN - 1] + "…"


def _one_line(text: str) -> str:
    """What a model or a server wrote, without signs that a terminal would obey."""
    return " ".join("".join(character if character.isprintable() else " " for character in text).split())


def _finding(code: str, severity: Severity, reason: str, passage: Passage) -> Finding:
    start, end = passage.block.to_source(0, len(passage.block.text)) if passage.block.text else (None, None)
    message = f"llm: {_one_line(reason)[:300]}"
    return Finding(
        code=code, severity=severity, message=message, source_start=start, source_end=end, line=passage.block.line
    )
