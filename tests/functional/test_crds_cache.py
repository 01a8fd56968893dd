"""The functions of ``crds.client`` that fill a cache: what is fetched, and where it goes."""

from __future__ import annotations

import os
import stat
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import astrowire
from astrowire import crds

from .archive import Archive, cut, facts_of, open_archive, tree
from .loopback import Asked, answer, hang_up, outcome, reset

PMAP = b"header = {'observatory': 'JWST'}\n"
FLAT = bytes(range(256)) * 2000
FILES = {
    "jwst_0001.pmap": PMAP,
    "jwst_miri_0001.imap": b"header = {}\n",
    "jwst_miri_flat_0001.rmap": b"import os; os.abort()\n",
    "jwst_miri_flat_0001.fits": FLAT,
    "jwst_nircam_dark_0002.asdf": b"#ASDF 1.0.0\n",
}
SETTINGS = [
    f"CRDS_{branch}{single}"
    for branch in ("PATH", "CFGPATH", "MAPPATH", "REFPATH")
    for single in ("", "_SINGLE")
]
SETTINGS += ["CRDS_DEFAULT_CACHE", "CRDS_READONLY_CACHE", "CRDS_DOWNLOAD_MODE", "CRDS_DOWNLOAD_PLUGIN"]
SETTINGS += ["CRDS_DOWNLOAD_LENGTHS", "CRDS_DOWNLOAD_CHECKSUMS", "CRDS_MAPPING_URI", "CRDS_REFERENCE_URI"]
SETTINGS += ["CRDS_S3_RETURN_URI"]

client: Any = crds.client


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in SETTINGS:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("CRDS_PATH", str(tmp_path))
    monkeypatch.setenv("CRDS_OBSERVATORY", "jwst")
    return tmp_path


