# Generated from spec/crds/service.yaml; do not edit.
# Change the spec, then run `make generate`.
"""The functions of the documents' `crds.client`, with plain results.

`CRDS_SERVER_URL` names the server's base URL and is read at every call. When it is not set,
`CRDS_OBSERVATORY` (`hst`, `jwst` or `roman`, in any case) names the operational server of that
observatory. When neither is set the call is refused: the observatory is never guessed from an
argument.
"""

from collections.abc import Sequence
from typing import Any, Literal

from astrowire_runtime.faces import FaceModule, ascending_tuples

from . import file_exists as _file_exists
from . import get_affected_datasets as _get_affected_datasets
from . import get_aui_best_references as _get_aui_best_references
from . import get_best_references as _get_best_references
from . import get_best_references_by_header_map as _get_best_references_by_header_map
from . import get_best_references_by_ids as _get_best_references_by_ids
from . import get_build_context as _get_build_context
from . import get_context_by_date as _get_context_by_date
from . import get_context_history as _get_context_history
from . import get_dataset_headers_by_id as _get_dataset_headers_by_id
from . import get_dataset_ids as _get_dataset_ids
from . import get_default_context as _get_default_context
from . import get_delivery_status as _get_delivery_status
from . import get_file_info as _get_file_info
from . import get_file_info_map as _get_file_info_map
from . import get_mapping_names as _get_mapping_names
from . import get_mapping_url as _get_mapping_url
from . import get_reference_names as _get_reference_names
from . import get_reference_url as _get_reference_url
from . import get_remote_context as _get_remote_context
from . import get_required_parkeys as _get_required_parkeys
from . import get_server_info as _get_server_info
from . import get_sqlite_db as _get_sqlite_db
from . import get_submission_info as _get_submission_info
from . import get_system_versions as _get_system_versions
from . import get_url as _get_url
from . import jpoll_abort as _jpoll_abort
from . import jpoll_pull_messages as _jpoll_pull_messages
from . import list_mappings as _list_mappings
from . import list_references as _list_references
from . import push_remote_context as _push_remote_context
from . import system_describe as _system_describe
from .clients import Client
from .environment import ENVIRONMENT
from .get_best_references_by_header_map import HeaderMap
from .get_file_info import ObservatoryOrContext
from .get_system_versions import VersionsContext
from .types import (
    ContextSpec,
    DatasetId,
    DatasetIds,
    FileName,
    Header,
    HistoryDate,
    HistoryDescription,
    Observatory,
    PmapName,
    ReferenceTypes,
)

_face = FaceModule(Client, ENVIRONMENT)


def file_exists(filename: FileName) -> bool:
    """Whether the server knows a file and gives it out; if not, the call fails."""
    answer: bool = _face.call(_file_exists.OPERATION, {"filename": filename})
    return answer


def get_affected_datasets(
    observatory: Observatory, old_context: PmapName | None = None, new_context: PmapName | None = None
) -> dict[str, Any]:
    """The datasets whose best references a change of the context has changed."""
    answer: dict[str, Any] = _face.call(
        _get_affected_datasets.OPERATION,
        {"observatory": observatory, "old_context": old_context, "new_context": new_context},
    )
    return answer


def get_aui_best_references(date: ContextSpec, ids: DatasetIds) -> dict[str, list[Any]]:
    """The best reference files for datasets of the archive, as plain lists of names."""
    answer: dict[str, list[Any]] = _face.call(_get_aui_best_references.OPERATION, {"date": date, "ids": ids})
    return answer


def get_best_references(
    context: ContextSpec, header: Header, reftypes: ReferenceTypes | None = None
) -> dict[str, str | list[str] | dict[str, str]]:
    """The best reference files for one set of matching parameters."""
    answer: dict[str, str | list[str] | dict[str, str]] = _face.call(
        _get_best_references.OPERATION, {"context": context, "header": header, "reftypes": reftypes}
    )
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


def get_build_context(observatory: Observatory, calver: str) -> str:
    """The context that fits a version of the calibration software, for example "jwst_1293.pmap"."""
    answer: str = _face.call(_get_build_context.OPERATION, {"observatory": observatory, "calver": calver})
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


def get_dataset_headers_by_id(
    context_specifier: ContextSpec, ids: DatasetIds, datasets_since: str | None = None
) -> dict[str, dict[str, str | int | float | bool | None] | str]:
    """The matching parameters that the archive holds for given datasets."""
    answer: dict[str, dict[str, str | int | float | bool | None] | str] = _face.call(
        _get_dataset_headers_by_id.OPERATION,
        {"context_specifier": context_specifier, "ids": ids, "datasets_since": datasets_since},
    )
    return answer


