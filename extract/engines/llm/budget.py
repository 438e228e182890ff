"""What a run has used and may still use, in tokens and in money."""

from __future__ import annotations

import math
from dataclasses import dataclass

from ....errors import EngineError
from .options import ENGINE, LlmOptions

_BYTES_A_TOKEN = 3.0
"""Bytes of UTF-8 that make a token; English has about four, formulas and numbers fewer: rather too many tokens."""

_ANSWERED_SHARE = 0.5
"""Tokens of a usual answer for each token of the passage; used for the estimate only."""

_PER_PRICE = 1e6
"""Prices are those of a million tokens."""


def estimated_tokens(text: str) -> int:
    """Tokens that a text will have, rather too many than too few."""
    return math.ceil(len(text.encode("utf-8")) / _BYTES_A_TOKEN)


@dataclass(frozen=True, slots=True)
class Estimate:
    """What requests will need.

    Args:
        requests: that are to be made; answers that are kept need none.
        tokens_in: that they send.
        tokens_out: that they are likely to be answered.
        cost: in the currency of the prices.
    """

    requests: int
    tokens_in: int
    tokens_out: int
    cost: float

    def __str__(self) -> str:
        tokens = f"{self.requests} requests, about {self.tokens_in} tokens to send and {self.tokens_out} to be answered"
        return f"{tokens}, cost about {self.cost:.4g}" if self.cost else tokens


class Budget:
    """Counts what a run uses.

    Args:
        options: with the limits and prices.
    """

    def __init__(self, options: LlmOptions) -> None:
        self._options = options
        self.tokens = 0
        self.cost = 0.0

    def price(self, tokens_in: int, tokens_out: int) -> float:
        """What tokens cost."""
        return (tokens_in * self._options.price_in + tokens_out * self._options.price_out) / _PER_PRICE

    def estimate(self, requests: list[tuple[int, int]]) -> Estimate:
        """What requests will need.

        Args:
            requests: tokens of each whole request, and of its passage.
        """
        tokens_in = sum(whole for whole, _ in requests)
        tokens_out = sum(min(self._options.answer_tokens, 32 + int(own * _ANSWERED_SHARE)) for _, own in requests)
        return Estimate(len(requests), tokens_in, tokens_out, self.price(tokens_in, tokens_out))

    def check_document(self, estimate: Estimate) -> None:
        """Stop before a document that is not likely to fit.

        Raises:
            EngineError: it would go over a limit.
        """
        self._check(estimate.tokens_in + estimate.tokens_out, estimate.cost, f"this document needs {estimate}")

    def check_request(self, tokens_in: int) -> None:
        """Stop before a request whose longest answer would not fit: what was spent never passes a limit.

        Raises:
            EngineError: it could go over a limit.
        """
        most = self._options.answer_tokens
        self._check(
            tokens_in + most, self.price(tokens_in, most), f"the next request may need {tokens_in + most} tokens"
        )

    def spend(self, tokens_in: int, tokens_out: int) -> float:
        """Count what an answer used, and give its cost."""
        cost = self.price(tokens_in, tokens_out)
        self.tokens += tokens_in + tokens_out
        self.cost += cost
        return cost

    def _check(self, tokens: int, cost: float, needs: str) -> None:
        limit, most = self._options.max_tokens, self._options.max_cost
        if limit is not None and self.tokens + tokens > limit:
            raise _over("max_tokens", f"{self.tokens} of {limit} tokens are used", needs)
        if most is not None and self.cost + cost > most:
            raise _over("max_cost", f"{self.cost:.4g} of {most:.4g} is spent", needs)


def _over(option: str, used: str, needs: str) -> EngineError:
    return EngineError(ENGINE, f"stopped at llm.{option}: {used}, and {needs}; answers so far are kept")
