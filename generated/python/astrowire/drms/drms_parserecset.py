# Generated from spec/drms/drms_parserecset.yaml; do not edit.
# Change the spec, then run `make generate`.
"""Take a record-set text apart, as the servers read it."""

from astrowire_runtime.cgi import CgiOperation
from astrowire_runtime.client import BaseClient
from astrowire_runtime.codecs import Text
from astrowire_runtime.operation import Parameter
from astrowire_runtime.results import Plain
from astrowire_runtime.values import UNSET, Answer, UnsetType

from .errors import SeriesError


class ParsedSubset(Answer, frozen=True, kw_only=True):
    """One record set.

    Source: drms_parserecset.c.
    """

    spec: str
    """Its text."""
    settype: str
    """Its kind."""
    seriesname: str | None
    """The series."""
    seriesns: str | None
    """Namespace of the series, in lower case."""
    seriestab: str | None
    """Name in the namespace, in lower case."""
    filter: str | None
    """The filters."""
    segments: str | None
    """The list of segments."""
    autobang: bool
    """The server's flag of that name."""


class ParsedRecordSet(Answer, frozen=True, kw_only=True, rename={"err_msg": "errMsg"}):
    """The parts of a record-set text.

    Source: drms_parserecset.c.
    """

    spec: str | UnsetType = UNSET
    """The text itself."""
    atfile: bool | UnsetType = UNSET
    """Whether a file of record sets is named with `@`."""
    hasfilts: bool | UnsetType = UNSET
    """Whether there are filters."""
    nsubsets: int | UnsetType = UNSET
    """Number of record sets in the text."""
    subsets: list[ParsedSubset] | UnsetType = UNSET
    """The record sets."""
    err_msg: str | None
    """Null when all is well, else what is wrong with the text."""


OPERATION: CgiOperation[ParsedRecordSet] = CgiOperation(
    "drms_parserecset",
    module=__name__,
    effect="read",
    stability="source-only",
    parameters=(Parameter("spec", required=True),),
    endpoint="drms_parserecset",
    query=(Text("spec", "spec"),),
    charset="latin-1",
    result=Plain(ParsedRecordSet, failure=("err_msg", None, SeriesError)),
)


def drms_parserecset(client: BaseClient, spec: str) -> ParsedRecordSet:
    """Take a record-set text apart, as the servers read it.

    Parameters
    ----------
    spec
        The text, sent as it is; several sets may be joined.

    Returns
    -------
    ParsedRecordSet
        The parts of a record-set text.

    Raises
    ------
    RequestInvalid
        The arguments are refused; nothing was sent.
    SeriesError
        The server could not answer a question about series or records; its text says why.

    Examples
    --------
    >>> answer = client.drms_parserecset(spec="hmi.m_45s[2015.6.1]")

    In no document; known from the source of the server's programs only. Offered by JSOC, JSOC, with
    internal series.

    Source: drms_parserecset.c.
    """
    return client.call(OPERATION, {"spec": spec})
