"""Answers for property tests: documents of each operation, their bodies, and the verdicts on them."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from typing import Any

from hypothesis import strategies as st
from jsonschema import Draft202012Validator

import astrowire
from astrowire import crds, drms
from tests.recorded.reading import CRDS_OPERATIONS, DRMS_OPERATIONS, all_samples, read

from .strategies import Maker
from .texts import spelled

RESERVED = ("crds_encoded",)
"""Marks a packed CRDS result, which is unpacked before the schema applies."""

EVERY_OPERATION = [f"drms.{name}" for name in DRMS_OPERATIONS] + [f"crds.{name}" for name in CRDS_OPERATIONS]
NO_JSON = ("drms.show_info", "drms.drms_export")
"""Operations that answer with a text or with bytes: whatever arrives is one, and JSON has no say."""
EVERY_WITH_DOCUMENTS = [title for title in EVERY_OPERATION if title not in NO_JSON]
LARGEST_RECORDED = 3000


@dataclass(frozen=True)
class Verdict:
    """What decoding came to; ``foreign`` is an exception that should not have left the package."""

    accepted: bool
    result: Any = None
    error: BaseException | None = None
    foreign: bool = False


@cache
def operation(title: str) -> Any:
    """The operation value of ``drms.rs_list`` and the like."""
    service, _, name = title.partition(".")
    return {"drms": drms, "crds": crds}[service].OPERATIONS[name]


@cache
def validator(title: str) -> Draft202012Validator:
    """The reference validator for an operation's answers."""
    schema = operation(title).response_schema
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


@cache
def documents(title: str, *, unknown_members: bool = True) -> st.SearchStrategy[Any]:
    """Documents that the operation's response schema accepts."""
    return Maker(
        operation(title).response_schema, unknown_members=unknown_members, reserved=RESERVED
    ).documents()


@cache
def recorded(title: str) -> list[Any]:
    """Recorded documents of an operation, the small ones."""
    service, _, name = title.partition(".")
    samples = [each for each in all_samples() if (each.service, each.operation) == (service, name)]
    outcomes = [read(each) for each in samples]
    found = [each.document for each in outcomes if service == "drms" or each.kind == "answer"]
    usable = [each for each in found if each is not None and len(json.dumps(each)) < LARGEST_RECORDED]
    return [each for each in usable if validator(title).is_valid(each)]


def valid_documents(title: str) -> st.SearchStrategy[Any]:
    """Made and recorded documents."""
    made = documents(title)
    return st.one_of(made, made, st.sampled_from(recorded(title))) if recorded(title) else made


def wire(title: str, document: Any) -> Any:
    """The whole body's value: CRDS answers stand in an envelope."""
    if title.startswith("drms."):
        return document
    return {"error": None, "jsonrpc": "1.0", "id": 1, "result": document}


def wire_text(title: str, text: bytes) -> bytes:
    """The whole body for the text of a document."""
    return (
        text
        if title.startswith("drms.")
        else b'{"error": null, "jsonrpc": "1.0", "id": 1, "result": ' + text + b"}"
    )


def body(title: str, document: Any) -> bytes:
    """The plainest text of an answer."""
    return json.dumps(wire(title, document)).encode("utf-8")


@st.composite
def bodies(draw: st.DrawFn, title: str, document: Any) -> bytes:
    """One of many texts of an answer."""
    return wire_text(title, draw(spelled(document)))


def decide(title: str, text: bytes) -> Verdict:
    """Decode a body and say what came of it: a result or a ``RemoteError`` is acceptance."""
    kind = "application/json" if title.startswith("drms.") else "application/json-rpc"
    response = astrowire.HttpResponse(200, {"Content-Type": kind}, text)
    try:
        return Verdict(True, operation(title).decode(response))
    except astrowire.RemoteError as error:
        return Verdict(True, error.answer, error)
    except astrowire.AstrowireError as error:
        return Verdict(False, None, error)
    except BaseException as error:
        return Verdict(False, None, error, foreign=True)
