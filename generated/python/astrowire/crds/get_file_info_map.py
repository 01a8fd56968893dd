# Generated from spec/crds/get_file_info_map.yaml; do not edit.
# Change the spec, then run `make generate`.
"""What the catalogue says of several files, or of all files of an observatory."""

from collections.abc import Sequence
from typing import Literal

from astrowire_runtime.client import BaseClient
from astrowire_runtime.containers import MapAnswer
from astrowire_runtime.operation import Parameter
from astrowire_runtime.patterns import Pattern, matches
from astrowire_runtime.results import Plain
from astrowire_runtime.rpc import RpcOperation

from .errors import CrdsFault
from .servers import PROTOCOL
from .types import FileInfo, FileName, Observatory

_SHA1SUM = Pattern("^([0-9a-f]{40}|none)?$")
_SIZE = Pattern("^(-1|[0-9]+)$")


def _check(answer: dict[str, FileInfo | Literal["NOT FOUND"]]) -> bool:
    """Say whether a decoded answer has what its type can't say."""
    records = [value for value in answer.values() if isinstance(value, FileInfo)]
    if not matches(records, "sha1sum", _SHA1SUM):
        return False
    if not matches(records, "size", _SIZE):
        return False
    return True


OPERATION: RpcOperation[MapAnswer[FileInfo | Literal["NOT FOUND"]]] = RpcOperation(
    "get_file_info_map",
    module=__name__,
    effect="read",
    parameters=(
        Parameter("observatory", required=True),
        Parameter("files"),
        Parameter("fields"),
    ),
    protocol=PROTOCOL,
    fault=CrdsFault,
    max_body=268435456,
    result=Plain(dict[str, FileInfo | Literal["NOT FOUND"]], check=_check),
)


def get_file_info_map(
    client: BaseClient,
    observatory: Observatory,
    *,
    files: Sequence[FileName] | None = None,
    fields: Sequence[str] | None = None,
) -> MapAnswer[FileInfo | Literal["NOT FOUND"]]:
    """What the catalogue says of several files, or of all files of an observatory.

    The answer maps file names to catalogue entries. A name that the catalogue does not know is not
    an error of the call: its value is the text `NOT FOUND`.

    Without `files` the server answers for all files of the observatory, which for HST are tens of
    thousands and many megabytes. `fields` keeps such an answer small; unknown field names are
    ignored.

    Parameters
    ----------
    observatory
        Observatory whose catalogue is asked; must be the server's own.
    files, optional
        Names of the wanted files; not given, all files of the observatory.
    fields, optional
        Names of the wanted fields; not given, all fields.

    Returns
    -------
    MapAnswer[FileInfo | Literal["NOT FOUND"]]
        `FileInfo`: What the server's catalogue says of one file.

    Raises
    ------
    RequestInvalid
        The arguments are refused; nothing was sent.
    CrdsFault
        The server answered with an error object; its name, code and text say what it refused.

    Examples
    --------
    >>> answer = client.get_file_info_map(
    ...     observatory="hst",
    ...     files=["lcb12060j_drk.fits", "n3o1022fj_drk.fits"],
    ...     fields=["sha1sum", "size", "state"],
    ... )

    Source: seed, api.py, history, server 2019.
    """
    return client.call(OPERATION, {"observatory": observatory, "files": files, "fields": fields})
