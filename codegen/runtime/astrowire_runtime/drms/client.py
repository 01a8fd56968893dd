"""Methods of the DRMS client that stand on its operations."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Protocol

from ..columns.frames import to_pandas
from ..errors import RequestInvalid
from ..values import UNSET

if TYPE_CHECKING:
    from ..columns import TableAnswer
    from .recordsets.record_set import RecordSet

Names = str | Sequence[str]


class Operations(Protocol):
    """The operations that the methods need."""

    def rs_list(
        self,
        ds: RecordSet | str,
        *,
        key: Names | None = None,
        seg: Names | None = None,
        link: Names | None = None,
        recinfo: bool = False,
        n: int | None = None,
    ) -> Any:
        """List values of records."""

    def series_struct(self, ds: RecordSet | str) -> Any:
        """Describe a series."""


class ServiceMethods:
    """What the client of this service has beside its operations."""

    def query(
        self: Operations,
        ds: RecordSet | str,
        *,
        key: Names | None = None,
        seg: Names | None = None,
        link: Names | None = None,
        convert_numeric: bool = True,
        skip_conversion: Names | None = None,
        pkeys: bool = False,
        rec_index: bool = False,
        n: int | None = None,
    ) -> Any:
        """Ask for keywords, segments and links of a record set as data frames.

        Parameters and result are those of the client that most people know for
        these servers. What is better here: integers written as ``0x...`` are
        integers with every pandas; an integer beside a missing value keeps its
        last digit, since columns with missing values are of pandas' nullable
        types; keywords are found in the series' description in any case and with
        the suffixes of segments (``DATAMEAN_000``); segments whose values are not
        one for each record are left out with a warning.

        Parameters
        ----------
        ds : RecordSet or str
            Record set.
        key, seg, link : str or sequence of str, optional
            Names of keywords, segments and links, as lists or as one text with blanks or commas between.
        convert_numeric : bool
            Turn keywords of numeric types into numbers; the series says which these are.
        skip_conversion : str or sequence of str, optional
            Keywords that stay texts.
        pkeys : bool
            Ask for the prime keys of the series too.
        rec_index : bool
            Use the records' own specifications as the index.
        n : int, optional
            At most this many records, the first n, or the last abs(n) when negative.

        Returns
        -------
        pandas.DataFrame, or tuple of pandas.DataFrame
            One row per record; one frame for each of `key` (or `pkeys`), `seg` and `link` that was given.
            Texts are as the server sent them, ``MISSING`` and ``NoDataDirectory`` too; in columns of numbers
            they are missing values.

        Raises
        ------
        RequestInvalid
            Neither `key`, `seg`, `link` nor `pkeys` was given, or the record set can't be sent; nothing was.
        ConfigError
            pandas is not installed.
        AstrowireError
            Whatever `rs_list` and `series_struct` raise.

        Examples
        --------
        >>> frame = client.query("hmi.m_720s[2024.01.01_TAI/1d]", key=["T_REC", "QUALITY"])  # doctest: +SKIP

        Source: client client.py, client json.py.
        """
        if key is None and seg is None and link is None and not pkeys:
            raise RequestInvalid("query needs at least one of key, seg, link and pkeys=True")
        from .recordsets.record_set import RecordSet  # loaded when it is needed

        RecordSet.as_argument(ds)  # before the series is asked for
        struct = self.series_struct(_series(ds)) if pkeys or (convert_numeric and key is not None) else None
        if struct is not None and pkeys:
            key = [*struct.primekeys, *(name for name in _names(key) if name not in struct.primekeys)]
        answer = self.rs_list(ds, key=key, seg=seg, link=link, recinfo=rec_index, n=n)
        answer.declare(struct if convert_numeric else None)
        skipped = set(_names(skip_conversion))
        for name, column in answer.columns.items():
            # What the series does not declare stays a text, unless it came as a number.
            if name in skipped or column.wanted is None:
                column.declare("text" if str in set(map(type, column)) else None)
        frames = [
            _frame(answer, member, rec_index)
            for member, asked in (("keywords", key), ("segments", seg), ("links", link))
            if asked is not None
        ]
        return frames[0] if len(frames) == 1 else tuple(frames)


def _series(ds: RecordSet | str) -> RecordSet | str:
    """The series that a record set begins with: the server describes one at a time."""
    found = re.match(r"\s*([\w.]+)", str(ds))
    return found[1] if found else ds


def _names(names: Names | None) -> list[str]:
    if isinstance(names, str):
        return names.replace(",", " ").split()
    return list(names or ())


def _frame(answer: TableAnswer, member: str, rec_index: bool) -> Any:
    table = answer.table(member)
    rows = table.rows if table or rec_index else 0
    frame = to_pandas(table.aligned(), rows, words=True)
    recinfo: Any = getattr(answer, "recinfo", UNSET)
    if rec_index and recinfo is not UNSET:
        frame.index = [record.name for record in recinfo]
    return frame
