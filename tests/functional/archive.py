"""A server of CRDS that gives out files: its catalogue, and each file by plain GET, whole or in parts.

Nothing of it is this package's own, so that any client may be pointed at it.
"""

from __future__ import annotations

import base64
import contextlib
import gzip
import hashlib
import json
import socket
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from .loopback import Asked, Loopback, Step, answer


@dataclass
class Archive:
    """One observatory's server, as a step of a `Loopback`.

    Attributes
    ----------
    files : dict of str to bytes
        By name.
    facts : dict of str to dict
        What the catalogue says in place of what is true; None: the file is not in it.
    steps : list of Step
        What becomes of the next GETs; those after them get their files.
    answers : dict of str to object
        Results of further methods.
    fetched : list of Asked
        The GETs.
    called : list of str
        The methods.
    """

    files: dict[str, bytes]
    observatory: str = "jwst"
    facts: dict[str, dict[str, str] | None] = field(default_factory=dict)
    steps: list[Step] = field(default_factory=list)
    answers: dict[str, Any] = field(default_factory=dict)
    fetched: list[Asked] = field(default_factory=list)
    called: list[str] = field(default_factory=list)
    origin: str = ""

    def __post_init__(self) -> None:
        self._lock = threading.Lock()

    def __call__(self, connection: socket.socket, request: Asked) -> None:
        if request.method == "POST":
            connection.sendall(self._rpc(request))
            return
        with self._lock:
            self.fetched.append(request)
            step = self.steps.pop(0) if self.steps else self._file
        if isinstance(step, bytes):
            connection.sendall(step)
        elif callable(step):
            step(connection, request)

    @property
    def names(self) -> list[str]:
        """The names that were fetched."""
        return [each.path.rpartition("/")[2] for each in self.fetched]

    def catalogue(self) -> dict[str, dict[str, str]]:
        """What is said of every file."""
        told = {name: facts_of(body) for name, body in self.files.items()} | self.facts
        return {name: facts for name, facts in told.items() if facts is not None}

    def _rpc(self, request: Asked) -> bytes:
        method, params = request.call["method"], request.call["params"]
        self.called.append(method)
        envelope = {"error": None, "jsonrpc": "1.0", "id": request.call["id"]}
        return answer(json.dumps(envelope | {"result": self._result(method, params)}).encode())

    def _result(self, method: str, params: list[Any]) -> Any:
        if method in self.answers:
            return self.answers[method]
        match method:
            case "get_server_info":
                return self._info()
            case "get_mapping_names":
                return sorted(each for each in self.files if each.endswith("map"))
            case "get_reference_names":
                return sorted(each for each in self.files if not each.endswith("map"))
            case "get_file_info_map":
                return {
                    name: {"instrument": "MIRI"} if name in self.files else "NOT FOUND" for name in params[1]
                }
            case "get_file_info":
                return {"instrument": "MIRI"}
            case _:
                return f"{self.observatory}_0001.pmap"

    def _info(self) -> dict[str, Any]:
        packed = gzip.compress(json.dumps(self.catalogue()).encode())
        context = f"{self.observatory}_0001.pmap"
        places = {
            f"{kind}_url": {self.observatory: f"{self.origin}/unchecked_get/{kind}s/{self.observatory}/"}
            for kind in ("mapping", "reference")
        }
        return places | {
            "observatory": self.observatory,
            "operational_context": context,
            "latest_context": context,
            "bad_files_list": [],
            "crds_version": {"str": "13.2.4"},
            "download_metadata": {
                "crds_encoded": "1.0",
                "crds_payload": base64.b64encode(packed).decode(),
            },
        }

    def _file(self, connection: socket.socket, request: Asked) -> None:
        connection.sendall(self.reply(request))

    def reply(self, request: Asked) -> bytes:
        """The answer to a GET: the file, the part of it that was asked for, or that there is none."""
        body = self.files.get(request.path.rpartition("/")[2])
        if body is None:
            return answer(b"no such file", 404, Content_Type="text/plain")
        asked = request.headers.get("range", "")
        if not asked:
            return answer(body, Content_Type="application/octet-stream")
        first = int(asked.removeprefix("bytes=").partition("-")[0])
        if first >= len(body):
            return answer(b"", 416, Content_Range=f"bytes */{len(body)}")
        part = f"bytes {first}-{len(body) - 1}/{len(body)}"
        return answer(body[first:], 206, Content_Range=part, Content_Type="application/octet-stream")


def facts_of(body: bytes) -> dict[str, str]:
    """Size and checksum as the catalogue says them."""
    return {"size": str(len(body)), "sha1sum": hashlib.sha1(body, usedforsecurity=False).hexdigest()}


def cut(archive: Archive, after: int) -> Step:
    """Give as many bytes of the answer's body, and hang up."""

    def step(connection: socket.socket, request: Asked) -> None:
        head, _, body = archive.reply(request).partition(b"\r\n\r\n")
        connection.sendall(head + b"\r\n\r\n" + body[:after])

    return step


@contextlib.contextmanager
def open_archive(files: dict[str, bytes], observatory: str = "jwst") -> Iterator[Archive]:
    """An archive for the time of a ``with``."""
    archive = Archive(files, observatory)
    server = Loopback((archive,))
    archive.origin = server.origin
    try:
        yield archive
    finally:
        server.close()


def tree(folder: Path) -> dict[str, bytes | str]:
    """Every file below a folder by its path there: its bytes, or where a link leads."""
    found: dict[str, bytes | str] = {}
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_symlink():
            found[name] = str(path.readlink())
        elif path.is_file():
            found[name] = path.read_bytes()
    return found
