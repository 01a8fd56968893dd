"""Places in a JSON value: finding them, and changing one."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from typing import Any

from hypothesis import strategies as st

from .strategies import ANY_JSON, SCALAR_VALUES, OpenObject

Path = tuple[str | int, ...]
ABSENT = object()


def places(value: Any, path: Path = ()) -> Iterator[Path]:
    """Every place of a value, its root included."""
    yield path
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from places(inner, (*path, name))
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from places(inner, (*path, number))


def open_places(value: Any, path: Path = ()) -> list[Path]:
    """The places of objects that take unknown members."""
    return [place for place in places(value, path) if isinstance(at(value, place), OpenObject)]


def at(value: Any, path: Path) -> Any:
    """The part of a value at a place."""
    for step in path:
        value = value[step]
    return value


def changed(value: Any, path: Path, new: Any) -> Any:
    """A copy of a value with another part at one place; ``ABSENT`` takes the part out."""
    if not path:
        return new
    result = copy.deepcopy(value)
    owner = at(result, path[:-1])
    if new is ABSENT:
        del owner[path[-1]]
    else:
        owner[path[-1]] = new
    return result


@st.composite
def one_change(draw: st.DrawFn, value: Any) -> Any:
    """A copy of a value with one node changed, taken out, or added."""
    path = draw(st.sampled_from(list(places(value))))
    old = at(value, path)
    if path and draw(st.integers(0, 4)) == 0:
        return changed(value, path, ABSENT)
    return changed(value, path, draw(_replacement(old)))


def _replacement(old: Any) -> st.SearchStrategy[Any]:
    choices: list[st.SearchStrategy[Any]] = [
        SCALAR_VALUES,
        ANY_JSON,
        st.sampled_from(["", [], {}, None, True, False, 0, 1, "0", "1", -1, [None], [[]]]),
    ]
    if isinstance(old, bool):
        choices.append(st.sampled_from([not old, int(old), str(old).lower()]))
    elif isinstance(old, int):
        choices.append(st.sampled_from([old + 1, -old, str(old), old + 0.5, [old], bool(old)]))
        if abs(old) < 2**53:
            choices.append(st.just(float(old)))
    elif isinstance(old, float):
        choices.append(st.sampled_from([-old, str(old), [old]]))
    elif isinstance(old, str):
        choices.append(
            st.sampled_from(
                [old + "\n", "\n" + old, old + " ", old.upper(), old * 2, old[:-1], [old], {"a": old}]
            )
        )
        choices.append(st.just(int(old) if old.isascii() and old.isdigit() and len(old) < 40 else old + "é"))
    elif isinstance(old, list):
        choices.append(
            st.sampled_from(
                [old + old[:1], old[:-1], [*old, None], [*old, 1], [*old, "x"], {"0": old}, [old]]
            )
        )
        choices.append(ANY_JSON.map(lambda new: [*old, new]))
    elif isinstance(old, dict):
        choices.append(ANY_JSON.map(lambda new: _with_member(old, "x_new", new)))
        choices.append(st.just([old]))
        choices.append(st.just({}))
    return st.one_of(choices)


def _with_member(old: dict[str, Any], name: str, new: Any) -> dict[str, Any]:
    grown = copy.copy(old)
    grown[name] = new
    return grown


@st.composite
def with_unknown_member(draw: st.DrawFn, value: Any) -> tuple[Any, Path, str, Any]:
    """A copy of a value with one unknown member, its place, its name and its value; needs an open place."""
    path = draw(st.sampled_from(open_places(value)))
    name = draw(st.sampled_from(["x_unknown", "x unknown", "Xé", "x/~0", "__dict__x"]))
    new = draw(ANY_JSON)
    return changed(value, path, _with_member(at(value, path), name, new)), path, name, new
