"""``show_series`` and ``showextseries``: two readings of one filter."""

from __future__ import annotations

from collections.abc import Mapping

from .. import forms, posix
from ..exchange import CRASH, Answer, Reply, Request, Terms
from .catalogue import Catalogue, Series, replayed
from .programs import JSON, NUMBER, c_string, python_form, python_json


class _FilterError(Exception):
    """A filter that the listing program refuses, with its message and exit status."""

    def __init__(self, message: str, exit_status: int) -> None:
        super().__init__(message)
        self.message = message
        self.exit_status = exit_status


def _listed(filter_text: str, series: Mapping[str, Series]) -> list[Series]:
    """The series that a filter lets through, in the order of their names.

    A filter with exactly one ``\\.`` is looked up only in the namespace whose name stands before it,
    taken literally; a namespace that does not exist is a failed query.
    """
    negated = filter_text.startswith("NOT ")
    expression = filter_text[4:] if negated else filter_text
    try:
        pattern = posix.compiled(expression)
    except posix.BadPattern:
        raise _FilterError("Series filter format error", 1) from None
    found = sorted(series.values(), key=lambda entry: entry.name)
    namespace, dot, more = expression.partition("\\.")
    if dot and "\\." not in more and not negated:
        if not any(name.partition(".")[0] == namespace.lower() for name in series):
            raise _FilterError("Cant find DRMS", 2)
        found = [entry for entry in found if entry.name.lower().startswith(namespace.lower() + ".")]
    return [entry for entry in found if bool(pattern.search(entry.name)) != negated]


def recorded_series(given: Mapping[str, object]) -> Terms:
    """No filter is an empty one."""
    return {"filter": given.get("ds_filter") or ""}


class ShowSeries:
    """``show_series``: reads no form, only the text after the first ``=`` of the query string."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue

    def answer(self, request: Request) -> Answer:
        query = request.query or b""
        if query and b"=" not in query:
            return Answer(CRASH, "show_series")
        wanted = forms.text(forms.percent(query.partition(b"=")[2]))
        terms: Terms = {"filter": wanted}
        recording = self._catalogue.shelf.find("show_series", terms)
        if recording is not None:
            return replayed(recording, terms)
        return Answer(self._list(wanted), "show_series", terms)

    def _list(self, wanted: str) -> Reply:
        if not self._catalogue.listed:
            return Reply(200, "text/plain", b'],\n"n":0}\n')
        try:
            found = _listed(wanted, self._catalogue.listed)
        except _FilterError as problem:
            body = f'{{"status":1,"errmsg":{problem.message}}}\n'
            return Reply(200, "text/plain", body.encode("ascii"))
        lines = ",\n".join(_line(entry) for entry in found)
        body = f'{{"status":0,\n "names":[\n{lines}],\n"n":{len(found)}}}\n'
        return Reply(200, JSON, forms.raw(body))


def _line(entry: Series) -> str:
    keys, note = c_string(entry.primekeys), c_string(entry.note)
    return f'  {{"name":"{entry.name}","primekeys":"{keys}","note":"{note}"}}'


def recorded_wrapper(given: Mapping[str, object]) -> Terms:
    """No filter is an empty one; the database host is the server's affair."""
    return {"filter": given.get("ds_filter") or "", "info": bool(given.get("info"))}


_ALIASES = {"H": "dbhost", "f": "filter", "i": "info", "n": "noheader"}
_INTERNAL_HOST = "hmidb"
_EXTERNAL_HOSTS = ("hmidb2", "localhost", "127.0.0.1")


class ShowExtSeries:
    """``showextseries``: names an outside database host and lists what both sides offer.

    ``internal``: the program is ``showintseries``, which is told no host.
    """

    def __init__(self, catalogue: Catalogue, *, internal: bool = False) -> None:
        self._catalogue = catalogue
        self._internal = internal

    def answer(self, request: Request) -> Answer:
        pairs = [(_ALIASES.get(name, name), value) for name, value in python_form(request)]
        members = forms.first_wins(pairs)
        wanted, host = members.get("filter", ""), members.get("dbhost")
        terms: Terms = {"filter": wanted, "dbhost": host}
        refusal = self._refused(pairs, members)
        if refusal:
            return Answer(python_json({"errMsg": refusal, "seriesList": []}), "show_series_wrapper", terms)
        asked: Terms = {"filter": wanted, "info": members.get("info", "0").strip() == "1"}
        terms |= asked
        recording = self._catalogue.shelf.find("show_series_wrapper", asked)
        if recording is not None:
            return replayed(recording, terms)
        return Answer(self._list(asked), "show_series_wrapper", terms)

    def _refused(self, pairs: list[tuple[str, str]], members: Mapping[str, str]) -> str:
        start = "Unable to parse arguments. "
        numbers = [members[name] for name in ("info", "noheader") if name in members]
        if len(members) != len(pairs) or not all(NUMBER.fullmatch(number) for number in numbers):
            return start + "Invalid arguments."
        host = members.get("dbhost")
        if self._internal:
            return ""
        if host is None:
            return start + "Missing required argument 'dbhost'."
        if host.lower() == _INTERNAL_HOST:
            return start + "Host specified is the internal server. Must select an external one."
        if host.lower() not in _EXTERNAL_HOSTS:
            return f"Command 'show_series -qz JSOC_DBHOST={host}' returned non-zero status code 1"
        return ""

    def _list(self, asked: Terms) -> Reply:
        wanted = str(asked["filter"])
        series = {**self._catalogue.listed, **self._catalogue.extra}
        try:
            found = _listed(wanted, series)
        except _FilterError as problem:
            text = f"Command 'show_series -qz {wanted}' returned non-zero status code {problem.exit_status}"
            return python_json({"errMsg": text, "seriesList": []})
        names: list[object] = [
            {entry.name: {"description": entry.note}} if asked["info"] else entry.name for entry in found
        ]
        return python_json({"errMsg": "", "seriesList": names})
