"""Sends one request at a time over a session, within limits."""

from __future__ import annotations

import queue
import threading
import warnings
from collections.abc import Callable
from typing import Any, Final

import requests

from ..errors import Ambiguous, AstrowireError, DeadlineExceeded, NotSent, RedirectRefused
from ..http import HttpRequest, HttpResponse
from ..sinks import Sink
from . import discretion, failures, redirects
from .bodies import ENCODINGS, pieces_of
from .connections import Limits, limited, own_session

_PROXY_WANTS_PASSWORD: Final = 407

Timeout = tuple[float, float]


class Transport:
    """Sends requests, follows redirects within limits, and reads whole answers.

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
        self._session = own_session() if session is None else session
        self._timeout = timeout
        self._user_agent = user_agent
        self._clock = clock
        discretion.install()

    def close(self) -> None:
        """Close the session, unless it is the caller's."""
        if self._own:
            self._session.close()

    def send(
        self,
        request: HttpRequest,
        *,
        until: float,
        max_body: int,
        reads: bool = True,
        into: Sink | None = None,
    ) -> HttpResponse:
        """Send a request, follow redirects within its origin, and read the whole answer.

        Parameters
        ----------
        request : HttpRequest
            What to send.
        until : float
            The deadline, on the transport's clock.
        max_body : int
            Bytes of body that are accepted.
        reads : bool
            The request has no effect on the server.
        into : Sink, optional
            What takes the body of a good answer; the response is then without one.

        Raises
        ------
        TransportError, TlsError, RedirectRefused, ResponseError, DeadlineExceeded, ConfigError
            See each class.
        """
        if into is not None:
            headers = {**request.headers, **into.headers()}
            request = HttpRequest(request.method, request.url, headers, request.body)
        if self._own:
            return self._answer(request, until, max_body, reads, into)
        # The connections of a caller's session know nothing of our deadline; it leaves them behind.
        return _in_time(lambda: self._answer(request, until, max_body, reads, into), until - self._clock())

    def _answer(
        self, request: HttpRequest, until: float, max_body: int, reads: bool, into: Sink | None
    ) -> HttpResponse:
        for _ in range(redirects.MOST + 1):
            response, target = self._exchange(request, until)
            with response:
                if response.status_code in redirects.STATUSES:
                    request = redirects.redirected(request, response.status_code, target, reads=reads)
                    continue
                if response.status_code == _PROXY_WANTS_PASSWORD:
                    raise failures.proxy_wants_password(redirects.host(request.url))
                body = self._body(response, request, until, max_body, into)
                return HttpResponse(response.status_code, dict(response.headers), body)
        raise RedirectRefused(
            f"more than {redirects.MOST} redirects, the last to {redirects.host(request.url)}"
        )

    def _exchange(self, request: HttpRequest, until: float) -> tuple[requests.Response, str]:
        """Send a request; return the answer, its body unread, and where it points if it is a redirect."""
        left = until - self._clock()
        if left <= 0:
            raise DeadlineExceeded("the time for the call was over before it could be sent")
        connect, read = self._timeout
        pointed: list[str] = []

        def keep_target(response: requests.Response, **_: object) -> None:
            # Even told not to follow, requests reads the whole body of what has a Location, however long.
            if response.status_code in redirects.STATUSES:
                pointed.append(response.headers.pop("Location", ""))

        prepared, settings = self._prepared(request)
        prepared.hooks["response"].append(keep_target)
        _warn_of_no_tls(request.url, settings.get("verify"))
        limits = Limits(until, read, self._clock) if self._own else None
        with discretion.asking(prepared.url or request.url), limited(limits):
            try:
                timeout = (min(connect, left), min(read, left))
                response = self._session.send(prepared, allow_redirects=False, timeout=timeout, **settings)
            except Exception as error:  # noqa: BLE001  # requests', sockets', and those of hooks
                found = self._over(failures.not_answered(error, request.url), until)
                cause = failures.innermost(error, _query(request))
            else:
                return response, pointed[-1] if pointed else ""
        raise found from cause

    def _prepared(self, request: HttpRequest) -> tuple[requests.PreparedRequest, dict[str, Any]]:
        try:
            prepared = self._session.prepare_request(self._request(request))
            settings = self._session.merge_environment_settings(prepared.url or "", {}, True, None, None)
            return prepared, dict(settings)
        except Exception as error:  # noqa: BLE001  # parts of the session are the caller's
            found = failures.not_prepared(error, request.url)
            cause = failures.innermost(error, _query(request))
        # Outside the handler: what requests raised holds the whole URL, and must not be kept as context.
        raise found from cause

    def _request(self, request: HttpRequest) -> requests.Request:
        headers = {"User-Agent": self._user_agent, "Accept-Encoding": ENCODINGS, **request.headers}
        # An explicit auth keeps requests from looking up a password in a .netrc file.
        auth = self._session.auth or _no_auth
        return requests.Request(
            request.method, request.url, headers=headers, data=request.body or None, auth=auth
        )

    def _body(
        self,
        response: requests.Response,
        request: HttpRequest,
        until: float,
        most: int,
        into: Sink | None,
    ) -> bytes:
        """Read the body of a response, and return what of it nobody else has taken."""
        body, received = bytearray(), 0
        try:
            is_taken = into is not None and into.takes(response.status_code, response.headers)
            put = into.write if into is not None and is_taken else body.extend
            for piece in pieces_of(response, most, until, self._clock):
                received += len(piece)
                put(piece)
            return bytes(body)
        except AstrowireError as error:
            error.status = response.status_code
            raise
        except Exception as error:  # noqa: BLE001  # as above
            found = self._over(failures.broken_off(error, received), until)
            found.status = response.status_code
            cause = failures.innermost(error, _query(request))
        raise found from cause

    def _over(self, error: AstrowireError, until: float) -> AstrowireError:
        """Return what a failure is when the time is over: that."""
        if self._clock() < until or not isinstance(error, Ambiguous | NotSent):
            return error
        return DeadlineExceeded(
            f"the time for the call is over: {error.message}", retry_safe=error.retry_safe
        )


def _query(request: HttpRequest) -> str:
    return request.url.partition("?")[2]


def _no_auth(request: requests.PreparedRequest) -> requests.PreparedRequest:
    return request


def _in_time(act: Callable[[], HttpResponse], seconds: float) -> HttpResponse:
    """Return what a function returns, or raise what it raises, if it does so in time."""
    done: queue.SimpleQueue[Any] = queue.SimpleQueue()

    def run() -> None:
        try:
            done.put(act())
        except BaseException as error:  # noqa: BLE001  # it is raised again, where somebody waits for it
            done.put(error)

    threading.Thread(target=run, name="astrowire-call", daemon=True).start()
    try:
        found = done.get(timeout=max(0.0, seconds))
    except queue.Empty:
        raise DeadlineExceeded(
            "the time for the call is over, and the session given has not answered"
        ) from None
    if isinstance(found, BaseException):
        raise found
    answer: HttpResponse = found
    return answer


_warned: set[str] = set()


def _warn_of_no_tls(url: str, verify: object) -> None:
    """Say once for each host that its certificate is not looked at, as only a caller's session can ask."""
    if verify is not False or not url.startswith("https:"):
        return
    where = redirects.host(url)
    if where not in _warned:
        _warned.add(where)
        warnings.warn(
            f"the certificate of {where} is not verified, as the session given asks: anybody on the way can "
            "read and change what is sent; name its certificate authority with verify=FILE instead",
            stacklevel=2,
        )
