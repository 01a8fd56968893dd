"""Names that are refused, and names that never are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from codegen.naming import ClassName, ModuleName, PyName, UnsafeName


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


@given(st.text(st.sampled_from("aZ09 _-./xY"), max_size=12))
def test_a_name_is_an_identifier_and_stays_one(text: str) -> None:
    if not refused(PyName, text):
        name = PyName.of(text)
        assert name.isidentifier()
        assert name.isascii()
        assert PyName.of(name) == name
