# Generated from spec/tides/chart.yaml; do not edit.
# Change the spec, then run `make generate`.
"""All levels of a port as a database."""

from typing import TypeAlias

from astrowire_runtime.client import BaseClient
from astrowire_runtime.databases import Database
from astrowire_runtime.operation import Parameter
from astrowire_runtime.results import Plain
from astrowire_runtime.rpc import RpcOperation

from .errors import TideFault
from .servers import PROTOCOL
from .types import PortId

PackedChart: TypeAlias = str
"""The database.

Source: guide.
"""


OPERATION: RpcOperation[Database] = RpcOperation(
    "chart",
    module=__name__,
    effect="bulk",
    parameters=(Parameter("port", required=True),),
    protocol=PROTOCOL,
    fault=TideFault,
    result=Plain(PackedChart, finish=Database.unpacked),
)


def chart(client: BaseClient, port: PortId) -> Database:
    """All levels of a port as a database.

    Parameters
    ----------
    port
        The port.

    Returns
    -------
    Database
        The database.

    Raises
    ------
    RequestInvalid
        The arguments are refused; nothing was sent.
    TideFault
        The server refused a call.

    Source: guide.
    """
    return client.call(OPERATION, {"port": port})
