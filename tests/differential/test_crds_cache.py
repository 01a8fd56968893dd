"""What the crds package 14.0.3 and our face make of one archive is equal: results, and files in the cache."""

from __future__ import annotations

import base64
import contextlib
import gzip
import importlib
import inspect
import os
import re
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple
from unittest import mock

import pytest

from astrowire import DownloadError, crds
from astrowire_runtime.crds.layout import Layout
from tests.functional.archive import Archive, open_archive, tree
from tests.functional.loopback import answer, outcome
from tests.recorded.reading import SAMPLES

from .corrections import SPEC, missing
from .crds_peer import crds_peer

FLAT = bytes(range(256)) * 40
JWST = {
    "jwst_0001.pmap": b"{}",
    "jwst_miri_0001.imap": b"{}",
    "jwst_miri_flat_0001.rmap": b"{}",
    "jwst_miri_flat_0001.fits": FLAT,
    "jwst_nirspec_pars-spec2pipeline_0003.asdf": b"#ASDF",
    "jwst_system_datalvl_0002.json": b"{}",
}
HST = {
    "hst_0001.pmap": b"{}",
    "hst_acs_biasfile_0001.fits": FLAT,
    "hst_synphot_tmctab_0001.fits": b"SIMPLE",
    "zas1615jl_spot.fits": b"SIMPLE",
    "s7g1700gl_dead.fits": b"SIMPLE",
    "acs_f606w_005_syn.fits": b"SIMPLE",
    "16r12191j_mdz.fits": b"SIMPLE",
    "e5c0936lu.r4h": b"SIMPLE",
    "e5c0936lu.r4d": b"data",
}
ROMAN = {"roman_0001.pmap": b"{}", "roman_wfi_flat_0004.asdf": b"#ASDF"}

Face = Any
Act = Callable[[Face], Any]


class Done(NamedTuple):
    """What came of a call: its result, the files in the cache, and the names that were fetched."""

    result: Any
    files: dict[str, Any]
    fetched: list[str]


@pytest.fixture(scope="module")
def peer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    with crds_peer(tmp_path_factory.mktemp("crds")) as module:
        yield module


def forgetful(peer: Any, archive: Archive) -> Any:
    """The peer, speaking to an archive, as if it had just been imported."""
    for each in vars(peer).values():
        if isinstance(getattr(each, "cache", None), dict):
            each.cache.clear()
    importlib.import_module("crds.core.config").CRDS_REF_SUBDIR_MODE = None
    peer.set_crds_server(archive.origin)
    return peer


def done_by(face: Face, archive: Archive, cache: Path, act: Act, settings: dict[str, str]) -> Done:
    """What a call comes to, with the cache's folder written as ``CACHE``."""
    archive.fetched.clear()
    names = {"CRDS_SERVER_URL": archive.origin, "CRDS_OBSERVATORY": archive.observatory}
    places = {
        name: value.replace("{}", str(cache)) for name, value in ({"CRDS_PATH": "{}"} | settings).items()
    }
    cache.mkdir()
    with mock.patch.dict(os.environ, names | places), warnings.catch_warnings(action="ignore"):
        found = outcome(lambda: act(face))
    files = {name: neutral(value, cache) for name, value in tree(cache).items()}
    return Done(neutral(found, cache), files, list(archive.names))


def neutral(value: Any, cache: Path) -> Any:
    """A value that does not say where the cache is."""
    match value:
        case str():
            return value.replace(str(cache), "CACHE")
        case dict():
            return {name: neutral(each, cache) for name, each in value.items()}
        case tuple() | list():
            return type(value)(neutral(each, cache) for each in value)
        case _:
            return value


