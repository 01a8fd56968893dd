"""Sessions whose connections know the deadline of the call that they serve.

requests bounds the time between two arrivals of bytes, not the time of a call:
a server that sends one byte of its status line or of a header a second is
waited for as long as it likes. Here every read and write of a socket is given
the time that is left.
"""

from __future__ import annotations

import contextlib
import io
import queue
import socket
import threading
import time
from collections.abc import Callable, Generator
from http.client import HTTPResponse
from http.cookiejar import DefaultCookiePolicy
from typing import Any, Final

import requests
import urllib3
from requests.adapters import HTTPAdapter
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import ConnectTimeoutError, NameResolutionError, NewConnectionError
from urllib3.util.connection import create_connection
from urllib3.util.ssl_ import is_ipaddress


class Limits:
    """The time that is left to a call, and the time that it allows between two arrivals of bytes.

    Parameters
    ----------
    until : float
        The deadline, on the clock.
    read : float
        Seconds between two arrivals.
    clock : callable
        Monotonic seconds.
    """

    __slots__ = ("clock", "read", "until")

    def __init__(self, until: float, read: float, clock: Callable[[], float] = time.monotonic) -> None:
        self.until = until
        self.read = read
        self.clock = clock

    def left(self) -> float:
        """Return the seconds that are left; raise ``TimeoutError`` if there are none."""
        left = self.until - self.clock()
        if left <= 0:
            raise TimeoutError("the time for the call is over")
        return left


class _Current(threading.local):
    """The limits of the call that a thread is making; connections are made and used in its thread."""

    limits: Limits | None = None


current: Final = _Current()


@contextlib.contextmanager
def limited(limits: Limits | None) -> Generator[None]:
    """Let connections that this thread makes and uses know the limits, for the time of a ``with``."""
    before, current.limits = current.limits, limits
    try:
        yield
    finally:
        current.limits = before


class _Paced(io.RawIOBase):
    """What arrives at a socket, each piece within the time that is left."""

    def __init__(self, stream: Any, sock: Any, limits: Limits) -> None:
        self._stream = stream
        self._sock = sock
        self._limits = limits

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any, /) -> int | None:
        self._sock.settimeout(min(self._limits.left(), self._limits.read))
        count: int | None = self._stream.readinto(buffer)
        return count

    def close(self) -> None:
        self._stream.close()
        super().close()


class _Response(HTTPResponse):
    """Reads its first line, its headers and its body within the time that is left."""

    def __init__(self, sock: Any, *args: Any, **settings: Any) -> None:
        super().__init__(sock, *args, **settings)
        if current.limits is not None:
            self.fp: Any = io.BufferedReader(_Paced(self.fp.detach(), sock, current.limits))


class _Connection(HTTPConnection):
    response_class = _Response

    def _new_conn(self) -> socket.socket:
        if current.limits is None:
            return super()._new_conn()
        try:
            return self._connected(current.limits)
        except socket.gaierror as error:
            raise NameResolutionError(self.host, self, error) from error
        except TimeoutError as error:
            raise ConnectTimeoutError(self, f"connection to {self.host} timed out") from error
        except OSError as error:
            raise NewConnectionError(self, f"failed to establish a new connection: {error}") from error

    def _connected(self, limits: Limits) -> socket.socket:
        """Connect to the first address that lets us; none may use up more than the time that is left."""
        allowed = self.timeout or limits.read
        failure = OSError("the host has no address")
        for address in _addresses(self.host, min(allowed, limits.left())):
            try:
                return create_connection(
                    (address, self.port),
                    min(allowed, limits.left()),
                    source_address=self.source_address,
                    socket_options=self.socket_options,
                )
            except OSError as error:
                failure = error
        raise failure

    def send(self, data: Any) -> None:
        if current.limits is not None and self.sock is not None:
            self.sock.settimeout(min(current.limits.left(), current.limits.read))
        super().send(data)


class _SecureConnection(_Connection, HTTPSConnection):
    pass


def _addresses(host: str, seconds: float) -> list[str]:
    """Return the addresses of a host, asked for in a thread: no time limit stops who is asked."""
    if is_ipaddress(host):
        return [host]
    found: queue.SimpleQueue[list[str] | Exception] = queue.SimpleQueue()

    def ask() -> None:
        try:
            known = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
            found.put(list(dict.fromkeys(str(address[0]) for *_, address in known)))
        except (OSError, UnicodeError) as error:
            found.put(error)

    threading.Thread(target=ask, name="astrowire-name", daemon=True).start()
    try:
        answer = found.get(timeout=seconds)
    except queue.Empty:
        raise TimeoutError(f"the address of {host} was not found in time") from None
    if isinstance(answer, OSError):
        raise answer
    if isinstance(answer, Exception):
        raise socket.gaierror(socket.EAI_NONAME, f"{host} is no name of a host") from answer
    return answer


class _Pool(urllib3.HTTPConnectionPool):
    ConnectionCls: Any = _Connection


class _SecurePool(urllib3.HTTPSConnectionPool):
    ConnectionCls: Any = _SecureConnection


_POOLS: Final[dict[str, Any]] = {"http": _Pool, "https": _SecurePool}


class _Adapter(HTTPAdapter):
    """requests' adapter, with such connections, also through a proxy."""

    def init_poolmanager(self, *args: Any, **settings: Any) -> None:
        super().init_poolmanager(*args, **settings)
        self.poolmanager.pool_classes_by_scheme = _POOLS

    def proxy_manager_for(self, proxy: Any, **settings: Any) -> Any:
        manager = super().proxy_manager_for(proxy, **settings)
        if isinstance(manager, urllib3.ProxyManager):
            manager.pool_classes_by_scheme = _POOLS
        return manager


def own_session() -> requests.Session:
    """Return a session with such connections, without requests' own retries, that keeps no cookies."""
    session = requests.Session()
    session.cookies.set_policy(DefaultCookiePolicy(allowed_domains=()))
    adapter = _Adapter(pool_maxsize=32, max_retries=0)
    session.mount("http://", adapter)
    session.mount("https://", adapter)
    return session
