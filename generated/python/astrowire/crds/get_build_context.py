# Generated from spec/crds/get_build_context.yaml; do not edit.
# Change the spec, then run `make generate`.
"""The context that fits a version of the calibration software, for example "jwst_1293.pmap"."""

from astrowire_runtime.client import BaseClient
from astrowire_runtime.containers import TextAnswer
from astrowire_runtime.operation import Parameter
from astrowire_runtime.patterns import Pattern
from astrowire_runtime.results import Plain
from astrowire_runtime.rpc import RpcOperation

from .errors import CrdsFault
from .servers import PROTOCOL
from .types import Observatory, PmapName

_PMAP_NAME = Pattern(r"^[a-z]{2,9}(?:_[0-9]{4})?\.pmap$")


OPERATION: RpcOperation[TextAnswer] = RpcOperation(
    "get_build_context",
    module=__name__,
    effect="read",
    stability="source-only",
    parameters=(
        Parameter("observatory", required=True),
        Parameter("calver", required=True),
    ),
    protocol=PROTOCOL,
    fault=CrdsFault,
    result=Plain(PmapName, check=_PMAP_NAME),
)


def get_build_context(client: BaseClient, observatory: Observatory, calver: str) -> TextAnswer:
    """The context that fits a version of the calibration software, for example "jwst_1293.pmap".

    The server falls back to the nearest earlier patch version, and at last to the latest context.
    This is known from the public client alone; how the server matches versions, and how it refuses
    them, is not.

    The public client cuts the version of the installed package (`jwst` for JWST, `romancal` for
    Roman, `caldp` for HST) down to three numbers. It does not call when the package is missing,
    asks for the edit context when the version contains `dev`, and takes the latest context when the
    server answers with an error.

    Parameters
    ----------
    observatory
        Observatory whose context is asked for; must be the server's own.
    calver
        Version of the calibration software; one to three numbers with dots between, as
        "1.16.0".

    Returns
    -------
    TextAnswer
        The name of a pmap, the top mapping of one context, such as "jwst_0565.pmap".

    Raises
    ------
    RequestInvalid
        The arguments are refused; nothing was sent.
    CrdsFault
        The server answered with an error object; its name, code and text say what it refused.

    Examples
    --------
    >>> answer = client.get_build_context(observatory="jwst", calver="1.16.0")

    In no document; known from the source of the server's programs only.

    Source: api.py.
    """
    return client.call(OPERATION, {"observatory": observatory, "calver": calver})