def both(
    peer: Any,
    tmp_path: Path,
    act: Act,
    files: dict[str, bytes] = JWST,
    observatory: str = "jwst",
    settings: dict[str, str] | None = None,
    change: Callable[[Archive], None] = lambda archive: None,
) -> tuple[Done, Done]:
    """What the peer and our face make of a call, each with an archive and a cache of its own."""
    found = []
    for name in ("theirs", "ours"):
        with open_archive(dict(files), observatory) as archive:
            change(archive)
            face = forgetful(peer, archive) if name == "theirs" else crds.client
            found.append(done_by(face, archive, tmp_path / name, act, settings or {}))
    return found[0], found[1]


def twice(act: Act) -> Act:
    """The same call, once more."""
    return lambda face: [act(face), act(face)]


REFS = {"flat": "jwst_miri_flat_0001.fits", "area": "NOT FOUND n/a"}
SAME: dict[str, Act] = {
    "closure": lambda face: face.dump_mappings("jwst_0001.pmap"),
    "closure, counted": lambda face: face.dump_mappings3("jwst_0001.pmap"),
    "closure, twice": twice(lambda face: face.dump_mappings3("jwst_0001.pmap")),
    "closure, anew": twice(lambda face: face.dump_mappings3("jwst_0001.pmap", True)),
    "some mappings": lambda face: face.dump_mappings("jwst_0001.pmap", False, ["jwst_miri_0001.imap"], True),
    "no mappings": lambda face: face.dump_mappings3("jwst_0001.pmap", mappings=[]),
    "mapping twice": lambda face: face.dump_mappings3("jwst.pmap", mappings=["jwst_0001.pmap"] * 2),
    "references": lambda face: face.dump_references("jwst_0001.pmap"),
    "references, counted": twice(lambda face: face.dump_references3("jwst_0001.pmap")),
    "some references": lambda face: face.dump_references(
        "jwst_0001.pmap", ["jwst_miri_flat_0001.fits", "NOT FOUND n/a"], False, True
    ),
    "default files": lambda face: face.dump_files(),
    "files": lambda face: face.dump_files(
        "jwst_0001.pmap", ["/x/jwst_miri_flat_0001.fits", "y/jwst_0001.pmap", "jwst_miri_0001.imap"]
    ),
    "files, anew": twice(lambda face: face.dump_files(None, ["jwst_0001.pmap"], ignore_cache=True)),
    "best references": lambda face: face.cache_references("jwst_0001.pmap", REFS),
    "best references, anew": twice(lambda face: face.cache_references("jwst_0001.pmap", REFS, True)),
    "several": lambda face: face.cache_references(
        "jwst_0001.pmap", {"a": ("jwst_miri_flat_0001.fits", "jwst_system_datalvl_0002.json")}
    ),
    "of an instrument": lambda face: face.cache_references(
        "jwst_0001.pmap", REFS, parameters={"META.INSTRUMENT.NAME": "NIRCAM"}
    ),
    "asked and fetched": lambda face: face.cache_best_references(
        "jwst_0001.pmap", {"META.INSTRUMENT.NAME": "MIRI"}, False, ["flat"]
    ),
    "unknown, warned of": lambda face: face.dump_references(
        "jwst_0001.pmap", ["jwst_miri_x_0009.fits", "jwst_miri_flat_0001.fits"], raise_exceptions=False
    ),
}


def with_best_references(archive: Archive) -> None:
    archive.answers["get_best_references"] = REFS


@pytest.mark.parametrize("name", SAME)
def test_results_and_files_equal_the_peers(peer: Any, tmp_path: Path, name: str) -> None:
    theirs, ours = both(peer, tmp_path, SAME[name], change=with_best_references)
    assert not isinstance(theirs.result, Exception), theirs.result
    assert ours == theirs


def lay_out(cache: str, observatory: str, mode: str) -> None:
    folder = Path(cache) / "config" / observatory
    folder.mkdir(parents=True)
    (folder / "ref_cache_subdir_mode").write_text(mode)


def laid_out(mode: str, observatory: str) -> Act:
    """All references, into a cache that says how it is laid out."""

    def act(face: Face) -> Any:
        lay_out(os.environ["CRDS_PATH"], observatory, mode)
        return face.dump_references(f"{observatory}_0001.pmap")

    return act


