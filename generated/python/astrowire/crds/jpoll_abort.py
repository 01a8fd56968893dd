# Generated from spec/crds/jpoll_abort.yaml; do not edit.
# Change the spec, then run `make generate`.
"""Ask the server to stop the work on a submission."""

from astrowire_runtime.client import BaseClient
from astrowire_runtime.containers import ListAnswer, MapAnswer, TextAnswer
from astrowire_runtime.operation import Parameter
from astrowire_runtime.results import Plain
from astrowire_runtime.rpc import RpcOperation

from .errors import CrdsFault
from .servers import PROTOCOL

OPERATION: RpcOperation[
    TextAnswer
    | int
    | float
    | bool
    | None
    | ListAnswer[str | int | float | bool | None]
    | MapAnswer[str | int | float | bool | None]
] = RpcOperation(
    "jpoll_abort",
    module=__name__,
    effect="write",
    stability="observed",
    parameters=(Parameter("key", required=True, secret=True),),
    protocol=PROTOCOL,
    fault=CrdsFault,
    result=Plain(
        str
        | int
        | float
        | bool
        | None
        | list[str | int | float | bool | None]
        | dict[str, str | int | float | bool | None]
    ),
)


def jpoll_abort(
    client: BaseClient, key: str
) -> (
    TextAnswer
    | int
    | float
    | bool
    | None
    | ListAnswer[str | int | float | bool | None]
    | MapAnswer[str | int | float | bool | None]
):
    """Ask the server to stop the work on a submission.

    The work is meant to end at the next message that it writes. What a server answers is not known:
    in the public copy of 2019 the method can't work, and no caller in the public client is known.
    So every answer is taken.

    Parameters
    ----------
    key
        Key of the channel, which the server gave for one submission.

    Returns
    -------
    TextAnswer | int | float | bool | None | ListAnswer[str | int | float | bool | None] | MapAnswer[str | int | float | bool | None]
        The answer.

    Raises
    ------
    RequestInvalid
        The arguments are refused; nothing was sent.
    CrdsFault
        The server answered with an error object; its name, code and text say what it refused.

    Examples
    --------
    >>> answer = client.jpoll_abort(key="81323850-9517-416c-ae88-e6481de10a71")

    In no document; known from what servers answered.

    Source: api.py, server 2019, observed.
    """
    return client.call(OPERATION, {"key": key})
