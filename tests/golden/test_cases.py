"""The conformance cases of the made-up description say what the package that is made of it does."""

from __future__ import annotations

from types import ModuleType

import pytest

from tests.conformance.casefiles import read
from tests.conformance.python import ours, step
from tests.functional.making import GOLDEN_SPEC
from tests.golden.update import EXPECTED

FILES = list(read(EXPECTED / "cases", GOLDEN_SPEC))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.title)
def test_the_package_says_what_every_case_says(
    file: step.CaseFile, harbour: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ours, "SERVICES", {"tides": harbour.tides, "weather": harbour.weather})
    assert list(step.differences(file, ())) == []


def test_both_transports_take_part() -> None:
    assert {file.is_result for file in FILES} == {True, False}
    assert len(FILES) > 10
