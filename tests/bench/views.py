"""What is made of a record set: numbers, arrays, tables and data frames, by us and by the usual client."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

import astrowire
from astrowire import drms
from tests.bench import peers
from tests.bench.timing import NOT_INSTALLED, Call, Contender
from tests.bench.truth import Cells, Scope

DRMS = "drms.Client.query"

BESIDE = ("dims", "cparms", "bzeros", "bscales")
"""The further arrays of a segment."""

HEADERS = {"Content-Type": "application/json"}


@dataclass(frozen=True, slots=True)
class View:
    """One thing that is made of an answer, and how its cells are read to compare them."""

    name: str
    look: Callable[[Any, Sequence[str]], Any]
    """Makes it of an answer, given the names of the keywords that are numbers."""
    cells: Callable[[Any], dict[str, Cells]]
    """Cells by column, ``None`` where there is no value."""
    scope: Scope
    needs: str
    """The package without which it can't be made."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A contender, and how its cells are read and which it must have; the floor has none."""

    contender: Contender
    cells: Callable[[Any], dict[str, Cells]] | None = None
    scope: Scope = "tables"


def numbers(answer: Any, names: Sequence[str]) -> dict[str, Any]:
    """The arrays of all keywords that are numbers; texts stay bytes."""
    columns = answer.columns
    return {name: columns[name].to_numpy() for name in names}


def numpy(answer: Any, _: Sequence[str]) -> dict[str, Any]:
    """Every column as an array, the segments' and the arrays beside them too."""
    found: dict[str, Any] = {**answer.to_numpy(), **answer.segments_table.to_numpy()}
    for segment in answer.segments:
        found |= {f"{segment.name}.{member}": getattr(segment, member).to_numpy() for member in BESIDE}
    return found


def arrow(answer: Any, _: Sequence[str]) -> tuple[Any, Any, dict[str, Any]]:
    """Every column in Arrow: both tables, and the arrays beside the segments."""
    beside = {
        f"{segment.name}.{member}": getattr(segment, member).to_arrow()
        for segment in answer.segments
        for member in BESIDE
    }
    return answer.to_arrow(), answer.segments_table.to_arrow(), beside


def pandas(answer: Any, _: Sequence[str]) -> tuple[Any, Any]:
    """Data frames of the keywords and of the segments, which is what the usual client returns."""
    return answer.to_pandas(), answer.segments_table.to_pandas()


def _array_cells(arrays: dict[str, Any]) -> dict[str, Cells]:
    return {name: array.tolist() for name, array in arrays.items()}


def _arrow_cells(made: tuple[Any, Any, dict[str, Any]]) -> dict[str, Cells]:
    found: dict[str, Cells] = {}
    for table in made[:2]:
        found |= {name: table.column(name).to_pylist() for name in table.column_names}
    return found | {name: array.to_pylist() for name, array in made[2].items()}


def _frame_cells(frames: tuple[Any, ...]) -> dict[str, Cells]:
    """Missing values are pandas' own ``NA``, or not-a-number among texts."""
    missing = peers.module("pandas")
    found: dict[str, Cells] = {}
    for frame in frames:
        for name in frame.columns:
            column = frame[name]
            texts = str(column.dtype) in {"object", "str", "string"}
            found[name] = [
                None if (missing and cell is missing.NA) or (texts and cell != cell) else cell
                for cell in column.tolist()
            ]
    return found


def _one_frame_cells(frame: Any) -> dict[str, Cells]:
    return _frame_cells((frame,))


VIEWS = (
    View("numbers, strings lazy", numbers, _array_cells, "numbers", "numpy"),
    View("all in numpy", numpy, _array_cells, "everything", "numpy"),
    View("all in Arrow", arrow, _arrow_cells, "everything", "pyarrow"),
    View("pandas", pandas, _frame_cells, "tables", "pandas"),
)


def ours(view: View, body: bytes, struct: bytes | None, names: Sequence[str]) -> Contender:
    """Decode a body and make something of it; types as the series declares them, or told by the texts."""
    if peers.module(view.needs) is None:
        return NOT_INSTALLED
    decode = drms.OPERATIONS["rs_list"].decode
    series = described(struct) if struct is not None else None

    def made() -> object:
        answer: Any = decode(astrowire.HttpResponse(200, HEADERS, body))
        return view.look(answer.declare(series), names)

    return made


def described(struct: bytes) -> Any:
    """The typed answer of ``series_struct``."""
    return drms.OPERATIONS["series_struct"].decode(astrowire.HttpResponse(200, HEADERS, struct))


def entries(body: bytes, struct: bytes, names: Sequence[str], *, segments: bool = True) -> dict[str, Entry]:
    """Every contender, ``names`` being the keywords that are numbers."""
    makers = _makers(body, struct, names, segments=segments)
    return {name: maker() for name, maker in makers.items()}


def by_name(name: str, body: bytes, struct: bytes, names: Sequence[str]) -> Call:
    """One contender that can take part; what only others need is not loaded."""
    contender = _makers(body, struct, names, segments=True)[name]().contender
    if isinstance(contender, str):
        raise ModuleNotFoundError(contender)
    return contender


def _makers(
    body: bytes, struct: bytes, names: Sequence[str], *, segments: bool
) -> dict[str, Callable[[], Entry]]:
    """What makes each contender."""
    made: dict[str, Callable[[], Entry]] = {}
    for view in VIEWS:
        made[view.name] = partial(_entry_of_ours, view, body, struct, names)
        made[f"{view.name}, inferred"] = partial(_entry_of_ours, view, body, None, names)
    frames = _frame_cells if segments else _one_frame_cells
    made[DRMS] = lambda: Entry(peers.drms_query(body, struct, segments), frames)
    for name, contender in peers.plain_readers(body).items():
        made[name] = partial(Entry, contender)
    return made


def _entry_of_ours(view: View, body: bytes, struct: bytes | None, names: Sequence[str]) -> Entry:
    """Columns whose type nobody declares may be read otherwise, so their cells are not compared."""
    contender = ours(view, body, struct, names)
    return Entry(contender) if struct is None else Entry(contender, view.cells, view.scope)
