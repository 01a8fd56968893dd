"""Moves bytes, by requests. Everything that requests and urllib3 can raise ends here."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, Final
from urllib.parse import urljoin, urlsplit

import requests
import urllib3
from requests.adapters import HTTPAdapter

from .display import value as shown
from .errors import (
    Ambiguous,
    AstrowireError,
    BodyTooLarge,
    ConfigError,
    DeadlineExceeded,
    NotSent,
    RedirectRefused,
    TlsError,
    TransportError,
)
from .http import HttpRequest, HttpResponse

REDIRECTS: Final = 3

_CHUNK: Final = 1 << 18
_SAME_METHOD: Final = frozenset({307, 308})
_PORTS: Final = {"http": 80, "https": 443}
_REDIRECTED: Final = frozenset({301, 302, 303, 307, 308})

Timeout = tuple[float, float]


class Transport:
    """Sends one request at a time over a session, within limits.

    Parameters
    ----------
    session : requests.Session, optional
        One of the caller's, used as it is; else an own one, without requests' own retries.
    timeout : (float, float)
        Seconds to connect, seconds between two arrivals of bytes.
    user_agent : str
        Sent with every request.
    clock : callable
        Monotonic seconds.
    """

    def __init__(
        self,
        session: requests.Session | None,
        *,
        timeout: Timeout,
        user_agent: str,
        clock: Callable[[], float],
    ) -> None:
        self._own = session is None
        self._session = _session() if session is None else session
        self._timeout = timeout
        self._user_agent = user_agent
        self._clock = clock

    def close(self) -> None:
        """Close the session, unless it is the caller's."""
        if self._own:
            self._session.close()

    def send(self, request: HttpRequest, *, until: float, max_body: int) -> HttpResponse:
        """Send a request, follow redirects within its origin, and read the whole answer.

        Parameters
        ----------
        request : HttpRequest
            What to send.
        until : float
            The deadline, on the transport's clock.
        max_body : int
            Bytes of body that are accepted.

        Raises
        ------
        TransportError, TlsError, RedirectRefused, BodyTooLarge, DeadlineExceeded, ConfigError
            See each class.
        """
        for _ in range(REDIRECTS + 1):
            response, target = self._exchange(request, until)
            with response:
                if response.status_code in _REDIRECTED:
                    request = _redirected(request, response.status_code, target)
                    continue
                body = self._body(response, until, max_body)
                return HttpResponse(response.status_code, dict(response.headers), body)
        raise RedirectRefused(f"more than {REDIRECTS} redirects, the last to {_host(request.url)}")

    def _exchange(self, request: HttpRequest, until: float) -> tuple[requests.Response, str]:
        """Send a request; return the answer, its body unread, and where it points if it is a redirect."""
        left = until - self._clock()
        if left <= 0:
            raise DeadlineExceeded("the time for the call was over before it could be sent")
        connect, read = self._timeout
        pointed: list[str] = []

        def keep_target(response: requests.Response, **_: object) -> None:
            # Even told not to follow, requests reads the whole body of what has a Location, however long.
            if response.status_code in _REDIRECTED:
                pointed.append(response.headers.pop("Location", ""))

        try:
            prepared = self._session.prepare_request(self._request(request))
            prepared.hooks["response"].append(keep_target)
            settings = self._session.merge_environment_settings(prepared.url or "", {}, True, None, None)
            response = self._session.send(
                prepared,
                allow_redirects=False,
                timeout=(min(connect, left), min(read, left)),
                **settings,
            )
        except Exception as error:
            found = _translated(error, request.url)
            if self._clock() >= until and isinstance(found, Ambiguous | NotSent):
                found = _over(found)
            raise found from error
        return response, pointed[-1] if pointed else ""

    def _request(self, request: HttpRequest) -> requests.Request:
        headers = {"User-Agent": self._user_agent, "Accept-Encoding": "gzip, deflate", **request.headers}
        # An explicit auth keeps requests from looking up a password in a .netrc file.
        auth = self._session.auth or _no_auth
        return requests.Request(
            request.method, request.url, headers=headers, data=request.body or None, auth=auth
        )

    def _body(self, response: requests.Response, until: float, max_body: int) -> bytes:
        declared = response.headers.get("Content-Length", "")
        if declared.isdigit() and int(declared) > max_body:
            raise BodyTooLarge(f"the body has {declared} bytes, at most {max_body} are accepted")
        body = bytearray()
        try:
            for chunk in _chunks(response):
                body += chunk
                if len(body) > max_body:
                    raise BodyTooLarge(f"the body has more than {max_body} bytes")
                if self._clock() >= until:
                    raise DeadlineExceeded(f"the time was over after {len(body)} bytes of the body")
        except AstrowireError:
            raise
        except Exception as error:
            found = _broken_off(error, len(body))
            if self._clock() >= until and isinstance(found, Ambiguous):
                found = _over(found)
            raise found from error
        return bytes(body)


