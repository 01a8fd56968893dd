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

from . import get_aui_best_references as _get_aui_best_references
from . import get_best_references as _get_best_references
from . import get_best_references_by_header_map as _get_best_references_by_header_map
from . import get_context_history as _get_context_history
from . import get_dataset_headers_by_id as _get_dataset_headers_by_id
from . import get_dataset_ids as _get_dataset_ids
from . import get_default_context as _get_default_context
from . import get_file_info as _get_file_info
from . import get_file_info_map as _get_file_info_map
from . import get_remote_context as _get_remote_context
from . import get_required_parkeys as _get_required_parkeys
from . import get_system_versions as _get_system_versions
from .clients import Client
from .environment import ENVIRONMENT
from .get_best_references_by_header_map import HeaderMap
from .get_context_history import HistoryDate, HistoryDescription
from .get_file_info import ObservatoryOrContext
from .get_system_versions import VersionsContext
from .types import ContextSpec, DatasetIds, FileName, Header, Observatory, PmapName, ReferenceTypes

_face = FaceModule(Client, ENVIRONMENT)


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


def get_dataset_ids(context: ContextSpec, instrument: str) -> list[str]:
    """The ids of all datasets of one instrument that the archive knows."""
    answer: list[str] = _face.call(_get_dataset_ids.OPERATION, {"context": context, "instrument": instrument})
    return answer


def get_default_context(observatory: Observatory) -> str:
    """The context that the archive's pipeline uses at present, for example "jwst_0101.pmap"."""
    answer: str = _face.call(_get_default_context.OPERATION, {"observatory": observatory})
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


def get_system_versions(master_version: str, context: VersionsContext | None = None) -> dict[str, Any]:
    """The versions of the calibration steps that belong to one release of the calibration software."""
    answer: dict[str, Any] = _face.call(
        _get_system_versions.OPERATION, {"master_version": master_version, "context": context}
    )
    return answer
