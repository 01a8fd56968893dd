"""Names of files that a server sends: none becomes a path, and none a file beside those that were meant."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

import astrowire
from astrowire import crds
from tests.functional.archive import Archive, facts_of, open_archive, tree
from tests.functional.loopback import Asked, answer, outcome

from .case import happens

EVIL = b"evil"
FLAT = "jwst_miri_flat_0001.fits"
PLACE = f"references/jwst/miri/{FLAT}"

Refused = (astrowire.SchemaMismatch, astrowire.DownloadError)
HEADER = {"META.INSTRUMENT.NAME": "MIRI"}

pytestmark = pytest.mark.usefixtures("cache")


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache in a folder that must stay empty otherwise."""
    for name in ("CRDS_PATH_SINGLE", "CRDS_REFPATH", "CRDS_MAPPATH", "CRDS_READONLY_CACHE"):
        monkeypatch.delenv(name, raising=False)
    folder = tmp_path / "below" / "cache"
    monkeypatch.setenv("CRDS_PATH", str(folder))
    monkeypatch.setenv("CRDS_OBSERVATORY", "jwst")
    return folder


def face(archive: Archive) -> Any:
    """The face, pointed at an archive; it tries once."""
    os.environ["CRDS_SERVER_URL"] = archive.origin
    client: Any = crds.client
    client._face.client()._retry.attempts = 1
    return client


