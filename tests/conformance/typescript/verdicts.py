"""Python and the TypeScript package are asked the same, and must say the same.

Bodies are the recorded answers, the examples of the description, and mutants of made and recorded documents;
calls are made from the request schemas, and broken in one place. What is compared is the verdict, the class
of the error, pointer and rule of every problem, the value, and the request byte for byte.

JavaScript has one kind of numbers, and puts names that are numbers first; arguments are brought to that
before either side sees them, and whole numbers beyond 2^53 are compared as the doubles that they become.
"""

from __future__ import annotations

import base64
import copy
import json
import re
import subprocess
import tempfile
from collections.abc import Iterator, Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any

import msgspec
import yaml
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

import astrowire
from astrowire import crds, drms
from tests.property.answers import EVERY_OPERATION, NO_JSON, bodies, body, recorded, valid_documents
from tests.property.arguments import arguments
from tests.property.places import one_change, open_places, with_unknown_member
from tests.recorded.reading import all_samples

ROOT = Path(__file__).resolve().parents[3]
SERVICES: Mapping[str, Any] = {"drms": drms, "crds": crds}
SERVERS = {"drms": "jsoc", "crds": "hst"}
TOLD = 20
"""Disagreements that are told."""

Asked = dict[str, Any]
Said = dict[str, Any]


def compare(project: Path, examples: int = 60) -> dict[str, object]:
    """Ask both sides: the counts of questions, and the disagreements.

    ``project``: a folder in which the package is installed; ``examples``: mutants, and calls, for each
    operation.
    """
    asked = [*_recorded(), *_described(), *_mutants(examples), *_calls(examples)]
    answers = _typescript(project, asked)
    found = [
        f"{each['service']}.{each['operation']}: {said}: {json.dumps(each)[:400]}"
        for each, theirs in zip(asked, answers, strict=True)
        if (said := difference(_python(each), theirs)) is not None
    ]
    calls = sum("arguments" in each for each in asked)
    return {"bodies": len(asked) - calls, "calls": calls, "disagreements": found[:TOLD], "found": len(found)}


# Questions.


def _question(service: str, operation: str, received: bytes, status: int = 200) -> Asked:
    text = base64.b64encode(received).decode("ascii")
    return {"service": service, "operation": operation, "body": text, "status": status}


def _recorded() -> Iterator[Asked]:
    for each in all_samples():
        if each.operation is not None:
            yield _question(each.service, each.operation, each.body, each.status)


def _described() -> Iterator[Asked]:
    for title in EVERY_OPERATION:
        service, _, name = title.partition(".")
        path = ROOT / "spec" / service / f"{name}.yaml"
        for example in yaml.safe_load(path.read_text(encoding="utf-8")).get("examples", ()):
            if "answer" in example:
                received = (ROOT / "spec" / service / example["answer"]).read_bytes()
                yield _question(service, name, received, example.get("status", 200))
            server = example.get("server", SERVERS[service])
            yield _call(service, name, example.get("arguments", {}), server)


def _mutants(examples: int) -> Iterator[Asked]:
    for title in EVERY_OPERATION:
        if title in NO_JSON:
            continue
        service, _, name = title.partition(".")
        for document in recorded(title):
            yield _question(service, name, body(title, document))
        for received in drawn(_bodies(title), examples, title):
            yield _question(service, name, received)


@st.composite
def _bodies(draw: st.DrawFn, title: str) -> bytes:
    document = draw(valid_documents(title))
    way = draw(st.integers(0, 4))
    if way == 1 and open_places(document):
        document, *_ = draw(with_unknown_member(document))
    elif way > 1:
        document = draw(one_change(document))
    received = draw(bodies(title, document))
    return _broken(draw, received) if draw(st.integers(0, 9)) == 0 else received


_PARTS = [
    b"",
    b"NaN",
    b"1e400",
    b'"\\ud800"',
    b"\xff",
    b"\x00",
    b"[" * 70,
    b'"a":1,',
    b"]",
    b"1.0",
    b"-0",
    b"\\/",
]


def _broken(draw: st.DrawFn, received: bytes) -> bytes:
    """A body of which a few bytes are others."""
    at = draw(st.integers(0, max(0, len(received) - 1)))
    drop = draw(st.integers(0, 6))
    return received[:at] + draw(st.sampled_from(_PARTS)) + received[at + drop :]


def _calls(examples: int) -> Iterator[Asked]:
    for title in EVERY_OPERATION:
        service, _, name = title.partition(".")
        for given_ in drawn(_arguments(title), examples, title):
            yield _call(service, name, given_, SERVERS[service])


@st.composite
def _arguments(draw: st.DrawFn, title: str) -> Any:
    made = draw(arguments(title))
    return made if draw(st.booleans()) else draw(one_change(made))


def _call(service: str, operation: str, given_: Any, server: str) -> Asked:
    return {
        "service": service,
        "operation": operation,
        "arguments": as_in_javascript(given_),
        "server": server,
        "id": 1,
    }


