# Generated from spec/crds/jpoll_pull_messages.yaml; do not edit.
# Change the spec, then run `make generate`.
"""What a submission that is being worked on has said, oldest message first."""

from astrowire_runtime.client import BaseClient
from astrowire_runtime.containers import ListAnswer
from astrowire_runtime.operation import EffectBy, Parameter
from astrowire_runtime.results import Plain
from astrowire_runtime.rpc import RpcOperation
from astrowire_runtime.values import UNSET, Answer, UnsetType

from .errors import CrdsFault
from .servers import PROTOCOL


class JpollOutcome(Answer, frozen=True, kw_only=True):
    """How the work on a submission ended.

    Source: submit, server 2019.
    """

    status: int | UnsetType = UNSET
    """0 for done, 1 for failed, 3 for cancelled."""
    result: str | UnsetType = UNSET
    """As a rule the URL of the result."""


class JpollMessage(Answer, frozen=True, kw_only=True):
    """One message of a submission that is being worked on.

    Source: submit, server 2019.
    """

    type: str
    """What kind of message it is."""
    id: int
    """Number of the message; later ones have greater numbers."""
    time: str | UnsetType = UNSET
    """When it was sent, in the server's time."""
    data: str | JpollOutcome
    """A text, HTML-escaped; of "done", how the work ended."""
    channel: str | UnsetType = UNSET
    """Key of the channel."""


OPERATION: RpcOperation[ListAnswer[JpollMessage]] = RpcOperation(
    "jpoll_pull_messages",
    module=__name__,
    effect="read-once",
    stability="observed",
    effect_by=EffectBy("since_id", "read"),
    parameters=(
        Parameter("key", required=True, secret=True),
        Parameter("since_id"),
    ),
    protocol=PROTOCOL,
    fault=CrdsFault,
    result=Plain(list[JpollMessage]),
)


def jpoll_pull_messages(
    client: BaseClient, key: str, *, since_id: int | str | None = None
) -> ListAnswer[JpollMessage]:
    """What a submission that is being worked on has said, oldest message first.

    With `since_id` the server answers every message with a greater id, so that asking again loses
    nothing: begin with "0" and go on with the greatest id that has come. Without it the public
    client's description promises what came since the last call, which can't be asked for twice; the
    server of 2019 answers an error.

    A channel that is not found belongs to work that has not begun yet.

    Parameters
    ----------
    key
        Key of the channel, which the server gave for one submission.
    since_id, optional
        Only messages with a greater id are wanted; a number written as text.

    Returns
    -------
    ListAnswer[JpollMessage]
        `JpollMessage`: One message of a submission that is being worked on.

    Raises
    ------
    RequestInvalid
        The arguments are refused; nothing was sent.
    CrdsFault
        The server answered with an error object; its name, code and text say what it refused.

    Examples
    --------
    >>> answer = client.jpoll_pull_messages(key="81323850-9517-416c-ae88-e6481de10a71", since_id="0")

    In no document; known from what servers answered.

    Source: api.py, submit, server 2019, observed.
    """
    return client.call(OPERATION, {"key": key, "since_id": since_id})
