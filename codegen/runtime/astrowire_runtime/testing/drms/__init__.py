"""The DRMS side of the stand-in: the CGI programs' own reading of a request, and their answers.

Every program has its own rules, one module each: the C programs
``jsoc_info`` and ``jsoc_fetch`` read form data with first-duplicate-wins, the C
program ``show_series`` takes whatever follows the first ``=``, and the Python
programs ``showextseries`` and ``checkAddress.sh`` read ordinary forms.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from ..exchange import Answer, Request
from ..recording import Recording
from .address import CheckAddress, recorded_address
from .catalogue import Catalogue, Reader
from .fetch import JsocFetch, recorded_request, recorded_status
from .info import JsocInfo, recorded_list, recorded_struct, recorded_summary
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
}
"""How the documented arguments of each operation read in the server's own terms."""

_BASES = {"jsoc": "/cgi-bin/ajax/", "kis": "/cgi-bin/"}
_OFFERED = {
    "jsoc": frozenset({"show_series", "showextseries", "jsoc_info", "jsoc_fetch", "checkAddress.sh"}),
    "kis": frozenset({"show_series", "jsoc_info"}),
}


class Drms:
    """All programs of a DRMS server over one set of recordings."""

    name = "drms"
    secrets = frozenset({"address", "notify", "requestor"})

    def __init__(self, recordings: Iterable[Recording]) -> None:
        catalogue = Catalogue(_RECORDED)
        for recording in recordings:
            catalogue.add(recording)
        self._programs: dict[str, Callable[[Request], Answer]] = {
            "show_series": ShowSeries(catalogue).answer,
            "showextseries": ShowExtSeries(catalogue).answer,
            "jsoc_info": JsocInfo(catalogue).answer,
            "jsoc_fetch": JsocFetch(catalogue).answer,
            "checkAddress.sh": CheckAddress(catalogue).answer,
        }

    def base(self, server: str | None) -> str:
        """The path of a server's programs: ``jsoc`` (the default) has all, ``kis`` two of them."""
        key = (server or "jsoc").lower()
        if key not in _BASES:
            raise ValueError(f"the stand-in has no DRMS server {server!r}; it has {', '.join(_BASES)}")
        return _BASES[key]

    def answer(self, request: Request) -> Answer | None:
        for server, base in _BASES.items():
            program = request.path.removeprefix(base)
            if request.path.startswith(base) and program in _OFFERED[server]:
                return self._programs[program](request)
        return None
