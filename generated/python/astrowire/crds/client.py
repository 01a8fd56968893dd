# Generated from spec/crds/service.yaml; do not edit.
# Change the spec, then run `make generate`.
"""The functions of the documents' `crds.client`, with plain results.

`CRDS_SERVER_URL` names the server's base URL and is read at every call. When it is not set,
`CRDS_OBSERVATORY` (`hst`, `jwst` or `roman`, in any case) names the operational server of that
observatory. When neither is set the call is refused: the observatory is never guessed from an
argument.

The functions are those of the public client, with its defaults and with what it makes of answers;
where they differ on purpose, a correction says so. Arguments are taken under its names too.
Failures are errors of this package. Answers are not kept, but for the server information, which
`get_cached_server_info` and the functions that need it ask for once per server.

`cache_references`, `cache_best_references`, `dump_mappings`, `dump_references` and `dump_files`
fill the public client's cache, whose places the environment names (`CRDS_PATH` and its like), and
share it with that client. A file gets its name when its length and its SHA-1 are those of the
server's catalogue and it is on the disk; until then it is written under another name, and goes when
anything fails. What breaks off is gone on with where the checksum will tell in the end that the
pieces are of one file. Of several processes that want one file, one fetches it. A file that is
there is not fetched again, and needs no server; once the catalogue was read its length is compared.
Mappings are bytes here, and never run. Files come by HTTP alone: no command is run, and nothing is
read from S3.
"""

from collections.abc import Sequence
from typing import Any, Literal

from astrowire_runtime.crds.face import ServiceFace
from astrowire_runtime.faces import ascending_tuples

from . import file_exists as _file_exists
from . import get_best_references_by_header_map as _get_best_references_by_header_map
from . import get_best_references_by_ids as _get_best_references_by_ids
from . import get_context_by_date as _get_context_by_date
from . import get_context_history as _get_context_history
from . import get_delivery_status as _get_delivery_status
from . import get_file_info as _get_file_info
from . import get_file_info_map as _get_file_info_map
from . import get_mapping_names as _get_mapping_names
from . import get_reference_names as _get_reference_names
from . import get_remote_context as _get_remote_context
from . import get_submission_info as _get_submission_info
from . import jpoll_abort as _jpoll_abort
from . import list_mappings as _list_mappings
from . import list_references as _list_references
from . import system_describe as _system_describe
from .clients import Client
from .environment import ENVIRONMENT
from .get_best_references_by_header_map import HeaderMap
from .get_file_info import ObservatoryOrContext
from .operations import OPERATIONS
from .types import (
    ContextSpec,
    DatasetId,
    FileName,
    HistoryDate,
    HistoryDescription,
    Observatory,
    PmapName,
    ReferenceTypes,
)

_face = ServiceFace(Client, ENVIRONMENT, OPERATIONS)

cache_best_references = _face.cache_best_references
cache_references = _face.cache_references
dump_files = _face.dump_files
dump_mappings = _face.dump_mappings
dump_mappings3 = _face.dump_mappings3
dump_references = _face.dump_references
dump_references3 = _face.dump_references3
get_affected_datasets = _face.get_affected_datasets
get_aui_best_references = _face.get_aui_best_references
get_best_references = _face.get_best_references
get_build_context = _face.get_build_context
get_cached_server_info = _face.get_cached_server_info
get_crds_server = _face.get_crds_server
get_dataset_headers_by_id = _face.get_dataset_headers_by_id
get_dataset_headers_by_instrument = _face.get_dataset_headers_by_instrument
get_dataset_headers_unlimited = _face.get_dataset_headers_unlimited
get_dataset_ids = _face.get_dataset_ids
get_default_context = _face.get_default_context
get_default_observatory = _face.get_default_observatory
get_download_metadata = _face.get_download_metadata
get_flex_uri = _face.get_flex_uri
get_mapping_url = _face.get_mapping_url
get_reference_url = _face.get_reference_url
get_required_parkeys = _face.get_required_parkeys
get_server_info = _face.get_server_info
get_server_observatory = _face.get_server_observatory
get_server_version = _face.get_server_version
get_sqlite_db = _face.get_sqlite_db
get_system_versions = _face.get_system_versions
get_url = _face.get_url
is_known_mapping = _face.is_known_mapping
jpoll_pull_messages = _face.jpoll_pull_messages
push_remote_context = _face.push_remote_context
set_crds_server = _face.set_crds_server


def file_exists(filename: FileName) -> bool:
    """Whether the server knows a file and gives it out; if not, the call fails."""
    answer: bool = _face.call(_file_exists.OPERATION, {"filename": filename})
    return answer


def get_best_references_by_header_map(
    context: ContextSpec, header_map: HeaderMap, reftypes: ReferenceTypes | None = None
) -> dict[str, dict[str, str | list[str] | dict[str, str]] | list[Any]]:
    """The best reference files for several sets of matching parameters, in one call."""
    answer: dict[str, dict[str, str | list[str] | dict[str, str]] | list[Any]] = _face.call(
        _get_best_references_by_header_map.OPERATION,
        {"context": context, "header_map": header_map, "reftypes": reftypes},
    )
    return answer


