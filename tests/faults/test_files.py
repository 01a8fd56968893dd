"""Files (F46, F47, F48): disks, processes and interrupts leave nothing unverified under a file's name."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

import astrowire
from tests.functional.archive import Archive, open_archive, tree
from tests.functional.loopback import Asked, outcome
from tests.functional.making import ROOT

from .fetching import NAME, PLACE, cache_at, fetch
from .running import in_threads

MIB = 1 << 20
FLAT = bytes(range(256)) * 4096


@pytest.fixture
def archive() -> Iterator[Archive]:
    with open_archive({NAME: FLAT}) as running:
        yield running


def started(archive: Archive, cache: Path, *more: str) -> subprocess.Popen[str]:
    """A process that fetches the file."""
    command = [sys.executable, "-m", "tests.faults.fetching", archive.origin, str(cache), *more]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def ended(process: subprocess.Popen[str]) -> dict[str, Any]:
    """What it came to."""
    out, err = process.communicate(timeout=60)
    assert (process.returncode, err) == (0, "")
    found: dict[str, Any] = json.loads(out)
    return found


def references(cache: Path) -> list[str]:
    """Every file below the folder of references, by its name, unfinished ones and locks too."""
    return sorted(path.name for path in (cache / "references").rglob("*") if path.is_file())


class Held:
    """A step that gives the beginning of a file, and the rest when it is let go."""

    def __init__(self, archive: Archive) -> None:
        self.archive = archive
        self.begun = threading.Event()
        self.go = threading.Event()

    def __call__(self, connection: socket.socket, request: Asked) -> None:
        reply = self.archive.reply(request)
        connection.sendall(reply[: len(reply) // 2])
        self.begun.set()
        self.go.wait(30)
        connection.sendall(reply[len(reply) // 2 :])


@pytest.fixture
def held(archive: Archive) -> Held:
    step = Held(archive)
    archive.steps.append(step)
    return step


def soon(is_so: Callable[[], bool]) -> bool:
    """Whether something becomes so within some seconds."""
    until = time.monotonic() + 10
    while not is_so() and time.monotonic() < until:
        time.sleep(0.01)
    return is_so()


# F46.


def test_a_process_that_is_killed_leaves_nothing_under_the_name(
    archive: Archive, held: Held, tmp_path: Path
) -> None:
    process = started(archive, tmp_path)
    assert held.begun.wait(30)
    assert soon(lambda: any(path.stat().st_size for path in tmp_path.rglob("*.part")))
    process.send_signal(signal.SIGKILL)
    process.communicate()
    held.go.set()
    left = references(tmp_path)
    assert len(left) == 2, "what was written, and the lock"
    assert NAME not in left
    assert ended(started(archive, tmp_path))["lacking"] == 1
    assert tree(tmp_path)[PLACE] == FLAT
    # What was written stays as long as somebody could still be writing it.
    [part] = tmp_path.rglob("*.part")
    assert references(tmp_path) == sorted([NAME, part.name])
    os.utime(part, (0, 0))
    with cache_at(archive.origin, tmp_path) as client:
        client.dump_references("jwst_0001.pmap", [NAME], ignore_cache=True)
    assert references(tmp_path) == [NAME]


def test_a_full_disk_is_told_and_nothing_of_it_stays(archive: Archive, tmp_path: Path) -> None:
    found = ended(started(archive, tmp_path, "full"))
    assert found["error"] == "DownloadError"
    assert "can't be written: File too large" in found["text"]
    assert references(tmp_path) == []
    assert len(archive.fetched) == 1, "to fetch it again would not help"


def test_a_large_file_is_not_held_in_memory(tmp_path: Path) -> None:
    size = 192 * MIB
    block = bytes(MIB)
    digest = hashlib.sha1(usedforsecurity=False)
    for _ in range(size // MIB):
        digest.update(block)

    def large(connection: socket.socket, request: Asked) -> None:
        connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\nConnection: close\r\n\r\n" % size)
        for _ in range(size // MIB):
            connection.sendall(block)

    with open_archive({NAME: b""}) as archive:
        archive.facts[NAME] = {"size": str(size), "sha1sum": digest.hexdigest()}
        archive.steps.append(large)
        found = ended(started(archive, tmp_path))
    assert os.stat(found["path"]).st_size == size
    assert found["grew"] is None or found["grew"] < 16 * MIB


# F47.


def test_eight_threads_that_want_one_file_fetch_it_once(archive: Archive, held: Held, tmp_path: Path) -> None:
    found: list[Any] = []
    with cache_at(archive.origin, tmp_path) as client:
        client.get_server_info()
        threading.Timer(0.3, held.go.set).start()
        in_threads(8, lambda number: found.append(outcome(fetch)))
    assert [each[0] for each in found] == [{NAME: str(tmp_path / PLACE)}] * 8, found
    assert len(archive.fetched) == 1
    assert references(tmp_path) == [NAME]


def test_two_processes_that_want_one_file_fetch_it_once(archive: Archive, held: Held, tmp_path: Path) -> None:
    first = started(archive, tmp_path)
    assert held.begun.wait(30)
    second = started(archive, tmp_path)
    assert soon(lambda: archive.called.count("get_server_info") == 2)
    time.sleep(0.3)
    assert len(archive.fetched) == 1
    held.go.set()
    assert {ended(each)["path"] for each in (first, second)} == {str(tmp_path / PLACE)}
    assert len(archive.fetched) == 1
    assert references(tmp_path) == [NAME]


def test_who_waits_goes_on_when_the_other_is_killed(archive: Archive, held: Held, tmp_path: Path) -> None:
    first = started(archive, tmp_path)
    assert held.begun.wait(30)
    second = started(archive, tmp_path)
    assert soon(lambda: archive.called.count("get_server_info") == 2)
    first.kill()
    first.communicate()
    assert ended(second)["path"] == str(tmp_path / PLACE)
    held.go.set()
    assert tree(tmp_path)[PLACE] == FLAT


def test_a_lock_of_a_process_that_is_gone_holds_nobody(archive: Archive, tmp_path: Path) -> None:
    lock = tmp_path / f"{PLACE}.lock"
    lock.parent.mkdir(parents=True)
    lock.write_text("process 1 of elsewhere")
    with cache_at(archive.origin, tmp_path):
        assert fetch()[1:] == (1, len(FLAT))
    assert references(tmp_path) == [NAME]


def test_who_waits_too_long_is_told_for_whom(archive: Archive, held: Held, tmp_path: Path) -> None:
    first = started(archive, tmp_path)
    assert held.begun.wait(30)
    with cache_at(archive.origin, tmp_path) as client, pytest.MonkeyPatch.context() as patch:
        patch.setattr("astrowire_runtime.crds.downloads.SLOWEST", 1 << 40)
        client.get_server_info()
        client._face.client().deadline = 0.2
        found = outcome(fetch)
    assert isinstance(found, astrowire.DownloadError)
    assert f"process {first.pid} of {socket.gethostname()}" in str(found)
    held.go.set()
    ended(first)


def test_the_usual_client_and_this_one_lock_the_same(archive: Archive, tmp_path: Path) -> None:
    locker = pytest.importorskip("filelock")
    (tmp_path / PLACE).parent.mkdir(parents=True)
    with cache_at(archive.origin, tmp_path) as client:
        client.get_server_info()
        lock = locker.FileLock(tmp_path / f"{PLACE}.lock")
        lock.acquire()
        waiting = threading.Thread(target=fetch)
        waiting.start()
        time.sleep(0.3)
        assert archive.fetched == []
        lock.release()
        waiting.join(30)
    assert tree(tmp_path)[PLACE] == FLAT


def test_without_locks_both_fetch_and_neither_is_harmed(
    archive: Archive, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "fcntl", None)
    first, second = Held(archive), Held(archive)
    archive.steps += [first, second]
    found: list[Any] = []
    with cache_at(archive.origin, tmp_path) as client:
        client.get_server_info()
        threads = [threading.Thread(target=lambda: found.append(outcome(fetch))) for _ in range(2)]
        for thread in threads:
            thread.start()
        assert first.begun.wait(10)
        assert second.begun.wait(10)
        first.go.set()
        second.go.set()
        for thread in threads:
            thread.join(30)
    assert [each[1:] for each in found] == [(1, len(FLAT))] * 2, found
    assert references(tmp_path) == [NAME]
    assert tree(tmp_path)[PLACE] == FLAT


# F48.


def test_an_interrupt_leaves_nothing_behind(archive: Archive, tmp_path: Path) -> None:
    def interrupting(connection: socket.socket, request: Asked) -> None:
        connection.sendall(archive.reply(request)[:5000])
        time.sleep(0.1)
        os.kill(os.getpid(), signal.SIGINT)
        time.sleep(0.2)

    archive.steps.append(interrupting)
    with cache_at(archive.origin, tmp_path) as client:
        client.get_server_info()
        was_interrupted = False
        try:
            fetch()
        except KeyboardInterrupt:
            was_interrupted = True
        assert was_interrupted
        assert references(tmp_path) == []
        assert fetch()[1:] == (1, len(FLAT))


def test_the_deadline_holds_over_a_file_that_drips(archive: Archive, tmp_path: Path) -> None:
    def dripping(connection: socket.socket, request: Asked) -> None:
        head, _, body = archive.reply(request).partition(b"\r\n\r\n")
        connection.sendall(head + b"\r\n\r\n")
        with contextlib.suppress(OSError):
            for byte in body:
                connection.sendall(bytes([byte]))
                time.sleep(0.02)

    archive.facts[NAME] = {"size": str(len(FLAT)), "sha1sum": "none"}
    archive.steps += [dripping] * 3
    with cache_at(archive.origin, tmp_path) as client:
        client.get_server_info()
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr("astrowire_runtime.crds.downloads.SLOWEST", 1 << 40)
            client._face.client().deadline = 0.4
            found = outcome(fetch)
    assert isinstance(found, astrowire.DownloadError)
    assert isinstance(found.cause, astrowire.DeadlineExceeded)
    assert references(tmp_path) == []
