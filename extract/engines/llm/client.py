"""The way to a server that speaks the OpenAI chat protocol, and back.

Nothing goes anywhere but to the endpoint that the user named: redirections are not followed, and no header is sent but
those of the request itself, whatever the environment or the library would add. The key stands in one header and
nowhere else; where a server repeats it, it is taken out.

Source: the OpenAI API reference, "Create chat completion", "Structured outputs" and "Error codes"; RFC 9110, section
10.2.3 (Retry-After).
"""

from __future__ import annotations

import random
import time
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, Any

from ....errors import EngineError, UnansweredError
from ....time_limit import call_within
from .answer_schema import answer_schema
from .budget import estimated_tokens
from .cache import Answer
from .options import ENGINE, LlmOptions
from .prompt import Message, in_words

if TYPE_CHECKING:
    from openai import OpenAI
    from openai.types.chat import ChatCompletion

_HEADERS = frozenset(
    {"host", "accept", "accept-encoding", "connection", "content-length", "content-type", "authorization", "user-agent"}
)
"""Headers that are sent; the library adds others about this machine and from the environment."""

_LONGEST_WAIT_S = 300.0
"""Seconds that a server may ask to wait; after a longer time it is better to start again."""

_FIELD_REFUSED = frozenset({400, 404, 415, 422, 501})
"""Codes with which servers say that they do not know a field, such as `response_format`."""


@dataclass(frozen=True, slots=True)
class _Again:
    """What may be better the next time.

    Args:
        reason: what was wrong, in one line.
        wait_s: how long the server asks to wait, None where it does not.
        for_all: it is no matter of this passage.
    """

    reason: str
    wait_s: float | None = None
    for_all: bool = False


