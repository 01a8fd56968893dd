"""One observatory's server: recorded answers, and its own answers to what nobody recorded."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import cast

from .. import jsonrpc
from ..exchange import Answer, Request, Terms
from ..jsonrpc import Fault, Replay, other_error
from ..recording import Recording, Shelf
from .checks import DATE, INSTRUMENTS, MAPPING, Checks, escaped
from .readings import METHODS, READINGS, count, mapping, method_of, named, positional, result_of, rows

_INSTRUMENT_KEY = {"hst": "INSTRUME", "jwst": "META.INSTRUMENT.NAME", "roman": "ROMAN.META.INSTRUMENT.NAME"}
_INSTRUMENT_KEYS = (
    "INSTRUME",
    "META.INSTRUMENT.NAME",
    "META_INSTRUMENT_NAME",
    "INSTRUMENT",
    "ROMAN.META.INSTRUMENT.NAME",
    "META.INSTRUMENT.TYPE",
    "META_INSTRUMENT_TYPE",
)
_UNRECORDED = "The stand-in has no recording of this request."


class Server:
    """One observatory's server."""

    def __init__(self, observatory: str, recordings: Iterable[Recording]) -> None:
        self._checks = Checks(observatory)
        self._observatory = observatory
        self._shelf = Shelf()
        self._contexts: set[str] = set()
        self._methods = list(METHODS)
        for recording in recordings:
            if recording.server in ("", observatory):
                self._file(recording)
        self._made_up: dict[str, Callable[[Terms], object]] = {
            "get_remote_context": self._remote_context,
            "get_file_info": self._file_info,
            "get_file_info_map": self._file_info_map,
            "get_best_references": self._best_references,
            "get_best_references_by_header_map": self._by_header_map,
            "get_required_parkeys": self._only_recorded,
            "get_dataset_ids": self._dataset_ids,
            "get_dataset_headers_by_id": self._headers_by_id,
            "get_aui_best_references": self._aui,
            "get_system_versions": self._system_versions,
            "file_exists": self._file_info,
        }

    def _file(self, recording: Recording) -> None:
        method = method_of(recording)
        terms = self._terms(method, positional(recording))
        self._shelf.add(replace(recording, operation=method), terms)
        if method not in self._methods:
            self._methods.append(method)
        result = result_of(recording)
        if result is None:
            return
        self._contexts.add(str(terms.get("context")))
        history = recording.operation == "get_context_history"
        names = [row[1] for row in rows(result)] if history else [result]
        self._contexts.update(name for name in names if isinstance(name, str))

    def answer(self, request: Request) -> Answer:
        """Believe the body; what stands in the path after ``/json/`` is for access logs only."""
        return jsonrpc.answer(request, self._methods, self._call)

    def _call(self, method: str, values: list[object]) -> object:
        if method in METHODS:
            count(method, values)
        terms = self._terms(method, values)
        recording = self._shelf.find(method, terms, minor=("since",), server=self._observatory)
        if recording is not None:
            return Replay(recording.reply, recording.label)
        if method in METHODS:
            self._checks.check(method, named(method, values))
        return self._made_up.get(method, self._only_recorded)(terms)

    def _terms(self, method: str, values: list[object]) -> Terms:
        """A call in the server's own terms: cases folded, defaults filled in, order of ids dropped."""
        if method not in METHODS:
            while values and values[-1] is None:
                values = values[:-1]
            return {"params": values}
        terms: Terms = {}
        for name, value in named(method, values).items():
            term, read = READINGS[name]
            terms[term] = read(value)
        if terms.get("observatory", "") is None:
            terms["observatory"] = self._observatory
        if method == "get_system_versions" and str(terms["context"]).lower() in ("null", "none"):
            terms["context"] = f"{self._observatory}-versions"
        return terms

    # Answers to well-formed requests that nobody recorded.

    def _only_recorded(self, terms: Terms) -> object:
        self._need_context(terms)
        raise other_error(_UNRECORDED)

    def _need_context(self, terms: Terms) -> None:
        """A context that no recording shows to exist is an unknown file, or a date before all history."""
        context = terms.get("context")
        if context is None or context in self._contexts:
            return
        shown = escaped(context)
        if MAPPING.fullmatch(str(context)):
            raise Fault("UnknownFile", f"File '{shown}' is not known to CRDS.")
        if DATE.search(str(context)):
            text = f"No CRDS context found corresponding to (prior to) date '{shown}'"
            raise Fault("UnknownContextError", text)

    def _remote_context(self, terms: Terms) -> object:
        raise other_error("RemoteContextModel matching query does not exist.")

    def _file_info(self, terms: Terms) -> object:
        raise Fault("UnknownFile", f"File '{escaped(terms['filename'])}' is not known to CRDS.")

    def _file_info_map(self, terms: Terms) -> object:
        """Puts the answer together from every recorded file; a name of none is ``NOT FOUND``."""
        known: dict[str, object] = {}
        for filed in self._shelf.of("get_file_info_map"):
            for name, info in mapping(result_of(filed.recording)).items():
                if isinstance(info, dict):
                    known[name] = {**mapping(known.get(name)), **mapping(cast("object", info))}
        files = cast("list[str] | None", terms["files"])
        fields = cast("list[str] | None", terms["fields"])
        if files is None and not known:
            raise other_error(_UNRECORDED)
        return {name: _chosen(known.get(name), fields) for name in (known if files is None else files)}

    def _best_references(self, terms: Terms) -> object:
        self._need_context(terms)
        return self._no_match(cast("Terms", terms["header"]), terms)

    def _no_match(self, header: Mapping[str, object], terms: Terms) -> dict[str, object]:
        """No rule fits: every type asked for is not found."""
        instrument = next((str(header[key]) for key in _INSTRUMENT_KEYS if key in header), None)
        if instrument is None:
            key = _INSTRUMENT_KEY[self._observatory]
            raise other_error(f"Missing '{key}' keyword in header for determining instrument.")
        if instrument.lower() not in INSTRUMENTS[self._observatory]:
            shown = f"{escaped(instrument.lower())}' for context '{escaped(terms['context'])}"
            raise other_error(f"Unknown instrument '{shown}'")
        if not terms["reftypes"]:
            raise other_error(_UNRECORDED)
        return dict.fromkeys(cast("list[str]", terms["reftypes"]), "NOT FOUND No match found.")

    def _by_header_map(self, terms: Terms) -> object:
        """One pair per id, taken from whatever recording has the same id and header."""
        self._need_context(terms)
        known = self._recorded_headers(terms)
        answer: dict[str, object] = {}
        for name, header in mapping(terms["header_map"]).items():
            try:
                found = known.get(_key(name, header))
                answer[name] = [True, self._no_match(mapping(header), terms)] if found is None else found
            except Fault as fault:
                answer[name] = [False, f"FAILED: {fault.message.partition(': ')[2]}"]
        return answer

    def _recorded_headers(self, terms: Terms) -> dict[str, object]:
        known: dict[str, object] = {}
        for filed in self._shelf.of("get_best_references_by_header_map"):
            if all(filed.terms[name] == terms[name] for name in ("context", "reftypes")):
                result = mapping(result_of(filed.recording))
                headers = mapping(filed.terms["header_map"])
                known |= {_key(name, headers[name]): result[name] for name in headers if name in result}
        return known

    def _dataset_ids(self, terms: Terms) -> object:
        if terms["instrument"] in ("system", "synphot"):
            return []
        return self._only_recorded(terms)

    def _headers_by_id(self, terms: Terms) -> object:
        """Answers whole ids as recorded, whichever half was asked for."""
        self._need_context(terms)
        answer: dict[str, object] = {}
        for asked in cast("list[str]", terms["ids"]):
            found = list(self._known_ids("get_dataset_headers_by_id", terms["context"], asked))
            answer |= dict(found) if found else {asked: self._no_dataset(asked)}
        return answer

    def _aui(self, terms: Terms) -> object:
        """Answers every id as it was asked."""
        self._need_context(terms)
        answer: dict[str, object] = {}
        for asked in cast("list[str]", terms["ids"]):
            found = self._known_ids("get_aui_best_references", terms["context"], asked)
            answer[asked] = next((value for _, value in found), [False, self._no_dataset(asked)])
        return answer

    def _known_ids(self, method: str, context: object, asked: str) -> Iterator[tuple[str, object]]:
        seen: set[str] = set()
        for filed in self._shelf.of(method):
            if filed.terms["context"] != context:
                continue
            for name, value in mapping(result_of(filed.recording)).items():
                if name not in seen and asked in (name.upper(), *name.upper().split(":")):
                    seen.add(name)
                    yield name, value

    def _no_dataset(self, asked: str) -> str:
        if self._observatory == "hst":
            return "NOT FOUND no match found in query"
        return f"NOT FOUND dataset ID does not exist '{asked}'"

    def _system_versions(self, terms: Terms) -> object:
        raise other_error("NOT FOUND No match found.")


def _chosen(info: object, fields: list[str] | None) -> object:
    if info is None:
        return "NOT FOUND"
    return {name: value for name, value in mapping(info).items() if fields is None or name in fields}


def _key(name: str, header: object) -> str:
    return json.dumps([name, header], sort_keys=True)
