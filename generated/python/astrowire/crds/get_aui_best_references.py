# Generated from spec/crds/get_aui_best_references.yaml; do not edit.
# Change the spec, then run `make generate`.
"""The best reference files for datasets of the archive, as plain lists of names."""

from typing import NamedTuple

from astrowire_runtime.client import BaseClient
from astrowire_runtime.containers import ByHalves
from astrowire_runtime.operation import Batch, Parameter
from astrowire_runtime.results import Plain
from astrowire_runtime.rpc import RpcOperation

from .errors import CrdsFault
from .servers import PROTOCOL
from .types import ContextSpec, DatasetIds


class AuiReferences(NamedTuple):
    """The files for one dataset, in no particular order, or the text that says why there are none.

    The text is, for example, `NOT FOUND dataset ID does not exist
    'JW96090001004_03101_00001.NRCB5'`.

    Source: seed.
    """

    ok: bool
    """Whether there is a result."""
    value: list[str] | str
    """The result, else a text that says why there is none."""


def check_aui_references(value: AuiReferences) -> bool:
    """Say whether a decoded AuiReferences has what its type can't say."""
    if not (isinstance(value.value, list) if value.ok else isinstance(value.value, str)):
        return False
    return True


def _check(answer: dict[str, AuiReferences]) -> bool:
    """Say whether a decoded answer has what its type can't say."""
    for value in answer.values():
        if not check_aui_references(value):
            return False
    return True


OPERATION: RpcOperation[ByHalves[AuiReferences]] = RpcOperation(
    "get_aui_best_references",
    module=__name__,
    effect="read",
    parameters=(
        Parameter("date", required=True),
        Parameter("ids", required=True),
    ),
    protocol=PROTOCOL,
    fault=CrdsFault,
    batch=Batch("ids", 200),
    result=Plain(dict[str, AuiReferences], check=_check, finish=ByHalves),
)


def get_aui_best_references(
    client: BaseClient, date: ContextSpec, ids: DatasetIds
) -> ByHalves[AuiReferences]:
    """The best reference files for datasets of the archive, as plain lists of names.

    The operation was made for the archive's user interface. The server takes the matching
    parameters of each dataset from the archive and looks them up. The answer for an id is the pair
    `[true, files]`, or `[false, "NOT FOUND ..."]` when the dataset could not be looked up.
    Reference types that do not apply or whose look-up failed are left out of the list without a
    word, and the order of the files means nothing.

    Keys are the ids as they were asked, in capitals; in typed results a key is found by either
    half, in any case.

    Parameters
    ----------
    date
        The rules to use; a date, a symbolic context or the name of a mapping.
    ids
        The wanted datasets, whole ids or halves of them, in any case; at most 200.

    Returns
    -------
    ByHalves[AuiReferences]
        `AuiReferences`: The files for one dataset, in no particular order, or the text that
        says why there are none.

    Raises
    ------
    RequestInvalid
        The arguments are refused; nothing was sent.
    CrdsFault
        The server answered with an error object; its name, code and text say what it refused.

    Examples
    --------
    >>> answer = client.get_aui_best_references(
    ...     date="2016-01-01", ids=["JW80500017001_02101_00001.MIRIFUSHORT"]
    ... )

    Source: seed, api.py, server 2019.
    """
    return client.call(OPERATION, {"date": date, "ids": ids})
