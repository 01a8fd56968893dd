"""The server's own validation of a call, with its real texts."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import cast

from ..jsonrpc import Fault, other_error

INSTRUMENTS = {
    "hst": ("acs", "cos", "nicmos", "stis", "synphot", "wfc3", "wfpc2"),
    "jwst": ("fgs", "miri", "nircam", "niriss", "nirspec", "system"),
    "roman": ("wfi",),
}


MAPPING = re.compile(r"[a-z]{2,9}(_[a-z][a-z0-9]{1,16}(_[a-z][a-z0-9-]{1,32})?)?(_[0-9]{4})?\.[pir]map")
DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]+)?)?$")
_SPEC = re.compile(
    r"(?P<obs>[a-z]{2,9})(-(?P<instr>[a-z][a-z0-9]{1,16})(-(?P<kind>[a-z][a-z0-9-]{1,32}?))?)?"
    rf"-(edit|operational|latest|build|versions|{DATE.pattern[:-1]})"
)
_ID = re.compile(r"[A-Za-z0-9_.+-]{1,128}(:[A-Za-z0-9_.+-]{1,128})?")
_FILE = re.compile(r"[A-Za-z0-9._ -]{1,128}")
_GLOB = re.compile(r"[A-Za-z0-9_.*+()\[\]-]{1,128}")
_VERSION = re.compile(r"[A-Za-z0-9._-]{1,128}")
_HEADER_KEY = re.compile(r"[A-Za-z0-9_.-]{1,256}")
_HEADER_VALUE = re.compile(r"[^\r\n]{0,256}")
_INVALID_VERSION = "Invalid version string,  must be 1-128 chars of A-Z, a-z, 0-9, ., -, _"


class Checks:
    """The server's own validation of one call, with its real texts."""

    def __init__(self, observatory: str) -> None:
        self._observatory = observatory
        self._by_name: dict[str, Callable[[object], None]] = {
            "observatory": self._check_observatory,
            "pipeline_context": self._check_pipeline_context,
            "pipeline_name": self._check_pipeline_name,
            "filename": self._check_file,
            "files": self._check_files,
            "fields": self._check_fields,
            "context": self._check_context,
            "context_specifier": self._check_context,
            "date": self._check_context,
            "header": self._check_header,
            "header_map": self._check_header_map,
            "reftypes": self._check_reftypes,
            "instrument": self._check_instrument,
            "ids": self._check_ids,
            "master_version": self._check_version,
            "glob_pattern": self._check_pattern,
            "pipeline_contexts": self._check_contexts,
            "any_context": self._check_context,
            "mapping": self._check_file,
            "reference": self._check_file,
            "dataset_ids": self._check_ids,
            "kind": self._check_kind,
        }

    def check(self, method: str, named: Mapping[str, object]) -> None:
        """Raise the fault of the first parameter that the server would refuse."""
        for name, value in named.items():
            if method == "get_system_versions" and name == "context":
                self._check_versions_context(value)
            elif name in self._by_name:
                self._by_name[name](value)

    def _check_observatory(self, value: object) -> None:
        if value is not None and str(value).lower() != self._observatory:
            text = f"Mismatch between requested observatory '{escaped(value)}' and server observatory"
            raise Fault("InvalidObservatoryError", f"{text} '{self._observatory}'")

    def _check_pipeline_context(self, value: object) -> None:
        """An observatory; a context is taken for its observatory."""
        if isinstance(value, str) and MAPPING.fullmatch(value):
            self._check_context(value)
        else:
            self._check_observatory(value)

    def _check_pipeline_name(self, value: object) -> None:
        if not isinstance(value, str) or not re.match(r"[\w/]", value):
            raise Fault("InvalidPipelineName", "The specified pipeline name is invalid.")

    def _check_file(self, value: object) -> None:
        if not isinstance(value, str) or not _FILE.fullmatch(value):
            raise other_error(f"Invalid file name '{escaped(value)}'")

    def _check_files(self, value: object) -> None:
        if value is None:
            return
        if not isinstance(value, list):
            raise Fault("InvalidFileList", "Expected list of filenames or None.")
        for item in cast("list[object]", value):
            self._check_file(item)

    def _check_fields(self, value: object) -> None:
        fields = cast("list[object]", value) if isinstance(value, list) else None
        if value is not None and (fields is None or not all(isinstance(field, str) for field in fields)):
            raise Fault("InvalidFieldList", "Expected list of fields or None.")

    def _check_context(self, value: object) -> None:
        context = str(value)
        spec = _SPEC.fullmatch(context)
        if not isinstance(value, str) or not (MAPPING.fullmatch(context) or DATE.match(context) or spec):
            text = f"Context parameter '{escaped(value)}' is not a .pmap, .imap, or .rmap file"
            raise Fault("UnknownContextError", f"{text} or a valid date based context specification.")
        instrument = spec.group("instr") if spec else None
        if spec and instrument and instrument not in INSTRUMENTS.get(spec.group("obs"), (instrument,)):
            text = f"Bad instrument '{escaped(instrument)}' in CRDS date based context specification."
            raise Fault("InvalidDateBasedContext", text)
        if not DATE.match(context) and self._observatory not in context:
            text = f"Requested context '{escaped(value)}' doesn't match the observatory"
            tail = "supported by this server.   Switch servers or contexts."
            raise Fault("MismatchedContextError", f"{text} '{self._observatory}' {tail}")

    def _check_versions_context(self, value: object) -> None:
        if value is None:
            raise other_error("'NoneType' object has no attribute 'lower'")
        if str(value).lower() not in ("null", "none"):
            self._check_context(value)

    def _check_contexts(self, value: object) -> None:
        """One context, or several in an array."""
        for each in cast("list[object]", value) if isinstance(value, list) else [value]:
            self._check_context(each)

    def _check_pattern(self, value: object) -> None:
        if not isinstance(value, str) or not _GLOB.fullmatch(value):
            raise Fault("BadListGlobError", f"Illegal glob pattern, not permitted '{escaped(value)}'")

    def _check_kind(self, value: object) -> None:
        if value not in ("operational", "latest"):
            raise Fault("UnpushableContextKind", "The specified context kind is invalid.")

    def _check_version(self, value: object) -> None:
        if not isinstance(value, str) or not _VERSION.fullmatch(value):
            raise other_error(_INVALID_VERSION)

    def _check_header(self, value: object) -> None:
        if not isinstance(value, dict):
            raise Fault("InvalidHeaderError", "Header parameter is not a dictionary.")
        for name, item in cast("dict[str, object]", value).items():
            if not _HEADER_KEY.fullmatch(name):
                raise Fault("InvalidHeaderError", f"Bad key in header {escaped(name)}")
            if not isinstance(item, str) or not _HEADER_VALUE.fullmatch(item):
                text = "Bad value in header... not a str, int, float, or bool, or illegal str:"
                raise Fault("InvalidHeaderError", f"{text} '{escaped(item)}'")

    def _check_header_map(self, value: object) -> None:
        if not isinstance(value, dict):
            text = "Expected object mapping dataset ids to headers: { dataset_id : { header } }."
            raise Fault("InvalidDatasetIds", text)
        for name, header in cast("dict[str, object]", value).items():
            self._check_id(name)
            try:
                self._check_header(header)
            except Fault as fault:
                reason = fault.message.partition(": ")[2]
                text = f"Invalid header at dataset id '{escaped(name)}' : '{reason}'"
                raise Fault("InvalidHeaderError", text) from fault

    def _check_reftypes(self, value: object) -> None:
        if value is None:
            return
        if not isinstance(value, list):
            text = "reftypes parameter should be a list of reftype/filekind strings or None."
            raise Fault("InvalidReftypesError", text)
        for item in cast("list[object]", value):
            if not isinstance(item, str):
                raise Fault("InvalidReftypesError", f"Non-string reftype: '{escaped(item)}'")

    def _check_instrument(self, value: object) -> None:
        known = INSTRUMENTS[self._observatory]
        if str(value).lower() not in known:
            text = f"Mismatch between requested instrument '{escaped(value)}' and server instruments"
            raise Fault("InvalidInstrumentError", f"{text} '{list(known)}'")

    def _check_ids(self, value: object) -> None:
        if not isinstance(value, list):
            raise Fault("InvalidDatasetIds", "Expected list of dataset ids.")
        ids = cast("list[object]", value)
        if len(ids) > 1000:
            raise other_error("Too many ids.   More than 1000 datasets specified.")
        for item in ids:
            self._check_id(item)

    def _check_id(self, value: object) -> None:
        if not isinstance(value, str):
            raise Fault("InvalidDatasetIds", "Expected datasets to be official id strings.")
        if not _ID.fullmatch(value):
            raise Fault("InvalidDatasetIds", f"Bad dataset id: '{escaped(value)}'")


def escaped(value: object) -> str:
    """A value from the request as it is put into an error text, safe for HTML."""
    text = str(value)
    for char, entity in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&quot;"), ("'", "&#39;")):
        text = text.replace(char, entity)
    return text
