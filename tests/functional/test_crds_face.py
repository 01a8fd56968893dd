"""What the functions of ``crds.client`` do beside their calls, over real HTTP; and files by their names."""

from __future__ import annotations

import base64
import gzip
import hashlib
import json
import sqlite3
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import astrowire
from astrowire import crds
from tests.functional.loopback import Loopback, answer, hang_up, outcome, rpc, serving

SAMPLES = Path(__file__).resolve().parents[1] / "samples" / "crds"
EXAMPLES = Path(__file__).resolve().parents[2] / "spec" / "crds" / "examples"
OTHER = {"name": "OtherError", "code": 500, "data": None}
NO = OTHER | {"message": "OtherError: no"}
OLD = OTHER | {"message": "OtherError: get_default_context() takes 2 positional arguments but 3 were given"}


def sample(name: str) -> Any:
    """The result in a sample."""
    return json.loads((SAMPLES / f"{name}.json").read_bytes())["result"]


def example(name: str) -> Any:
    """The result in an example."""
    return json.loads((EXAMPLES / f"{name}.json").read_bytes())["result"]


@pytest.fixture
def archive(monkeypatch: pytest.MonkeyPatch) -> Iterator[Loopback]:
    with serving(rpc(None)) as running:
        monkeypatch.setenv("CRDS_SERVER_URL", running.origin)
        monkeypatch.setenv("CRDS_OBSERVATORY", "jwst")
        crds.client._face.client()._retry.sleep = lambda seconds: None
        yield running


def calls(server: Loopback) -> list[tuple[str, list[Any]]]:
    return [(each.call["method"], each.call["params"]) for each in server.asked]


NAMES = (
    "get_default_observatory",
    "get_default_context",
    "get_build_context",
    "get_context_by_date",
    "get_server_info",
    "get_cached_server_info",
    "set_crds_server",
    "get_crds_server",
    "list_mappings",
    "list_references",
    "get_url",
    "get_flex_uri",
    "get_file_info",
    "get_file_info_map",
    "get_sqlite_db",
    "get_mapping_names",
    "get_reference_names",
    "get_best_references",
    "get_dataset_headers_by_id",
    "get_dataset_headers_by_instrument",
    "get_dataset_ids",
    "get_best_references_by_ids",
    "get_aui_best_references",
    "get_best_references_by_header_map",
    "get_required_parkeys",
    "get_affected_datasets",
    "get_context_history",
    "push_remote_context",
    "get_remote_context",
    "jpoll_pull_messages",
    "jpoll_abort",
    "get_system_versions",
    "cache_references",
    "cache_best_references",
    "dump_references",
    "dump_mappings",
    "dump_files",
    "get_mapping_url",
    "get_reference_url",
    "get_server_version",
    "get_server_observatory",
    "get_download_metadata",
    "get_dataset_headers_unlimited",
    "is_known_mapping",
)


@pytest.mark.parametrize("name", NAMES)
def test_the_names_of_the_usual_client_are_here(name: str) -> None:
    assert callable(getattr(crds.client, name))
    assert getattr(crds.client, name).__doc__


# Contexts.