@pytest.fixture(autouse=True)
def _server_of_before(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CRDS_SERVER_URL", "http://127.0.0.1:1")


def saved(folder: Path, *names: str) -> list[Any]:
    """What becomes of names that a server sends as a mapping of a context, and as a best reference.

    The server would give a file under each; none may be asked for or be written.
    """
    found: list[Any] = []
    for name in names:
        with open_archive({name: EVIL}) as archive:
            archive.steps = [answer(EVIL)] * 9
            archive.answers = {
                "get_mapping_names": ["jwst_0001.pmap", name],
                "get_best_references": {"flat": name},
                "get_reference_names": [name],
            }
            client = face(archive)
            acts = (
                lambda client=client: client.dump_mappings("jwst_0001.pmap"),
                lambda client=client: client.dump_references("jwst_0001.pmap"),
                lambda client=client: client.cache_best_references("jwst_0001.pmap", HEADER),
            )
            found += [outcome(act) for act in acts]
            assert archive.fetched == [], name
            given = outcome(lambda client=client, name=name: client.dump_references("jwst_0001.pmap", [name]))
            assert isinstance(given, astrowire.RequestInvalid), name
    assert tree(folder) == {}
    return found


@happens(*Refused, so="nothing is asked for, nothing written")
def test_N01_parents(tmp_path: Path) -> Any:
    """A file name with `../`, at its beginning, inside and at its end."""
    return saved(tmp_path, "../x.fits", "a/../../x.fits", "x.fits/..", "../../../x.pmap", "..x.fits", "...")


@happens(*Refused)
def test_N02_absolute_paths(tmp_path: Path) -> Any:
    """An absolute path as a file name."""
    return saved(tmp_path, "/etc/x.fits", f"{tmp_path}/x.fits", "/x.pmap", "file:///x.fits")


@happens(*Refused)
def test_N03_backslashes(tmp_path: Path) -> Any:
    """A file name with backslashes."""
    return saved(tmp_path, "..\\x.fits", "a\\b.fits", "\\x.fits", "\\\\?\\x.fits")


@happens(*Refused)
def test_N04_drives(tmp_path: Path) -> Any:
    """A file name with the letter of a drive."""
    return saved(tmp_path, "C:x.fits", "c:/x.fits", "C:\\x.fits")


@happens(*Refused)
def test_N05_shares(tmp_path: Path) -> Any:
    """A file name that names a share, `//host/share`."""
    return saved(tmp_path, "//host/share/x.fits", "\\\\host\\share\\x.fits")


@happens(*Refused)
def test_N06_nul(tmp_path: Path) -> Any:
    """A file name with NUL."""
    return saved(tmp_path, "x.fits\0", "\0x.fits", "x.fits\0.pmap")


@happens(*Refused, so="shown with escapes")
def test_N07_controls(tmp_path: Path) -> Any:
    """A file name with control characters, line breaks and escape sequences."""
    return saved(
        tmp_path, "x\n.fits", "\r\nx.fits", "\x1b[31mx.fits", "x\x7f.fits", "x\x85.fits", "x\u202e.fits"
    )


@happens(astrowire.DownloadError)
def test_N08_reserved_names(tmp_path: Path) -> Any:
    """A file name that a system reserves: `CON`, `NUL`, `COM1`, with and without an extension."""
    return saved(tmp_path, "CON", "nul.fits", "COM1.fits", "lpt9.pmap", "aux.x.fits", "con .fits")


@happens(*Refused, so="shown cut off")
def test_N09_long_names(tmp_path: Path) -> Any:
    """A file name of 300 and of 70,000 characters."""
    return saved(tmp_path, "x" * 300 + ".fits", "x" * 70_000 + ".pmap")


@happens(*Refused)
def test_N10_look_alikes(tmp_path: Path) -> Any:
    """A file name with dots and slashes of other scripts, also after normalisation."""
    return saved(
        tmp_path, "\uff0e\uff0e\uff0fx.fits", "\u2024\u2024/x.fits", "a\u2215b.fits", "\u2025x.fits", "é.fits"
    )


@happens(*Refused)
def test_N11_options_and_homes(tmp_path: Path) -> Any:
    """A file name that begins with `-` or `~`."""
    return saved(tmp_path, "-rf.fits", "--output=x.fits", "~root.fits", "~/x.fits", " x.fits")


@happens(None, so="the link gives way to the file, and what it led to stays")
def test_N12_links_in_the_place_of_a_file(tmp_path: Path, cache: Path) -> Any:
    """A file name at which a symbolic link stands already."""
    found: list[Any] = []
    outside = tmp_path / "outside"
    place = cache / PLACE
    place.parent.mkdir(parents=True)
    for is_there in (False, True):
        outside.unlink(missing_ok=True)
        if is_there:
            outside.write_bytes(b"mine")
        place.unlink(missing_ok=True)
        place.symlink_to(outside)
        (cache / f"{PLACE}.lock").symlink_to(outside)
        with open_archive({FLAT: EVIL}) as archive:
            client = face(archive)
            found.append(
                outcome(lambda client=client: client.dump_references("jwst", [FLAT], ignore_cache=True))
            )
        assert not place.is_symlink()
        assert place.read_bytes() == EVIL
        assert outside.exists() is is_there
        assert not is_there or outside.read_bytes() == b"mine"
        (cache / f"{PLACE}.lock").unlink()
    return found


@happens(None, so="each is a file of its own")
def test_N13_names_that_differ_in_case(cache: Path) -> Any:
    """Two file names that differ in case alone."""
    with open_archive({"a.fits": b"1", "A.fits": b"2"}) as archive:
        found = outcome(lambda: face(archive).dump_references("jwst_0001.pmap"))
    assert {name: Path(path).read_bytes() for name, path in found.items()} == archive.files
    return found


@happens(astrowire.DownloadError)
def test_N14_unfinished_files(tmp_path: Path) -> Any:
    """A file name that is another's unfinished one (`.part`), or its lock."""
    part = f".{FLAT}.0123456789abcdef.part"
    return saved(tmp_path, part, f"{FLAT}.part", f"{FLAT}.lock", ".part", f"..{FLAT}.fits")


@happens(*Refused)
def test_N15_no_names(tmp_path: Path) -> Any:
    """`.`, `..` and the empty text as file names."""
    return saved(tmp_path, ".", "..", "")


@happens(*Refused)
def test_N16_blanks_and_dots_at_the_end(tmp_path: Path) -> Any:
    """A file name that ends in blanks or dots."""
    return saved(tmp_path, "x.fits ", "x.fits.", "x.pmap. .", "x.fits\t")


@happens(*Refused)
def test_N17_streams(tmp_path: Path) -> Any:
    """A file name with a colon, which names another stream of a file."""
    return saved(tmp_path, "x.fits:evil", "x:evil.fits", "x.fits::$DATA")


@happens(None, so="it stays in the folder in which it began")
def test_N18_a_folder_that_is_replaced(tmp_path: Path, cache: Path) -> Any:
    """A folder of the target that a symbolic link replaces while files arrive."""
    outside, moved = tmp_path / "outside", tmp_path / "moved"
    outside.mkdir()

    def replacing(connection: Any, request: Asked) -> None:
        folder = (cache / PLACE).parent
        folder.rename(moved)
        folder.symlink_to(outside)
        connection.sendall(archive.reply(request))

    with open_archive({FLAT: EVIL}) as archive:
        archive.steps = [replacing]
        found = outcome(lambda: face(archive).dump_references("jwst_0001.pmap"))
    assert tree(outside) == {}
    assert (moved / FLAT).read_bytes() == EVIL
    return found


@happens(astrowire.DownloadError, so="only a word becomes a folder")
def test_N19_instruments(tmp_path: Path, cache: Path) -> Any:
    """An instrument that a server says of a file, and that would lead elsewhere."""
    found: list[Any] = []
    for instrument in ("../../x", "/etc", "a/b", ".", "..", "", "MIRI/", "x" * 300, "\x1b[31m", "con\0"):
        with open_archive({"odd.fits": EVIL}) as archive:
            archive.answers["get_file_info_map"] = {"odd.fits": {"instrument": instrument}}
            found.append(outcome(lambda archive=archive: face(archive).dump_references("jwst_0001.pmap")))
            assert archive.fetched == [], instrument
    assert set(tree(tmp_path)) == {"below/cache/config/jwst/ref_cache_subdir_mode"}
    return found


@happens(
    None, astrowire.DownloadError, so="only what was asked for is written, and only as the catalogue says"
)
def test_N20_other_files_than_those_asked_for(tmp_path: Path, cache: Path) -> Any:
    """Headers that name another file, and a catalogue that says what is not so."""
    named = {"Content_Disposition": 'attachment; filename="../../evil.fits"', "Content_Location": "/evil"}
    with open_archive({FLAT: EVIL}) as archive:
        archive.steps = [answer(EVIL, **named)]
        good = outcome(lambda: face(archive).dump_references("jwst_0001.pmap"))
        archive.facts[FLAT] = facts_of(b"other")
        face(archive).get_server_info()
        bad = outcome(lambda: face(archive).dump_references("jwst_0001.pmap"))
    assert set(tree(cache)) == {PLACE, "config/jwst/ref_cache_subdir_mode"}
    assert tree(tmp_path).keys() == {f"below/cache/{name}" for name in tree(cache)}
    return [good, bad]
