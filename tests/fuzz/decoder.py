"""The decoders of all operations: arbitrary bytes come to an answer or to an error of the package.

What is accepted is what the strict reader of the tests and ``validate_response``
accept; what a table's columns hold is what that reader reads. The first byte of
an input is the operation, the second how columns are proven, the third what is
around the body: nothing, an envelope, an envelope and a packing.
"""

from __future__ import annotations

import base64
import functools
import gzip
import json
import sys
import warnings
import zlib
from collections.abc import Iterable
from pathlib import Path
from random import Random
from typing import Any

import astrowire
from astrowire_runtime.columns import Column
from tests.property.answers import EVERY_WITH_DOCUMENTS, NO_JSON, Verdict, operation, wire_text
from tests.property.columns_compare import same_arrow, same_list, same_numpy
from tests.property.columns_made import KEYWORD_WORDS
from tests.property.columns_reference import expected
from tests.property.columns_ways import PROOFS
from tests.property.columns_ways import changed as by_way
from tests.property.strict import NoDocument, document
from tests.recorded.reading import all_samples

from . import trees
from .findings import Finding, Plainly

CORPUS = Path(__file__).parent / "corpus" / "decoder.jsonl"
EXAMPLES = Path(__file__).resolve().parents[2] / "spec"
FORMS = ("as it is", "in an envelope", "gzip", "zlib")
STRICT = 16
"""Added to the number of the form: duplicate members are refused too."""
LONGEST_SEED = 6000
MARKER = "crds_encoded"


def way_name(number: int) -> str:
    way, hidden = PROOFS[number]
    return f"{way}, no {' '.join(hidden)}" if hidden else way


WAYS = [way_name(number) for number in range(len(PROOFS))]


# Inputs.


def made(
    title: str, body: bytes, *, form: str = "as it is", way: str = WAYS[0], strict: bool = False
) -> bytes:
    """One input."""
    head = (EVERY_WITH_DOCUMENTS.index(title), WAYS.index(way), FORMS.index(form) + STRICT * strict)
    return bytes(head) + body


def parts(data: bytes) -> tuple[str, str, str, bool, bytes]:
    """Operation, way, form, strictness and text of an input, whatever its bytes are."""
    head = data[:3].ljust(3, b"\0")
    title = EVERY_WITH_DOCUMENTS[head[0] % len(EVERY_WITH_DOCUMENTS)]
    form = FORMS[head[2] % len(FORMS)] if title.startswith("crds.") else FORMS[0]
    return title, WAYS[head[1] % len(WAYS)], form, bool(head[2] & STRICT), data[3:]


def written(data: bytes) -> dict[str, object]:
    title, way, form, strict, text = parts(data)
    shown = text.decode("utf-8", "surrogateescape")
    return {"operation": title, "way": way, "form": form, "strict": strict, "text": shown}


def read(line: dict[str, Any]) -> bytes:
    text = line["text"].encode("utf-8", "surrogateescape")
    return made(line["operation"], text, form=line["form"], way=line["way"], strict=line["strict"])


def body_of(title: str, form: str, text: bytes) -> bytes:
    """The body that a server sends."""
    if form == FORMS[0]:
        return text
    if form == FORMS[1]:
        return wire_text(title, text)
    pack = gzip.compress(text, mtime=0) if form == "gzip" else zlib.compress(text)
    payload = base64.b64encode(pack).decode()
    return wire_text(title, json.dumps({MARKER: "1.0", "crds_payload": payload}).encode())


@functools.cache
def _seeds() -> tuple[bytes, ...]:
    found = [made(title, b"{") for title in EVERY_WITH_DOCUMENTS]
    for each in all_samples():
        if each.operation is not None and each.status == 200 and len(each.body) < LONGEST_SEED:
            found += _of_answer(f"{each.service}.{each.operation}", each.body)
    for path in sorted(EXAMPLES.glob("*/examples/*.json")):
        title = f"{path.parts[-3]}.{path.name.partition('__')[0]}"
        if title in EVERY_WITH_DOCUMENTS and path.stat().st_size < LONGEST_SEED:
            found += _of_answer(title, path.read_bytes())
    return tuple(dict.fromkeys(found))


def seeds() -> Iterable[bytes]:
    return _seeds()


def _of_answer(title: str, body: bytes) -> list[bytes]:
    if title in NO_JSON:
        return []
    found = [made(title, body)]
    if title == "drms.rs_list":
        found += [made(title, body, way=way) for way in WAYS[1:]]
    if title.startswith("crds."):
        result = json.loads(body).get("result")
        if result is not None:
            text = json.dumps(result).encode()
            found += [made(title, text, form=form) for form in FORMS[1:]]
    return found


@functools.cache
def _donors() -> tuple[Any, ...]:
    found: list[Any] = []
    for each in _seeds():
        try:
            found.append(json.loads(parts(each)[4]))
        except ValueError:
            continue
    return tuple(found)


def mutated(data: bytes, random: Random, plainly: Plainly) -> bytes:
    head, text = data[:3].ljust(3, b"\0"), data[3:]
    if random.random() < 0.15:
        head = bytes(random.choice((each, random.randrange(64))) for each in head)
    kind = random.random()
    if kind < 0.3:
        return head + plainly(text)
    if kind < 0.5:
        return head + trees.sprinkled(text, random)
    try:
        tree = json.loads(text)
    except (ValueError, RecursionError):
        return head + plainly(text)
    text = trees.text(trees.changed(tree, random, _donors()), random)
    return head + (trees.sprinkled(text, random) if random.random() < 0.15 else text)