def software(folder: Path, name: str, version: str) -> None:
    """Install a package that is nothing but its version."""
    about = folder / f"{name}-{version}.dist-info"
    about.mkdir()
    (about / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n")


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.syspath_prepend(str(tmp_path))
    return tmp_path


@pytest.mark.parametrize(
    ("observatory", "state", "sent"),
    [
        ("hst", None, ("get_default_context", ["hst"])),
        ("hst", "edit", ("get_default_context", ["hst", "edit"])),
        ("jwst", None, ("get_build_context", ["jwst", "1.16.0"])),
        ("jwst", "build", ("get_build_context", ["jwst", "1.16.0"])),
        ("jwst", "latest", ("get_default_context", ["jwst", "latest"])),
        ("roman", None, ("get_default_context", ["roman"])),
        ("roman", "build", ("get_default_context", ["roman"])),
        ("tobs", "build", ("get_default_context", ["tobs"])),
    ],
)
def test_which_default_context_is_asked_for(
    archive: Loopback, installed: Path, observatory: str, state: str | None, sent: tuple[str, list[Any]]
) -> None:
    software(installed, "jwst", "1.16.0rc2+g12")
    archive.steps = (rpc("jwst_1293.pmap"),)
    assert crds.client.get_default_context(observatory, state) == "jwst_1293.pmap"
    assert calls(archive) == [sent]


@pytest.mark.parametrize(
    ("version", "sent"),
    [
        ("1.16.1.dev3", ("get_default_context", ["jwst", "edit"])),
        ("2", ("get_build_context", ["jwst", "2"])),
        ("2.1", ("get_build_context", ["jwst", "2.1"])),
        ("1.2.3.4", ("get_build_context", ["jwst", "1.2.3"])),
    ],
)
def test_the_version_of_the_software_decides(
    archive: Loopback, installed: Path, version: str, sent: tuple[str, list[Any]]
) -> None:
    software(installed, "jwst", version)
    archive.steps = (rpc("jwst_1293.pmap"),)
    assert crds.client.get_build_context() == "jwst_1293.pmap"
    assert calls(archive) == [sent]


def test_without_software_the_latest_context_is_asked_for(archive: Loopback) -> None:
    archive.steps = (rpc("jwst_1293.pmap"),)
    assert crds.client.get_default_context() == "jwst_1293.pmap"
    assert calls(archive) == [("get_default_context", ["jwst"])]


def test_a_server_without_build_contexts_gives_the_latest(archive: Loopback, installed: Path) -> None:
    software(installed, "jwst", "1.16.0")
    archive.steps = (rpc(None, error=NO), rpc("jwst_1293.pmap"))
    assert crds.client.get_build_context("jwst") == "jwst_1293.pmap"
    assert calls(archive)[1] == ("get_default_context", ["jwst"])


def test_an_old_server_is_asked_without_the_state_that_it_takes_for_granted(archive: Loopback) -> None:
    archive.steps = (rpc(None, error=OLD), rpc("hst_0748.pmap"), rpc(None, error=OLD), rpc(None, error=NO))
    assert crds.client.get_default_context("hst", "latest") == "hst_0748.pmap"
    edit = outcome(lambda: crds.client.get_default_context("hst", "edit"))
    assert isinstance(edit, crds.CrdsFault), "another context would be given for the one that was asked for"
    assert isinstance(outcome(lambda: crds.client.get_default_context("hst", "latest")), crds.CrdsFault)
    assert [params for _, params in calls(archive)] == [
        ["hst", "latest"],
        ["hst"],
        ["hst", "edit"],
        ["hst", "latest"],
    ]


def test_a_refused_kind_is_pushed_as_latest(archive: Loopback) -> None:
    archive.steps = (rpc(None, error=NO), rpc(None))
    assert crds.client.push_remote_context("hst", "operational", "key-1", "hst_0748.pmap") is None
    kinds = [params[1] for _, params in calls(archive)]
    assert kinds == ["operational", "latest"]


def test_a_push_whose_end_nobody_knows_is_never_sent_again(archive: Loopback) -> None:
    archive.steps = (hang_up,)
    found = outcome(
        lambda: crds.client.push_remote_context("hst", "operational", "key-secret-1", "hst_0748.pmap")
    )
    assert isinstance(found, astrowire.Ambiguous)
    assert archive.connections == 1
    assert "key-secret-1" not in f"{found} {found.request}"


def test_the_observatory_of_the_environment_is_meant(
    archive: Loopback, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CRDS_OBSERVATORY", "HST")
    assert crds.client.get_default_observatory() == "hst"
    monkeypatch.setenv("CRDS_OBSERVATORY", "hubble")
    assert isinstance(outcome(crds.client.get_default_observatory), astrowire.ConfigError)
    monkeypatch.delenv("CRDS_OBSERVATORY")
    found = outcome(crds.client.get_default_observatory)
    assert isinstance(found, astrowire.ConfigError)
    assert "CRDS_OBSERVATORY is not set" in str(found)
    monkeypatch.setenv("CRDS_SERVER_URL", "https://roman-crds-test.stsci.edu")
    assert crds.client.get_default_observatory() == "roman"


def test_a_server_that_was_set_goes_before_the_environment(archive: Loopback) -> None:
    with serving(rpc("hst_0001.pmap")) as other:
        crds.client.set_crds_server(f"{other.origin}/")
        try:
            assert crds.client.get_crds_server() == other.origin
            assert crds.client.get_default_context("hst") == "hst_0001.pmap"
        finally:
            crds.client.set_crds_server(None)
    assert crds.client.get_crds_server() == archive.origin
    assert archive.connections == 0


# Server information and files.


def test_urls_come_in_their_unchecked_form_and_metadata_is_made_where_it_lacks(archive: Loopback) -> None:
    files = {"a.fits": {"size": "1", "sha1sum": "none"}}
    archive.steps = (rpc(example("get_server_info__checked_and_unchecked")), rpc(files))
    info = crds.client.get_server_info()
    assert info["mapping_url"] == {"jwst": "https://jwst-crds.stsci.edu/unchecked_get/mappings/jwst/"}
    assert (info["server"], info["status"], info["connected"]) == (archive.origin, "server", True)
    assert calls(archive) == [
        ("get_server_info", []),
        ("get_file_info_map", ["jwst", None, ["sha1sum", "size"]]),
    ]
    assert crds.client.get_download_metadata() == files
    assert crds.client.get_cached_server_info() is info
    assert archive.connections == 2


def test_the_server_is_asked_once_for_the_urls_of_many_files(archive: Loopback) -> None:
    archive.steps = (rpc(example("get_server_info__jwst_2019")),)
    base = "https://jwst-crds.stsci.edu/unchecked_get"
    names = {"jwst_0565.pmap": "mappings/jwst", "a.fits": "references/jwst", "server_config": "config/jwst"}
    for name, folder in names.items():
        assert crds.client.get_flex_uri(name) == f"{base}/{folder}/{name}"
    assert archive.connections == 1
    assert crds.client.get_server_version() == "7.4.1.2"
    assert crds.client.get_server_observatory() == "jwst"


def test_the_environment_may_name_another_place(archive: Loopback, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CRDS_REFERENCE_URI", "s3://bucket/references")
    assert crds.client.get_flex_uri("a.fits") == "s3://bucket/references/a.fits"
    assert crds.client.get_flex_uri("NOT FOUND n/a") == "NOT FOUND n/a"
    refused = outcome(lambda: crds.client.get_flex_uri("../a.fits"))
    assert isinstance(refused, astrowire.RequestInvalid)
    assert archive.connections == 0


def test_a_place_that_the_server_does_not_name_is_none(archive: Loopback) -> None:
    archive.steps = (rpc(example("get_server_info__old_keys") | {"download_metadata": {"crds_payload": ""}}),)
    assert crds.client.get_flex_uri("server_config") == "none"


def test_asking_for_urls_warns(archive: Loopback) -> None:
    archive.steps = (rpc("https://x/get/a.fits"),)
    with warnings.catch_warnings(record=True) as seen:
        warnings.simplefilter("always")
        assert crds.client.get_url("hst.pmap", "a.fits") == "https://x/get/a.fits"
        crds.client.get_reference_url("hst.pmap", "a.fits")
        crds.client.get_mapping_url("hst.pmap", "hst.pmap")
        assert crds.client.is_known_mapping("hst.pmap") is True
    assert [each.category for each in seen] == [DeprecationWarning] * 3
    assert {each.filename for each in seen} == {__file__}


def test_an_unknown_mapping_is_told(archive: Loopback) -> None:
    archive.steps = (rpc(None, error=NO),)
    assert crds.client.is_known_mapping("hst_9999.pmap") is False


PLACES = [
    ({"CRDS_PATH": "{}"}, "config/hst"),
    ({"CRDS_PATH": "/nowhere", "CRDS_PATH_SINGLE": "{}"}, "config"),
    ({"CRDS_PATH_SINGLE": "/nowhere", "CRDS_CFGPATH": "{}"}, "hst"),
    ({"CRDS_CFGPATH": "/nowhere", "CRDS_CFGPATH_SINGLE": "{}"}, "."),
    ({"CRDS_DEFAULT_CACHE": "{}"}, "config/hst"),
]


@pytest.mark.parametrize(("settings", "below"), PLACES)
def test_the_database_is_written_where_the_usual_client_looks_for_it(
    archive: Loopback, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, settings: dict[str, str], below: str
) -> None:
    for name in ("CRDS_PATH", "CRDS_PATH_SINGLE", "CRDS_CFGPATH", "CRDS_CFGPATH_SINGLE"):
        monkeypatch.delenv(name, raising=False)
    for name, value in settings.items():
        monkeypatch.setenv(name, value.format(tmp_path))
    archive.steps = (rpc(sample("get_sqlite_db__tiny")),)
    path = crds.client.get_sqlite_db("hst")
    assert Path(path) == (tmp_path / below / "crds_db.sqlite3")
    with sqlite3.connect(path) as connection:
        assert connection.execute("SELECT count(*) FROM sqlite_master").fetchone() == (1,)
    assert [each.name for each in Path(path).parent.iterdir()] == ["crds_db.sqlite3"]


def test_what_is_no_database_is_not_written(
    archive: Loopback, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CRDS_PATH", str(tmp_path))
    archive.steps = (rpc("eJwDAAAAAAE="),)
    assert isinstance(outcome(lambda: crds.client.get_sqlite_db("hst")), astrowire.Malformed)
    assert list(tmp_path.iterdir()) == []


def test_a_cache_that_is_only_read_is_not_written_to(
    archive: Loopback, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CRDS_PATH", str(tmp_path))
    monkeypatch.setenv("CRDS_READONLY_CACHE", "True")
    assert isinstance(outcome(lambda: crds.client.get_sqlite_db("hst")), astrowire.ConfigError)
    assert archive.connections == 0


def test_a_folder_that_can_not_be_made_is_told(
    archive: Loopback, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("CRDS_PATH", str(tmp_path / "file"))
    archive.steps = (rpc(sample("get_sqlite_db__tiny")),)
    found = outcome(lambda: crds.client.get_sqlite_db("hst"))
    assert isinstance(found, astrowire.ConfigError)
    assert "can't be written" in str(found)


def serving_a_file(archive: Loopback, body: bytes, facts: dict[str, str]) -> Any:
    """Let the archive name itself as the place of references, and then give one."""
    payload = base64.b64encode(gzip.compress(json.dumps({"a.fits": facts}).encode())).decode()
    info = {
        "observatory": "jwst",
        "reference_url": {"jwst": f"{archive.origin}/references"},
        "download_metadata": {"crds_encoded": "1.0", "crds_payload": payload},
    }
    archive.steps = (rpc(info), answer(body))
    with crds.Client(base_url=archive.origin) as client:
        return outcome(lambda: client.read_file("a.fits"))


def test_a_file_is_fetched_and_verified(archive: Loopback) -> None:
    sha1 = hashlib.sha1(b"SIMPLE", usedforsecurity=False).hexdigest()
    assert serving_a_file(archive, b"SIMPLE", {"size": "6", "sha1sum": sha1}) == b"SIMPLE"
    assert archive.asked[-1].method == "GET"
    assert archive.asked[-1].target == "/references/a.fits"


def test_a_file_that_was_changed_on_its_way_is_refused(archive: Loopback) -> None:
    found = serving_a_file(archive, b"SIMPLE", {"size": "6", "sha1sum": "0" * 40})
    assert isinstance(found, astrowire.DownloadError)
    assert "/references/a.fits" in str(found)


def test_a_path_is_refused_before_any_traffic(archive: Loopback) -> None:
    with crds.Client(base_url=archive.origin) as client:
        found = outcome(lambda: client.read_file("../a.fits"))
    assert isinstance(found, astrowire.RequestInvalid)
    assert archive.connections == 0


# Datasets, and the form of answers.


def test_names_of_the_usual_client_are_taken_for_arguments(archive: Loopback) -> None:
    archive.steps = (rpc({}),)
    crds.client.get_best_references(pipeline_context="hst.pmap", header={"INSTRUME": "ACS"}, reftypes=None)
    crds.client.get_aui_best_references(date="2016-01-01", dataset_ids=["A"])
    crds.client.get_dataset_headers_by_id(context="hst.pmap", dataset_ids=["A"])
    assert [params for _, params in calls(archive)] == [
        ["hst.pmap", {"INSTRUME": "ACS"}, None],
        ["2016-01-01", ["A"]],
        ["hst.pmap", ["A"], None],
    ]


def test_of_a_context_that_is_a_path_the_name_counts(archive: Loopback) -> None:
    archive.steps = (rpc({}), rpc([]), rpc({}))
    crds.client.get_required_parkeys("/cache/mappings/hst/hst_0366.pmap")
    crds.client.get_dataset_ids("/cache/hst_0366.pmap", "acs")
    crds.client.get_dataset_headers_by_id("/cache/hst_0366.pmap", ["A"])
    assert [params[0] for _, params in calls(archive)] == ["hst_0366.pmap"] * 3


def test_headers_of_an_instrument_take_as_many_calls_as_they_need(archive: Loopback) -> None:
    ids = [f"J{number:08d}:J{number:08d}" for number in range(450)]
    info = {"observatory": "jwst", "max_headers_per_rpc": 1000, "download_metadata": {"crds_payload": ""}}
    headers = [
        rpc({each: {"INSTRUME": "ACS"} for each in ids[start : start + 200]}) for start in (0, 200, 400)
    ]
    archive.steps = (rpc(ids), rpc(info), *headers)
    found = crds.client.get_dataset_headers_by_instrument("hst_0366.pmap", "acs")
    assert list(found) == ids
    sizes = [len(params[1]) for method, params in calls(archive) if method == "get_dataset_headers_by_id"]
    assert sizes == [200, 200, 50]


def test_structures_have_attributes_and_are_dictionaries(archive: Loopback) -> None:
    affected, versions = sample("get_affected_datasets__hst"), {"CAL_VER": "0.6.0", "versions": {"a": None}}
    archive.steps = (rpc(affected), rpc(versions))
    found = crds.client.get_affected_datasets("hst", "hst_0683.pmap", "hst_0684.pmap")
    assert found == affected
    assert found.bestrefs_status == 0
    assert isinstance(outcome(lambda: found.nothing), AttributeError)
    assert crds.client.get_system_versions("0.6.0").CAL_VER == "0.6.0"


def test_texts_of_messages_are_un_escaped(archive: Loopback) -> None:
    archive.steps = (rpc(sample("jpoll_pull_messages__log_and_done")),)
    log, done = crds.client.jpoll_pull_messages("81323850-9517-416c-ae88-e6481de10a71", "0")
    assert log.data == "CRDS - INFO -  Upload 'x.fits' started"
    assert (done.type, done.data["status"]) == ("done", 0)


def test_the_key_of_a_channel_is_shown_nowhere(archive: Loopback) -> None:
    key = "81323850-9517-416c-ae88-e6481de10a71"
    archive.steps = (rpc(None, error=OTHER | {"message": f"OtherError: Channel key '{key}' not found."}),)
    for act in (crds.client.jpoll_pull_messages, crds.client.jpoll_abort):
        found = outcome(lambda each=act: each(key))
        assert isinstance(found, crds.CrdsFault)
        assert key not in f"{found} {found.request} {found.excerpt}"


def test_messages_are_pulled_again_only_by_their_number(archive: Loopback) -> None:
    archive.steps = (hang_up, hang_up, rpc([]))
    assert isinstance(outcome(lambda: crds.client.jpoll_pull_messages("k-1")), astrowire.Ambiguous)
    assert archive.connections == 1
    assert crds.client.jpoll_pull_messages("k-1", 0) == []
    assert archive.connections == 3
