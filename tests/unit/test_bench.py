"""What the bench says of figures, and that the README and the picture say the same."""

from __future__ import annotations

import itertools
import json
import random
import xml.etree.ElementTree as ElementTree
from collections.abc import Callable, Iterator

import pytest

from tests.bench import apart, columns, decode, record, records, truth, validators
from tests.bench.kinds import is_object
from tests.bench.payloads import PAYLOADS, Payload
from tests.bench.picture import Panel, draw
from tests.bench.plan import QUICK
from tests.bench.table import Findings, Goal, Row, amount, rows, spread
from tests.bench.timing import NOT_INSTALLED, Figure, figure, figures


def took(seconds: float) -> Figure:
    return Figure(seconds, seconds, seconds, 1)


@pytest.mark.parametrize(
    ("ours", "verdict"), [(0.4, "stretch"), (0.5, "stretch"), (0.51, "met"), (0.6, "met"), (0.61, "MISSED")]
)
def test_a_share_may_be_at_most_its_bound(ours: float, verdict: str) -> None:
    assert Goal("theirs", at_most=0.6, stretch=0.5).verdict(took(ours), took(1.0)) == verdict


@pytest.mark.parametrize(
    ("theirs", "verdict"), [(12.0, "stretch"), (11.9, "met"), (9.0, "met"), (8.9, "MISSED")]
)
def test_a_factor_must_be_at_least_its_bound(theirs: float, verdict: str) -> None:
    assert Goal("theirs", at_least=9, stretch=12).verdict(took(1.0), took(theirs)) == verdict


def test_a_limit_counts_whatever_the_ratio_is() -> None:
    goal = Goal("theirs", at_most=0.5, limit=0.04)
    assert goal.verdict(took(0.04), took(1.0)) == "met"
    assert goal.verdict(took(0.05), took(1.0)) == "MISSED"


def test_seconds_more_count_however_large_the_ratio_is() -> None:
    goal = Goal("theirs", more=0.5)
    assert goal.verdict(took(0.6), took(0.1)) == "met"
    assert goal.verdict(took(0.61), took(0.1)) == "MISSED"


def test_wrong_values_meet_no_goal_however_quick() -> None:
    measured = {"ours": took(0.001), "theirs": took(1.0)}
    (row,) = rows(
        "work", measured, [Goal("theirs", at_most=1)], remarks={"ours": "wrong cells in QUALITY (3 of 9)"}
    )
    assert row.verdict == "MISSED"
    assert "wrong cells in QUALITY" in row.cells()[-1]


def test_a_goal_beside_something_not_installed_is_not_measured_and_a_failure_of_ours_is_missed() -> None:
    goal = Goal("theirs", at_most=1)
    assert Row("work", took(1.0), "theirs", NOT_INSTALLED, goal).verdict == ""
    assert Row("work", NOT_INSTALLED, "theirs", took(1.0), goal).verdict == ""
    assert Row("work", "ValueError: no", "theirs", took(1.0), goal).verdict == "MISSED"
    assert Row("work", "ValueError: no", "theirs", "ValueError: no", goal).verdict == "MISSED"


def test_the_summary_counts_every_goal_once_and_names_it(capsys: pytest.CaptureFixture[str]) -> None:
    findings = Findings()
    for ours, beside in ((0.4, "a"), (0.9, "b"), (2.0, "c")):
        measured = {"ours": took(ours), beside: took(1.0), "other": took(1.0)}
        findings.add(rows("work", measured, [Goal(beside, at_most=1, stretch=0.5)]))
    assert findings.summary() == [
        "3 goals: 1 met, 1 met, stretch too, 1 missed, 0 not measured",
        "  met: work / b",
        "  met, stretch too: work / a",
        "  missed: work / c",
    ]
    assert capsys.readouterr().out.count("work") == 6


def test_quick_contenders_repeat_slow_ones_do_not_and_a_failing_one_is_left_out() -> None:
    calls = {"quick": 0, "failing": 0}

    def quick() -> None:
        calls["quick"] += 1

    def failing() -> None:
        calls["failing"] += 1
        raise ValueError("nothing\nmore")

    found = figures({"quick": quick, "failing": failing, "absent": NOT_INSTALLED}, 3, random.Random(1))
    assert isinstance(found["quick"], Figure)
    assert found["quick"].turns == 3
    assert calls["quick"] > 100
    assert (found["failing"], found["absent"]) == ("ValueError: nothing", NOT_INSTALLED)
    assert calls["failing"] == 1


def test_figures_are_medians_with_quartiles_in_one_unit() -> None:
    assert spread(figure([0.024, 0.020, 0.030, 0.022, 0.026])) == "24.0 ms (22.0-26.0)"
    assert [amount(value, "s") for value in (2.5, 0.0004, 3e-7)] == ["2.50 s", "400.0 us", "0.30 us"]
    assert amount(2**20, "B") == "1.00 MiB"


