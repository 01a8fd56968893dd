# Generated from spec/weather/ticket.yaml; do not edit.
# Change the spec, then run `make generate`.
"""Get a number for the queue."""

from astrowire_runtime.cgi import CgiOperation
from astrowire_runtime.client import BaseClient
from astrowire_runtime.codecs import Fixed
from astrowire_runtime.results import Plain
from astrowire_runtime.values import UNSET, Answer, UnsetType

from .errors import OrderRefused


class Ticket(Answer, frozen=True, kw_only=True):
    """A number for the queue.

    Source: server.
    """

    number: str
    """The number."""
    error: str | UnsetType = UNSET
    """Why there is none."""


OPERATION: CgiOperation[Ticket] = CgiOperation(
    "ticket",
    module=__name__,
    effect="read-once",
    stability="observed",
    parameters=(),
    endpoint="orders",
    query=(Fixed("op", "ticket"),),
    charset="latin-1",
    result=Plain(Ticket, bad=("number", "NONE", OrderRefused)),
)


def ticket(client: BaseClient) -> Ticket:
    """Get a number for the queue.

    Returns
    -------
    Ticket
        A number for the queue.

    Raises
    ------
    RequestInvalid
        The arguments are refused; nothing was sent.
    OrderRefused
        The order was refused.

    In no document; known from what servers answered. Offered by North.

    Source: server.
    """
    return client.call(OPERATION, {})
