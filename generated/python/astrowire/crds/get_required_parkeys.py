# Generated from spec/crds/get_required_parkeys.yaml; do not edit.
# Change the spec, then run `make generate`.
"""The names of the matching parameters that a context's rules look at."""

from typing import TypeAlias

from astrowire_runtime.client import BaseClient
from astrowire_runtime.containers import ListAnswer, MapAnswer
from astrowire_runtime.operation import Parameter
from astrowire_runtime.results import Plain
from astrowire_runtime.rpc import RpcOperation

from .errors import CrdsFault
from .servers import PROTOCOL
from .types import ContextSpec

ParameterNames: TypeAlias = list[str]
"""Names of matching parameters, as headers hold them.

Source: seed, rmap.py.
"""


OPERATION: RpcOperation[ListAnswer[str] | MapAnswer[ParameterNames]] = RpcOperation(
    "get_required_parkeys",
    module=__name__,
    effect="read",
    parameters=(Parameter("context", required=True),),
    protocol=PROTOCOL,
    fault=CrdsFault,
    result=Plain(ParameterNames | dict[str, ParameterNames]),
)


def get_required_parkeys(
    client: BaseClient, context: ContextSpec
) -> ListAnswer[str] | MapAnswer[ParameterNames]:
    """The names of the matching parameters that a context's rules look at.

    With these names a long header can be cut down to what the choice of references depends on.

    For a pmap the answer is an object: instrument, in lower case, to the names for that instrument,
    of which the first is the instrument's own keyword and the others are sorted, `REFTYPE` among
    them. For an imap or rmap the answer is one array of names. Lists for JWST always hold
    META.VISIT.TSOVISIT and META.INSTRUMENT.LAMP_STATE.

    Parameters
    ----------
    context
        The rules to look into; a pmap, imap or rmap, a date or a symbolic context.

    Returns
    -------
    ListAnswer[str] | MapAnswer[ParameterNames]
        `ParameterNames`: Names of matching parameters, as headers hold them.

    Raises
    ------
    RequestInvalid
        The arguments are refused; nothing was sent.
    CrdsFault
        The server answered with an error object; its name, code and text say what it refused.

    Examples
    --------
    >>> answer = client.get_required_parkeys(context="hst_0366.pmap")

    Source: seed, rmap.py, computed.
    """
    return client.call(OPERATION, {"context": context})
