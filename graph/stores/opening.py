"""The way to a store by its address: the scheme of the URI names an entry point of the group `lithograph.stores`."""

from __future__ import annotations

from importlib.metadata import entry_points

from ...errors import ConfigError, MissingExtraError
from .base import Store, StoreAddress


def open_store(address: StoreAddress) -> Store:
    """The store at an address; nothing is opened before it is first used.

    Args:
        address: its scheme, up to a `+`, is the name of an entry point: a function that takes the address.

    Raises:
        ConfigError: there is no such scheme.
        MissingExtraError: the store needs a package that is not installed.
    """
    scheme = address.uri.partition(":")[0].partition("+")[0]
    found = {entry.name: entry for entry in entry_points(group="lithograph.stores")}
    if "://" not in address.uri or scheme not in found:
        known = ", ".join(f"{name}://" for name in sorted(found))
        raise ConfigError("--store", f"{address.uri!r} is none of {known} and a place")
    try:
        opener = found[scheme].load()
    except ModuleNotFoundError as error:
        raise MissingExtraError(error.name or scheme, f"the store {scheme}://") from error
    store: Store = opener(address)
    return store