def get_dataset_ids(context: ContextSpec, instrument: str, datasets_since: str | None = None) -> list[str]:
    """The ids of all datasets of one instrument that the archive knows."""
    answer: list[str] = _face.call(
        _get_dataset_ids.OPERATION,
        {"context": context, "instrument": instrument, "datasets_since": datasets_since},
    )
    return answer


def get_default_context(
    observatory: Observatory, state: Literal["latest", "edit", "build"] | None = None
) -> str:
    """The context that the archive's pipeline uses at present, for example "jwst_0101.pmap"."""
    answer: str = _face.call(_get_default_context.OPERATION, {"observatory": observatory, "state": state})
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


def get_mapping_url(pipeline_context: ContextSpec, mapping: FileName) -> str:
    """The URL under which the server gives a mapping, after a look at whether it may."""
    answer: str = _face.call(
        _get_mapping_url.OPERATION, {"pipeline_context": pipeline_context, "mapping": mapping}
    )
    return answer


def get_reference_names(pipeline_context: ContextSpec) -> list[str]:
    """The names of all reference files that a context reaches, sorted."""
    answer: list[str] = _face.call(_get_reference_names.OPERATION, {"pipeline_context": pipeline_context})
    return answer


def get_reference_url(pipeline_context: ContextSpec, reference: FileName) -> str:
    """The URL under which the server gives a reference file, after a look at whether it may."""
    answer: str = _face.call(
        _get_reference_url.OPERATION, {"pipeline_context": pipeline_context, "reference": reference}
    )
    return answer


def get_remote_context(observatory: Observatory, pipeline_name: str) -> str:
    """The context that a pipeline reported when it last synchronised its copy of the rules."""
    answer: str = _face.call(
        _get_remote_context.OPERATION, {"observatory": observatory, "pipeline_name": pipeline_name}
    )
    return answer


def get_required_parkeys(context: ContextSpec) -> list[str] | dict[str, list[str]]:
    """The names of the matching parameters that a context's rules look at."""
    answer: list[str] | dict[str, list[str]] = _face.call(
        _get_required_parkeys.OPERATION, {"context": context}
    )
    return answer


def get_server_info() -> dict[str, Any]:
    """What a client must know of the server; its contexts, mappings, bad files and the URLs of files."""
    answer: dict[str, Any] = _face.call(_get_server_info.OPERATION, {})
    return answer


def get_sqlite_db(observatory: Observatory) -> str:
    """The server's catalogue and the history of its contexts as a SQLite database."""
    answer: str = _face.call(_get_sqlite_db.OPERATION, {"observatory": observatory})
    return answer


def get_submission_info(observatory: Observatory, username: str) -> dict[str, Any]:
    """Where a user puts files that are to be submitted, and which kinds of submissions there are."""
    answer: dict[str, Any] = _face.call(
        _get_submission_info.OPERATION, {"observatory": observatory, "username": username}
    )
    return answer


def get_system_versions(master_version: str, context: VersionsContext | None = None) -> dict[str, Any]:
    """The versions of the calibration steps that belong to one release of the calibration software."""
    answer: dict[str, Any] = _face.call(
        _get_system_versions.OPERATION, {"master_version": master_version, "context": context}
    )
    return answer


def get_url(pipeline_context: ContextSpec, filename: FileName) -> str:
    """The URL under which the server gives a file, after a look at whether it may."""
    answer: str = _face.call(_get_url.OPERATION, {"pipeline_context": pipeline_context, "filename": filename})
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


def jpoll_pull_messages(key: str, since_id: int | str | None = None) -> list[dict[str, Any]]:
    """What a submission that is being worked on has said, oldest message first."""
    answer: list[dict[str, Any]] = _face.call(
        _jpoll_pull_messages.OPERATION, {"key": key, "since_id": since_id}
    )
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


def push_remote_context(
    observatory: Observatory, kind: Literal["operational", "latest"], key: str, context: PmapName
) -> None:
    """Tell the server which context a pipeline's own copy of the rules is at."""
    answer: None = _face.call(
        _push_remote_context.OPERATION,
        {"observatory": observatory, "kind": kind, "key": key, "context": context},
    )
    return answer


def system_describe() -> dict[str, Any]:
    """What the server's JSON-RPC library says of the service and of all its methods."""
    answer: dict[str, Any] = _face.call(_system_describe.OPERATION, {})
    return answer