OBSERVATORIES = {"jwst": JWST, "hst": HST, "roman": ROMAN}


@pytest.mark.parametrize("mode", ["flat", "instrument"])
@pytest.mark.parametrize("observatory", OBSERVATORIES)
def test_layouts_equal_the_peers(peer: Any, tmp_path: Path, observatory: str, mode: str) -> None:
    theirs, ours = both(peer, tmp_path, laid_out(mode, observatory), OBSERVATORIES[observatory], observatory)
    assert not isinstance(theirs.result, Exception), theirs.result
    assert ours == theirs


def test_the_legacy_layout_equals_the_peers(peer: Any, tmp_path: Path) -> None:
    prefixes = ("jref", "lref", "iref", "uref", "ttab", "nref", "oref")
    settings = {name: "{}/" + name for name in prefixes}
    theirs, ours = both(peer, tmp_path, laid_out("legacy", "hst"), HST, "hst", settings)
    assert not isinstance(theirs.result, Exception), theirs.result
    assert ours == theirs


PLACES = [
    {"CRDS_PATH": "{}/"},
    {"CRDS_PATH_SINGLE": "{}/single"},
    {"CRDS_MAPPATH": "{}/m/", "CRDS_REFPATH": "{}/r"},
    {"CRDS_MAPPATH_SINGLE": "{}/m", "CRDS_REFPATH_SINGLE": "{}/r/", "CRDS_CFGPATH_SINGLE": "{}/c"},
    {"CRDS_CFGPATH": "{}/c"},
]


@pytest.mark.parametrize("settings", PLACES, ids=str)
def test_places_equal_the_peers(peer: Any, tmp_path: Path, settings: dict[str, str]) -> None:
    def act(face: Face) -> Any:
        return face.dump_files("jwst_0001.pmap", list(JWST))

    theirs, ours = both(peer, tmp_path, act, settings=settings)
    assert not isinstance(theirs.result, Exception), theirs.result
    assert ours == theirs


REAL = re.compile(rb"\b([A-Za-z0-9][A-Za-z0-9_-]*\.(?:fits|asdf|json|yaml|r[0-9][hd]))\b")


def real_names(observatory: str) -> list[str]:
    """The names of references of an observatory in all recorded answers, packed ones included."""
    bodies = [path.read_bytes() for path in sorted((SAMPLES / "crds").glob("*.json"))]
    bodies += [path.read_bytes() for path in sorted((SPEC / "crds" / "examples").glob("*.json"))]
    for packed in re.findall(rb'"crds_payload": ?"([^"]+)"', b"".join(bodies)):
        with contextlib.suppress(OSError, EOFError, ValueError):
            bodies.append(gzip.decompress(base64.b64decode(packed)))
    found = {name.decode() for body in bodies for name in REAL.findall(body)}
    of_name = {
        name: next((each for each in OBSERVATORIES if name.startswith(f"{each}_")), "hst") for name in found
    }
    return sorted(name for name, each in of_name.items() if each == observatory)


@pytest.mark.parametrize(("observatory", "least"), [("hst", 100), ("jwst", 200), ("roman", 5)])
def test_real_references_go_where_the_peer_puts_them(
    peer: Any, tmp_path: Path, observatory: str, least: int
) -> None:
    config = importlib.import_module("crds.core.config")
    config.CRDS_REF_SUBDIR_MODE = None
    names = real_names(observatory)
    if observatory == "hst":  # else the peer looks for the file, and takes its time
        tells = importlib.import_module("crds.hst.locate").instrument_from_refname
        names = [name for name in names if not isinstance(outcome(lambda name=name: tells(name)), Exception)]
    assert len(names) >= least
    with mock.patch.dict(os.environ, {"CRDS_PATH": str(tmp_path), "CRDS_OBSERVATORY": observatory}):
        theirs = {name: config.locate_file(name, observatory) for name in names}
        layout = Layout(observatory)
        assert {name: layout.place(name) for name in names} == theirs