class Client:
    """Asks one server, one request after the other.

    Args:
        options: with endpoint, model and key.
        sleep: how to wait.
    """

    def __init__(self, options: LlmOptions, sleep: Callable[[float], None] = time.sleep) -> None:
        self._options = options
        self._sleep = sleep
        self._open: OpenAI | None = None
        self._unknown: set[str] = set()
        self._asked: deque[float] = deque()
        self.requests = 0

    def ask(self, messages: Sequence[Message]) -> Answer:
        """The answer to some messages.

        Args:
            messages: of one passage.

        Raises:
            UnansweredError: this passage got no answer, or one that is cut off.
            EngineError: the server cannot be used.
        """
        attempt = 1
        while isinstance(got := self._once(list(messages)), _Again) and attempt < self._options.attempts:
            self._sleep(got.wait_s if got.wait_s is not None else self._backoff(attempt))
            attempt += 1
        if isinstance(got, Answer):
            return got
        raise EngineError(ENGINE, got.reason) if got.for_all else UnansweredError(got.reason)

    def close(self) -> None:
        """Close the connections; a second call does nothing."""
        if self._open is not None:
            self._open.close()
            self._open = None

    def _backoff(self, attempt: int) -> float:
        """Twice as long each time, and not at the same moment as everybody else."""
        longest = min(_LONGEST_WAIT_S, self._options.retry_wait_s * 2 ** (attempt - 1))
        return float(longest) * random.uniform(0.75, 1.0)

    def _once(self, messages: list[Message]) -> Answer | _Again:
        import openai

        self._keep_rate()
        self.requests += 1
        try:
            completion = call_within(self._options.timeout_s, lambda: self._complete(messages))
        except (openai.APITimeoutError, TimeoutError):
            self.close()
            return _Again(f"no answer within {self._options.timeout_s:g} s")
        except openai.APIConnectionError as error:
            why = type(error.__cause__ or error).__name__
            return _Again(f"no answer from {self._options.endpoint} ({why})", for_all=why == "ConnectError")
        except openai.APIStatusError as error:
            return self._refused(error, messages)
        except (openai.OpenAIError, ValueError, TypeError, AttributeError) as error:
            return _Again(f"the server's answer is not of the protocol ({type(error).__name__})")
        return self._answer(completion, messages)

    def _complete(self, messages: list[Message]) -> ChatCompletion:
        most = self._options.answer_tokens
        schema = {"name": "facts", "strict": True, "schema": answer_schema()}
        given: dict[str, Any] = {
            "temperature": 0,
            "max_tokens": most,
            "response_format": {"type": "json_schema", "json_schema": schema},
        }
        given = {name: value for name, value in given.items() if name not in self._unknown}
        if "max_tokens" in self._unknown:
            given["max_completion_tokens"] = most
        shown = in_words(messages) if "response_format" in self._unknown else messages
        completion: ChatCompletion = self._client().chat.completions.create(
            model=self._options.model,
            messages=shown,  # type: ignore[arg-type]
            **given,
        )
        return completion

    def _client(self) -> OpenAI:
        if self._open is None:
            import openai

            key = self._options.key

            def strip(request: Any) -> None:
                for name in [name for name in request.headers if name.lower() not in _HEADERS]:
                    del request.headers[name]
                if key is None:
                    request.headers.pop("authorization", None)
                else:
                    request.headers["authorization"] = f"Bearer {key}"

            self._open = openai.OpenAI(
                api_key=key or "none",
                base_url=self._options.endpoint,
                max_retries=0,
                timeout=self._options.timeout_s,
                http_client=openai.DefaultHttpxClient(follow_redirects=False, event_hooks={"request": [strip]}),
            )
        return self._open

    def _refused(self, error: Any, messages: list[Message]) -> Answer | _Again:
        """What to do about an answer that is an error.

        Raises:
            UnansweredError: it is about this request.
            EngineError: it is about all requests.
        """
        code: int = error.status_code
        said = self._said(error)
        if code == 429:
            return _Again(f"the server says that it is asked too often: {said}", retry_after(error), for_all=True)
        if (code >= 500 and code != 501) or code in (408, 409):
            return _Again(f"the server answered {code}: {said}", retry_after(error))
        if code in (401, 403):
            raise EngineError(ENGINE, f"the server refuses the key or has none to check ({code}); see llm.key_variable")
        if 300 <= code < 400:
            raise EngineError(ENGINE, f"the server sends elsewhere ({code}), where nothing is sent; name that endpoint")
        if (unknown := self._not_known(code, said)) is not None:
            self._unknown.add(unknown)
            return self._once(messages)
        if code == 404:
            raise EngineError(ENGINE, f"the server has no such model or address ({code}): {said}")
        raise UnansweredError(f"the server refuses the request ({code}): {said}")

    def _not_known(self, code: int, said: str) -> str | None:
        """The field of the request that a server does not know: one that it names, else the schema."""
        if code not in _FIELD_REFUSED:
            return None
        named = next((name for name in ("max_tokens", "temperature") if name in said), None)
        if named is None and (code != 404 or "response_format" in said):
            named = "response_format"
        return named if named not in self._unknown else None

    def _said(self, error: Any) -> str:
        """The server's words in one short line, without the key."""
        body = error.body if isinstance(error.body, dict) else {}
        text = " ".join(str(body.get("message") or "no reason given").split())
        return self._without_key(text)[:160]

    def _without_key(self, text: str) -> str:
        whole = text.encode("utf-8", "replace").decode("utf-8")  # half a character of UTF-16 can be kept nowhere
        return whole.replace(self._options.key, "[key]") if self._options.key else whole

    def _answer(self, completion: ChatCompletion, messages: list[Message]) -> Answer | _Again:
        """The text of an answer that is whole.

        Raises:
            UnansweredError: it is cut off, or the model refused to answer.
        """
        try:
            choice = completion.choices[0]
            text, finish, refusal = choice.message.content, choice.finish_reason, choice.message.refusal
        except (AttributeError, IndexError, TypeError):
            return _Again("the server's answer is not of the protocol (no choice in it)")
        usage = completion.usage
        tokens_in = getattr(usage, "prompt_tokens", None)
        tokens_out = getattr(usage, "completion_tokens", None)
        given = self._without_key(text) if isinstance(text, str) else ""
        answer = Answer(
            given,
            tokens_in if isinstance(tokens_in, int) else request_tokens(messages),
            tokens_out if isinstance(tokens_out, int) else estimated_tokens(given),
        )
        if finish == "length":
            reason = f"the answer is longer than {self._options.answer_tokens} tokens and was cut off"
            raise UnansweredError(reason, answer.tokens_in, answer.tokens_out)
        if refusal or finish == "content_filter":
            raise UnansweredError("the model refused to answer", answer.tokens_in, answer.tokens_out)
        if not answer.text.strip():
            raise UnansweredError("the answer is empty", answer.tokens_in, answer.tokens_out)
        return answer

    def _keep_rate(self) -> None:
        """Wait until one more request in this minute is allowed."""
        most = self._options.requests_per_minute
        now = time.monotonic()
        if most is not None:
            while self._asked and now - self._asked[0] >= 60.0:
                self._asked.popleft()
            if len(self._asked) >= most:
                self._sleep(60.0 - (now - self._asked[0]))
            self._asked.append(time.monotonic())


def request_tokens(messages: Sequence[Message]) -> int:
    """Tokens that a request will have, its schema included."""
    return estimated_tokens("".join(message["content"] for message in messages)) + estimated_tokens(
        str(answer_schema())
    )


def retry_after(error: Any) -> float | None:
    """Seconds that a server asks to wait, None where it does not say.

    Raises:
        EngineError: it asks for longer than is sensible.
    """
    text = error.response.headers.get("retry-after")
    if text is None:
        return None
    try:
        wait = float(text)
    except ValueError:
        try:
            wait = (parsedate_to_datetime(text) - datetime.now(UTC)).total_seconds()
        except (TypeError, ValueError):
            return None
    if wait > _LONGEST_WAIT_S:
        raise EngineError(ENGINE, f"the server asks to wait {wait:.0f} s; start again after that")
    return max(wait, 0.0)
