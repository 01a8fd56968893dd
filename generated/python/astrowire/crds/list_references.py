# Generated from spec/crds/list_references.yaml; do not edit.
# Change the spec, then run `make generate`.
"""The names of all reference files of an observatory that match a pattern, sorted."""

from astrowire_runtime.client import BaseClient
from astrowire_runtime.containers import ListAnswer
from astrowire_runtime.operation import Parameter
from astrowire_runtime.patterns import Pattern
from astrowire_runtime.results import Plain
from astrowire_runtime.rpc import RpcOperation

from .errors import CrdsFault
from .servers import PROTOCOL
from .types import FileName, Observatory

_FILE_NAME = Pattern("^[A-Za-z0-9._ -]{1,128}$")


def _check(answer: list[FileName]) -> bool:
    """Say whether a decoded answer has what its type can't say."""
    for item in answer:
        if not _FILE_NAME.match(item):
            return False
    return True


OPERATION: RpcOperation[ListAnswer[FileName]] = RpcOperation(
    "list_references",
    module=__name__,
    effect="read",
    stability="observed",
    parameters=(
        Parameter("observatory"),
        Parameter("glob_pattern", default="*"),
    ),
    protocol=PROTOCOL,
    fault=CrdsFault,
    max_body=268435456,
    result=Plain(list[FileName], check=_check),
)


def list_references(
    client: BaseClient, *, observatory: Observatory | None = None, glob_pattern: str = "*"
) -> ListAnswer[FileName]:
    """The names of all reference files of an observatory that match a pattern, sorted.

    Files that are distributed are listed, those that turned out to be bad as well. For HST these
    are tens of thousands of names; a pattern keeps the answer small.

    Parameters
    ----------
    observatory, optional
        Observatory whose files are asked for; not given, the server's own.
    glob_pattern, optional
        Pattern of the wanted names, where "*" stands for any characters and "[...]" for one of
        some.

    Returns
    -------
    ListAnswer[FileName]
        `FileName`: The name of a mapping or reference file, without a folder; at most 128
        characters.

    Raises
    ------
    RequestInvalid
        The arguments are refused; nothing was sent.
    CrdsFault
        The server answered with an error object; its name, code and text say what it refused.

    Examples
    --------
    >>> answer = client.list_references(observatory="jwst", glob_pattern="jwst_miri_flat_009*.fits")

    In no document; known from what servers answered.

    Source: api.py, server 2019, observed.
    """
    return client.call(OPERATION, {"observatory": observatory, "glob_pattern": glob_pattern})
