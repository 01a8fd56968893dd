# Generated from spec/crds/get_submission_info.yaml; do not edit.
# Change the spec, then run `make generate`.
"""Where a user puts files that are to be submitted, and which kinds of submissions there are."""

from astrowire_runtime.client import BaseClient
from astrowire_runtime.operation import Parameter
from astrowire_runtime.results import Plain
from astrowire_runtime.rpc import RpcOperation
from astrowire_runtime.values import Answer

from .errors import CrdsFault
from .servers import PROTOCOL
from .types import Observatory


class SubmissionInfo(Answer, frozen=True, kw_only=True):
    """How files are submitted.

    Source: server 2019.
    """

    submission_kinds: list[str]
    """The kinds of submissions."""
    ingest_dir: str
    """Where the user's files are put; a host, a colon and a folder."""


OPERATION: RpcOperation[SubmissionInfo] = RpcOperation(
    "get_submission_info",
    module=__name__,
    effect="read",
    stability="source-only",
    parameters=(
        Parameter("observatory", required=True),
        Parameter("username", required=True),
    ),
    protocol=PROTOCOL,
    fault=CrdsFault,
    result=Plain(SubmissionInfo),
)


def get_submission_info(client: BaseClient, observatory: Observatory, username: str) -> SubmissionInfo:
    """Where a user puts files that are to be submitted, and which kinds of submissions there are.

    Parameters
    ----------
    observatory
        Observatory that files are submitted for; must be the server's own.
    username
        Name of the user; "*" is taken too.

    Returns
    -------
    SubmissionInfo
        How files are submitted.

    Raises
    ------
    RequestInvalid
        The arguments are refused; nothing was sent.
    CrdsFault
        The server answered with an error object; its name, code and text say what it refused.

    Examples
    --------
    >>> answer = client.get_submission_info(observatory="hst", username="homer")

    In no document; known from the source of the server's programs only.

    Source: history, server 2019.
    """
    return client.call(OPERATION, {"observatory": observatory, "username": username})
