"""Wire codecs: how arguments become the members of a CGI query, and how they are read back.

Each codec names the arguments that it takes, refuses what its inverse could not
give back, and has that inverse. ``canonical`` fills defaults and settles
spelling; ``encode`` and ``decode`` are inverse to each other on canonical
arguments.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, MutableMapping, Sequence
from typing import Any, cast

from msgspec import Struct

from .display import value as shown
from .problems import Problem
from .servers import ServerConfig

Arguments = Mapping[str, Any]
Mutable = MutableMapping[str, Any]


class QueryMember(Struct, frozen=True):
    """One member of the query; the classes below say where its text comes from."""

    name: str

    def canonical(self, arguments: Mutable) -> None:
        """Bring this member's arguments to their one spelling, with defaults filled in."""

    def refusals(self, arguments: Arguments) -> list[Problem]:
        """Return what the inverse could not give back."""
        return []

    def encode(self, arguments: Arguments, server: ServerConfig) -> str | None:
        """Return the member's text, or None where nothing is sent."""
        return None

    def decode(self, text: str | None, arguments: Mutable) -> None:
        """Put back what ``encode`` was given; None: the member was not sent."""


class Fixed(QueryMember, frozen=True):
    """Always the same text."""

    value: str

    def encode(self, arguments: Arguments, server: ServerConfig) -> str | None:
        return self.value


class Setting(QueryMember, frozen=True):
    """A setting of the server; a server without it is sent nothing."""

    setting: str

    def encode(self, arguments: Arguments, server: ServerConfig) -> str | None:
        return server.settings.get(self.setting)


class Before(Struct, frozen=True):
    """A default: the part of another argument before a separator."""

    argument: str
    separator: str

    def value(self, arguments: Arguments) -> Any:
        other = arguments.get(self.argument)
        return other.partition(self.separator)[0] if isinstance(other, str) else None


class ByCase(Struct, frozen=True):
    """A default that depends on the value of another argument."""

    argument: str
    cases: Mapping[str, str]
    otherwise: str

    def value(self, arguments: Arguments) -> Any:
        other = arguments.get(self.argument)
        return self.cases.get(other.lower() if isinstance(other, str) else "", self.otherwise)


class Text(QueryMember, frozen=True):
    """The argument as it is."""

    argument: str
    default: Before | ByCase | None = None
    false_omits: bool = False

    def canonical(self, arguments: Mutable) -> None:
        if arguments.get(self.argument) is None and self.default is not None:
            default = self.default.value(arguments)
            if default is not None:
                arguments[self.argument] = default

    def encode(self, arguments: Arguments, server: ServerConfig) -> str | None:
        value = arguments.get(self.argument)
        return None if value is None or value is False else str(value)

    def decode(self, text: str | None, arguments: Mutable) -> None:
        if text is not None:
            arguments[self.argument] = text
        elif self.false_omits:
            arguments[self.argument] = False


class Lower(Text, frozen=True):
    """A word in any case; lower-cased."""

    def canonical(self, arguments: Mutable) -> None:
        word = arguments.get(self.argument)
        if isinstance(word, str):
            arguments[self.argument] = word.lower()
        # Not super(): a struct with frozen=True has no __class__ cell in every supported Python.
        Text.canonical(self, arguments)


class Integer(QueryMember, frozen=True):
    """A whole number in decimal digits."""

    argument: str

    def encode(self, arguments: Arguments, server: ServerConfig) -> str | None:
        value = arguments.get(self.argument)
        return None if value is None else str(int(value))

    def decode(self, text: str | None, arguments: Mutable) -> None:
        if text is not None:
            arguments[self.argument] = int(text)


class Integers(QueryMember, frozen=True):
    """Whole numbers joined by commas."""

    argument: str

    def canonical(self, arguments: Mutable) -> None:
        value = arguments.get(self.argument)
        if isinstance(value, tuple):
            arguments[self.argument] = list(cast("tuple[object, ...]", value))

    def encode(self, arguments: Arguments, server: ServerConfig) -> str | None:
        numbers = arguments.get(self.argument)
        return None if numbers is None else ",".join(str(int(each)) for each in numbers)

    def decode(self, text: str | None, arguments: Mutable) -> None:
        if text is not None:
            arguments[self.argument] = [int(each) for each in text.split(",")] if text else []