def get_best_references_by_ids(
    context: ContextSpec,
    dataset_ids: Sequence[DatasetId],
    reftypes: ReferenceTypes | None = None,
    include_headers: bool = False,
) -> dict[str, dict[str, str | list[str] | dict[str, str | int | float | bool | None]] | list[Any]]:
    """The best reference files for datasets of the archive, in one call."""
    answer: dict[str, dict[str, str | list[str] | dict[str, str | int | float | bool | None]] | list[Any]] = (
        _face.call(
            _get_best_references_by_ids.OPERATION,
            {
                "context": context,
                "dataset_ids": dataset_ids,
                "reftypes": reftypes,
                "include_headers": include_headers,
            },
        )
    )
    return answer


def get_context_by_date(date: ContextSpec, observatory: Observatory | None = None) -> str:
    """The mapping that a date or a symbolic context stands for."""
    answer: str = _face.call(_get_context_by_date.OPERATION, {"date": date, "observatory": observatory})
    return answer


def get_context_history(observatory: Observatory) -> list[tuple[HistoryDate, PmapName, HistoryDescription]]:
    """Which context was the pipeline's default from when on, oldest first."""
    answer: list[tuple[HistoryDate, PmapName, HistoryDescription]] = _face.call(
        _get_context_history.OPERATION, {"observatory": observatory}, ascending_tuples
    )
    return answer


def get_delivery_status(since: str) -> list[dict[str, Any]]:
    """What became of the deliveries of files since a date, newest first."""
    answer: list[dict[str, Any]] = _face.call(_get_delivery_status.OPERATION, {"since": since})
    return answer


def get_file_info(pipeline_context: ObservatoryOrContext, filename: FileName) -> dict[str, Any]:
    """What the server's catalogue says of one mapping or reference file."""
    answer: dict[str, Any] = _face.call(
        _get_file_info.OPERATION, {"pipeline_context": pipeline_context, "filename": filename}
    )
    return answer


def get_file_info_map(
    observatory: Observatory, files: Sequence[FileName] | None = None, fields: Sequence[str] | None = None
) -> dict[str, dict[str, Any] | Literal["NOT FOUND"]]:
    """What the catalogue says of several files, or of all files of an observatory."""
    answer: dict[str, dict[str, Any] | Literal["NOT FOUND"]] = _face.call(
        _get_file_info_map.OPERATION, {"observatory": observatory, "files": files, "fields": fields}
    )
    return answer


def get_mapping_names(pipeline_context: ContextSpec | Sequence[ContextSpec]) -> list[str]:
    """The names of a context and of every imap and rmap that it reaches, sorted."""
    answer: list[str] = _face.call(_get_mapping_names.OPERATION, {"pipeline_context": pipeline_context})
    return answer


def get_reference_names(pipeline_context: ContextSpec) -> list[str]:
    """The names of all reference files that a context reaches, sorted."""
    answer: list[str] = _face.call(_get_reference_names.OPERATION, {"pipeline_context": pipeline_context})
    return answer


def get_remote_context(observatory: Observatory, pipeline_name: str) -> str:
    """The context that a pipeline reported when it last synchronised its copy of the rules."""
    answer: str = _face.call(
        _get_remote_context.OPERATION, {"observatory": observatory, "pipeline_name": pipeline_name}
    )
    return answer


def get_submission_info(observatory: Observatory, username: str) -> dict[str, Any]:
    """Where a user puts files that are to be submitted, and which kinds of submissions there are."""
    answer: dict[str, Any] = _face.call(
        _get_submission_info.OPERATION, {"observatory": observatory, "username": username}
    )
    return answer


def jpoll_abort(
    key: str,
) -> (
    str
    | int
    | float
    | bool
    | None
    | list[str | int | float | bool | None]
    | dict[str, str | int | float | bool | None]
):
    """Ask the server to stop the work on a submission."""
    answer: (
        str
        | int
        | float
        | bool
        | None
        | list[str | int | float | bool | None]
        | dict[str, str | int | float | bool | None]
    ) = _face.call(_jpoll_abort.OPERATION, {"key": key})
    return answer


def list_mappings(observatory: Observatory | None = None, glob_pattern: str = "*") -> list[str]:
    """The names of all mapping files of an observatory that match a pattern, sorted."""
    answer: list[str] = _face.call(
        _list_mappings.OPERATION, {"observatory": observatory, "glob_pattern": glob_pattern}
    )
    return answer


def list_references(observatory: Observatory | None = None, glob_pattern: str = "*") -> list[str]:
    """The names of all reference files of an observatory that match a pattern, sorted."""
    answer: list[str] = _face.call(
        _list_references.OPERATION, {"observatory": observatory, "glob_pattern": glob_pattern}
    )
    return answer


def system_describe() -> dict[str, Any]:
    """What the server's JSON-RPC library says of the service and of all its methods."""
    answer: dict[str, Any] = _face.call(_system_describe.OPERATION, {})
    return answer
