# Generated from spec/crds/get_dataset_ids.yaml; do not edit.
# Change the spec, then run `make generate`.
"""The ids of all datasets of one instrument that the archive knows."""

from astrowire_runtime.client import BaseClient
from astrowire_runtime.containers import ListAnswer
from astrowire_runtime.operation import Parameter
from astrowire_runtime.patterns import Pattern
from astrowire_runtime.results import Plain
from astrowire_runtime.rpc import RpcOperation

from .errors import CrdsFault
from .servers import PROTOCOL
from .types import ContextSpec, DatasetId

_DATASET_ID = Pattern("^[A-Za-z0-9_.+-]{1,128}(:[A-Za-z0-9_.+-]{1,128})?$")


def _check(answer: list[DatasetId]) -> bool:
    """Say whether a decoded answer has what its type can't say."""
    for item in answer:
        if not _DATASET_ID.match(item):
            return False
    return True


OPERATION: RpcOperation[ListAnswer[DatasetId]] = RpcOperation(
    "get_dataset_ids",
    module=__name__,
    effect="read",
    parameters=(
        Parameter("context", required=True),
        Parameter("instrument", required=True),
        Parameter("datasets_since"),
    ),
    protocol=PROTOCOL,
    fault=CrdsFault,
    when_given=("datasets_since",),
    max_body=268435456,
    result=Plain(list[DatasetId], check=_check),
)


def get_dataset_ids(
    client: BaseClient, context: ContextSpec, instrument: str, *, datasets_since: str | None = None
) -> ListAnswer[DatasetId]:
    """The ids of all datasets of one instrument that the archive knows.

    Ids have two parts with a colon between. `get_dataset_headers_by_id` and
    `get_aui_best_references` take them whole or by either half. The answer can be long, since it
    names every dataset of the instrument. HST ids come sorted, JWST ids in the archive's order.

    Parameters
    ----------
    context
        The rules for which ids are wanted; a date or a symbolic context for those in use.
    instrument
        Instrument of the observatory, in any case; "system" and "synphot" have no datasets.
    datasets_since, optional
        Only datasets acquired after this time, "YYYY-MM-DD HH:MM:SS" or with a T between.

    Returns
    -------
    ListAnswer[DatasetId]
        `DatasetId`: A dataset id; one part, or two parts joined by a colon, each of at most 128
        characters.

    Raises
    ------
    RequestInvalid
        The arguments are refused; nothing was sent.
    CrdsFault
        The server answered with an error object; its name, code and text say what it refused.

    Examples
    --------
    >>> answer = client.get_dataset_ids(context="2016-01-01T00:00:00", instrument="miri")

    Source: seed, api.py, server 2019.
    """
    return client.call(
        OPERATION, {"context": context, "instrument": instrument, "datasets_since": datasets_since}
    )
