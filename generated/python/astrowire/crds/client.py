# Generated from spec/crds/service.yaml; do not edit.
# Change the spec, then run `make generate`.
"""The functions of the documents' `crds.client`, with plain results.

`CRDS_SERVER_URL` names the server's base URL and is read at every call. When it is not set,
`CRDS_OBSERVATORY` (`hst`, `jwst` or `roman`, in any case) names the operational server of that
observatory. When neither is set the call is refused: the observatory is never guessed from an
argument.
"""

from collections.abc import Sequence
from typing import Any

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
from .get_best_references_by_header_map import HeaderMap
from .get_file_info import ObservatoryOrContext
from .get_system_versions import VersionsContext
from .types import ContextSpec, DatasetIds, FileName, Header, Observatory, ReferenceTypes

_face = FaceModule(Client, url_variable="CRDS_SERVER_URL", server_variable="CRDS_OBSERVATORY")


def get_aui_best_references(date: ContextSpec, ids: DatasetIds) -> Any:
    """The best reference files for datasets of the archive, as plain lists of names."""
    return _face.call(_get_aui_best_references.OPERATION, {"date": date, "ids": ids})


def get_best_references(context: ContextSpec, header: Header, reftypes: ReferenceTypes | None = None) -> Any:
    """The best reference files for one set of matching parameters."""
    return _face.call(
        _get_best_references.OPERATION, {"context": context, "header": header, "reftypes": reftypes}
    )


def get_best_references_by_header_map(
    context: ContextSpec, header_map: HeaderMap, reftypes: ReferenceTypes | None = None
) -> Any:
    """The best reference files for several sets of matching parameters, in one call."""
    return _face.call(
        _get_best_references_by_header_map.OPERATION,
        {"context": context, "header_map": header_map, "reftypes": reftypes},
    )


def get_context_history(observatory: Observatory) -> Any:
    """Which context was the pipeline's default from when on, oldest first."""
    return _face.call(_get_context_history.OPERATION, {"observatory": observatory}, ascending_tuples)


def get_dataset_headers_by_id(
    context_specifier: ContextSpec, ids: DatasetIds, datasets_since: str | None = None
) -> Any:
    """The matching parameters that the archive holds for given datasets."""
    return _face.call(
        _get_dataset_headers_by_id.OPERATION,
        {"context_specifier": context_specifier, "ids": ids, "datasets_since": datasets_since},
    )


def get_dataset_ids(context: ContextSpec, instrument: str) -> Any:
    """The ids of all datasets of one instrument that the archive knows."""
    return _face.call(_get_dataset_ids.OPERATION, {"context": context, "instrument": instrument})


def get_default_context(observatory: Observatory) -> Any:
    """The context that the archive's pipeline uses at present, for example "jwst_0101.pmap"."""
    return _face.call(_get_default_context.OPERATION, {"observatory": observatory})


def get_file_info(pipeline_context: ObservatoryOrContext, filename: FileName) -> Any:
    """What the server's catalogue says of one mapping or reference file."""
    return _face.call(_get_file_info.OPERATION, {"pipeline_context": pipeline_context, "filename": filename})


def get_file_info_map(
    observatory: Observatory, files: Sequence[FileName] | None = None, fields: Sequence[str] | None = None
) -> Any:
    """What the catalogue says of several files, or of all files of an observatory."""
    return _face.call(
        _get_file_info_map.OPERATION, {"observatory": observatory, "files": files, "fields": fields}
    )


def get_remote_context(observatory: Observatory, pipeline_name: str) -> Any:
    """The context that a pipeline reported when it last synchronised its copy of the rules."""
    return _face.call(
        _get_remote_context.OPERATION, {"observatory": observatory, "pipeline_name": pipeline_name}
    )


def get_required_parkeys(context: ContextSpec) -> Any:
    """The names of the matching parameters that a context's rules look at."""
    return _face.call(_get_required_parkeys.OPERATION, {"context": context})


def get_system_versions(master_version: str, context: VersionsContext | None = None) -> Any:
    """The versions of the calibration steps that belong to one release of the calibration software."""
    return _face.call(_get_system_versions.OPERATION, {"master_version": master_version, "context": context})
