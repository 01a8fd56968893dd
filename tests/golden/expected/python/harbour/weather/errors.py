# Generated from spec/weather/service.yaml; do not edit.
# Change the spec, then run `make generate`.
"""What the service says no with."""

from astrowire_runtime.errors import RemoteError
from astrowire_runtime.patterns import every, first


class OrderRefused(RemoteError):
    """The order was refused.

    Wait for the orders that are open.

    Source: server.
    """

    @property
    def desk(self) -> str | None:
        """The desk that refused, or None."""
        return first("desk [A-Z]", self.answer.error)

    @property
    def order_ids(self) -> list[str]:
        """Numbers of the open orders.

        In the order of the text.

        Source: server.
        """
        return every("W[0-9]{4}", self.answer.error)


class StationError(RemoteError):
    """The station is not known, or says nothing."""


class UnknownStatus(RemoteError):
    """A status that the handbook does not list."""
