# Generated from spec/crds/get_system_versions.yaml; do not edit.
# Change the spec, then run `make generate`.
"""The versions of the calibration steps that belong to one release of the calibration software."""

from typing import TypeAlias

from astrowire_runtime.client import BaseClient
from astrowire_runtime.operation import Parameter
from astrowire_runtime.results import Plain
from astrowire_runtime.rpc import RpcOperation
from astrowire_runtime.values import UNSET, Answer, UnsetType

from .errors import CrdsFault
from .servers import PROTOCOL

VersionsContext: TypeAlias = str
"""A context, or the text "null" or "none" in any case for the observatory's versions context.

The texts "null" and "none" are real texts on the wire; a JSON null makes the server fail.

Source: seed, server 2019, observed.
"""


class SystemVersions(Answer, frozen=True, kw_only=True, rename={"cal_ver": "CAL_VER"}):
    """What the reference file of the release says; no member is promised.

    Source: seed.
    """

    cal_ver: str | UnsetType = UNSET
    """Version of the calibration software as a whole."""
    versions: dict[str, str | None] | UnsetType = UNSET
    """Name of a calibration step to its version; null where the step has no version of its own."""
    reftype: str | UnsetType = UNSET
    """Type of the reference file."""
    instrument: str | UnsetType = UNSET
    """Instrument that the reference file is filed under."""
    author: str | UnsetType = UNSET
    """Who made the file."""
    descrip: str | UnsetType = UNSET
    """What the file is; free text."""
    history: str | UnsetType = UNSET
    """How the file was made; free text."""


OPERATION: RpcOperation[SystemVersions] = RpcOperation(
    "get_system_versions",
    module=__name__,
    effect="read",
    parameters=(
        Parameter("master_version", required=True),
        Parameter("context"),
    ),
    protocol=PROTOCOL,
    fault=CrdsFault,
    null_as={"context": "null"},
    result=Plain(SystemVersions),
)


def get_system_versions(
    client: BaseClient, master_version: str, *, context: VersionsContext | None = None
) -> SystemVersions:
    """The versions of the calibration steps that belong to one release of the calibration software.

    The master version of a release selects, under the rules of the context, a reference file of the
    type CALVER; the answer is what this file holds. The documents warn that the file's structure is
    not part of this interface: all members are optional here, and unknown ones are kept.

    When no context is given, the text "null" is sent, which stands for the observatory's versions
    context (`jwst-versions`, `roman-versions`). That one is meant to grow only, so that the meaning
    of a version does not change. In practice only JWST has such files.

    Parameters
    ----------
    master_version
        Version of the calibration software as a whole, for example "0.6.0noop.dev307".
    context, optional
        The rules that translate the version; not given, "null" or "none", the versions context.

    Returns
    -------
    SystemVersions
        What the reference file of the release says; no member is promised.

    Raises
    ------
    RequestInvalid
        The arguments are refused; nothing was sent.
    CrdsFault
        The server answered with an error object; its name, code and text say what it refused.

    Examples
    --------
    >>> answer = client.get_system_versions(master_version="0.6.0noop.dev307", context="null")

    Source: seed, api.py, server 2019.
    """
    return client.call(OPERATION, {"master_version": master_version, "context": context})
