# Generated from spec/crds/get_best_references.yaml; do not edit.
# Change the spec, then run `make generate`.
"""The best reference files for one set of matching parameters."""

from astrowire_runtime.client import BaseClient
from astrowire_runtime.containers import MapAnswer
from astrowire_runtime.operation import Parameter
from astrowire_runtime.results import Plain, one_by_one
from astrowire_runtime.rpc import RpcOperation

from .errors import CrdsFault
from .servers import PROTOCOL
from .types import BestReferences, ContextSpec, Header, Reference, ReferenceTypes, tell_reference


def _finish(value: Reference | list[str] | dict[str, str]) -> Reference | list[str] | dict[str, str]:
    """Give a decoded value the form that users see."""
    return tell_reference(value) if isinstance(value, str) else value


OPERATION: RpcOperation[MapAnswer[Reference | list[str] | dict[str, str]]] = RpcOperation(
    "get_best_references",
    module=__name__,
    effect="read",
    parameters=(
        Parameter("context", required=True),
        Parameter("header", required=True),
        Parameter("reftypes"),
    ),
    protocol=PROTOCOL,
    fault=CrdsFault,
    result=Plain(BestReferences, finish=one_by_one(_finish)),
)


def get_best_references(
    client: BaseClient, context: ContextSpec, header: Header, *, reftypes: ReferenceTypes | None = None
) -> MapAnswer[Reference | list[str] | dict[str, str]]:
    """The best reference files for one set of matching parameters.

    The server looks the header's values up in the rules of the context and names, for each
    reference type, the file that fits best. What goes wrong for one type does not fail the call:
    the value of that type is `NOT FOUND` and a reason. `NOT FOUND n/a` says that the type does not
    apply to such an observation.

    What fails the whole call: a header without an instrument, an unknown instrument, an unknown
    reference type, a context of another observatory.

    Parameters
    ----------
    context
        The rules to use; a pmap as a rule, an imap or rmap is accepted too.
    header
        The matching parameters of the dataset; keyword to value, both strings.
    reftypes, optional
        The wanted reference types, in any case; not given or empty, all types of the
        instrument.

    Returns
    -------
    MapAnswer[Reference | list[str] | dict[str, str]]
        The best references of one dataset; reference type, in lower case, to what was found.

    Raises
    ------
    RequestInvalid
        The arguments are refused; nothing was sent.
    CrdsFault
        The server answered with an error object; its name, code and text say what it refused.

    Examples
    --------
    >>> answer = client.get_best_references(
    ...     context="jwst_0000.pmap", header={"INSTRUME": "FGS", "DETECTOR": "FGS1", "FILTER": "ANY"}
    ... )

    Source: seed, api.py, proxy.py, history, server 2019, lib, rmap.py.
    """
    return client.call(OPERATION, {"context": context, "header": header, "reftypes": reftypes})
