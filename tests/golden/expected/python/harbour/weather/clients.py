# Generated from spec/weather/service.yaml; do not edit.
# Change the spec, then run `make generate`.
"""The typed client of the service."""

from astrowire_runtime.client import BaseClient

from .observations import observations
from .order import order
from .picture import picture
from .printout import printout
from .readings import readings
from .retire import retire
from .sensors import sensors
from .servers import SERVERS
from .stations import stations
from .ticket import ticket


class Client(BaseClient):
    """Weather stations, asked through CGI programs.

    Errors come inside HTTP 200.

    Parameters
    ----------
    server : str or ServerConfig, optional
        Id (any case), configuration, or base URL.
    base_url, deadline, timeout, attempts, session, strict
        By keyword; see `BaseClient`.
    """

    SERVERS = SERVERS
    DEFAULT_SERVER = "north"
    USER_AGENT = "harbour/1.2.3"

    observations = observations
    order = order
    picture = picture
    printout = printout
    readings = readings
    retire = retire
    sensors = sensors
    stations = stations
    ticket = ticket
