"""Every rule of comparison has a pair of descriptions that it tells apart."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from codegen.breaking.changes import report
from codegen.breaking.packages import compare_packages
from codegen.breaking.rules import RULES
from codegen.cli import main
from codegen.resolve import load_package

from .descriptions import BASE, DAYS, PING, TABLES, changed, package, store

SPEC = Path(__file__).resolve().parent.parent.parent / "spec"


@dataclass(frozen=True)
class Pair:
    """``old`` becomes ``new`` in the operation ``ping``; turned round, the pair gives ``back``."""

    rule: str
    old: str
    new: str
    back: str = ""
    also: tuple[tuple[str, str], ...] = ()
    """Texts that both versions have in place of others."""


TEXT = "text: {type: string, summary"
NAME = "required: true, shape: {type: string}"
COUNT = "shape: {type: integer, minimum: 1}}"
EXTRA = """\
  extra: {summary: More., source: [doc], shape: {type: string}}
query:
  - {name: x, argument: extra}
"""

COUNT_OF_DAYS = "      count: {type: integer,"
TITLE = "      title: {"
SIZE = "      size: {type: integer, summary: How many., source: [doc]}\n"
SHORT = "      short: {type: string, summary: In short., source: [doc]}\n"
SPARES = (
    (COUNT_OF_DAYS, SIZE + COUNT_OF_DAYS),
    ("required: [count, days]", "required: [count, size, days]"),
    ("required: [title, cells", "required: [title, short, cells"),
    (TITLE, SHORT + TITLE),
)
"""Members that could stand for others."""
TABLE = "columns: days\n      beside: [nights]"
NIGHTS = "      nights: {type: array, items: {ref: Seen}, summary: By night., source: [doc]}\n"
BY_NIGHT = DAYS[DAYS.index("      beside: [nights]") : DAYS.index("  Seen:")]

PAIRS = (
    Pair("effect-changed", "effect: read", "effect: write", "effect-changed"),
    Pair(
        "effect-changed",
        "effect: read",
        "effect: {by: count, given: read, else: read-once}",
        "effect-changed",
    ),
    Pair("stability-changed", "stability: documented", "stability: observed", "stability-changed"),
    Pair(
        "operation-deprecated",
        "effect: read\n",
        "effect: read\ndeprecated: Use pong.\n",
        "operation-deprecated",
    ),
    Pair("parameter-added-optional", "query:\n", EXTRA, "parameter-removed"),
    Pair("parameter-became-optional", NAME, "shape: {type: string}", "parameter-became-required"),
    Pair("parameter-alias-changed", COUNT, COUNT[:-1] + ", aliases: [times]}", "parameter-alias-changed"),
    Pair(
        "parameter-language-changed",
        NAME,
        f"{NAME}, language: {{name: record-set}}",
        "parameter-language-changed",
    ),
    Pair("default-changed", "default: fast", "default: slow", "default-changed"),
    Pair("request-value-added", "enum: [fast, slow]", "enum: [fast, slow, idle]", "request-value-removed"),
    Pair(
        "request-type-widened",
        NAME,
        "required: true, shape: {kinds: [{type: string}, {type: array, items: {type: string}}]}",
        "request-type-narrowed",
        (("{name: name, argument: name}", "{name: name, argument: name, codec: words}"),),
    ),
    Pair("request-limit-narrowed", "minimum: 1}", "minimum: 2}", "request-limit-widened"),
    Pair("request-pattern-changed", NAME, NAME[:-1] + ", pattern: '^[a-z]+$'}", "request-pattern-removed"),
    Pair("wire-changed", "{name: n, argument", "{name: k, argument", "wire-changed"),
    Pair("wire-changed", "codec: lower", "codec: percent", "wire-changed"),
    Pair("wire-changed", "value: ping", "value: pong", "wire-changed"),
    Pair("rule-added", "result:", "  - {at_least_one_of: [mode, count]}\nresult:", "rule-removed"),
    Pair(
        "batch-changed",
        "effect: read\n",
        "effect: read\nbatch: {argument: name, size: 9}\n",
        "batch-changed",
        (
            (NAME, "required: true, shape: {type: array, items: {type: string}}"),
            ("{name: name, argument: name}", "{name: name, argument: name, codec: words}"),
        ),
    ),
    Pair(
        "member-removed",
        "      size: {type: integer, summary: Size in bytes., source: [doc]}\n",
        "",
        "member-added",
    ),
    Pair("member-became-optional", "[status, text]", "[status]", "member-became-required"),
    Pair("response-type-widened", TEXT, "text: {type: [string, integer], summary", "response-type-narrowed"),
    Pair(
        "response-type-changed",
        TEXT,
        "text: {tuple: [{type: string}], summary",
        "response-type-changed",
        ((TEXT, "text: {type: array, items: {type: string}, summary"),),
    ),
    Pair(
        "response-value-added",
        TEXT,
        "text: {enum: [a, b], summary",
        "response-value-removed",
        ((TEXT, "text: {enum: [a], summary"),),
    ),
    Pair(
        "response-limit-changed", TEXT, "text: {type: string, maxLength: 9, summary", "response-limit-changed"
    ),
    Pair(
        "response-order-changed",
        TEXT,
        "text: {type: array, ascending: true, items: {type: string}, summary",
        "response-order-changed",
        ((TEXT, "text: {type: array, items: {type: string}, summary"),),
    ),
    Pair(
        "object-closed",
        "required: [status, text]\n",
        "required: [status, text]\n    additionalProperties: false\n",
        "object-opened",
    ),
    Pair("type-renamed", "{ref: Pong}}", "{ref: Pang}}", "type-renamed", (("  Pong:\n", "  Pong:\n"),)),
    Pair("arm-removed", "when: [0]", "when: [5]", "arm-removed"),
    Pair("error-changed", "error: Trouble", "error: Unknown", "error-changed"),
    Pair("meaning-changed", "error: Trouble}", "meaning: pending}", "meaning-changed"),
)

TABLE_PAIRS = (
    Pair("column-form-changed", "      beside: [flags]\n", "", "column-form-changed"),
    Pair("column-kind-changed", "      kind: number\n", "", "column-kind-changed"),
    Pair("column-kind-changed", "kind: number", "kind: text", "column-kind-changed"),
    Pair("column-missing-changed", "missing: [n/a]", "missing: [none]", "column-missing-changed"),
    Pair(
        "table-removed",
        BY_NIGHT,
        BY_NIGHT.replace(NIGHTS, "").replace("      beside: [nights]\n", ""),
        "table-added",
    ),
    Pair("table-changed", TABLE, "columns: nights\n      beside: [days]", "table-changed"),
    Pair("table-changed", "rows: count", "rows: size", "table-changed", SPARES),
    Pair("table-changed", "name: title\n      v", "name: short\n      v", "table-changed", SPARES),
    Pair(
        "types-changed",
        "list: sensors\n        name: title",
        "list: sensors\n        name: unit",
        "types-changed",
    ),
    Pair("types-changed", "int: integer", "int: number", "types-changed"),
    Pair("types-changed", ", real: number", "", "types-added"),
    Pair("types-changed", '{"*id*": integer}', '{"*ID*": number}', "types-changed"),
    Pair("types-changed", "        suffix: '_[0-9]+$'\n", "", "types-changed"),
)

SERVICE_PAIRS = (
    Pair("server-changed", "example.invalid/cgi", "example.invalid/bin", "server-changed"),
    Pair(
        "server-added",
        "errors:\n",
        '  second: {title: B, summary: B., base_url: "http://b.invalid/"}\nerrors:\n',
        "server-removed",
    ),
    Pair("default-server-changed", "default_server: main\n", "", "server-changed"),
    Pair("transport-changed", "latin-1", "utf-8", "transport-changed"),
    Pair(
        "face-changed", "errors:\n", "face: {style: class, name: Old, summary: x}\nerrors:\n", "face-changed"
    ),
    Pair("error-added", "errors:\n", "errors:\n  More: {summary: x}\n", "error-removed"),
)


def test_a_face_that_reads_another_variable_is_another_face(tmp_path: Path) -> None:
    face = (
        "face: {style: functions, name: client, summary: x, environment: {base_url: A_URL, server: A_ID}}\n"
    )
    end = "errors:\n  Fault"
    old = changed("rpc/service.yaml", end, face + end)
    more = face.replace("}}", "}}\nenvironment: {A_URL: {holds: url, summary: x, example: 'http://h/'}}")
    assert rules_between(old, changed("rpc/service.yaml", end, more + end), tmp_path / "same") == []
    others = {"renamed": face.replace("A_URL", "B_URL"), "fewer": face.replace(", server: A_ID", "")}
    for name, new in others.items():
        after = changed("rpc/service.yaml", end, new + end)
        assert rules_between(old, after, tmp_path / name) == ["face-changed"]


def rules_between(before: dict[str, str], after: dict[str, str], folder: Path) -> list[str]:
    old, new = package(before, folder / "before"), package(after, folder / "after")
    return sorted({change.rule for change in compare_packages(old, new)})


def replaced(text: str, old: str, new: str) -> str:
    assert text.count(old) == 1, old
    return text.replace(old, new)


def versions(pair: Pair, file: str, base: Mapping[str, str]) -> tuple[dict[str, str], dict[str, str]]:
    """Both descriptions of a pair; what goes with a change is made good in both."""
    before, after = base[file], replaced(base[file], pair.old, pair.new)
    for old, new in pair.also:
        before = replaced(before, old, new)
        after = replaced(after, old, new) if old in after else after
    return {**base, file: settled(before)}, {**base, file: settled(after)}


def settled(text: str) -> str:
    """Bring what depends on a change into line, so that the description stays a good one."""
    if "{ref: Pang}}" in text:
        text = text.replace("  Pong:\n", "  Pang:\n")
    return text.replace("enum: [0]", "enum: [5]") if "when: [5]" in text else text


def check(pair: Pair, file: str, folder: Path, base: Mapping[str, str] = BASE) -> None:
    before, after = versions(pair, file, base)
    assert pair.rule in rules_between(before, after, folder / "there")
    assert pair.back in rules_between(after, before, folder / "back")
    assert rules_between(after, after, folder / "same") == []


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair.rule)
def test_a_change_of_an_operation_is_told(pair: Pair, tmp_path: Path) -> None:
    check(pair, "svc/ping.yaml", tmp_path)


@pytest.mark.parametrize("pair", TABLE_PAIRS, ids=lambda pair: pair.rule)
def test_a_change_of_a_table_is_told(pair: Pair, tmp_path: Path) -> None:
    check(pair, "svc/days.yaml", tmp_path, TABLES)


def test_a_column_that_becomes_a_list_breaks_the_code_of_its_readers_alone(tmp_path: Path) -> None:
    old = package(TABLES, tmp_path / "old")
    plain = replaced(DAYS, "      beside: [flags]\n", "")
    new = package({**TABLES, "svc/days.yaml": plain}, tmp_path / "new")
    assert report(compare_packages(old, new)) == [
        "svc.days",
        "  breaking  response  column-form-changed: the answer.days[].flags is a list now; it was a column",
    ]


def test_an_answer_that_is_a_table_no_longer_lacks_its_argument_too(tmp_path: Path) -> None:
    start, end = DAYS.index("    table:\n"), DAYS.index("    properties:\n")
    plain = DAYS[:start] + DAYS[end:]
    start, end = plain.index("    column:\n"), plain.index("    properties:\n      title")
    plain = plain[:start] + plain[end:]
    without = {**TABLES, "svc/days.yaml": plain}
    gone = ["column-form-changed", "parameter-removed", "table-removed"]
    come = ["column-form-changed", "parameter-added-optional", "table-added"]
    assert rules_between(dict(TABLES), without, tmp_path / "1") == gone
    assert rules_between(without, dict(TABLES), tmp_path / "2") == come


@pytest.mark.parametrize("pair", SERVICE_PAIRS, ids=lambda pair: pair.rule)
def test_a_change_of_a_service_is_told(pair: Pair, tmp_path: Path) -> None:
    check(pair, "svc/service.yaml", tmp_path)


def without(name: str) -> dict[str, str]:
    return {path: text for path, text in BASE.items() if not path.startswith(name)}


def test_services_come_and_go(tmp_path: Path) -> None:
    assert rules_between(BASE | {}, without("rpc/"), tmp_path / "1") == ["service-removed"]
    assert rules_between(without("rpc/"), BASE | {}, tmp_path / "2") == ["service-added"]


def test_operations_come_and_go(tmp_path: Path) -> None:
    assert rules_between(BASE | {}, without("rpc/add"), tmp_path / "1") == ["operation-removed"]
    assert rules_between(without("rpc/add"), BASE | {}, tmp_path / "2") == ["operation-added"]


def two_servers(endpoints: str) -> dict[str, str]:
    head = '{title: B, summary: B., base_url: "http://b.invalid/", settings: {host: b}, '
    second = f"  second: {head}endpoints: {endpoints}}}\n"
    return {**BASE, "svc/service.yaml": BASE["svc/service.yaml"].replace("errors:\n", second + "errors:\n")}


def test_a_server_offers_an_operation_or_not(tmp_path: Path) -> None:
    both, one = two_servers("{ping: p}"), two_servers("{}")
    assert rules_between(both, one, tmp_path / "1") == ["endpoint-removed"]
    assert rules_between(one, both, tmp_path / "2") == ["endpoint-added"]


def test_positions_of_parameters(tmp_path: Path) -> None:
    lines = [line for line in PING.splitlines(keepends=True) if line.startswith(("  mode:", "  count:"))]
    swapped = {**BASE, "svc/ping.yaml": PING.replace("".join(lines), "".join(reversed(lines)))}
    assert rules_between(BASE | {}, swapped, tmp_path) == ["parameter-moved"]


def test_a_new_parameter_that_must_be_given(tmp_path: Path) -> None:
    new = "parameters:\n  extra: {summary: More., source: [doc], required: true, shape: {type: string}}\n"
    more = PING.replace("parameters:\n", new).replace(
        "{name: op, value: ping}", "{name: op, argument: extra}"
    )
    found = rules_between(BASE | {}, {**BASE, "svc/ping.yaml": more}, tmp_path)
    assert "parameter-added-required" in found


def test_a_further_arm(tmp_path: Path) -> None:
    more = PING.replace("when: [0]", "when: [0, 2]").replace("enum: [0]", "enum: [0, 2]")
    found = rules_between(BASE | {}, {**BASE, "svc/ping.yaml": more}, tmp_path)
    assert found == ["arm-added", "response-value-added"]


def test_every_rule_has_a_pair() -> None:
    told = {rule for pair in (*PAIRS, *TABLE_PAIRS, *SERVICE_PAIRS) for rule in (pair.rule, pair.back)}
    told |= {"service-removed", "service-added", "operation-removed", "operation-added"}
    told |= {"endpoint-removed", "endpoint-added", "parameter-moved", "arm-added", "parameter-added-required"}
    assert RULES.keys() - told == set()


def test_the_report_goes_operation_by_operation(tmp_path: Path) -> None:
    new = PING.replace("effect: read", "effect: write").replace(
        "enum: [fast, slow]", "enum: [fast, slow, idle]"
    )
    old, new_package = package(BASE, tmp_path / "a"), package({**BASE, "svc/ping.yaml": new}, tmp_path / "b")
    assert report(compare_packages(old, new_package)) == [
        "svc.ping",
        "  breaking  request   effect-changed: is write now; it was read",
        "  note      request   request-value-added: mode may be 'idle' now",
    ]


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A git repository with the good description in its first commit."""
    store({f"spec/{path}": text for path, text in BASE.items()}, tmp_path)
    who = [
        "-c",
        "user.name=Somebody",
        "-c",
        "user.email=somebody@example.invalid",
        "-c",
        "commit.gpgsign=false",
    ]
    for arguments in (["init", "-q"], ["add", "-A"], [*who, "commit", "-q", "-m", "First"]):
        subprocess.run(["git", "-C", str(tmp_path), *arguments], check=True, capture_output=True)
    return tmp_path


