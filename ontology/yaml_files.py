"""How every YAML file that stands beside the code is read."""

from __future__ import annotations

from importlib.resources.abc import Traversable
from typing import Any

import yaml
from yaml.constructor import ConstructorError

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""The quick loader where libyaml is there, else the slow one that reads the same."""

_TEXT = "tag:yaml.org,2002:str"


def read_yaml(path: Traversable) -> Any:
    """What a YAML file holds.

    Args:
        path: such as `resources.files(__package__) / "words.yaml"`.

    Raises:
        OSError: the file cannot be opened.
        UnicodeDecodeError: it is not UTF-8.
        yaml.YAMLError: it is not YAML, or has what word lists do without: several documents, anchors, named types,
            keys that are lists.
    """
    return _Reader(path.read_text(encoding="utf-8")).document()


class _Reader:
    """Makes values of events as they come: the tree of nodes that `yaml.load` makes first takes twice the time."""

    def __init__(self, text: str) -> None:
        self._events = _LOADER(text)
        self._plain: dict[str, Any] = {}

    def document(self) -> Any:
        """The value of the only document; None if there is none."""
        self._events.get_event()
        if self._events.check_event(yaml.StreamEndEvent):
            return None
        self._events.get_event()
        value = self._value(self._events.get_event())
        self._events.get_event()
        if not self._events.check_event(yaml.StreamEndEvent):
            raise _refused(self._events.get_event(), "a second document")
        return value

    def _value(self, event: Any) -> Any:
        if event.anchor or event.tag:
            raise _refused(event, "an anchor or a named type")
        if isinstance(event, yaml.ScalarEvent):
            return self._plain_value(event.value) if event.implicit[0] else event.value
        return self._mapping() if isinstance(event, yaml.MappingStartEvent) else self._sequence()

    def _mapping(self) -> dict[Any, Any]:
        found = {}
        while not isinstance(event := self._events.get_event(), yaml.MappingEndEvent):
            if not isinstance(event, yaml.ScalarEvent):
                raise _refused(event, "a key that is no scalar")
            key = self._value(event)
            found[key] = self._value(self._events.get_event())
        return found

    def _sequence(self) -> list[Any]:
        found = []
        while not isinstance(event := self._events.get_event(), yaml.SequenceEndEvent):
            found.append(self._value(event))
        return found

    def _plain_value(self, text: str) -> Any:
        """A number, a truth value, a date, nothing, or else the text; words come again and again."""
        if text not in self._plain:
            tag = self._events.resolve(yaml.ScalarNode, text, (True, False))
            self._plain[text] = text if tag == _TEXT else self._events.construct_object(yaml.ScalarNode(tag, text))
        return self._plain[text]


def _refused(event: Any, what: str) -> yaml.YAMLError:
    return ConstructorError(None, None, f"the file has {what}", event.start_mark)
