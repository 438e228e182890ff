"""What the Neo4j driver raises, in our words: one line that never holds a password."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from neo4j.exceptions import (
    AuthError,
    ClientError,
    ConfigurationError,
    DriverError,
    Forbidden,
    Neo4jError,
    ServiceUnavailable,
    SessionExpired,
)

from ...errors import ConfigError, LithographError, QueryError, StoreError, StoreUnavailableError
from .base import StoreAddress

_READ_ACCESS = "Neo.ClientError.Statement.AccessMode"
"""What the server says where a reading query would write."""


@contextmanager
def mapped(address: StoreAddress, name: str) -> Iterator[None]:
    """Raise the driver's errors as ours.

    Args:
        address: of the store.
        name: of the query, for the message.

    Raises:
        StoreUnavailableError: the server cannot be reached, or will not have us.
        QueryError: it understood us and says that the query is wrong, or a parameter is none that it can take.
        ConfigError: the address is none.
    """
    try:
        yield
    except LithographError:
        raise
    except Neo4jError as error:
        raise _server_error(error, address, name) from error
    except (ServiceUnavailable, SessionExpired, OSError) as error:
        reason = f"no Neo4j server answers there ({one_line(error)}); is it started?"
        raise StoreUnavailableError(address.uri, reason) from error
    except ConfigurationError as error:
        raise ConfigError("--store", f"{address.uri}: {one_line(error)}") from error
    except (ValueError, TypeError, OverflowError) as error:
        raise QueryError(name, one_line(error)) from error
    except DriverError as error:
        raise StoreUnavailableError(address.uri, one_line(error)) from error


def _server_error(error: Neo4jError, address: StoreAddress, name: str) -> StoreError:
    code, message = error.code or "", one_line(error.message or error)
    if isinstance(error, AuthError) or ".Security.Authentication" in code:
        user = f"user {address.user!r}" if address.user else "no user was given"
        return StoreUnavailableError(address.uri, f"the server refuses user or password ({user}): {message}")
    if "DatabaseNotFound" in code or "DatabaseUnavailable" in code:
        return StoreUnavailableError(address.uri, f"cannot use database {address.database or 'by default'}: {message}")
    if code == _READ_ACCESS:
        return QueryError(name, "it would write; `--write` allows that")
    if isinstance(error, Forbidden) or "ReadOnly" in code or "Forbidden" in code:
        return StoreUnavailableError(address.uri, f"user {address.user!r} may not do this there: {message}")
    if isinstance(error, ClientError):
        return QueryError(name, message)
    return StoreUnavailableError(address.uri, f"the server gave up: {message}")


def one_line(error: object) -> str:
    """The first line of a message, without the full stop."""
    lines = str(error).strip().splitlines() or [type(error).__name__]
    return lines[0].strip().rstrip(".:")
