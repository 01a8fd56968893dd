# Generated from spec/crds/file_exists.yaml; do not edit.
# Change the spec, then run `make generate`.
"""Whether the server knows a file and gives it out; if not, the call fails."""

from astrowire_runtime.client import BaseClient
from astrowire_runtime.operation import Parameter
from astrowire_runtime.results import Plain
from astrowire_runtime.rpc import RpcOperation

from .errors import CrdsFault
from .servers import PROTOCOL
from .types import FileName

OPERATION: RpcOperation[bool] = RpcOperation(
    "file_exists",
    module=__name__,
    effect="read",
    stability="source-only",
    parameters=(Parameter("filename", required=True),),
    protocol=PROTOCOL,
    fault=CrdsFault,
    result=Plain(bool),
)


def file_exists(client: BaseClient, filename: FileName) -> bool:
    """Whether the server knows a file and gives it out; if not, the call fails.

    The answer is true; a file that is unknown or not yet available is an error.

    Parameters
    ----------
    filename
        Name of the file, without a folder.

    Returns
    -------
    bool
        The answer.

    Raises
    ------
    RequestInvalid
        The arguments are refused; nothing was sent.
    CrdsFault
        The server answered with an error object; its name, code and text say what it refused.

    Examples
    --------
    >>> answer = client.file_exists(filename="jwst_miri_flat_0030.fits")

    In no document; known from the source of the server's programs only.

    Source: server 2019.
    """
    return client.call(OPERATION, {"filename": filename})
