"""Best references of a dataset: which files they name, and the same with paths in place of names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, cast

from ..display import value as shown
from ..errors import DownloadError, RequestInvalid


def wanted(bestrefs: Mapping[str, Any]) -> list[str]:
    """Return the names of the files.

    Parameters
    ----------
    bestrefs : mapping
        By type of reference: a name, several, or several by further names.

    Raises
    ------
    DownloadError
        Types are not found, for another reason than that they do not apply.
    RequestInvalid
        A value is nothing that could be a best reference.

    Examples
    --------
    >>> wanted({"FLAT": "a.fits", "dark": "NOT FOUND n/a", "area": ("b.fits", "c.fits")})
    ['a.fits', 'b.fits', 'c.fits']
    """
    if not isinstance(bestrefs, Mapping):  # pyright: ignore[reportUnnecessaryIsInstance]
        raise RequestInvalid(f"best references are a mapping of types to names, got {shown(bestrefs)}")
    lost = [
        f"{shown(kind)}: {shown(each.removeprefix('NOT FOUND').strip())}"
        for kind, each in bestrefs.items()
        if _is_lost(each)
    ]
    if lost:
        raise DownloadError(f"there is no best reference for {'; '.join(lost)}")
    return [name for kind, each in bestrefs.items() for name in _names(kind, each)]


def placed(bestrefs: Mapping[str, Any], places: Mapping[str, str]) -> dict[str, Any]:
    """Return best references with the places of files where their names were.

    >>> placed({"FLAT": "a.fits", "dark": "NOT FOUND n/a", "area": ("a.fits",)}, {"a.fits": "/cache/a.fits"})
    {'FLAT': '/cache/a.fits', 'dark': 'NOT FOUND n/a', 'area': ('/cache/a.fits',)}
    """
    return {str(kind): _placed(each, places) for kind, each in bestrefs.items()}


def _is_lost(value: object) -> bool:
    return isinstance(value, str) and "NOT FOUND" in value and "n/a" not in value.lower()


def _names(kind: str, value: object) -> Iterator[str]:
    match value:
        case str():
            if "NOT FOUND" not in value:
                yield value
        case tuple() | list():
            yield from cast("Sequence[str]", value)
        case Mapping():
            yield from cast("Mapping[str, str]", value).values()
        case _:
            raise RequestInvalid(
                f"the best reference of {shown(kind)} is {shown(value)}, which names no file"
            )


def _placed(value: Any, places: Mapping[str, str]) -> Any:
    match value:
        case str():
            return places.get(value, value)
        case tuple():
            return tuple(_placed(each, places) for each in cast("Sequence[str]", value))
        case list():
            return [_placed(each, places) for each in cast("Sequence[str]", value)]
        case _:
            return {name: _placed(each, places) for name, each in value.items()}
