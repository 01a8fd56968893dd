"""A file that arrives is whole and verified, or it is not there."""

from __future__ import annotations

import hashlib
import os
import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from astrowire_runtime import saving
from astrowire_runtime.errors import DownloadError
from astrowire_runtime.saving import Expected, NewFile, sweep


def expected(body: bytes) -> Expected:
    return Expected(len(body), len(body), hashlib.sha1(body, usedforsecurity=False).hexdigest())


def send(new: NewFile, body: bytes, until: int) -> None:
    """Do what an honest server does that breaks off after so many bytes of the file."""
    asked = new.headers().get("Range")
    if asked is None:
        assert new.takes(200, {"Content-Length": str(len(body))})
        new.write(body[:until])
        return
    first = int(asked.removeprefix("bytes=").removesuffix("-"))
    assert first == new.size
    assert new.takes(206, {"Content-Range": f"bytes {first}-{len(body) - 1}/{len(body)}"})
    new.write(body[first : max(first, until)])


@given(body=st.binary(min_size=1, max_size=50), cuts=st.lists(st.integers(0, 49), max_size=5))
def test_wherever_a_stream_breaks_off_the_file_is_the_same(body: bytes, cuts: list[int]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = f"{folder}/a"
        with NewFile(path, expected(body)) as new:
            for cut in cuts:
                if new.size < len(body):
                    send(new, body, min(cut, len(body) - 1))
            send(new, body, len(body))
            new.verify()
            new.keep()
        assert Path(path).read_bytes() == body
        assert os.listdir(folder) == ["a"]


@given(
    body=st.binary(min_size=2, max_size=50),
    at=st.integers(0, 49),
    byte=st.integers(1, 255),
    cut=st.integers(1, 49),
)
def test_pieces_of_two_files_are_never_kept(body: bytes, at: int, byte: int, cut: int) -> None:
    at, cut = at % len(body), 1 + cut % (len(body) - 1)
    other = bytearray(body)
    other[at] ^= byte
    was_refused = False
    with tempfile.TemporaryDirectory() as folder:
        with NewFile(f"{folder}/a", expected(body)) as new:
            send(new, bytes(other), cut)
            send(new, bytes(other), len(body))
            try:
                new.verify()
            except DownloadError:
                was_refused = True
            assert (new.size, new.headers().get("Range")) == (0, None), "it begins anew"
        assert os.listdir(folder) == []
    assert was_refused


def test_where_systems_know_less_files_are_written_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(saving, "_BY_FOLDER", False)
    monkeypatch.delattr(os, "fchmod")
    (tmp_path / "a").write_bytes(b"old")
    with NewFile(str(tmp_path / "a"), expected(b"new")) as new:
        new.write(b"new")
        new.keep()
    with NewFile(str(tmp_path / "b"), expected(b"new")) as new:
        new.write(b"n")
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"a": b"new"}


def test_who_comes_late_writes_nothing(tmp_path: Path) -> None:
    new = NewFile(str(tmp_path / "a"), expected(b"abc"))
    new.close()
    refused = False
    try:
        new.write(b"abc")
    except ValueError:
        refused = True
    assert refused
    assert list(tmp_path.iterdir()) == []


def test_only_what_is_ours_and_abandoned_is_swept_away(tmp_path: Path) -> None:
    ours = ".a.fits.0123456789abcdef.part"
    names = [
        ours,
        ".b.fits.0123456789abcdef.part",
        ".a.part",
        "a.fits.0123456789abcdef.part",
        ".a.fits.XYZ.part",
    ]
    for name in names:
        (tmp_path / name).touch()
        os.utime(tmp_path / name, (0, 0))
    os.utime(tmp_path / names[1])
    (tmp_path / ".c.0123456789abcdef.part").symlink_to(tmp_path / "elsewhere")
    sweep(str(tmp_path))
    left = {path.name for path in tmp_path.iterdir()}
    assert left == {*names, ".c.0123456789abcdef.part"} - {ours}
    sweep(str(tmp_path / "nowhere"))
