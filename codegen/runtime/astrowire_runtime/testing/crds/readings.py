"""The methods with their positions, and how the server reads the value of each parameter."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from typing import cast

from ..jsonrpc import other_error
from ..recording import Recording

METHODS: dict[str, tuple[tuple[str, ...], int]] = {
    "get_default_context": (("observatory", "state"), 1),
    "get_remote_context": (("observatory", "pipeline_name"), 2),
    "get_context_history": (("observatory",), 1),
    "get_file_info": (("pipeline_context", "filename"), 2),
    "get_file_info_map": (("observatory", "files", "fields"), 3),
    "get_best_references": (("context", "header", "reftypes"), 3),
    "get_best_references_by_header_map": (("context", "header_map", "reftypes"), 3),
    "get_required_parkeys": (("context",), 1),
    "get_dataset_ids": (("context", "instrument", "datasets_since"), 2),
    "get_dataset_headers_by_id": (("context_specifier", "ids", "datasets_since"), 3),
    "get_aui_best_references": (("date", "ids"), 2),
    "get_system_versions": (("master_version", "context"), 2),
    "get_server_info": ((), 0),
    "get_build_context": (("observatory", "calver"), 2),
    "get_context_by_date": (("date", "observatory"), 2),
    "push_remote_context": (("observatory", "kind", "key", "context"), 4),
    "list_mappings": (("observatory", "glob_pattern"), 2),
    "list_references": (("observatory", "glob_pattern"), 2),
    "get_mapping_names": (("pipeline_contexts",), 1),
    "get_reference_names": (("pipeline_contexts",), 1),
    "get_url": (("any_context", "filename"), 2),
    "get_mapping_url": (("any_context", "mapping"), 2),
    "get_reference_url": (("any_context", "reference"), 2),
    "get_sqlite_db": (("observatory",), 1),
    "get_best_references_by_ids": (("context", "dataset_ids", "reftypes", "include_headers"), 3),
    "get_affected_datasets": (("observatory", "old_context", "new_context"), 3),
    "jpoll_pull_messages": (("key", "since_id"), 2),
    "jpoll_abort": (("key",), 1),
    "file_exists": (("filename",), 1),
    "get_submission_info": (("observatory", "username"), 2),
    "get_delivery_status": (("since",), 1),
    "system.describe": ((), 0),
}
"""Positions of each method, and how many of them must be given."""

_METHOD_OF = {"system_describe": "system.describe"}
"""Methods whose recordings have another name."""
_NAME_OF = {"pipeline_contexts": "pipeline_context", "any_context": "pipeline_context"}
"""Parameters of one name that servers read in more than one way."""


def method_of(recording: Recording) -> str:
    """The method that a recording answers."""
    return _METHOD_OF.get(recording.operation, recording.operation)


def positional(recording: Recording) -> list[object]:
    """The documented arguments of a recording as positions."""
    given = recording.arguments
    if method_of(recording) not in METHODS:
        return list(given.values())
    names = tuple(_NAME_OF.get(each, each) for each in METHODS[method_of(recording)][0])
    unknown = [name for name in given if name not in names]
    if unknown:
        where = f"recording {recording.label!r}"
        raise ValueError(f"{where}: {recording.operation} has no parameter {unknown[0]!r}")
    default = "null" if recording.operation == "get_system_versions" else None
    return [default if given.get(name) is None else given[name] for name in names]


def named(method: str, values: list[object]) -> dict[str, object]:
    """Positions by name; what was not given is ``None``."""
    names, _ = METHODS[method]
    return {name: values[at] if at < len(values) else None for at, name in enumerate(names)}


def count(method: str, values: list[object]) -> None:
    """A wrong number of positions is a failed Python call; its text counts the request as one more."""
    names, required = METHODS[method]
    if len(values) > len(names):
        most = len(names) + 1
        takes = f"{most}" if required == len(names) else f"from {required + 1} to {most}"
        text = f"{method}() takes {takes} positional arguments but {len(values) + 1} were given"
        raise other_error(text)
    missing = [f"'{name}'" for name in names[len(values) : required]]
    if missing:
        some = ", ".join(missing[:-1]) + " and " + missing[-1] if len(missing) > 1 else missing[0]
        plural = "s" if len(missing) > 1 else ""
        raise other_error(f"{method}() missing {len(missing)} required positional argument{plural}: {some}")


def _same(value: object) -> object:
    return value


def _lower(value: object) -> object:
    return value.lower() if isinstance(value, str) else value


def _state(value: object) -> object:
    return "latest" if value is None else value


def _pattern(value: object) -> object:
    return "*" if value is None else value


def _truth(value: object) -> object:
    """A truth value, which may come as a word; none at all means no."""
    return value.lower() == "true" if isinstance(value, str) else bool(value)


def _number(value: object) -> object:
    """A number, which may come as a text."""
    return int(value) if isinstance(value, str) and value.isdigit() else value


def _sorted_upper(value: object) -> object:
    """Ids in upper case; their order makes no difference."""
    if not isinstance(value, (list, tuple)):
        return value
    return sorted({str(item).upper() for item in cast("Iterable[object]", value)})


def _sorted_names(value: object) -> object:
    if not isinstance(value, (list, tuple)):
        return value
    return sorted({str(item) for item in cast("Iterable[object]", value)})


def _reftypes(value: object) -> object:
    """Types in lower case; none at all means all of them."""
    names = _sorted_names(value)
    if not isinstance(names, list):
        return names
    return sorted(str(name).lower() for name in cast("list[str]", names)) or None


def _header(value: object) -> object:
    """Header keywords in upper case with their values stripped and in upper case."""
    if not isinstance(value, Mapping):
        return value
    header = cast("Mapping[str, object]", value)
    return {name.upper(): _conditioned(item) for name, item in header.items()}


def _conditioned(value: object) -> object:
    return value.strip().upper() if isinstance(value, str) else value


def _header_map(value: object) -> object:
    if not isinstance(value, Mapping):
        return value
    return {name: _header(header) for name, header in cast("Mapping[str, object]", value).items()}


READINGS: dict[str, tuple[str, Callable[[object], object]]] = {
    "observatory": ("observatory", _lower),
    "pipeline_context": ("observatory", _lower),
    "state": ("state", _state),
    "pipeline_name": ("pipeline_name", _same),
    "filename": ("filename", _same),
    "files": ("files", _sorted_names),
    "fields": ("fields", _sorted_names),
    "context": ("context", _same),
    "context_specifier": ("context", _same),
    "date": ("context", _same),
    "header": ("header", _header),
    "header_map": ("header_map", _header_map),
    "reftypes": ("reftypes", _reftypes),
    "instrument": ("instrument", _lower),
    "ids": ("ids", _sorted_upper),
    "datasets_since": ("since", _same),
    "master_version": ("master_version", _same),
    "calver": ("calver", _same),
    "kind": ("kind", _same),
    "key": ("key", _same),
    "glob_pattern": ("glob_pattern", _pattern),
    "pipeline_contexts": ("context", _same),
    "any_context": ("context", _same),
    "mapping": ("filename", _same),
    "reference": ("filename", _same),
    "dataset_ids": ("ids", _sorted_upper),
    "include_headers": ("include_headers", _truth),
    "old_context": ("old_context", _same),
    "new_context": ("new_context", _same),
    "since_id": ("since_id", _number),
    "username": ("username", _same),
    "since": ("since", _same),
}
"""Each parameter's term, and how the server reads its value."""


def result_of(recording: Recording) -> object:
    """The ``result`` of a recorded envelope; ``None`` for faults and for bodies that are no envelope."""
    try:
        envelope: object = json.loads(recording.body)
    except ValueError:
        return None
    return mapping(envelope).get("result")


def mapping(value: object) -> dict[str, object]:
    """An object as it is; anything else as an empty one."""
    return cast("dict[str, object]", value) if isinstance(value, dict) else {}


def rows(value: object) -> list[list[object]]:
    """The lists of two and more items in a list."""
    items = cast("list[object]", value if isinstance(value, list) else [])
    lists = [cast("list[object]", item) for item in items if isinstance(item, list)]
    return [row for row in lists if len(row) > 1]
