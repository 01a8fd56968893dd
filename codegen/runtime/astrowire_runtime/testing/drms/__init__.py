"""The DRMS side of the stand-in: the CGI programs' own reading of a request, and their answers.

Every program has its own rules, one module each: the C programs
``jsoc_info`` and ``jsoc_fetch`` read form data with first-duplicate-wins, the C
program ``show_series`` takes whatever follows the first ``=``, and the Python
programs ``showextseries`` and ``checkAddress.sh`` read ordinary forms. Programs of which
too little is known to imitate them answer what is recorded (``others``).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from ..exchange import Answer, Request
from ..recording import Recording
from . import others
from .address import CheckAddress, recorded_address
from .catalogue import Catalogue, Reader
from .fetch import JsocFetch, recorded_repeat, recorded_request, recorded_status, recorded_units
from .info import JsocInfo, recorded_list, recorded_records, recorded_struct, recorded_summary
from .listing import ShowExtSeries, ShowSeries, recorded_series, recorded_wrapper

_RECORDED: dict[str, Reader] = {
    "show_series": recorded_series,
    "show_series_wrapper": recorded_wrapper,
    "series_struct": recorded_struct,
    "rs_summary": recorded_summary,
    "rs_list": recorded_list,
    "check_address": recorded_address,
    "exp_request": recorded_request,
    "exp_status": recorded_status,
    "rs_records": recorded_records,
    "register_address": recorded_address,
    "exp_su": recorded_units,
    "exp_su_status": recorded_status,
    "exp_repeat": recorded_repeat,
    "show_info": others.recorded_info_text,
    "drms_parserecset": others.recorded_parsed,
    "series_info": others.recorded_series,
    "manage_request": others.recorded_managed,
    "cancel_request": others.recorded_cancelled,
    "web_request_id": others.recorded_handle,
    "jsoc_userkill": others.recorded_kill,
    "drms_export": others.recorded_stream,
}
"""How the documented arguments of each operation read in the server's own terms."""

_BASES = {"jsoc": "/cgi-bin/ajax/", "kis": "/cgi-bin/", "jsoc_internal": "/jsoc2/cgi-bin/ajax/"}
_SAME = {"jsoc_ext": "jsoc"}
"""Servers that are other programs of a server at the same place."""
_OFFERED = {
    "jsoc": frozenset(
        {
            "show_series",
            "showextseries",
            "jsoc_info",
            "jsoc_fetch",
            "checkAddress.sh",
            "show_info",
            "showextinfo",
            "jsocextinfo",
            "jsocextfetch",
            "manage-request.sh",
            "jsoc_WebRequestID",
            "jsoc_userkill",
        }
    ),
    "kis": frozenset({"show_series", "jsoc_info"}),
    "jsoc_internal": frozenset({"show_series", "showintseries", "jsoc_info", "jsoc_fetch", "show_info"}),
}


class Drms:
    """All programs of a DRMS server over one set of recordings."""

    name = "drms"
    secrets = frozenset({"address", "notify", "requestor"})

    def __init__(self, recordings: Iterable[Recording]) -> None:
        catalogue = Catalogue(_RECORDED)
        for recording in recordings:
            catalogue.add(recording)
        info, fetch = JsocInfo(catalogue).answer, JsocFetch(catalogue).answer
        self._programs: dict[str, Callable[[Request], Answer]] = {
            "show_series": ShowSeries(catalogue).answer,
            "showextseries": ShowExtSeries(catalogue).answer,
            "showintseries": ShowExtSeries(catalogue, internal=True).answer,
            "jsoc_info": info,
            "jsocextinfo": others.needing_dbhost(info),
            "jsoc_fetch": fetch,
            "jsocextfetch": others.needing_dbhost(fetch),
            "checkAddress.sh": CheckAddress(catalogue).answer,
            **others.programs(catalogue),
        }

    def base(self, server: str | None) -> str:
        """The path of a server's programs: ``jsoc`` (the default) has nearly all, ``kis`` two of them."""
        key = (server or "jsoc").lower()
        key = _SAME.get(key, key)
        if key not in _BASES:
            raise ValueError(f"the stand-in has no DRMS server {server!r}; it has {', '.join(_BASES)}")
        return _BASES[key]

    def answer(self, request: Request) -> Answer | None:
        if request.path in self._programs:
            return self._programs[request.path](request)
        for server, base in _BASES.items():
            program = request.path.removeprefix(base)
            if request.path.startswith(base) and program in _OFFERED[server]:
                return self._programs[program](request)
        return None
