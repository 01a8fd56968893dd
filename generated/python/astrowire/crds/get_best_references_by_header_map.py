# Generated from spec/crds/get_best_references_by_header_map.yaml; do not edit.
# Change the spec, then run `make generate`.
"""The best reference files for several sets of matching parameters, in one call."""

from collections.abc import Mapping
from typing import NamedTuple, TypeAlias

from astrowire_runtime.client import BaseClient
from astrowire_runtime.containers import MapAnswer
from astrowire_runtime.operation import Parameter
from astrowire_runtime.results import Plain, one_by_one
from astrowire_runtime.rpc import RpcOperation

from .errors import CrdsFault
from .servers import PROTOCOL
from .types import BestReferences, ContextSpec, Header, ReferenceTypes, tell_reference

HeaderMap: TypeAlias = Mapping[str, Header]
"""Dataset id to the matching parameters of that dataset; ids are any unique texts of the grammar.

Source: seed, server 2019.
"""


class BestReferencesOutcome(NamedTuple):
    """The best references of one dataset, or the text that says why there are none.

    The text starts with `FAILED:`, for example `FAILED: Missing 'INSTRUME' keyword in header for
    determining instrument.`

    Source: seed, server 2019.
    """

    ok: bool
    """Whether there is a result."""
    value: BestReferences | str
    """The result, else a text that says why there is none."""


def check_best_references_outcome(value: BestReferencesOutcome) -> bool:
    """Say whether a decoded BestReferencesOutcome has what its type can't say."""
    if not (isinstance(value.value, dict) if value.ok else isinstance(value.value, str)):
        return False
    return True


def finish_best_references_outcome(value: BestReferencesOutcome) -> None:
    """Give a decoded BestReferencesOutcome its last form."""
    if isinstance(value.value, dict):
        for key, item in value.value.items():
            if isinstance(item, str):
                value.value[key] = tell_reference(item)


def _check(answer: dict[str, BestReferences | BestReferencesOutcome]) -> bool:
    """Say whether a decoded answer has what its type can't say."""
    for value in answer.values():
        if isinstance(value, BestReferencesOutcome) and not check_best_references_outcome(value):
            return False
    return True


def _finish(value: BestReferences | BestReferencesOutcome) -> BestReferencesOutcome:
    """Give a decoded value the form that users see."""
    if isinstance(value, BestReferencesOutcome):
        finish_best_references_outcome(value)
    else:
        for key, item in value.items():
            if isinstance(item, str):
                value[key] = tell_reference(item)
        value = BestReferencesOutcome(True, value)
    return value


OPERATION: RpcOperation[MapAnswer[BestReferencesOutcome]] = RpcOperation(
    "get_best_references_by_header_map",
    module=__name__,
    effect="read",
    parameters=(
        Parameter("context", required=True),
        Parameter("header_map", required=True),
        Parameter("reftypes"),
    ),
    protocol=PROTOCOL,
    fault=CrdsFault,
    result=Plain(dict[str, BestReferences | BestReferencesOutcome], check=_check, finish=one_by_one(_finish)),
)


def get_best_references_by_header_map(
    client: BaseClient, context: ContextSpec, header_map: HeaderMap, *, reftypes: ReferenceTypes | None = None
) -> MapAnswer[BestReferencesOutcome]:
    """The best reference files for several sets of matching parameters, in one call.

    As `get_best_references`, for many headers at once. The ids only tell the answers apart; the
    rules do not look at them. A header that cannot be looked up, for example because it names no
    instrument, makes the answer for its id a failure with a text; a header that is malformed fails
    the whole call with `InvalidHeaderError`, and the error says which id.

    On the wire the value of an id is a pair, `[true, {type: file}]` or `[false, "FAILED:
    <reason>"]`, or the plain object of types and files; the documents describe the plain one. Both
    are read as one type here.

    Parameters
    ----------
    context
        The rules to use; a pmap as a rule, an imap or rmap is accepted too.
    header_map
        Dataset id to the matching parameters of that dataset.
    reftypes, optional
        The wanted reference types, in any case; not given or empty, all types of the
        instrument.

    Returns
    -------
    MapAnswer[BestReferencesOutcome]
        `BestReferencesOutcome`: The best references of one dataset, or the text that says why
        there are none.

    Raises
    ------
    RequestInvalid
        The arguments are refused; nothing was sent.
    CrdsFault
        The server answered with an error object; its name, code and text say what it refused.

    Examples
    --------
    >>> answer = client.get_best_references_by_header_map(
    ...     context="hst_0748.pmap",
    ...     header_map={
    ...         "I9ZF01010": {
    ...             "INSTRUME": "WFC3",
    ...             "DETECTOR": "UVIS",
    ...             "DATE-OBS": "2009-07-14",
    ...             "TIME-OBS": "15:56:09",
    ...         },
    ...         "J9BT06O6Q": {},
    ...     },
    ...     reftypes=["biasfile", "darkfile"],
    ... )

    Source: seed, api.py, server 2019.
    """
    return client.call(OPERATION, {"context": context, "header_map": header_map, "reftypes": reftypes})
