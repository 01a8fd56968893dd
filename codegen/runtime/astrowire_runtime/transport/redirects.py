"""Where a redirect may lead: to the same origin, or to the same host with TLS."""

from __future__ import annotations

from typing import Final
from urllib.parse import urljoin, urlsplit

from ..display import value as shown
from ..errors import RedirectRefused
from ..http import HttpRequest

MOST: Final = 3
STATUSES: Final = frozenset({301, 302, 303, 307, 308})

_SAME_METHOD: Final = frozenset({307, 308})
_PORTS: Final = {"http": 80, "https": 443}

Origin = tuple[str, str | None, int | None]


def redirected(request: HttpRequest, status: int, target: str, *, reads: bool) -> HttpRequest:
    """Return the request that a redirect asks for.

    Parameters
    ----------
    request : HttpRequest
        That was sent.
    status : int
        Of the redirect.
    target : str
        Its Location.
    reads : bool
        The request has no effect; else only the statuses are followed that ask for the same request.

    Raises
    ------
    RedirectRefused
        It leads elsewhere, holds a user name, would turn a POST into a GET, or repeat what has an effect.
    """
    if not target:
        raise RedirectRefused(f"HTTP {status} without a Location", status=status)
    try:
        url = urljoin(request.url, target)
        names_a_user = "@" in urlsplit(url).netloc
    except ValueError:
        raise RedirectRefused(
            f"the server points to {shown(target.partition('?')[0])}, which is no URL", status=status
        ) from None
    if names_a_user or not _is_near(origin(request.url), origin(url)):
        raise RedirectRefused(
            f"the server points to another origin, {host(url)}; set base_url= if that is where it lives now",
            status=status,
        )
    if request.method != "GET" and status not in _SAME_METHOD:
        raise RedirectRefused(f"HTTP {status} would turn a {request.method} into a GET", status=status)
    if not reads and status not in _SAME_METHOD:
        raise RedirectRefused(
            f"HTTP {status} does not say that the same is to be sent again, and it has an effect",
            status=status,
        )
    return HttpRequest(request.method, url, request.headers, request.body)


def _is_near(here: Origin, there: Origin) -> bool:
    """Whether it is the same origin, or the same with TLS: at the same port, or at the usual one of each."""
    if here == there:
        return True
    upgraded = (here[0], there[0]) == ("http", "https") and here[1] == there[1]
    return upgraded and (here[2] == there[2] or (here[2], there[2]) == (_PORTS["http"], _PORTS["https"]))


def origin(url: str) -> Origin:
    """Return scheme, host and port of a URL."""
    try:
        parts = urlsplit(url)
        return parts.scheme, parts.hostname, parts.port or _PORTS.get(parts.scheme)
    except ValueError:
        return url, None, None


def host(url: str) -> str:
    """Return where a URL leads, for people: no path, no user name, and no port that goes without saying."""
    scheme, name, port = origin(url)
    said = "" if port in {None, _PORTS.get(scheme)} else f":{port}"
    return shown(f"{scheme}://{name or ''}{said}", 120)
