# Generated from spec/crds/system_describe.yaml; do not edit.
# Change the spec, then run `make generate`.
"""What the server's JSON-RPC library says of the service and of all its methods."""

from astrowire_runtime.client import BaseClient
from astrowire_runtime.results import Plain
from astrowire_runtime.rpc import RpcOperation
from astrowire_runtime.values import UNSET, Answer, UnsetType

from .errors import CrdsFault
from .servers import PROTOCOL


class MethodParameter(Answer, frozen=True, kw_only=True):
    """One parameter of a method.

    Source: lib.
    """

    name: str | UnsetType = UNSET
    """Its name."""
    type: str | UnsetType = UNSET
    """Its type, for documentation; it is not checked."""


class MethodResult(Answer, frozen=True, kw_only=True):
    """What a method answers.

    Source: lib.
    """

    type: str | UnsetType = UNSET
    """Its type, for documentation; it is not checked."""


class MethodDescription(Answer, frozen=True, kw_only=True, rename={"return_": "return"}):
    """One method of a JSON-RPC service.

    Source: lib.
    """

    name: str
    """Name of the method."""
    summary: str | None | UnsetType = UNSET
    """What the method does."""
    idempotent: bool | UnsetType = UNSET
    """Whether it may be called by GET."""
    params: list[MethodParameter] | UnsetType = UNSET
    """Its parameters in order."""
    return_: MethodResult | UnsetType = UNSET
    """What it answers."""


class ServiceDescription(Answer, frozen=True, kw_only=True):
    """A JSON-RPC service and its methods.

    Source: lib.
    """

    sdversion: str | UnsetType = UNSET
    """Version of this form of description."""
    name: str | UnsetType = UNSET
    """Name of the service."""
    id: str | UnsetType = UNSET
    """A URN of the service."""
    summary: str | UnsetType = UNSET
    """What the service is."""
    version: str | UnsetType = UNSET
    """Version of the service."""
    procs: list[MethodDescription] | UnsetType = UNSET
    """The methods."""


OPERATION: RpcOperation[ServiceDescription] = RpcOperation(
    "system_describe",
    module=__name__,
    effect="read",
    stability="source-only",
    parameters=(),
    protocol=PROTOCOL,
    fault=CrdsFault,
    method="system.describe",
    result=Plain(ServiceDescription),
)


def system_describe(client: BaseClient) -> ServiceDescription:
    """What the server's JSON-RPC library says of the service and of all its methods.

    The method is called `system.describe`. No client is known to use it.

    Returns
    -------
    ServiceDescription
        A JSON-RPC service and its methods.

    Raises
    ------
    RequestInvalid
        The arguments are refused; nothing was sent.
    CrdsFault
        The server answered with an error object; its name, code and text say what it refused.

    Examples
    --------
    >>> answer = client.system_describe()

    In no document; known from the source of the server's programs only.

    Source: lib.
    """
    return client.call(OPERATION, {})