def test_a_file_of_an_unknown_instrument_goes_where_the_peer_puts_it(peer: Any, tmp_path: Path) -> None:
    def act(face: Face) -> Any:
        return face.dump_references("jwst_0001.pmap", ["odd.fits"])

    theirs, ours = both(peer, tmp_path, act, JWST | {"odd.fits": b"SIMPLE"})
    assert ours == theirs
    assert ours.result == {"odd.fits": "CACHE/references/jwst/miri/odd.fits"}


def test_the_names_of_both_are_equal(peer: Any) -> None:
    package = importlib.import_module("crds.client")
    public = {name for name in vars(package) if not name.startswith("_")} - {"api", "proxy"}
    assert public == set(peer.__all__)
    assert {name for name in public if not callable(getattr(crds.client, name, None))} == set()


@pytest.mark.parametrize("name", ["cache_references", "cache_best_references", "dump_files"])
def test_arguments_equal_the_peers(peer: Any, name: str) -> None:
    assert arguments(getattr(crds.client, name)) == arguments(getattr(peer, name))


@pytest.mark.parametrize("name", ["dump_mappings", "dump_references"])
def test_arguments_that_the_peer_passes_on_are_those_that_it_takes(peer: Any, name: str) -> None:
    counted = f"{name}3"
    theirs = arguments(getattr(peer, counted))
    assert arguments(getattr(crds.client, name)) == arguments(getattr(crds.client, counted)) == theirs


def arguments(function: Any) -> list[tuple[str, Any]]:
    """Names and defaults, in their order."""
    return [(each.name, each.default) for each in inspect.signature(function).parameters.values()]


# Each exception differs as it says.


def test_correction_90_a_file_that_does_not_come_is_told(peer: Any, tmp_path: Path) -> None:
    def act(face: Face) -> Any:
        return face.cache_references("jwst_0001.pmap", {"flat": "jwst_miri_flat_0001.fits"})

    wrong = answer(FLAT[:-1] + b"x")
    theirs, ours = both(peer, tmp_path, act, change=lambda archive: archive.steps.extend([wrong] * 3))
    path = "references/jwst/miri/jwst_miri_flat_0001.fits"
    assert theirs.result == {"flat": f"CACHE/{path}"}
    assert theirs.files[path] != FLAT
    assert isinstance(ours.result, DownloadError)
    assert path not in ours.files
    assert missing(90, "crds", "get_server_info", "path", "under its name") == []


def test_correction_90_a_cache_that_is_only_read_and_lacks_a_file(peer: Any, tmp_path: Path) -> None:
    def act(face: Face) -> Any:
        return face.dump_mappings("jwst_0001.pmap")

    theirs, ours = both(peer, tmp_path, act, settings={"CRDS_READONLY_CACHE": "1"})
    assert set(theirs.result) == {name for name in JWST if name.endswith("map")}
    assert theirs.files == {}
    assert isinstance(ours.result, DownloadError)
    assert missing(90, "crds", "get_server_info", "only read") == []


def test_correction_91_no_command_is_run(peer: Any, tmp_path: Path) -> None:
    plugin = {"CRDS_DOWNLOAD_MODE": "plugin", "CRDS_DOWNLOAD_PLUGIN": "no-such-program ${SOURCE_URL}"}
    theirs, ours = both(peer, tmp_path, SAME["closure"], settings=plugin)
    assert "no-such-program" in str(theirs.result)
    assert type(ours.result).__name__ == "ConfigError"
    assert ours.fetched == []
    assert missing(91, "crds", "get_server_info", "command") == []


def test_canary_another_file_is_noticed(peer: Any, tmp_path: Path) -> None:
    theirs, ours = both(peer, tmp_path, SAME["closure"])
    (tmp_path / "ours" / "more").touch()
    assert ours == theirs
    assert ours._replace(files=tree(tmp_path / "ours")) != theirs
