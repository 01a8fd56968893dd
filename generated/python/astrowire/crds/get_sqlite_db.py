# Generated from spec/crds/get_sqlite_db.yaml; do not edit.
# Change the spec, then run `make generate`.
"""The server's catalogue and the history of its contexts as a SQLite database."""

from astrowire_runtime.client import BaseClient
from astrowire_runtime.databases import Database
from astrowire_runtime.operation import Parameter
from astrowire_runtime.results import Plain
from astrowire_runtime.rpc import RpcOperation

from .errors import CrdsFault
from .servers import PROTOCOL
from .types import Observatory

OPERATION: RpcOperation[Database] = RpcOperation(
    "get_sqlite_db",
    module=__name__,
    effect="bulk",
    stability="observed",
    parameters=(Parameter("observatory", required=True),),
    protocol=PROTOCOL,
    fault=CrdsFault,
    max_body=268435456,
    result=Plain(str, finish=Database.unpacked),
)


def get_sqlite_db(client: BaseClient, observatory: Observatory) -> Database:
    """The server's catalogue and the history of its contexts as a SQLite database.

    The database has the tables `crds_<observatory>_catalog` and
    `crds_<observatory>_context_history`, the latter with the columns id, name, start_date, context,
    state and description. On the wire it is one text, base64 of zlib.

    Parameters
    ----------
    observatory
        Observatory whose database is asked for; must be the server's own.

    Returns
    -------
    Database
        The answer.

    Raises
    ------
    RequestInvalid
        The arguments are refused; nothing was sent.
    CrdsFault
        The server answered with an error object; its name, code and text say what it refused.

    Examples
    --------
    >>> answer = client.get_sqlite_db(observatory="hst")

    In no document; known from what servers answered.

    Source: api.py, guide, server 2019, observed.
    """
    return client.call(OPERATION, {"observatory": observatory})
