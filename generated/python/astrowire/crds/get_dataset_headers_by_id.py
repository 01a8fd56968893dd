# Generated from spec/crds/get_dataset_headers_by_id.yaml; do not edit.
# Change the spec, then run `make generate`.
"""The matching parameters that the archive holds for given datasets."""

from typing import TypeAlias

from astrowire_runtime.client import BaseClient
from astrowire_runtime.containers import ByHalves
from astrowire_runtime.operation import Batch, Parameter
from astrowire_runtime.results import Plain
from astrowire_runtime.rpc import RpcOperation
from astrowire_runtime.values import Sentinel, sentinels

from .errors import CrdsFault
from .servers import PROTOCOL
from .types import ContextSpec, DatasetIds

DatasetHeader: TypeAlias = dict[str, str | int | float | bool | None]
"""The matching parameters of one dataset; keyword to value.

Values are strings as a rule: HST numbers are decimal text such as "15.0", and what is unknown is
`UNDEFINED`. Roman sends some as JSON numbers. HST headers also hold the historical reference
keywords (BIASFILE, FLATFILE), EXPSTART, the names and kind of members (MEMBER_NAME_DSN,
MEMBER_TYPE, ASN_ID_DSN), DATE-OBS and TIME-OBS. JWST adds PARAMS_SOURCE, PARAMS_DATE, PARAMS_CTX
and the archive's `productLevel`, for example "2a" or "2b" (Roman "2").

Source: seed, server 2019, test, guide.
"""


class DatasetNotFound(Sentinel):
    """The archive has no header for the dataset; the text says why."""

    PREFIX = "NOT FOUND"


DatasetReason: TypeAlias = str
"""Why there is no header for a dataset; starts with "NOT FOUND".

Known texts: `NOT FOUND no match found in query` (HST); `NOT FOUND dataset ID does not exist
'<id>'`, `NOT FOUND bad ID format for '<id>'`, `NOT FOUND No instrument name found for dataset`,
`NOT FOUND unhandled parameter set format for '<id>'` (JWST and Roman).

Source: server 2019.
"""

tell_dataset_reason = sentinels(DatasetNotFound)


def _finish(answer: dict[str, DatasetHeader | DatasetReason]) -> ByHalves[DatasetHeader | DatasetReason]:
    """Give a decoded value the form that users see."""
    for key, item in answer.items():
        if isinstance(item, str):
            answer[key] = tell_dataset_reason(item)
    return ByHalves(answer)


OPERATION: RpcOperation[ByHalves[DatasetHeader | DatasetReason]] = RpcOperation(
    "get_dataset_headers_by_id",
    module=__name__,
    effect="read",
    parameters=(
        Parameter("context_specifier", required=True),
        Parameter("ids", required=True),
        Parameter("datasets_since"),
    ),
    protocol=PROTOCOL,
    fault=CrdsFault,
    batch=Batch("ids", 200),
    result=Plain(dict[str, DatasetHeader | DatasetReason], finish=_finish),
)


def get_dataset_headers_by_id(
    client: BaseClient, context_specifier: ContextSpec, ids: DatasetIds, *, datasets_since: str | None = None
) -> ByHalves[DatasetHeader | DatasetReason]:
    """The matching parameters that the archive holds for given datasets.

    The headers can be given to `get_best_references` as they are, after numbers have been written
    as strings. A dataset that the archive does not have is no error of the call: its value is a
    text that starts with `NOT FOUND`.

    Answers for HST and JWST are keyed by the two-part id in capitals, also when half an id was
    asked for; the documents show one half as key. An HST product id is answered by one entry for
    each of its exposures: `I9ZF01010` by `I9ZF01010:I9ZF01DZQ`, `I9ZF01010:I9ZF01E0Q`,
    `I9ZF01010:I9ZF01E1Q` and `I9ZF01010:I9ZF01E3Q`. In typed results a key is found by either half,
    in any case.

    Parameters
    ----------
    context_specifier
        The rules whose parameters are wanted; a context, a date or a symbolic context.
    ids
        The wanted datasets, whole ids or halves of them, in any case; at most 200.
    datasets_since, optional
        Only datasets acquired after this time, "YYYY-MM-DD HH:MM:SS" or with a T between.

    Returns
    -------
    ByHalves[DatasetHeader | DatasetReason]
        `DatasetHeader`: The matching parameters of one dataset; keyword to value.
        `DatasetReason`: Why there is no header for a dataset; starts with "NOT FOUND".

    Raises
    ------
    RequestInvalid
        The arguments are refused; nothing was sent.
    CrdsFault
        The server answered with an error object; its name, code and text say what it refused.

    Examples
    --------
    >>> answer = client.get_dataset_headers_by_id(
    ...     context_specifier="2016-01-01", ids=["JW96090001004_03101_00001.NRCB2"]
    ... )

    Source: seed, api.py, server 2019, test.
    """
    return client.call(
        OPERATION, {"context_specifier": context_specifier, "ids": ids, "datasets_since": datasets_since}
    )
