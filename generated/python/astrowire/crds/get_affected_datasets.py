# Generated from spec/crds/get_affected_datasets.yaml; do not edit.
# Change the spec, then run `make generate`.
"""The datasets whose best references a change of the context has changed."""

from astrowire_runtime.client import BaseClient
from astrowire_runtime.operation import Parameter
from astrowire_runtime.patterns import Pattern
from astrowire_runtime.results import Plain
from astrowire_runtime.rpc import RpcOperation
from astrowire_runtime.values import UNSET, Answer, UnsetType

from .errors import CrdsFault
from .servers import PROTOCOL
from .types import DatasetId, Observatory, PmapName

_DATASET_ID = Pattern("^[A-Za-z0-9_.+-]{1,128}(:[A-Za-z0-9_.+-]{1,128})?$")


class AffectedDatasets(Answer, frozen=True, kw_only=True):
    """What the server computed of one change of the context.

    Source: server 2019.
    """

    computation_dir: str
    """Name of the folder of the computation; it ends in the numbers of the two contexts."""
    observatory: str | UnsetType = UNSET
    """The observatory."""
    affected_ids: list[DatasetId] | str
    """The datasets; or a text that starts with "FAILED:"."""
    bestrefs_status: int
    """Exit status of the computation; 0 means that all is well."""
    old_context: str | UnsetType = UNSET
    """The pmap before the change."""
    new_context: str | UnsetType = UNSET
    """The pmap after the change."""
    bestrefs_err_summary: str
    """What the computation logged, at most 1000 lines of it."""


def check_affected_datasets(value: AffectedDatasets) -> bool:
    """Say whether a decoded AffectedDatasets has what its type can't say."""
    if isinstance(value.affected_ids, list):
        for item in value.affected_ids:
            if not _DATASET_ID.match(item):
                return False
    return True


OPERATION: RpcOperation[AffectedDatasets] = RpcOperation(
    "get_affected_datasets",
    module=__name__,
    effect="read",
    stability="observed",
    parameters=(
        Parameter("observatory", required=True),
        Parameter("old_context"),
        Parameter("new_context"),
    ),
    protocol=PROTOCOL,
    fault=CrdsFault,
    max_body=268435456,
    result=Plain(AffectedDatasets, check=check_affected_datasets),
)


def get_affected_datasets(
    client: BaseClient,
    observatory: Observatory,
    *,
    old_context: PmapName | None = None,
    new_context: PmapName | None = None,
) -> AffectedDatasets:
    """The datasets whose best references a change of the context has changed.

    The server computes this once after each change of its default context. Not given, a context
    means any; of several changes that fit, the last is answered.

    Parameters
    ----------
    observatory
        Observatory whose datasets are asked for; must be the server's own.
    old_context, optional
        The pmap before the change; a date or a symbolic context is not taken.
    new_context, optional
        The pmap after the change; a date or a symbolic context is not taken.

    Returns
    -------
    AffectedDatasets
        What the server computed of one change of the context.

    Raises
    ------
    RequestInvalid
        The arguments are refused; nothing was sent.
    CrdsFault
        The server answered with an error object; its name, code and text say what it refused.

    Examples
    --------
    >>> answer = client.get_affected_datasets(
    ...     observatory="hst", old_context="hst_0683.pmap", new_context="hst_0684.pmap"
    ... )

    In no document; known from what servers answered.

    Source: api.py, server 2019, observed.
    """
    return client.call(
        OPERATION, {"observatory": observatory, "old_context": old_context, "new_context": new_context}
    )