def drawn(strategy: st.SearchStrategy[Any], count: int, title: str) -> list[Any]:
    """Some values of a strategy, the same ones in every run."""
    found: list[Any] = []

    @seed(title)
    @settings(
        max_examples=count,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(strategy)
    def collect(value: Any) -> None:
        found.append(copy.deepcopy(value))

    collect()
    return found


_INDEX = re.compile(r"(?:0|[1-9][0-9]{0,9})\Z")


def as_in_javascript(value: Any) -> Any:
    """Arguments as JavaScript has them: one kind of numbers, and names that are numbers first."""
    if isinstance(value, dict):
        names = list(value)
        indexes = sorted((each for each in names if _INDEX.match(each) and int(each) < 2**32 - 1), key=int)
        ordered = [*indexes, *(each for each in names if each not in indexes)]
        return {name: as_in_javascript(value[name]) for name in ordered}
    if isinstance(value, list | tuple):
        return [as_in_javascript(each) for each in value]
    if (isinstance(value, float) and value.is_integer()) or (
        isinstance(value, int) and not isinstance(value, bool)
    ):
        return int(float(value))
    return value


# Answers.


def _typescript(project: Path, asked: list[Asked]) -> list[Said]:
    with tempfile.TemporaryFile("w+", encoding="utf-8") as questions:
        questions.writelines(json.dumps(each) + "\n" for each in asked)
        questions.seek(0)
        done = subprocess.run(
            ["node", "verdicts.mjs"],
            cwd=project,
            stdin=questions,
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=600,
            check=True,
        )
    return [json.loads(line) for line in done.stdout.split("\n")[:-1]]


def _python(asked: Asked) -> Said:
    service = SERVICES[asked["service"]]
    operation = service.OPERATIONS[asked["operation"]]
    try:
        if "arguments" in asked:
            request = operation.encode(asked["arguments"], service.SERVERS[asked["server"]], asked["id"])
            text = request.body.decode()
            return {
                "request": {
                    "method": request.method,
                    "url": request.url,
                    "headers": dict(request.headers),
                    "body": text or None,
                }
            }
        received = base64.b64decode(asked["body"])
        return {"value": plain(operation.decode(astrowire.HttpResponse(asked["status"], {}, received)))}
    except astrowire.AstrowireError as error:
        return _told(error)


def _told(error: astrowire.AstrowireError) -> Said:
    problems = [[each.pointer, each.rule] for each in getattr(error, "problems", ())]
    said: Said = {"error": type(error).__name__, "problems": problems}
    return said | {"answer": plain(error.answer)} if isinstance(error, astrowire.RemoteError) else said


def plain(value: Any) -> Any:
    """A typed result in the words of JSON, by the names of the wire."""
    if isinstance(value, msgspec.Raw):
        return json.loads(bytes(value))
    if hasattr(value, "database"):
        return plain(bytes(value.database))
    if isinstance(value, bytes):
        return {"bytes": len(value), "sha256": sha256(value).hexdigest()}
    if isinstance(value, msgspec.Struct):
        names = zip(value.__struct_fields__, value.__struct_encode_fields__, strict=True)
        known = {wire: getattr(value, name) for name, wire in names}
        members = {name: each for name, each in known.items() if each is not msgspec.UNSET}
        return {name: plain(each) for name, each in (members | getattr(value, "extras", {})).items()}
    if isinstance(value, Mapping):
        return {name: plain(each) for name, each in value.items()}
    if isinstance(value, list | tuple):
        return [plain(each) for each in value]
    return str(value) if isinstance(value, str) else value


def difference(ours: Said, theirs: Said) -> str | None:
    """Where two answers differ, in words; ``None``: they are the same."""
    if ours.keys() != theirs.keys() or ours.get("error") != theirs.get("error"):
        return f"Python says {json.dumps(ours)[:300]}, TypeScript {json.dumps(theirs)[:300]}"
    if "request" in ours:
        return _difference_of_requests(ours["request"], theirs["request"])
    for name in ("value", "answer"):
        if name in ours and not same(ours[name], _flat_fault(theirs[name])):
            return f"the {name}s are {json.dumps(ours[name])[:300]} and {json.dumps(theirs[name])[:300]}"
    if "problems" in ours and _set(ours["problems"]) != _set(theirs["problems"]):
        return f"Python complains of {ours['problems'][:8]}, TypeScript of {theirs['problems'][:8]}"
    return None


def _set(problems: list[list[str]]) -> set[tuple[str, ...]]:
    return {tuple(each) for each in problems}


_BOUNDARY = re.compile(r"boundary=(.*)")


def _difference_of_requests(ours: Said, theirs: Said) -> str | None:
    sent = {**theirs, "body": _text(theirs["body"])}
    for each in (ours, sent):
        found = _BOUNDARY.search(each["headers"].get("Content-Type", ""))
        if found and each["body"]:
            # Whose text it is does not matter: no part holds it.
            each["body"] = each["body"].replace(found[1], "BOUNDARY")
            each["headers"] = {**each["headers"], "Content-Type": "BOUNDARY"}
    return (
        None
        if ours == sent
        else f"Python sends {json.dumps(ours)[:600]}, TypeScript {json.dumps(sent)[:600]}"
    )


def _text(sent: Any) -> str | None:
    text: str | None = sent["text"] if isinstance(sent, dict) else sent
    return text


def _flat_fault(answer: Any) -> Any:
    """The error of an envelope with its unknown members beside the known ones, as Python has it."""
    if isinstance(answer, dict) and answer.keys() == {"name", "code", "message", "data", "extras"}:
        return {name: each for name, each in answer.items() if name != "extras"} | answer["extras"]
    return answer


def same(ours: Any, theirs: Any) -> bool:
    """Whether two values are equal as JSON; numbers as the doubles that they are near to."""
    if isinstance(ours, bool) or isinstance(theirs, bool) or ours is None or theirs is None:
        return ours is theirs
    if isinstance(ours, int | float) and isinstance(theirs, int | float):
        return float(ours) == float(theirs)
    if isinstance(ours, dict) and isinstance(theirs, dict):
        return ours.keys() == theirs.keys() and all(same(each, theirs[name]) for name, each in ours.items())
    if isinstance(ours, list) and isinstance(theirs, list):
        return len(ours) == len(theirs) and all(map(same, ours, theirs))
    return type(ours) is type(theirs) and bool(ours == theirs)