def use(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the face speak to this archive, without waits."""
    monkeypatch.setenv("CRDS_SERVER_URL", archive.origin)
    client._face.client()._retry.sleep = lambda seconds: None


@pytest.fixture
def archive(monkeypatch: pytest.MonkeyPatch) -> Iterator[Archive]:
    with open_archive(dict(FILES)) as running:
        use(running, monkeypatch)
        yield running


def failed(act: Any) -> astrowire.DownloadError:
    """The error of what must fail with one of a download."""
    found = outcome(act)
    assert type(found) is astrowire.DownloadError, repr(found)
    return found


# What is fetched.


def test_the_whole_closure_of_a_context_comes_as_bytes(archive: Archive, cache: Path) -> None:
    found = client.dump_mappings("jwst_0001.pmap")
    names = ["jwst_miri_flat_0001.rmap", "jwst_miri_0001.imap", "jwst_0001.pmap"]
    assert list(found) == names == archive.names
    assert found == {name: f"{cache}/mappings/jwst/{name}" for name in names}
    assert tree(cache) == {f"mappings/jwst/{name}": FILES[name] for name in names}


def test_what_is_there_is_not_fetched_and_needs_no_server(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = client.dump_mappings3("jwst_0001.pmap")
    assert first[1:] == (3, sum(len(FILES[name]) for name in first[0]))
    assert client.dump_mappings3("jwst_0001.pmap") == (first[0], 0, 0)
    assert len(archive.fetched) == 3
    for server in ("http://127.0.0.1:1", None):
        if server is None:
            monkeypatch.delenv("CRDS_SERVER_URL")
            monkeypatch.delenv("CRDS_OBSERVATORY")
        else:
            monkeypatch.setenv("CRDS_SERVER_URL", server)
        assert client.dump_mappings("jwst_0001.pmap", mappings=list(first[0])) == first[0]


def test_given_mappings_come_alone(archive: Archive) -> None:
    found = client.dump_mappings("jwst_0001.pmap", mappings=["jwst_miri_0001.imap"])
    assert list(found) == ["jwst_miri_0001.imap"] == archive.names
    assert archive.called == ["get_server_info"]


def test_references_stand_in_the_folders_of_their_instruments(archive: Archive, cache: Path) -> None:
    found = client.dump_references("jwst_0001.pmap")
    below = f"{cache}/references/jwst"
    assert found == {
        "jwst_miri_flat_0001.fits": f"{below}/miri/jwst_miri_flat_0001.fits",
        "jwst_nircam_dark_0002.asdf": f"{below}/nircam/jwst_nircam_dark_0002.asdf",
    }
    assert tree(cache) == {
        "config/jwst/ref_cache_subdir_mode": b"instrument",
        "references/jwst/miri/jwst_miri_flat_0001.fits": FLAT,
        "references/jwst/nircam/jwst_nircam_dark_0002.asdf": FILES["jwst_nircam_dark_0002.asdf"],
    }


def test_names_that_were_not_found_are_left_out(archive: Archive) -> None:
    given = ["NOT FOUND n/a", "NOT FOUND No match", "jwst_miri_flat_0001.fits", "n/a", "UNDEFINED"]
    assert list(client.dump_references("jwst_0001.pmap", given)) == ["jwst_miri_flat_0001.fits"]


def test_files_of_both_kinds_come_together_and_paths_stand_for_their_names(archive: Archive) -> None:
    paths, lacking, size = client.dump_files(
        "jwst_0001.pmap", ["/some/where/jwst_miri_flat_0001.fits", "jwst_0001.pmap"]
    )
    assert list(paths) == ["jwst_0001.pmap", "jwst_miri_flat_0001.fits"]
    assert (lacking, size) == (2, len(PMAP) + len(FLAT))


def test_without_arguments_the_mappings_of_the_default_context_come(archive: Archive) -> None:
    paths, lacking, _ = client.dump_files()
    assert len(paths) == lacking == 3
    assert "get_default_context" in archive.called


def test_the_data_file_of_an_old_header_file_comes_with_it(
    monkeypatch: pytest.MonkeyPatch, cache: Path
) -> None:
    files = {"e5c0936lu.r4h": b"SIMPLE", "e5c0936lu.r4d": b"data"}
    with open_archive(files, "hst") as archive:
        use(archive, monkeypatch)
        found = client.dump_references("hst_0001.pmap", ["e5c0936lu.r4h"])
    assert found == {name: f"{cache}/references/hst/wfpc2/{name}" for name in files}
    assert (cache / "references" / "hst" / "uref" / "e5c0936lu.r4d").read_bytes() == b"data"


def test_best_references_come_back_with_paths(archive: Archive, cache: Path) -> None:
    flat, dark = "jwst_miri_flat_0001.fits", "jwst_nircam_dark_0002.asdf"
    below = f"{cache}/references/jwst"
    found = client.cache_references(
        "jwst_0001.pmap",
        {
            "flat": flat,
            "area": "NOT FOUND n/a",
            "pair": (flat, dark),
            "list": [dark],
            "named": {"a": dark},
            "no": "N/A",
        },
    )
    assert found == {
        "flat": f"{below}/miri/{flat}",
        "area": "NOT FOUND n/a",
        "pair": (f"{below}/miri/{flat}", f"{below}/nircam/{dark}"),
        "list": [f"{below}/nircam/{dark}"],
        "named": {"a": f"{below}/nircam/{dark}"},
        "no": "N/A",
    }
    assert archive.names == [flat, dark]


def test_best_references_are_asked_for_and_fetched_in_one_go(archive: Archive, cache: Path) -> None:
    archive.answers["get_best_references"] = {"flat": "jwst_miri_flat_0001.fits", "area": "NOT FOUND n/a"}
    found = client.cache_best_references(
        "jwst_0001.pmap", {"META.INSTRUMENT.NAME": "MIRI"}, reftypes=["flat"]
    )
    path = f"{cache}/references/jwst/miri/jwst_miri_flat_0001.fits"
    assert found == {"flat": path, "area": "NOT FOUND n/a"}
    assert Path(path).read_bytes() == FLAT


def test_a_type_without_a_reference_fails_before_anything_is_fetched(archive: Archive) -> None:
    bestrefs = {"flat": "jwst_miri_flat_0001.fits", "dark": "NOT FOUND No match found.", "x": "NOT FOUND n/a"}
    found = failed(lambda: client.cache_references("jwst_0001.pmap", bestrefs))
    assert "'dark': 'No match found.'" in str(found)
    assert "'x'" not in str(found)
    assert archive.fetched == []


def test_one_reference_that_fails_does_not_keep_the_others_away(archive: Archive, cache: Path) -> None:
    archive.facts["jwst_miri_flat_0001.fits"] = None
    bestrefs = {"flat": "jwst_miri_flat_0001.fits", "dark": "jwst_nircam_dark_0002.asdf"}
    found = failed(lambda: client.cache_references("jwst_0001.pmap", bestrefs))
    assert str(found) == "jwst_miri_flat_0001.fits was not fetched: the server does not know it"
    assert (cache / "references/jwst/nircam/jwst_nircam_dark_0002.asdf").is_file()
    archive.facts["jwst_nircam_dark_0002.asdf"] = None
    client.get_server_info()
    both = failed(lambda: client.cache_references("jwst_0001.pmap", bestrefs, ignore_cache=True))
    assert "2 files were not fetched:" in str(both)
    assert all(name in str(both) for name in bestrefs.values())


def test_failures_may_be_warnings(archive: Archive) -> None:
    archive.facts["jwst_0001.pmap"] = None
    with warnings.catch_warnings(record=True) as seen:
        warnings.simplefilter("always")
        paths, lacking, _ = client.dump_mappings3("jwst_0001.pmap", raise_exceptions=False)
    assert (len(paths), lacking) == (3, 3)
    assert [str(each.message) for each in seen] == [
        "jwst_0001.pmap was not fetched: the server does not know it"
    ]
    assert seen[0].filename == __file__
    assert not Path(paths["jwst_0001.pmap"]).exists()
    assert Path(paths["jwst_miri_0001.imap"]).exists()


# What it is compared with.


def fetch(**settings: Any) -> Any:
    """Fetch one reference."""
    return client.dump_references3("jwst_0001.pmap", ["jwst_miri_flat_0001.fits"], **settings)


PLACE = "references/jwst/miri/jwst_miri_flat_0001.fits"
PAGE = answer(b"<html>" + b" " * 600_000, Content_Type="text/html")
WRONG = {
    "a page": [PAGE] * 3,
    "too short": [answer(FLAT[:-1])] * 3,
    "too long": [answer(FLAT + b"x")] * 3,
    "too long, without a length": [b"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n" + FLAT + b"x"] * 3,
    "other bytes": [answer(FLAT[:-1] + b"x")] * 3,
    "an unfit part": [answer(FLAT, 206, Content_Range=f"bytes 0-9/{len(FLAT)}")] * 3,
    "nothing": [answer(b"")] * 3,
}


@pytest.mark.parametrize("steps", WRONG.values(), ids=WRONG)
def test_what_is_not_as_the_catalogue_says_is_fetched_twice_more_and_refused(
    archive: Archive, cache: Path, steps: list[bytes]
) -> None:
    archive.steps = list(steps)
    found = failed(fetch)
    assert "jwst_miri_flat_0001.fits" in str(found)
    assert f"{archive.origin}/unchecked_get" in str(found)
    assert len(archive.fetched) == 3
    assert [name for name in tree(cache) if name.startswith("references")] == []


def test_a_file_that_comes_right_at_last_is_kept(archive: Archive, cache: Path) -> None:
    archive.steps = [PAGE, answer(FLAT[:-1] + b"x")]
    assert fetch()[1:] == (1, len(FLAT))
    assert tree(cache)[PLACE] == FLAT


@pytest.mark.parametrize("status", [403, 404, 500])
def test_an_error_of_the_server_is_told(archive: Archive, status: int) -> None:
    archive.steps = [answer(b"out of order", status)] * 3
    found = failed(fetch)
    assert (found.status, f"HTTP {status}" in str(found)) == (status, True)
    assert len(archive.fetched) == (3 if status == 500 else 1)
    assert isinstance(found.cause, astrowire.HttpStatusError)


def test_a_file_without_a_checksum_is_compared_by_its_length(archive: Archive, cache: Path) -> None:
    archive.facts["jwst_miri_flat_0001.fits"] = {"size": str(len(FLAT)), "sha1sum": "none"}
    assert fetch()[1:] == (1, len(FLAT))
    assert tree(cache)[PLACE] == FLAT


@pytest.mark.parametrize(
    ("setting", "body"),
    [("CRDS_DOWNLOAD_CHECKSUMS", FLAT[:-1] + b"x"), ("CRDS_DOWNLOAD_LENGTHS", FLAT + b"more")],
)
def test_comparing_may_be_switched_off(
    archive: Archive, cache: Path, monkeypatch: pytest.MonkeyPatch, setting: str, body: bytes
) -> None:
    archive.files["jwst_miri_flat_0001.fits"] = body
    facts = facts_of(FLAT)
    archive.facts["jwst_miri_flat_0001.fits"] = facts | ({"sha1sum": ""} if "LENGTHS" in setting else {})
    assert "the catalogue says" in str(failed(fetch))
    monkeypatch.setenv(setting, "0")
    assert fetch()[1:] == (1, len(body))
    assert tree(cache)[PLACE] == body
    monkeypatch.setenv(setting, "sometimes")
    assert isinstance(outcome(lambda: fetch(ignore_cache=True)), astrowire.ConfigError)


@pytest.mark.parametrize("size", ["", "none", "-1", "1e9", "9" * 5000])
def test_a_length_that_is_none_is_refused(archive: Archive, size: str) -> None:
    archive.facts["jwst_miri_flat_0001.fits"] = {"size": size, "sha1sum": "none"}
    assert "length" in str(failed(fetch))
    assert archive.fetched == []


def test_what_is_there_with_another_length_is_fetched_once_the_catalogue_was_read(
    archive: Archive, cache: Path
) -> None:
    fetch()
    (cache / PLACE).write_bytes(b"cut off")
    assert fetch()[1:] == (1, len(FLAT))
    assert tree(cache)[PLACE] == FLAT
    (cache / PLACE).write_bytes(b"cut off")
    client._face._infos.clear()
    client._face._files.clear()
    assert fetch()[1:] == (0, 0), "nobody is asked only to compare lengths"
    paths = ["jwst_miri_flat_0001.fits", "jwst_nircam_dark_0002.asdf"]
    assert client.dump_references3("jwst_0001.pmap", paths)[1] == 2
    assert tree(cache)[PLACE] == FLAT


def test_a_file_is_replaced_only_by_a_whole_one(archive: Archive, cache: Path) -> None:
    fetch()
    assert fetch(ignore_cache=True)[1:] == (1, len(FLAT))
    (cache / PLACE).write_bytes(b"the old one")
    archive.steps = [PAGE] * 3
    failed(lambda: fetch(ignore_cache=True))
    assert tree(cache)[PLACE] == b"the old one"


# Streams that break off.


def ranges(archive: Archive) -> list[str | None]:
    return [each.headers.get("range") for each in archive.fetched]


def test_a_stream_that_breaks_off_is_gone_on_with(archive: Archive, cache: Path) -> None:
    archive.steps = [cut(archive, 100_000), cut(archive, 50_000)]
    assert fetch()[1:] == (1, len(FLAT))
    assert ranges(archive) == [None, "bytes=100000-", "bytes=150000-"]
    assert tree(cache)[PLACE] == FLAT


def test_a_large_file_comes_in_as_many_pieces_as_it_takes(
    archive: Archive, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("astrowire_runtime.crds.downloads.PROGRESS", 100_000)
    archive.steps = [cut(archive, 50_000) for _ in range(len(FLAT) // 50_000)]
    assert fetch()[1:] == (1, len(FLAT))
    assert len(archive.fetched) == len(FLAT) // 50_000 + 1
    assert tree(cache)[PLACE] == FLAT
    archive.steps = [cut(archive, 10_000) for _ in range(9)]
    failed(lambda: fetch(ignore_cache=True))
    assert len(archive.steps) == 6, "three attempts brought too little to go on"


def test_without_a_checksum_it_begins_anew(archive: Archive, cache: Path) -> None:
    archive.facts["jwst_miri_flat_0001.fits"] = {"size": str(len(FLAT)), "sha1sum": ""}
    archive.steps = [cut(archive, 100_000)]
    fetch()
    assert ranges(archive) == [None, None]
    assert tree(cache)[PLACE] == FLAT


@pytest.mark.parametrize(
    "second",
    [
        answer(FLAT),
        answer(FLAT[:9], 206, Content_Range=f"bytes 100000-100008/{len(FLAT)}"),
        answer(FLAT[99_000:], 206, Content_Range=f"bytes 99000-{len(FLAT) - 1}/{len(FLAT)}"),
        answer(FLAT[100_000:], 206, Content_Range=f"bytes 100000-{len(FLAT) - 1}/{len(FLAT) + 5}"),
        answer(FLAT[100_000:], 206),
        answer(b"", 416),
        answer(FLAT[100_000:-1] + b"x", 206, Content_Range=f"bytes 100000-{len(FLAT) - 1}/{len(FLAT)}"),
    ],
    ids=["the whole", "less", "an earlier part", "of another whole", "unsaid", "none", "of another file"],
)
def test_a_server_that_does_not_go_on_is_asked_for_the_whole(
    archive: Archive, cache: Path, second: bytes
) -> None:
    archive.steps = [cut(archive, 100_000), second]
    fetch()
    assert ranges(archive)[:2] == [None, "bytes=100000-"]
    assert ranges(archive)[2:] in ([], [None])
    assert tree(cache)[PLACE] == FLAT


@pytest.mark.parametrize("step", [hang_up, reset])
def test_a_server_that_only_hangs_up_is_given_up(archive: Archive, cache: Path, step: Any) -> None:
    archive.steps = [step] * 3
    found = failed(fetch)
    assert isinstance(found.cause, astrowire.Ambiguous)
    assert found.retry_safe
    assert "references" not in "".join(tree(cache))


def test_bytes_are_asked_for_as_they_are_and_taken_packed_too(archive: Archive, cache: Path) -> None:
    import gzip

    archive.steps = [answer(gzip.compress(FLAT), Content_Encoding="gzip")]
    fetch()
    assert archive.fetched[0].headers["accept-encoding"] == "identity"
    assert tree(cache)[PLACE] == FLAT


def test_a_packed_stream_that_breaks_off_begins_anew(archive: Archive, cache: Path) -> None:
    import gzip

    packed = answer(gzip.compress(FLAT), Content_Encoding="gzip")
    archive.steps = [packed[:-20]]
    fetch()
    assert ranges(archive) == [None, None]
    assert tree(cache)[PLACE] == FLAT


# Where it ends up.

LAYOUTS = [
    ({"CRDS_PATH": "{}/"}, "mappings/jwst", "references/jwst/miri"),
    ({"CRDS_PATH": "/nowhere", "CRDS_PATH_SINGLE": "{}"}, "mappings", "references/miri"),
    (
        {"CRDS_PATH_SINGLE": "/nowhere", "CRDS_MAPPATH": "{}/m", "CRDS_REFPATH": "{}/r"},
        "m/jwst",
        "r/jwst/miri",
    ),
    (
        {"CRDS_MAPPATH": "/nowhere", "CRDS_MAPPATH_SINGLE": "{}/m", "CRDS_REFPATH_SINGLE": "{}/r"},
        "m",
        "r/miri",
    ),
    ({"CRDS_DEFAULT_CACHE": "{}"}, "mappings/jwst", "references/jwst/miri"),
]


@pytest.mark.parametrize(("settings", "mappings", "references"), LAYOUTS)
def test_the_environment_says_where_files_are(
    archive: Archive,
    cache: Path,
    monkeypatch: pytest.MonkeyPatch,
    settings: dict[str, str],
    mappings: str,
    references: str,
) -> None:
    monkeypatch.delenv("CRDS_PATH")
    monkeypatch.setenv("CRDS_CFGPATH", str(cache / "settings"))
    for name, value in settings.items():
        monkeypatch.setenv(name, value.format(cache))
    found, _, _ = client.dump_files("jwst_0001.pmap", ["jwst_0001.pmap", "jwst_miri_flat_0001.fits"])
    assert found == {
        "jwst_0001.pmap": f"{cache}/{mappings}/jwst_0001.pmap",
        "jwst_miri_flat_0001.fits": f"{cache}/{references}/jwst_miri_flat_0001.fits",
    }
    assert Path(found["jwst_miri_flat_0001.fits"]).read_bytes() == FLAT


def lay_out(cache: Path, mode: str, observatory: str = "jwst") -> None:
    """Say how references are laid out."""
    file = cache / "config" / observatory / "ref_cache_subdir_mode"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(f"{mode}\n")


def test_a_flat_cache_stays_flat(archive: Archive, cache: Path) -> None:
    lay_out(cache, "flat")
    assert fetch()[0] == {"jwst_miri_flat_0001.fits": f"{cache}/references/jwst/jwst_miri_flat_0001.fits"}


def test_a_cache_with_many_files_in_one_folder_is_flat(archive: Archive, cache: Path) -> None:
    folder = cache / "references" / "jwst"
    folder.mkdir(parents=True)
    for number in range(21):
        (folder / f"jwst_miri_flat_1{number:03d}.fits").touch()
    assert fetch()[0] == {"jwst_miri_flat_0001.fits": f"{folder}/jwst_miri_flat_0001.fits"}
    assert (cache / "config/jwst/ref_cache_subdir_mode").read_text() == "flat"


@pytest.mark.parametrize("mode", ["legacy", "sideways", "../.."])
def test_a_layout_that_is_none_is_refused(archive: Archive, cache: Path, mode: str) -> None:
    lay_out(cache, mode)
    found = outcome(fetch)
    assert isinstance(found, astrowire.ConfigError)
    assert "ref_cache_subdir_mode" in str(found)


def test_the_legacy_layout_is_named_by_variables(
    cache: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    lay_out(cache, "legacy", "hst")
    with open_archive({"zas1615jl_spot.fits": b"SIMPLE"}, "hst") as archive:
        use(archive, monkeypatch)
        refused = outcome(lambda: client.dump_references("hst_0001.pmap"))
        monkeypatch.setenv("lref", str(tmp_path / "cos"))
        found = client.dump_references("hst_0001.pmap")
    assert isinstance(refused, astrowire.ConfigError)
    assert "lref" in str(refused)
    assert found == {"zas1615jl_spot.fits": f"{tmp_path}/cos/zas1615jl_spot.fits"}


def test_parameters_of_a_dataset_go_before_names(archive: Archive, cache: Path) -> None:
    bestrefs = {"flat": "jwst_miri_flat_0001.fits"}
    found = client.cache_references("jwst_0001.pmap", bestrefs, parameters={"META.INSTRUMENT.NAME": "NIRISS"})
    assert found == {"flat": f"{cache}/references/jwst/niriss/jwst_miri_flat_0001.fits"}
    # What is there is found again, wherever it is.
    assert client.cache_references("jwst_0001.pmap", bestrefs) == found


def test_the_server_is_asked_once_for_instruments_that_no_name_tells(archive: Archive, cache: Path) -> None:
    archive.files |= {"odd.fits": b"SIMPLE", "odder.fits": b"SIMPLE"}
    found = client.dump_references("jwst_0001.pmap", ["odd.fits", "odder.fits"])
    assert found == {name: f"{cache}/references/jwst/miri/{name}" for name in ("odd.fits", "odder.fits")}
    assert archive.called == ["get_file_info_map", "get_server_info"]
    unknown = failed(lambda: client.dump_references("jwst_0001.pmap", ["nowhere.fits"]))
    assert "neither its name nor the server says" in str(unknown)


def test_files_have_the_mode_that_the_umask_gives(archive: Archive, cache: Path) -> None:
    during: list[int] = []

    def look(connection: Any, request: Asked) -> None:
        during.extend(stat.S_IMODE(each.stat().st_mode) for each in (cache / PLACE).parent.glob(".*.part"))
        connection.sendall(archive.reply(request))

    archive.steps = [look]
    before = os.umask(0o027)
    try:
        fetch()
    finally:
        os.umask(before)
    assert during == [0o600]
    assert stat.S_IMODE((cache / PLACE).stat().st_mode) == 0o640


# What can't be done.


def test_a_cache_that_is_only_read_is_used_and_not_written_to(
    archive: Archive, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fetch()
    before = tree(cache)
    monkeypatch.setenv("CRDS_READONLY_CACHE", "1")
    assert fetch()[1:] == (0, 0)
    assert fetch(ignore_cache=True)[1:] == (1, 0)
    found = failed(lambda: client.dump_mappings("jwst_0001.pmap"))
    assert "CRDS_READONLY_CACHE" in str(found)
    assert tree(cache) == before
    assert len(archive.fetched) == 1


def test_a_command_that_fetches_files_is_not_run(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CRDS_DOWNLOAD_PLUGIN", "touch ${OUTPUT_PATH}")
    monkeypatch.setenv("CRDS_DOWNLOAD_MODE", "PLUGIN")
    found = outcome(fetch)
    assert isinstance(found, astrowire.ConfigError)
    assert "CRDS_DOWNLOAD_MODE" in str(found)
    monkeypatch.setenv("CRDS_DOWNLOAD_MODE", "rpc")
    assert isinstance(outcome(fetch), astrowire.ConfigError)
    assert archive.fetched == []
    monkeypatch.setenv("CRDS_DOWNLOAD_MODE", "http")
    assert fetch()[1] == 1
    monkeypatch.setenv("CRDS_DOWNLOAD_MODE", "plugin")
    assert fetch()[1] == 0, "none is needed for what is there"


def test_the_environment_may_name_another_place_of_http(
    archive: Archive, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CRDS_REFERENCE_URI", "s3://bucket/references")
    found = outcome(fetch)
    assert isinstance(found, astrowire.ConfigError)
    assert "s3://bucket" in str(found)
    monkeypatch.setenv("CRDS_REFERENCE_URI", f"{archive.origin}/mirror")
    fetch()
    assert archive.fetched[-1].target == "/mirror/jwst_miri_flat_0001.fits"
    # Where it is not set, the usual client writes this into the environment of its process.
    monkeypatch.setenv("CRDS_REFERENCE_URI", "None")
    fetch(ignore_cache=True)
    assert archive.fetched[-1].target.startswith("/unchecked_get/references/")


def test_places_may_stand_for_paths(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CRDS_S3_RETURN_URI", "1")
    monkeypatch.setenv("CRDS_REFERENCE_URI", "s3://bucket/references")
    found = client.cache_references("jwst_0001.pmap", {"flat": "a.fits", "dark": "NOT FOUND n/a"})
    assert found == {"flat": "s3://bucket/references/a.fits", "dark": "NOT FOUND n/a"}
    assert archive.fetched == []


def test_a_folder_that_can_not_be_made_is_told(
    archive: Archive, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (cache / "file").touch()
    monkeypatch.setenv("CRDS_MAPPATH", str(cache / "file"))
    found = outcome(lambda: client.dump_mappings("jwst_0001.pmap"))
    assert isinstance(found, astrowire.ConfigError)
    assert archive.fetched == []


def test_something_else_in_the_place_of_a_file_stays(archive: Archive, cache: Path) -> None:
    (cache / PLACE).mkdir(parents=True)
    found = failed(fetch)
    assert "can't be written" in str(found)
    assert (cache / PLACE).is_dir()
    assert [each.name for each in (cache / PLACE).parent.iterdir()] == ["jwst_miri_flat_0001.fits"]


@pytest.mark.parametrize(
    "act",
    [
        lambda: client.dump_mappings("jwst_0001.pmap", mappings=["../jwst_0001.pmap"]),
        lambda: client.dump_references("jwst_0001.pmap", ["/etc/a.fits"]),
        lambda: client.dump_references("jwst_0001.pmap", ["server_config"]),
        lambda: client.dump_files("jwst_0001.pmap", ["a.exe"]),
        lambda: client.cache_references("jwst_0001.pmap", {"flat": "a/b.fits"}),
        lambda: client.cache_references("jwst_0001.pmap", {"flat": 7}),
        lambda: client.cache_references("jwst_0001.pmap", ["a.fits"]),
        lambda: client.cache_references(
            "jwst_0001.pmap", {"flat": "a.fits"}, parameters={"INSTRUME": "../x"}
        ),
        lambda: client.dump_mappings("jwst_0001.pmap", "yes"),
        lambda: client.dump_mappings("jwst_0001.pmap", mappings="jwst_0001.pmap"),
        lambda: client.dump_references("jwst_0001.pmap", [["a.fits"]]),
        lambda: client.dump_references("jwst_0001.pmap", 7),
        lambda: client.dump_files("jwst_0001.pmap", ["a.fits", None]),
    ],
)
def test_arguments_that_are_none_are_refused_before_any_traffic(
    archive: Archive, cache: Path, act: Any
) -> None:
    assert isinstance(outcome(act), astrowire.RequestInvalid)
    assert archive.called == []
    assert "references" not in "".join(tree(cache))


def test_the_observatory_is_that_of_the_context(monkeypatch: pytest.MonkeyPatch, cache: Path) -> None:
    with open_archive({"hst_0001.pmap": b"{}"}, "hst") as archive:
        use(archive, monkeypatch)
        found = client.dump_mappings("hst-latest", mappings=["hst_0001.pmap"])
        assert found == {"hst_0001.pmap": f"{cache}/mappings/hst/hst_0001.pmap"}
        monkeypatch.setenv("CRDS_OBSERVATORY", "hst")
        assert client.dump_mappings("2020-01-01", mappings=["hst_0001.pmap"]) == found
