# Generated from spec/crds/get_best_references_by_ids.yaml; do not edit.
# Change the spec, then run `make generate`.
"""The best reference files for datasets of the archive, in one call."""

from collections.abc import Sequence
from typing import Any, NamedTuple, TypeAlias

from astrowire_runtime.client import BaseClient
from astrowire_runtime.containers import ByHalves
from astrowire_runtime.operation import Parameter
from astrowire_runtime.results import Plain
from astrowire_runtime.rpc import RpcOperation

from .errors import CrdsFault
from .servers import PROTOCOL
from .types import ContextSpec, DatasetId, Reference, ReferenceTypes, tell_reference

ReferencesOrHeaders: TypeAlias = dict[str, Reference | list[str] | dict[str, str | int | float | bool | None]]
"""Reference type to what was found; of the key "headers", dataset id to matching parameters.

Source: api.py, server 2019.
"""


class BestReferencesOrHeaders(NamedTuple):
    """The best references of one dataset, or why there are none; of the key "headers", the headers.

    Known reasons: `FAILED: unable to obtain matching parameters.`, the `NOT FOUND ...` text that
    `get_dataset_headers_by_id` gives, and `FAILED: <text>`.

    Source: api.py, server 2019.
    """

    ok: bool
    """Whether there is a result."""
    value: ReferencesOrHeaders | str
    """The result, else a text that says why there is none."""


def check_best_references_or_headers(value: BestReferencesOrHeaders) -> bool:
    """Say whether a decoded BestReferencesOrHeaders has what its type can't say."""
    if not (isinstance(value.value, dict) if value.ok else isinstance(value.value, str)):
        return False
    return True


def finish_best_references_or_headers(value: BestReferencesOrHeaders) -> None:
    """Give a decoded BestReferencesOrHeaders its last form."""
    if isinstance(value.value, dict):
        for key, item in value.value.items():
            if isinstance(item, str):
                value.value[key] = tell_reference(item)


def _check(answer: dict[str, ReferencesOrHeaders | BestReferencesOrHeaders]) -> bool:
    """Say whether a decoded answer has what its type can't say."""
    for value in answer.values():
        if isinstance(value, BestReferencesOrHeaders) and not check_best_references_or_headers(value):
            return False
    return True


def _finish(answer: dict[str, Any]) -> ByHalves[BestReferencesOrHeaders]:
    """Give a decoded value the form that users see."""
    for key, item in answer.items():
        if isinstance(item, BestReferencesOrHeaders):
            finish_best_references_or_headers(item)
        else:
            for key_2, item_2 in item.items():
                if isinstance(item_2, str):
                    item[key_2] = tell_reference(item_2)
            answer[key] = BestReferencesOrHeaders(True, item)
    return ByHalves(answer)


OPERATION: RpcOperation[ByHalves[BestReferencesOrHeaders]] = RpcOperation(
    "get_best_references_by_ids",
    module=__name__,
    effect="read",
    stability="observed",
    parameters=(
        Parameter("context", required=True),
        Parameter("dataset_ids", required=True),
        Parameter("reftypes"),
        Parameter("include_headers", default=False),
    ),
    protocol=PROTOCOL,
    fault=CrdsFault,
    max_body=268435456,
    result=Plain(dict[str, ReferencesOrHeaders | BestReferencesOrHeaders], check=_check, finish=_finish),
)


def get_best_references_by_ids(
    client: BaseClient,
    context: ContextSpec,
    dataset_ids: Sequence[DatasetId],
    *,
    reftypes: ReferenceTypes | None = None,
    include_headers: bool = False,
) -> ByHalves[BestReferencesOrHeaders]:
    """The best reference files for datasets of the archive, in one call.

    The server takes the matching parameters of each dataset from the archive and looks them up. On
    the wire the value of an id is a pair, `[true, {type: file}]` or `[false, "<reason>"]`; the
    public client's description shows the plain object of types and files. Both are read as one type
    here. An association takes the parameters of its first member.

    Keys are the ids as they were asked, in capitals; in typed results a key is found by either
    half, in any case. With `include_headers` the answer has one more key, `headers`, whose value
    maps ids to matching parameters.

    Parameters
    ----------
    context
        The rules to use; a pmap as a rule, an imap or rmap is accepted too.
    dataset_ids
        The wanted datasets, whole ids or halves of them, in any case; at most 1000.
    reftypes, optional
        The wanted reference types, in any case; not given or empty, all types of the
        instrument.
    include_headers, optional
        Whether the matching parameters are answered too.

    Returns
    -------
    ByHalves[BestReferencesOrHeaders]
        `BestReferencesOrHeaders`: The best references of one dataset, or why there are none; of
        the key "headers", the headers.

    Raises
    ------
    RequestInvalid
        The arguments are refused; nothing was sent.
    CrdsFault
        The server answered with an error object; its name, code and text say what it refused.

    Examples
    --------
    >>> answer = client.get_best_references_by_ids(
    ...     context="hst_0748.pmap",
    ...     dataset_ids=["I9ZF01010:I9ZF01DZQ", "I9ZF01ZZZ"],
    ...     reftypes=["biasfile", "darkfile"],
    ... )

    In no document; known from what servers answered.

    Source: api.py, history, server 2019, observed.
    """
    return client.call(
        OPERATION,
        {
            "context": context,
            "dataset_ids": dataset_ids,
            "reftypes": reftypes,
            "include_headers": include_headers,
        },
    )