# What must come of them.


def wanted(title: str, form: str, text: bytes, *, strict: bool) -> bool | None:
    """Whether an answer is to be accepted; ``None``: it has no verdict."""
    try:
        value = value_of(title, form, text, strict=strict)
    except NoDocument:
        # Some servers break their JSON in known ways, which are answers.
        return None if getattr(operation(title), "broken", ()) else False
    except NoVerdict:
        return None
    if isinstance(value, str) and "$comment" in operation(title).response_schema:
        return None
    return operation(title).validate_response(value) == []


class NoVerdict(Exception):
    """A fault, or a packing that is not ours."""


def value_of(title: str, form: str, text: bytes, *, strict: bool) -> Any:
    if title.startswith("drms."):
        return _read(text, strict=strict)
    if form in ("gzip", "zlib"):
        return _read(_utf8(text), strict=strict)
    envelope = _read(_utf8(body_of(title, form, text)), strict=strict)
    if not isinstance(envelope, dict):
        raise NoDocument("no envelope")
    if envelope.get("error") is not None:
        raise NoVerdict
    if {"error", "id", "jsonrpc", "result"} - set(envelope) or envelope["jsonrpc"] != "1.0":
        raise NoDocument("no envelope")
    result = envelope["result"]
    if isinstance(result, dict) and MARKER in result:
        raise NoVerdict
    return result


def _utf8(text: bytes) -> bytes:
    try:
        text.decode()
    except UnicodeDecodeError as error:
        raise NoDocument(str(error)) from error
    return text


def _read(text: bytes, *, strict: bool) -> Any:
    value = document(text)
    if strict:
        json.loads(text.decode(_charset(text)), object_pairs_hook=_all_different)
    return value


def _charset(text: bytes) -> str:
    """UTF-8 where it is, else what the strict reader takes instead."""
    try:
        _utf8(text)
    except NoDocument:
        return "latin-1"
    return "utf-8"


def _all_different(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    members = dict(pairs)
    if len(members) != len(pairs):
        raise NoDocument("a member stands twice")
    return members


# Trying.


def run(data: bytes) -> bool:
    """Decode one input; say whether it was accepted."""
    title, way, form, strict, text = parts(data)
    body = body_of(title, form, text)
    hidden = PROOFS[WAYS.index(way)]
    with by_way(*hidden):
        found = decided(title, body, strict=strict)
    check(title, form, text, found, strict=strict)
    return found.accepted


def marks(data: bytes) -> set[object]:
    """Try an input, and say what sort it is of; one of each sort is kept."""
    title, way, form, strict, _ = parts(data)
    accepted = run(data)
    service = title.partition(".")[0]  # forms and strictness are of its transport, not of each operation
    sorts: set[object] = {(title, accepted), (service, form, accepted), (service, strict, accepted)}
    return sorts | ({(title, way, accepted)} if title == "drms.rs_list" else set())


def decided(title: str, body: bytes, *, strict: bool = False) -> Verdict:
    """Decode as a client does, and look at all of what comes of it."""
    kind = "application/json" if title.startswith("drms.") else "application/json-rpc"
    response = astrowire.HttpResponse(200, {"Content-Type": kind}, body)
    try:
        result = operation(title).decode(response, strict=strict)
        found = Verdict(True, result)
    except astrowire.RemoteError as error:
        found = Verdict(True, error.answer, error)
    except astrowire.ResponseError as error:
        found = Verdict(False, None, error)
    finally:
        operation(title).unknown_members.clear()
    repr(found)
    str(found.error)
    if found.error is None:
        operation(title).plain(response)
        if hasattr(result, "TABLE"):
            _look_at_columns(document(body), result)
    elif found.accepted:
        operation(title).is_answer(response)
    return found


def check(title: str, form: str, text: bytes, found: Verdict, *, strict: bool) -> None:
    """Complain if an answer was accepted that must not be, or refused."""
    verdict = wanted(title, form, text, strict=strict)
    if verdict not in (None, found.accepted):
        raise Finding(
            f"{title} {form}: accepted is {found.accepted} ({found.error!r}), "
            f"the strict reader and the schema say {verdict}"
        )


def _look_at_columns(value: Any, result: Any) -> None:
    for attribute in (result.TABLE.columns, *result.TABLE.beside):
        for record, plain in zip(getattr(result, attribute) or (), value.get(attribute, ()), strict=True):
            values = plain[record.COLUMN.values]
            if list(record.entries) != values:
                raise Finding(f"the column {record.entries!r} is not {values!r}")
            if sys.modules.get("numpy") is not None and attribute == result.TABLE.columns:
                _convert(record.entries, values)
    repr(result.columns)


def _convert(column: Column[Any], values: list[Any]) -> None:
    values = [int(each) if isinstance(each, float) else each for each in values]  # 1.0 is an integer
    truth = expected(values, KEYWORD_WORDS)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        same_list(column, values, truth)
        same_numpy(column.to_numpy(), truth)
        same_arrow(column.to_arrow(), truth)
