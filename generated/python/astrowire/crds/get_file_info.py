# Generated from spec/crds/get_file_info.yaml; do not edit.
# Change the spec, then run `make generate`.
"""What the server's catalogue says of one mapping or reference file."""

from typing import TypeAlias

from astrowire_runtime.client import BaseClient
from astrowire_runtime.operation import Parameter
from astrowire_runtime.results import Plain
from astrowire_runtime.rpc import RpcOperation

from .errors import CrdsFault
from .servers import PROTOCOL
from .types import FileInfo, FileName, check_file_info

ObservatoryOrContext: TypeAlias = str
"""An observatory, or a context that starts with the name of one.

Symbolic and dated contexts start with their observatory too; a bare date names none and is refused.

Source: seed, server 2019.
"""


OPERATION: RpcOperation[FileInfo] = RpcOperation(
    "get_file_info",
    module=__name__,
    effect="read",
    parameters=(
        Parameter("pipeline_context", required=True),
        Parameter("filename", required=True),
    ),
    protocol=PROTOCOL,
    fault=CrdsFault,
    result=Plain(FileInfo, check=check_file_info),
)


def get_file_info(client: BaseClient, pipeline_context: ObservatoryOrContext, filename: FileName) -> FileInfo:
    """What the server's catalogue says of one mapping or reference file.

    An unknown file, and one that is not yet available for distribution, fail the call.
    `get_file_info_map` asks for several files at once and answers unknown names without failing.

    Parameters
    ----------
    pipeline_context
        The observatory, as in "jwst"; a context of it is taken too, and means its observatory.
    filename
        Name of the file, without a folder.

    Returns
    -------
    FileInfo
        What the server's catalogue says of one file.

    Raises
    ------
    RequestInvalid
        The arguments are refused; nothing was sent.
    CrdsFault
        The server answered with an error object; its name, code and text say what it refused.

    Examples
    --------
    >>> answer = client.get_file_info(pipeline_context="jwst", filename="jwst_miri_flat_0023.fits")

    Source: seed, api.py, server 2019.
    """
    return client.call(OPERATION, {"pipeline_context": pipeline_context, "filename": filename})
