# Generated from spec/tides/service.yaml; do not edit.
# Change the spec, then run `make generate`.
"""The typed client of the service."""

from astrowire_runtime.client import BaseClient

from .chart import chart
from .heights import heights
from .levels import levels
from .notices import notices
from .predictions import predictions
from .report import report
from .servers import SERVERS


class Client(BaseClient):
    """Tides of some ports, asked by JSON-RPC.

    Parameters
    ----------
    server : str or ServerConfig, optional
        Id (any case), configuration, or base URL.
    base_url, deadline, timeout, attempts, session, strict
        By keyword; see `BaseClient`.
    """

    SERVERS = SERVERS
    DEFAULT_SERVER = None
    USER_AGENT = "harbour/1.2.3"

    chart = chart
    heights = heights
    levels = levels
    notices = notices
    predictions = predictions
    report = report
