"""Our word for what requests, urllib3, http.client and sockets say when an exchange fails."""

from __future__ import annotations

from http.client import BadStatusLine, HTTPException, RemoteDisconnected, UnknownProtocol
from typing import Any

import requests
import urllib3

from ..display import value as shown
from ..errors import (
    Ambiguous,
    AstrowireError,
    ConfigError,
    EnvelopeMismatch,
    NotSent,
    ResponseError,
    TlsError,
    TransportError,
)
from .redirects import host

_BUNDLES = "REQUESTS_CA_BUNDLE, CURL_CA_BUNDLE or the session's verify="


def not_prepared(error: Exception, url: str) -> AstrowireError:
    """Return our word for what happened before anything was tried."""
    return ConfigError(f"the URL of {host(url)} can't be used: {_first_reason(error)}")


def not_answered(error: Exception, url: str) -> AstrowireError:
    """Return our word for what happened while connecting, sending, or waiting for the headers."""
    where = host(url)
    match error:
        case requests.exceptions.SSLError():
            return TlsError(
                f"the TLS of {where} was refused: {_first_reason(error)}; if an own certificate authority "
                "signs it, name its file in REQUESTS_CA_BUNDLE or pass a requests.Session with verify="
            )
        case requests.exceptions.InvalidProxyURL():
            return ConfigError(
                f"the proxy for {where} is no URL; see HTTP_PROXY, HTTPS_PROXY, ALL_PROXY, and NO_PROXY"
            )
        case requests.exceptions.ProxyError():
            return _proxy(error, where)
        case requests.exceptions.ConnectTimeout():
            return NotSent(f"{where} did not accept a connection in time", retry_safe=True)
        case requests.exceptions.ReadTimeout():
            return Ambiguous(f"{where} sent nothing in time")
        case requests.exceptions.InvalidHeader():
            what = f"the headers of {where} contradict each other: {_first_reason(error)}"
            return EnvelopeMismatch(what, may_have_acted=True)
        case requests.exceptions.ConnectionError() if _never_connected(error):
            return NotSent(f"{where} can't be reached: {_first_reason(error)}", retry_safe=True)
        case requests.exceptions.ConnectionError() | requests.exceptions.ChunkedEncodingError():
            return _broken(error, where)
        case requests.exceptions.RequestException() if isinstance(error, ValueError):
            return ConfigError(f"the URL or the proxy of {where} can't be used: {_first_reason(error)}")
        case OSError() if not isinstance(error, requests.exceptions.RequestException):
            return ConfigError(f"what {_BUNDLES} names for {where} can't be used: {shown(str(error), 160)}")
        case _:
            return TransportError(f"the exchange with {where} failed: {_first_reason(error)}")


def _proxy(error: Exception, where: str) -> AstrowireError:
    # To ask again is no help where a password is wanted.
    if any(
        str(each).startswith("Tunnel connection failed: 407")
        for each in _reasons(error)
        if isinstance(each, OSError)
    ):
        return proxy_wants_password(where)
    return NotSent(f"the proxy for {where} can't be used: {_first_reason(error)}", retry_safe=True)


def proxy_wants_password(where: str) -> NotSent:
    """Return what HTTP 407 means: the proxy did not pass the request on."""
    return NotSent(
        f"the proxy for {where} wants a user name and a password; put them into HTTP_PROXY and HTTPS_PROXY, "
        "or name the host in NO_PROXY",
        retry_safe=True,
        repeats=0,
    )


def _broken(error: Exception, where: str) -> AstrowireError:
    for each in _reasons(error):
        match each:
            case RemoteDisconnected():
                return Ambiguous(f"{where} closed the connection without an answer")
            case BadStatusLine() if "status line" in str(each):  # LineTooLong is no BadStatusLine
                break
            case BadStatusLine() | UnknownProtocol():
                # Perhaps something else took the connection this once.
                return Ambiguous(f"{where} does not speak HTTP: {shown(str(each), 80)}", repeats=1)
            case HTTPException() if "got more than" in str(each):
                what = f"the headers of {where} are too many or too long: {each}"
                return ResponseError(what, may_have_acted=True)
            case _:
                continue
    return Ambiguous(f"the connection to {where} broke: {_first_reason(error)}")


def broken_off(error: Exception, received: int) -> AstrowireError:
    """Return our word for what happened while the body arrived."""
    if isinstance(error, urllib3.exceptions.ReadTimeoutError | TimeoutError):
        return Ambiguous(f"the body stopped after {received} bytes")
    if isinstance(error, urllib3.exceptions.HTTPError | requests.exceptions.RequestException | OSError):
        return Ambiguous(f"the body broke off after {received} bytes: {_first_reason(error)}")
    return TransportError(f"the body can't be read: {_first_reason(error)}")


def innermost(error: Exception, query: str) -> BaseException | None:
    """Return the cause to be kept of a failure: what wraps it holds the URL, and the URL may hold secrets."""
    kinds = (OSError, HTTPException, urllib3.exceptions.HTTPError)
    wrappers = (requests.exceptions.RequestException, urllib3.exceptions.MaxRetryError)
    reasons = _reasons(error)
    found = [each for each in reasons if isinstance(each, kinds) and not isinstance(each, wrappers)]
    if not found:
        return None if isinstance(error, wrappers) or (query and query in str(error)) else error
    cause = found[-1]
    cause.__cause__ = cause.__context__ = None
    # What a server wrote in place of a first line is kept in no text that a terminal may show as it is.
    return None if (query and query in str(cause)) or not str(cause).isprintable() else cause


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
