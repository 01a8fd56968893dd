# Generated from spec/crds/get_delivery_status.yaml; do not edit.
# Change the spec, then run `make generate`.
"""What became of the deliveries of files since a date, newest first."""

from astrowire_runtime.client import BaseClient
from astrowire_runtime.containers import ListAnswer
from astrowire_runtime.operation import Parameter
from astrowire_runtime.results import Plain
from astrowire_runtime.rpc import RpcOperation
from astrowire_runtime.values import UNSET, Answer, UnsetType

from .errors import CrdsFault
from .servers import PROTOCOL


class Delivery(Answer, frozen=True, kw_only=True):
    """One delivery of files to the archive.

    Source: server 2019.
    """

    date: str
    """When the files were delivered."""
    action: str | UnsetType = UNSET
    """What was done, for example "batch submit"."""
    description: str | UnsetType = UNSET
    """What the submitter wrote; free text."""
    files: list[str]
    """Names of the files."""
    catalog: str | UnsetType = UNSET
    """Name of the delivery's catalogue."""
    status: str
    """How far the delivery has come."""


OPERATION: RpcOperation[ListAnswer[Delivery]] = RpcOperation(
    "get_delivery_status",
    module=__name__,
    effect="read",
    stability="source-only",
    parameters=(Parameter("since", required=True),),
    protocol=PROTOCOL,
    fault=CrdsFault,
    result=Plain(list[Delivery]),
)


def get_delivery_status(client: BaseClient, since: str) -> ListAnswer[Delivery]:
    """What became of the deliveries of files since a date, newest first.

    Parameters
    ----------
    since
        Deliveries on and after this time are wanted, "YYYY-MM-DD HH:MM:SS" or with a T between.

    Returns
    -------
    ListAnswer[Delivery]
        `Delivery`: One delivery of files to the archive.

    Raises
    ------
    RequestInvalid
        The arguments are refused; nothing was sent.
    CrdsFault
        The server answered with an error object; its name, code and text say what it refused.

    Examples
    --------
    >>> answer = client.get_delivery_status(since="2019-01-01T00:00:00")

    In no document; known from the source of the server's programs only.

    Source: server 2019.
    """
    return client.call(OPERATION, {"since": since})
