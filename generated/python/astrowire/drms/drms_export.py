# Generated from spec/drms/drms_export.yaml; do not edit.
# Change the spec, then run `make generate`.
"""Fetch the files of a record set at once, as one stream."""

from typing import Literal

from astrowire_runtime.cgi import CgiOperation
from astrowire_runtime.client import BaseClient
from astrowire_runtime.codecs import Setting, Text
from astrowire_runtime.containers import BytesAnswer
from astrowire_runtime.operation import Parameter
from astrowire_runtime.results import Broken, Opaque
from astrowire_runtime.values import Answer

from .errors import ExportFailed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from astrowire_runtime.drms import RecordSet


class NoStream(Answer, frozen=True, kw_only=True):
    """A page in place of files.

    Source: drms-export.cgi.
    """

    error: str
    """What happened."""


OPERATION: CgiOperation[BytesAnswer] = CgiOperation(
    "drms_export",
    module=__name__,
    effect="bulk",
    stability="source-only",
    parameters=(
        Parameter("spec", required=True, language="RecordSet"),
        Parameter("filename"),
        Parameter("compression"),
        Parameter("skiptar"),
        Parameter("webserver"),
    ),
    endpoint="drms_export",
    query=(
        Text("spec", "spec"),
        Text("filename", "filename"),
        Text("compression", "compression"),
        Text("skiptar", "skiptar"),
        Text("webserver", "webserver"),
        Setting("dbhost", "dbhost"),
    ),
    charset="latin-1",
    max_body=268435456,
    broken=(
        Broken(
            "^[ \\n\\r\\t]*<[^\\n]*(\\n[^\\n]*)*$",
            ExportFailed,
            NoStream,
            values={},
            message="error",
            text="The server sent a page of HTML in place of files.",
        ),
    ),
    result=Opaque(BytesAnswer),
)


def drms_export(
    client: BaseClient,
    spec: "RecordSet | str",
    *,
    filename: str | None = None,
    compression: Literal["rice", "none"] | None = None,
    skiptar: Literal["true", "false"] | None = None,
    webserver: str | None = None,
) -> BytesAnswer:
    """Fetch the files of a record set at once, as one stream.

    The program streams a tar file, or a FITS file. The answer is bytes in memory, up to the cap of
    256 MiB; larger exports are for `exp_request`. Nothing is written to a disk.

    Parameters
    ----------
    spec
        The record set.
    filename, optional
        A template of file names, such as `hmi.m_720s.{T_REC:A}.{segment}`.
    compression, optional
        Whether the program compresses the images; not, if nothing is said.
    skiptar, optional
        `true` for the bare FITS file, as the program does if nothing is said; `false` for a tar
        file.
    webserver, optional
        Name of the web server that was asked, such as `jsoc.stanford.edu`.

    Returns
    -------
    BytesAnswer
        A tar file, or a FITS file, in memory.

    Raises
    ------
    RequestInvalid
        The arguments are refused; nothing was sent.
    ExportFailed
        The export was refused or went wrong (status 4, or "1" in a finished index); its text
        says why.

    Examples
    --------
    >>> answer = client.drms_export(spec="hmi.m_45s[2015.6.1]{magnetogram}")

    In no document; known from the source of the server's programs only. Offered by JSOC, JSOC, with
    internal series.

    Source: web exportdata, securedrms.py.
    """
    return client.call(
        OPERATION,
        {
            "spec": spec,
            "filename": filename,
            "compression": compression,
            "skiptar": skiptar,
            "webserver": webserver,
        },
    )