def test_a_record_set_is_spelt_as_servers_spell_it() -> None:
    body = records.body(random.Random(1), 50)
    assert b"\\/SUM" in body
    assert b"/" not in body.replace(b"\\/", b"")
    answer = json.loads(body)
    assert [each["name"] for each in answer["keywords"]] == list(records.TYPES)
    assert {len(each["values"]) for each in answer["keywords"]} == {50}
    means = next(each["values"] for each in answer["keywords"] if each["name"] == "DATAMEAN")
    assert {"MISSING", "nan"} <= set(means)
    assert records.body(random.Random(1), 50) == body


def test_a_wrong_cell_a_wrong_type_and_a_missing_column_are_found() -> None:
    expected = truth.Truth(records.body(random.Random(1), 5), records.struct())
    right = {name: truth.converted(*column) for name, column in expected.columns().items()}
    numbers = {name: right[name] for name in records.NUMBERS}

    def faults(quality: truth.Cells, same: Callable[[truth.Cells, truth.Cells], int]) -> str:
        return expected.faults(numbers | {"QUALITY": quality}, "numbers", same)

    as_floats = [float(str(cell)) for cell in right["QUALITY"]]
    wrong = "wrong cells in QUALITY (5 of 5)"
    assert faults(right["QUALITY"], truth.exactly) == ""
    assert faults([float("nan")] * 5, truth.loosely) == wrong
    assert faults(as_floats, truth.loosely) == ""
    assert faults(as_floats, truth.exactly) == wrong
    assert faults(right["QUALITY"][:4], truth.loosely) == wrong
    assert expected.faults(right, "everything", truth.exactly) == ""
    assert "magnetogram (5 of 5)" in expected.faults(numbers, "tables", truth.exactly)
    assert "magnetogram.dims" not in expected.faults(numbers, "tables", truth.exactly)


@pytest.mark.parametrize(
    "payload", [each for each in PAYLOADS if not each.packed], ids=lambda each: each.name
)
def test_every_validator_at_hand_accepts_an_answer_and_refuses_a_spoilt_one(payload: Payload) -> None:
    made = payload.make(random.Random(1), QUICK)
    body, spoilt = payload.written(made), payload.written(decode.spoilt(made))
    schema = decode.operation(payload).response_schema
    for verdict in validators.verdicts(schema, payload.member).values():
        if isinstance(verdict, str):
            assert verdict == NOT_INSTALLED
            continue
        verdict(body)
        with pytest.raises(Exception, match=r"\w"):
            verdict(spoilt)


CURVES = {
    "ours": {1_000: 0.001, 10_000: 0.009},
    "theirs": {1_000: 0.004, 10_000: 0.05},
    "a < b": {1_000: 0.0011, 10_000: 0.0091},
}


def test_the_picture_is_well_formed_the_same_every_time_and_names_every_curve() -> None:
    panels = [Panel("Time & size", "records", CURVES, ("ours",))]
    drawn = draw(panels)
    assert draw(panels) == drawn
    root = ElementTree.fromstring(drawn)
    texts = ["".join(each.itertext()) for each in root.iter("{http://www.w3.org/2000/svg}text")]
    assert {"Time & size", "records", *CURVES} <= set(texts)
    assert len(list(root.iter("{http://www.w3.org/2000/svg}circle"))) == 6
    assert "prefers-color-scheme: dark" in drawn


def test_names_of_curves_do_not_cover_each_other() -> None:
    root = ElementTree.fromstring(draw([Panel("T", "n", CURVES, ())]))
    named = [each for each in root.iter("{http://www.w3.org/2000/svg}text") if each.text in CURVES]
    heights = sorted(float(each.attrib["y"]) for each in named)
    assert all(below - above >= 12 for above, below in itertools.pairwise(heights))


def recorded() -> dict[str, object]:
    found = json.loads(record.RECORD.read_text(encoding="utf-8"))
    assert is_object(found)
    return found


def test_the_picture_shows_the_recorded_run() -> None:
    assert record.PICTURE.read_text(encoding="utf-8") == record.picture(recorded())


def test_the_readme_shows_the_recorded_run() -> None:
    text = record.README.read_text(encoding="utf-8")
    assert record.with_table(text, recorded()) == text
    assert record.table(recorded()).count("\n") > 8


def test_the_record_has_every_goal_and_says_on_what_it_was_measured() -> None:
    found = recorded()
    rows_of = found["rows"]
    assert isinstance(rows_of, list)
    with_goals = {(row["work"].partition(",")[0], row["beside"]) for row in rows_of if row["goal"]}
    for payload in PAYLOADS:
        assert {(payload.name, goal.against) for goal in payload.goals} <= with_goals
    assert all(row["verdict"] for row in rows_of if row["goal"])
    assert found["date"]
    assert found["machine"]


def goals() -> Iterator[Goal]:
    yield from columns.GOALS.values()
    yield from apart.GOALS.values()
    for payload in PAYLOADS:
        yield from payload.goals


def test_every_goal_has_one_bound_and_a_stretch_beyond_it() -> None:
    for goal in goals():
        assert (goal.at_most is None) != (goal.at_least is None)
        if goal.stretch is not None and goal.at_most is not None:
            assert goal.stretch < goal.at_most
        if goal.stretch is not None and goal.at_least is not None:
            assert goal.stretch > goal.at_least
