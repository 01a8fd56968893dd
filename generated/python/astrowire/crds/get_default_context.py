# Generated from spec/crds/get_default_context.yaml; do not edit.
# Change the spec, then run `make generate`.
"""The context that the archive's pipeline uses at present, for example "jwst_0101.pmap"."""

from typing import Literal

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
    "get_default_context",
    module=__name__,
    effect="read",
    parameters=(
        Parameter("observatory", required=True),
        Parameter("state"),
    ),
    protocol=PROTOCOL,
    fault=CrdsFault,
    when_given=("state",),
    result=Plain(PmapName, check=_PMAP_NAME),
)


def get_default_context(
    client: BaseClient, observatory: Observatory, *, state: Literal["latest", "edit", "build"] | None = None
) -> TextAnswer:
    """The context that the archive's pipeline uses at present, for example "jwst_0101.pmap".

    The value is set on the server. The context that a pipeline really works with may lag behind,
    until the pipeline has synchronised its copy of the rules; `get_remote_context` tells that one.

    The default was called *operational* until 2024 and is called *latest* since; it is the same
    thing.

    Parameters
    ----------
    observatory
        Observatory whose default is asked for; must be the server's own.
    state, optional
        Which context; the latest one if not given.

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
    >>> answer = client.get_default_context(observatory="jwst")

    Source: seed, api.py, proxy.py, history, server 2019, lib.
    """
    return client.call(OPERATION, {"observatory": observatory, "state": state})