def _chunks(response: requests.Response) -> Iterator[bytes]:
    """Yield the body as it arrives, so that a slow one does not outlast the deadline."""
    raw = response.raw
    if not isinstance(raw, urllib3.HTTPResponse) or raw.closed or not hasattr(raw, "read1"):
        # Another transport of the caller's session, or a hook of it that has read the body already.
        yield from response.iter_content(_CHUNK)
        return
    while chunk := raw.read1(_CHUNK, decode_content=True):
        yield chunk


def _over(error: AstrowireError) -> DeadlineExceeded:
    return DeadlineExceeded(f"the time for the call is over: {error.message}", retry_safe=error.retry_safe)


def _session() -> requests.Session:
    session = requests.Session()
    adapter = HTTPAdapter(pool_maxsize=32, max_retries=0)
    session.mount("http://", adapter)
    session.mount("https://", adapter)
    return session


def _no_auth(request: requests.PreparedRequest) -> requests.PreparedRequest:
    return request


def _redirected(request: HttpRequest, status: int, target: str) -> HttpRequest:
    try:
        url = urljoin(request.url, target)
    except ValueError:
        url = target
    if not target:
        raise RedirectRefused(f"HTTP {status} without a Location", status=status)
    if _origin(url) != _origin(request.url) or "@" in urlsplit(url).netloc:
        raise RedirectRefused(
            f"the server points to another origin, {_host(url)}; set base_url= if that is where it lives now",
            status=status,
        )
    if request.method != "GET" and status not in _SAME_METHOD:
        raise RedirectRefused(f"HTTP {status} would turn a {request.method} into a GET", status=status)
    return HttpRequest(request.method, url, request.headers, request.body)


def _origin(url: str) -> tuple[str, str | None, int | None]:
    try:
        parts = urlsplit(url)
        return parts.scheme, parts.hostname, parts.port or _PORTS.get(parts.scheme)
    except ValueError:
        return url, None, None


def _host(url: str) -> str:
    """Return where a URL leads, for people: no path, no user name, and no port that goes without saying."""
    scheme, host, port = _origin(url)
    said = "" if port in {None, _PORTS.get(scheme)} else f":{port}"
    return shown(f"{scheme}://{host}{said}", 120)


def _translated(error: Exception, url: str) -> AstrowireError:
    """Return our word for what happened while connecting, sending, or waiting for the first line."""
    host = _host(url)
    match error:
        case requests.exceptions.SSLError():
            return TlsError(
                f"the TLS of {host} was refused: {_first_reason(error)}; if an own certificate authority "
                "signs it, name its file in REQUESTS_CA_BUNDLE or pass a requests.Session with verify="
            )
        case requests.exceptions.ProxyError():
            return NotSent(f"the proxy for {host} can't be used: {_first_reason(error)}", retry_safe=True)
        case requests.exceptions.ConnectTimeout():
            return NotSent(f"{host} did not accept a connection in time", retry_safe=True)
        case requests.exceptions.ReadTimeout():
            return Ambiguous(f"{host} sent nothing in time")
        case requests.exceptions.ConnectionError() if _never_connected(error):
            return NotSent(f"{host} can't be reached: {_first_reason(error)}", retry_safe=True)
        case requests.exceptions.ConnectionError() | requests.exceptions.ChunkedEncodingError():
            return Ambiguous(f"the connection to {host} broke: {_first_reason(error)}")
        case requests.exceptions.RequestException() if isinstance(error, ValueError):
            return ConfigError(f"the URL of {host} can't be used: {_first_reason(error)}")
        case _:
            return TransportError(f"the exchange with {host} failed: {_first_reason(error)}")


def _broken_off(error: Exception, received: int) -> AstrowireError:
    if isinstance(error, urllib3.exceptions.ReadTimeoutError | TimeoutError):
        return Ambiguous(f"the body stopped after {received} bytes")
    if isinstance(error, urllib3.exceptions.HTTPError | requests.exceptions.RequestException | OSError):
        return Ambiguous(f"the body broke off after {received} bytes: {_first_reason(error)}")
    return TransportError(f"the body can't be read: {_first_reason(error)}")


def _never_connected(error: BaseException) -> bool:
    kinds = (urllib3.exceptions.NewConnectionError, urllib3.exceptions.ConnectTimeoutError)
    return any(isinstance(each, kinds) for each in _reasons(error))


def _reasons(error: BaseException) -> list[BaseException]:
    """Return an exception and what it wraps, by whatever attribute."""
    found: list[BaseException] = []
    todo: list[Any] = [error]
    while todo and len(found) < 12:
        each = todo.pop()
        if isinstance(each, BaseException) and not any(each is known for known in found):
            found.append(each)
            todo += [each.__cause__, each.__context__, getattr(each, "reason", None), *each.args]
    return found


def _first_reason(error: BaseException) -> str:
    # The innermost operating-system or protocol text says most; outer ones repeat URLs and object addresses.
    inner = next(
        (each for each in reversed(_reasons(error)) if isinstance(each, OSError) and each.strerror), None
    )
    return shown(str(inner.strerror if inner is not None else type(error).__name__), 160)
