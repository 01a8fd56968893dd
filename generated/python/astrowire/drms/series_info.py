# Generated from spec/drms/series_info.yaml; do not edit.
# Change the spec, then run `make generate`.
"""Tell attributes, keywords, segments and links of several series at once."""

from collections.abc import Sequence
from typing import Literal

from astrowire_runtime.cgi import CgiOperation
from astrowire_runtime.client import BaseClient
from astrowire_runtime.codecs import Integer, Words
from astrowire_runtime.containers import MapAnswer
from astrowire_runtime.operation import Parameter
from astrowire_runtime.results import Plain
from astrowire_runtime.rules import AtLeastOneOf
from astrowire_runtime.values import UNSET, Answer, UnsetType

from .errors import SeriesError


class SeriesAttributes(Answer, frozen=True, kw_only=True):
    """The series itself.

    Source: seriesinfo.py.
    """

    series: str | int | float | None | UnsetType = UNSET
    """Its name."""
    author: str | int | float | None | UnsetType = UNSET
    """Who made it."""
    owner: str | int | float | None | UnsetType = UNSET
    """Database user that owns it."""
    unitsize: str | int | float | None | UnsetType = UNSET
    """Records in one storage unit."""
    archive: str | int | float | None | UnsetType = UNSET
    """Whether files are archived to tape."""
    retention: str | int | float | None | UnsetType = UNSET
    """Days that files stay on disk."""
    tapegroup: str | int | float | None | UnsetType = UNSET
    """Number of the group of tapes."""
    drmsprimekey: list[str] | UnsetType = UNSET
    """Its prime keys."""
    dbindex: list[str] | UnsetType = UNSET
    """Keywords with an index."""
    created: str | int | float | None | UnsetType = UNSET
    """When it was made."""
    description: str | int | float | None | UnsetType = UNSET
    """What it is."""


class KeywordInfo(
    Answer,
    frozen=True,
    kw_only=True,
    rename={"data_type": "data-type", "constant_value": "constant-value", "physical_unit": "physical-unit"},
):
    """One keyword.

    Source: seriesinfo.py.
    """

    data_type: str | int | float | None | UnsetType = UNSET
    """Its type."""
    constant_value: str | int | float | None | UnsetType = UNSET
    """Its value, if it has one for the whole series."""
    physical_unit: str | int | float | None | UnsetType = UNSET
    """Its unit."""
    rank: str | int | float | None | UnsetType = UNSET
    """Its place."""
    description: str | int | float | None | UnsetType = UNSET
    """What it is."""


class SegmentInfo(
    Answer,
    frozen=True,
    kw_only=True,
    rename={
        "data_type": "data-type",
        "segment_number": "segment-number",
        "number_axes": "number-axes",
        "physical_unit": "physical-unit",
    },
):
    """One segment.

    Source: seriesinfo.py.
    """

    data_type: str | int | float | None | UnsetType = UNSET
    """Type of its values."""
    segment_number: str | int | float | None | UnsetType = UNSET
    """Its place."""
    scope: str | int | float | None | UnsetType = UNSET
    """Whether its size is the same in all records."""
    number_axes: str | int | float | None | UnsetType = UNSET
    """Number of its axes."""
    dimensions: str | int | float | None | UnsetType = UNSET
    """Lengths of its axes."""
    physical_unit: str | int | float | None | UnsetType = UNSET
    """Its unit."""
    protocol: str | int | float | None | UnsetType = UNSET
    """The form of its files."""
    description: str | int | float | None | UnsetType = UNSET
    """What it is."""


class LinkInfo(Answer, frozen=True, kw_only=True, rename={"tail_series": "tail-series"}):
    """One link.

    Source: seriesinfo.py.
    """

    tail_series: str | int | float | None | UnsetType = UNSET
    """The series that it leads to."""
    type: str | int | float | None | UnsetType = UNSET
    """The program repeats the series here."""
    description: str | int | float | None | UnsetType = UNSET
    """What it is."""


class SeriesInfo(Answer, frozen=True, kw_only=True):
    """What was asked of one series; a name that it does not have comes with `unknown` in its
    description.

    Source: seriesinfo.py.
    """

    attributes: SeriesAttributes | UnsetType = UNSET
    """The series itself."""
    keywords: dict[str, KeywordInfo] | UnsetType = UNSET
    """The keywords by their names in lower case."""
    segments: dict[str, SegmentInfo] | UnsetType = UNSET
    """The segments by their names in lower case."""
    links: dict[str, LinkInfo] | UnsetType = UNSET
    """The links by their names in lower case."""


OPERATION: CgiOperation[MapAnswer[SeriesInfo | str | None]] = CgiOperation(
    "series_info",
    module=__name__,
    effect="read",
    stability="source-only",
    parameters=(
        Parameter("series", required=True),
        Parameter("atts"),
        Parameter("keys"),
        Parameter("segs"),
        Parameter("links"),
        Parameter("timeout"),
    ),
    endpoint="series_info",
    query=(
        Words("series", "series"),
        Integer("atts", "atts"),
        Words("keys", "keys"),
        Words("segs", "segs"),
        Words("links", "links"),
        Integer("DRMS_DBTIMEOUT", "timeout"),
    ),
    charset="latin-1",
    rules=(AtLeastOneOf(("atts", "keys", "segs", "links")),),
    max_body=268435456,
    result=Plain(dict[str, SeriesInfo | str | None], failure=("errMsg", None, SeriesError)),
)


def series_info(
    client: BaseClient,
    series: str | Sequence[str],
    *,
    atts: Literal[1] | None = None,
    keys: str | Sequence[str] | None = None,
    segs: str | Sequence[str] | None = None,
    links: str | Sequence[str] | None = None,
    timeout: int | None = None,
) -> MapAnswer[SeriesInfo | str | None]:
    """Tell attributes, keywords, segments and links of several series at once.

    The answer is a map by the names of the series in lower case; its key `errMsg` holds null.
    `series_struct` tells more, of one series.

    Parameters
    ----------
    series
        Names of the series, as a list or as one text with blanks or commas between.
    atts, optional
        1 tells the attributes.
    keys, optional
        Names of keywords, or `*` for all of them.
    segs, optional
        Names of segments, or `*` for all of them.
    links, optional
        Names of links, or `*` for all of them.
    timeout, optional
        Milliseconds that the database may search for the series.

    Returns
    -------
    MapAnswer[SeriesInfo | str | None]
        `SeriesInfo`: What was asked of one series; a name that it does not have comes with
        `unknown` in its description.

    Raises
    ------
    RequestInvalid
        The arguments are refused; nothing was sent.
    SeriesError
        The server could not answer a question about series or records; its text says why.

    Examples
    --------
    >>> answer = client.series_info(series=["hmi.M_720s"], atts=1, keys=["T_REC"])

    In no document; known from the source of the server's programs only. Offered by JSOC, JSOC, with
    internal series.

    Source: seriesinfo.py, web exportdata.
    """
    return client.call(
        OPERATION,
        {"series": series, "atts": atts, "keys": keys, "segs": segs, "links": links, "timeout": timeout},
    )
