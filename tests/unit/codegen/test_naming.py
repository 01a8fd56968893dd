"""Names that are refused, and names that never are."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from codegen.naming import (
    PACKED_CLASSES,
    RUNTIME_ERRORS,
    TABLE_CLASSES,
    ClassName,
    FileName,
    ModuleName,
    PackageName,
    PyName,
    UnsafeName,
)

WITHOUT_CLASSES = {"environment.py.jinja", "program.py.jinja"}
"""Templates of modules where no class of a description stands."""

ROOT = Path(__file__).resolve().parents[3]


def refused(kind: type[PyName] | type[ClassName] | type[ModuleName], text: str) -> bool:
    try:
        kind.of(text)
    except UnsafeName:
        return True
    return False


@pytest.mark.parametrize(
    "text", ["", " ", "_", "a$b", "é", "a\n", "__init__", "a" * 65, "a;b", "a'b", "\u202ea"]
)
def test_unsafe_wire_names_are_refused(text: str) -> None:
    assert refused(PyName, text)


@pytest.mark.parametrize(
    "text", ["class", "match", "type", "id", "list", "Rs", "a-b", "a__b", "2a", "_a", "None", "print"]
)
def test_module_names_are_not_repaired(text: str) -> None:
    assert refused(ModuleName, text)


@pytest.mark.parametrize("text", ["None", "Exception", "Client", "true", "ValueError", "a$"])
def test_class_names_that_mean_something_else(text: str) -> None:
    assert refused(ClassName, text)


def test_no_class_is_called_like_one_that_modules_import() -> None:
    """What templates import by name stands beside classes that are called as a description wants it."""
    lines = [
        line
        for file in (ROOT / "codegen" / "emit" / "python" / "templates").glob("*.jinja")
        for line in file.read_text(encoding="utf-8").splitlines()
        if file.name not in WITHOUT_CLASSES and line.startswith("from ") and "{{ names" not in line
    ]
    imported = {name for line in lines for name in re.findall(r"\b[A-Z]\w*\b", line.partition(" import ")[2])}
    assert len(imported) > 40
    reserved = {*RUNTIME_ERRORS, *TABLE_CLASSES, *PACKED_CLASSES, "RpcFault"}
    assert [name for name in sorted(imported - reserved) if not refused(ClassName, name)] == []


@pytest.mark.parametrize("text", ["con", "aux", "nul", "prn", "com1", "lpt9"])
def test_devices_of_windows_are_no_files(text: str) -> None:
    assert refused(FileName, text)
    assert not refused(ModuleName, text)


@pytest.mark.parametrize("text", ["json", "typing", "msgspec", "requests", "astrowire_runtime", "con"])
def test_a_package_hides_nothing(text: str) -> None:
    assert refused(PackageName, text)
    assert not refused(PackageName, f"my_{text}")


@given(st.text(st.sampled_from("aZ09 _-./xY"), max_size=12))
def test_a_name_is_an_identifier_and_stays_one(text: str) -> None:
    if not refused(PyName, text):
        name = PyName.of(text)
        assert name.isidentifier()
        assert name.isascii()
        assert PyName.of(name) == name
