"""Answers that are tables: columns kept as bytes, and turned into what users want when they want it.

``answers`` and ``layout`` are what generated code stands on; ``column`` and
``table`` are what users hold. ``scan`` proves from the bytes what an array is;
``numbers`` and ``arrow`` read it quickly; ``cells`` says, entry by entry, what
is right, and takes over wherever they can't tell. ``arrays``, ``frames`` and
``times`` hand the result to other libraries, which are imported only then, and
so are the modules that work with them.
"""

from msgspec import Raw

from .answers import ColumnAnswer, TableAnswer
from .column import Column
from .layout import ColumnLayout, Kind, TableLayout, Types
from .table import Table

__all__ = [
    "Column",
    "ColumnAnswer",
    "ColumnLayout",
    "Kind",
    "Raw",
    "Table",
    "TableAnswer",
    "TableLayout",
    "Types",
]
