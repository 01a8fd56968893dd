"""What the programs of one language have in common: how they read forms and write answers."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping

from .. import forms
from ..exchange import Answer, Reply, Request

JSON = "application/json"
UNSET = "Not Specified"
"""The default of every text argument of the C programs; it leaks into their messages."""


NUMBER = re.compile(r"\s*[+-]?[0-9]+\s*")


_MARKS = {
    "\\": "\\\\",
    '"': '\\"',
    "/": "\\/",
    "\b": "\\b",
    "\f": "\\f",
    "\n": "\\n",
    "\r": "\\r",
    "\t": "\\t",
}


def c_string(value: str) -> str:
    """A text as the C JSON writer escapes it: ``/`` always, other control bytes as ``\\u00xx``."""
    return "".join(_MARKS.get(char) or (f"\\u{ord(char):04x}" if char < " " else char) for char in value)


def c_error(status: int, error: str) -> Reply:
    """The one-line error body of a C program."""
    return Reply(200, JSON, forms.raw(f'{{"status":{status},"error":"{c_string(error)}"}}\n'))


def c_members(request: Request) -> dict[str, str]:
    """The form of a C program: a posted body comes before the query string, the first duplicate wins."""
    return forms.first_wins(forms.posted(request) + forms.fields(request.query or b""))


def is_set(members: Mapping[str, str], name: str) -> bool:
    """A flag is set by anything but the number 0; a text that is no number sets it as well."""
    return name in members and forms.integer(members[name]) != 0


def without_header(answer: Answer, members: Mapping[str, str], flag: str) -> Answer:
    """The flag drops the program's header line, so that the web server has to guess the type."""
    if not is_set(members, flag):
        return answer
    reply = Reply(answer.reply.status, "text/plain", answer.reply.body)
    return Answer(reply, answer.operation, answer.understood, answer.recording)


def python_form(request: Request) -> list[tuple[str, str]]:
    """The form of a Python program: body and query together, members without a value left out."""
    pairs = forms.posted(request) + forms.fields(request.query or b"")
    return [(name, value) for name, value in pairs if value]


def python_json(value: Mapping[str, object]) -> Reply:
    """A body as Python programs print it: blanks after the marks, ASCII only."""
    return Reply(200, JSON, json.dumps(value).encode("ascii") + b"\n")