class Number(QueryMember, frozen=True):
    """A number, with all the digits that it has."""

    argument: str

    def encode(self, arguments: Arguments, server: ServerConfig) -> str | None:
        value = arguments.get(self.argument)
        return None if value is None else _printed(value)

    def decode(self, text: str | None, arguments: Mutable) -> None:
        if text is not None:
            arguments[self.argument] = _number(text)


class Json(QueryMember, frozen=True):
    """The argument as JSON without blanks."""

    argument: str

    def canonical(self, arguments: Mutable) -> None:
        if arguments.get(self.argument) is not None:
            arguments[self.argument] = _plain(arguments[self.argument])

    def encode(self, arguments: Arguments, server: ServerConfig) -> str | None:
        import json

        value = arguments.get(self.argument)
        return None if value is None else json.dumps(value, separators=(",", ":"), allow_nan=False)

    def decode(self, text: str | None, arguments: Mutable) -> None:
        import json

        if text is not None:
            arguments[self.argument] = json.loads(text)


class File(Text, frozen=True):
    """The argument as the content of a file that is uploaded; the whole query is then a form of parts."""


class Flag(QueryMember, frozen=True):
    """``1`` for true; nothing for false."""

    argument: str

    def canonical(self, arguments: Mutable) -> None:
        if arguments.get(self.argument) is None:
            arguments[self.argument] = False

    def encode(self, arguments: Arguments, server: ServerConfig) -> str | None:
        return "1" if arguments.get(self.argument) else None

    def decode(self, text: str | None, arguments: Mutable) -> None:
        arguments[self.argument] = text is not None


class Words(QueryMember, frozen=True):
    """Names joined by commas; a text is split at blanks and commas first."""

    argument: str

    def canonical(self, arguments: Mutable) -> None:
        value = arguments.get(self.argument)
        if isinstance(value, str):
            arguments[self.argument] = [word for word in re.split(r"[\s,]+", value) if word]
        elif isinstance(value, tuple):
            arguments[self.argument] = list(cast("tuple[object, ...]", value))

    def refusals(self, arguments: Arguments) -> list[Problem]:
        found: list[Problem] = []
        words: Sequence[str] = arguments.get(self.argument) or ()
        for index, word in enumerate(words):
            if "," in word or not word:
                found.append(
                    Problem(
                        f"/{self.argument}/{index}",
                        "words",
                        f"{shown(word)} can't be one name of a list: names are joined with commas; "
                        "give several names as several items",
                    )
                )
        return found

    def encode(self, arguments: Arguments, server: ServerConfig) -> str | None:
        words = arguments.get(self.argument)
        return None if words is None else ",".join(words)

    def decode(self, text: str | None, arguments: Mutable) -> None:
        if text is not None:
            arguments[self.argument] = text.split(",") if text else []


class Percent(QueryMember, frozen=True):
    """The argument percent-encoded once more than the query itself is; the server decodes twice."""

    argument: str

    def encode(self, arguments: Arguments, server: ServerConfig) -> str | None:
        from urllib.parse import quote

        value = arguments.get(self.argument)
        return None if value is None else quote(value, safe="")

    def decode(self, text: str | None, arguments: Mutable) -> None:
        from urllib.parse import unquote

        if text is not None:
            arguments[self.argument] = unquote(text, errors="strict")


class Option(Struct, frozen=True):
    """One ``NAME=value`` behind a word; ``words`` are the spellings that are matched in any case."""

    name: str
    wire: str
    default: str | int | None = None
    words: tuple[str, ...] = ()
    number: bool = False