def test_the_command_compares_with_a_revision(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    spec = repository / "spec"
    assert main(["diff", "HEAD", "--spec", str(spec)]) == 0
    assert capsys.readouterr().out == "no changes since HEAD\n"
    (spec / "svc" / "ping.yaml").write_text(PING.replace("effect: read", "effect: write"), encoding="utf-8")
    assert main(["diff", "HEAD", "--spec", str(spec)]) == 1
    assert "1 change since HEAD, 1 of them breaking" in capsys.readouterr().out


def test_a_note_alone_is_no_failure(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    old = store(BASE, tmp_path / "old")
    new = store({**BASE, "svc/ping.yaml": PING.replace("minimum: 1}", "minimum: 0}")}, tmp_path / "new")
    assert main(["diff", str(old), "--spec", str(new)]) == 0
    assert "request-limit-widened" in capsys.readouterr().out


def bad_base(repository: Path) -> str:
    return "no-such-revision"


def option(repository: Path) -> str:
    return "--output=stolen"


@pytest.mark.parametrize("base", [bad_base, option])
def test_a_base_that_is_none_is_refused(
    base: Callable[[Path], str], repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status = main(["diff", "--spec", str(repository / "spec"), "--", base(repository)])
    assert status == 1
    assert "revision" in capsys.readouterr().err
    assert not (repository / "stolen").exists()


def test_words_for_people_change_nothing(tmp_path: Path) -> None:
    copied = tmp_path / "spec"
    shutil.copytree(SPEC, copied)
    changed = 0
    for file in copied.rglob("*.yaml"):
        text = file.read_text(encoding="utf-8")
        words = re.sub(r"(?m)summary: (?=[A-Z])", "summary: Now ", text)
        changed += words != text
        file.write_text(words, encoding="utf-8")
    assert changed > 20
    old, problems = load_package(SPEC)
    new, more = load_package(copied)
    assert old is not None, problems
    assert new is not None, more
    assert compare_packages(old, new) == []