class Options(QueryMember, frozen=True):
    """A word, and for some words options behind it: ``word,NAME=value,…``."""

    argument: str
    companion: str
    only_for: tuple[str, ...]
    options: tuple[Option, ...]

    def canonical(self, arguments: Mutable) -> None:
        word = arguments.get(self.argument)
        if isinstance(word, str):
            arguments[self.argument] = word.lower()
        given = arguments.get(self.companion)
        if arguments.get(self.argument) in self.only_for and (given is None or isinstance(given, Mapping)):
            arguments[self.companion] = self._canonical_options(cast("Mapping[object, Any]", given or {}))

    def _canonical_options(self, given: Mapping[object, Any]) -> dict[object, Any]:
        by_name = {name.lower() if isinstance(name, str) else name: value for name, value in given.items()}
        filled: dict[object, Any] = {
            option.name: _spelled(by_name.pop(option.name, None), option)
            for option in self.options
            if by_name.get(option.name) is not None or option.default is not None
        }
        known = {option.name for option in self.options}
        # A known option that is null is not given; an unknown one is a mistake, whatever it is.
        rest = {
            name: value
            for name, value in given.items()
            if (lower := str(name).lower()) in by_name and (value is not None or lower not in known)
        }
        return filled | rest

    def refusals(self, arguments: Arguments) -> list[Problem]:
        options: Mapping[str, object] = arguments.get(self.companion) or {}
        return [
            Problem(f"/{self.companion}/{name}", "options", f"{shown(text)} must not hold a comma")
            for name, text in options.items()
            if isinstance(text, str) and "," in text
        ]

    def encode(self, arguments: Arguments, server: ServerConfig) -> str | None:
        word = arguments.get(self.argument)
        if word is None:
            return None
        values: Mapping[str, Any] = arguments.get(self.companion) or {}
        pairs = [
            f"{option.wire}={_printed(values[option.name])}"
            for option in self.options
            if values.get(option.name) is not None
        ]
        return ",".join([word, *pairs])

    def decode(self, text: str | None, arguments: Mutable) -> None:
        if text is None:
            return
        word, *pairs = text.split(",")
        arguments[self.argument] = word
        if word in self.only_for:
            by_wire = {option.wire: option for option in self.options}
            found = (pair.partition("=") for pair in pairs)
            arguments[self.companion] = {
                by_wire[wire].name: _number(value) if by_wire[wire].number else value
                for wire, _, value in found
            }


class Steps(QueryMember, frozen=True):
    """A record limit, and steps behind it: ``n=<limit>|step,name=value,…|…``."""

    argument: str
    limit: str

    def canonical(self, arguments: Mutable) -> None:
        # Nothing but no steps and no limit is as if it were not given: false and "" are mistakes.
        if arguments.get(self.limit) == 0 and arguments[self.limit] is not False:
            arguments[self.limit] = None
        if arguments.get(self.argument) == {}:
            arguments[self.argument] = None

    def refusals(self, arguments: Arguments) -> list[Problem]:
        steps: Mapping[str, Mapping[str, object]] = arguments.get(self.argument) or {}
        found: list[Problem] = []
        for step, options in steps.items():
            for name, option in options.items():
                place = f"/{self.argument}/{step}/{name}"
                if re.search(r"[|,=]", name):
                    found.append(Problem(place, "steps", f"the name {shown(name)} must not hold | , or ="))
                if isinstance(option, str) and re.search(r"[|,]", option):
                    found.append(Problem(place, "steps", f"{shown(option)} must not hold | or ,"))
        return found

    def encode(self, arguments: Arguments, server: ServerConfig) -> str | None:
        limit = arguments.get(self.limit)
        steps: Mapping[str, Mapping[str, Any]] = arguments.get(self.argument) or {}
        parts = [f"n={0 if limit is None else int(limit)}"]
        for step, options in steps.items():
            parts.append(",".join([step, *(f"{name}={_printed(value)}" for name, value in options.items())]))
        return "|".join(parts)

    def decode(self, text: str | None, arguments: Mutable) -> None:
        if text is None:
            return
        limit, *steps = text.split("|")
        if int(limit.removeprefix("n=")):
            arguments[self.limit] = int(limit.removeprefix("n="))
        if steps:
            arguments[self.argument] = {}
        for step in steps:
            word, *pairs = step.split(",")
            arguments[self.argument][word] = dict(pair.split("=", 1) for pair in pairs)


def _spelled(value: Any, option: Option) -> Any:
    if value is None:
        return option.default
    if isinstance(value, str):
        return next((word for word in option.words if word.lower() == value.lower()), value)
    return value


def _plain(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {name: _plain(each) for name, each in cast("Mapping[str, Any]", value).items()}
    if isinstance(value, list | tuple):
        return [_plain(each) for each in cast("Sequence[Any]", value)]
    return value


def _printed(value: Any) -> str:
    if isinstance(value, bool):
        return "1" if value else "0"
    if isinstance(value, float):
        # Six significant digits are what the documents' client sends; a number that needs more keeps them.
        short = f"{value:g}"
        return short if float(short) == value else repr(value)
    return str(value)


def _number(text: str) -> int | float:
    try:
        return int(text)
    except ValueError:
        return float(text)


def members(
    query: Sequence[QueryMember], arguments: Arguments, server: ServerConfig
) -> list[tuple[str, str]]:
    """Return the query's members in wire order."""
    pairs = ((member.name, member.encode(arguments, server)) for member in query)
    return [(name, text) for name, text in pairs if text is not None]
