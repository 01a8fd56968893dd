"""URLs of CRDS files: from both forms of the server information, and never a path."""

from __future__ import annotations

import base64
import gzip
import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import astrowire
from astrowire import crds
from astrowire_runtime.crds.static import FileFacts, StaticFile, StaticUrls

EXAMPLES = Path(__file__).resolve().parents[3] / "spec" / "crds" / "examples"


def info(name: str) -> Any:
    """Server information of an example, typed."""
    body = (EXAMPLES / f"get_server_info__{name}.json").read_bytes()
    return crds.OPERATIONS["get_server_info"].decode(astrowire.HttpResponse(200, {}, body))


def plain(name: str) -> dict[str, Any]:
    """The same, plain."""
    found: dict[str, Any] = json.loads((EXAMPLES / f"get_server_info__{name}.json").read_bytes())["result"]
    return found


def outcome(act: Callable[[], Any]) -> Any:
    try:
        return act()
    except Exception as error:
        return error


BASE = "https://jwst-crds.stsci.edu"


@pytest.mark.parametrize("read", [info, plain])
@pytest.mark.parametrize("form", ["jwst_2019", "checked_and_unchecked"])
def test_both_forms_lead_to_the_same_urls(read: Callable[[str], Any], form: str) -> None:
    urls = StaticUrls(read(form))
    reference = f"{BASE}/unchecked_get/references/jwst/jwst_miri_flat_0030.fits"
    assert urls.reference("jwst_miri_flat_0030.fits") == urls.of("jwst_miri_flat_0030.fits") == reference
    mapping = f"{BASE}/unchecked_get/mappings/jwst/jwst_0565.pmap"
    assert urls.mapping("jwst_0565.pmap") == urls.of("jwst_0565.pmap") == mapping


def test_configuration_and_pickles_have_places_of_their_own() -> None:
    urls = StaticUrls(info("jwst_2019"))
    assert urls.config() == urls.of("server_config") == f"{BASE}/unchecked_get/config/jwst/server_config"
    pickle = f"{BASE}/unchecked_get/pickle/jwst/jwst_0565.pmap.pkl"
    assert urls.pickle("jwst_0565.pmap.pkl") == urls.of("jwst_0565.pmap.pkl") == pickle


def test_checked_urls_are_there_where_the_server_names_them() -> None:
    urls = StaticUrls(info("checked_and_unchecked"))
    assert urls.checked("jwst_0565.pmap") == f"{BASE}/get/jwst_0565.pmap"
    newer = StaticUrls(info("jwst_2019"))
    found = outcome(lambda: newer.checked("jwst_0565.pmap"))
    assert isinstance(found, astrowire.ConfigError)
    assert "names no place of checked mapping files" in str(found)


@pytest.mark.parametrize("act", [lambda urls: urls.config(), lambda urls: urls.pickle("x.pkl")])
def test_a_place_that_is_not_named_is_told(act: Callable[[StaticUrls], str]) -> None:
    found = outcome(lambda: act(StaticUrls(info("old_keys"))))
    assert isinstance(found, astrowire.ConfigError)
    assert "jwst names no place of" in str(found)


WRONG_NAMES: tuple[Any, ...] = (
    "",
    ".",
    "..",
    "../jwst.pmap",
    "a/b.fits",
    "a\\b.fits",
    "/etc/passwd",
    ".hidden.fits",
    "a.fits\n",
    "a\0.fits",
    "a?.fits",
    "a#.fits",
    "a%2f.fits",
    "é.fits",
    "x" * 125 + ".fits",
    "\x1b[2J.fits",
    " a.fits",
    "-a.fits",
    None,
    7,
    b"a.fits",
)


@pytest.mark.parametrize("name", WRONG_NAMES, ids=repr)
def test_a_name_never_becomes_a_path(name: Any) -> None:
    urls = StaticUrls(info("jwst_2019"))
    acts = (urls.of, urls.reference, urls.mapping, urls.config, urls.pickle, urls.checked)
    found = [outcome(lambda each=each: each(name)) for each in acts]
    assert {type(each) for each in found} == {astrowire.RequestInvalid}
    assert all(str(each).isprintable() for each in found)


def test_a_name_of_no_kind_is_told() -> None:
    found = outcome(lambda: StaticUrls(info("jwst_2019")).of("notes.doc"))
    assert isinstance(found, astrowire.RequestInvalid)
    assert "'notes.doc' is neither a mapping" in str(found)


def test_a_blank_in_a_name_is_encoded() -> None:
    urls = StaticUrls(info("jwst_2019"))
    assert urls.reference("a b.fits").endswith("/references/jwst/a%20b.fits")


@pytest.mark.parametrize("slash", ["", "/"])
def test_the_last_slash_of_a_place_may_be_missing(slash: str) -> None:
    urls = StaticUrls({"observatory": "hst", "mapping_url": {"hst": f"https://h.example/m{slash}"}})
    assert urls.mapping("hst.pmap") == "https://h.example/m/hst.pmap"


@pytest.mark.parametrize(
    "base",
    [
        "file:///etc/",
        "//h.example/",
        "h.example/x",
        "https:///x",
        "https://me:pw@h.example/",
        "https://h.example/?x=",
        "https://h.example/#x",
        "https://h.example/\n",
        "https://h.example/a b",
        "https://[::1/",
        "https://h.example:x/",
        "javascript:alert(1)",
        "",
    ],
)
def test_a_place_that_is_no_plain_url_is_refused(base: str) -> None:
    urls = StaticUrls({"observatory": "hst", "mapping_url": {"hst": base}})
    found = outcome(lambda: urls.mapping("hst.pmap"))
    assert isinstance(found, astrowire.Malformed)
    assert "mapping_url of the server information" in str(found)


@pytest.mark.parametrize("value", [None, 7, [], {}, {"jwst": "https://x/"}, {"hst": {}}, {"unchecked": {}}])
def test_a_section_of_another_shape_names_no_place(value: Any) -> None:
    urls = StaticUrls({"observatory": "hst", "mapping_url": value})
    assert isinstance(outcome(lambda: urls.mapping("hst.pmap")), astrowire.ConfigError)


@pytest.mark.parametrize("read", [info, plain])
def test_size_and_checksum_are_unpacked_when_they_are_asked_for(read: Callable[[str], Any]) -> None:
    facts = StaticUrls(read("jwst_2019")).facts
    assert len(facts) == 20
    assert all(each.size.isdigit() and len(each.sha1sum) == 40 for each in facts.values())
    assert StaticUrls(read("checked_and_unchecked")).facts == {}


@pytest.mark.parametrize("content", [b"[]", b'{"a": 5}', b'{"a": {"size": "1"}}', b"\xff", b"{"])
def test_metadata_of_another_shape_is_refused(content: bytes) -> None:
    payload = base64.b64encode(gzip.compress(content)).decode("ascii")
    urls = StaticUrls({"observatory": "hst", "download_metadata": {"crds_payload": payload}})
    assert isinstance(outcome(lambda: urls.facts), astrowire.Malformed)


# What comes is verified.

BODY = b"SIMPLE  ="
SHA1 = hashlib.sha1(BODY, usedforsecurity=False).hexdigest()


def fetched(facts: FileFacts | None, status: int = 200) -> Any:
    file = StaticFile("https://h.example/a.fits", facts)
    return outcome(lambda: file.decode(astrowire.HttpResponse(status, {}, BODY)))


@pytest.mark.parametrize(
    "facts",
    [None, FileFacts("9", SHA1), FileFacts("9", "none"), FileFacts("9", ""), FileFacts("-1", SHA1)],
)
def test_right_bytes_are_given(facts: FileFacts | None) -> None:
    assert fetched(facts) == BODY


@pytest.mark.parametrize(
    ("facts", "words"),
    [(FileFacts("8", SHA1), "9 bytes came"), (FileFacts("9", "0" * 40), f"its SHA-1 is {SHA1}")],
)
def test_other_bytes_are_refused(facts: FileFacts, words: str) -> None:
    found = fetched(facts)
    assert isinstance(found, astrowire.DownloadError)
    assert words in str(found)


def test_a_page_that_says_no_is_an_http_error() -> None:
    assert isinstance(fetched(None, status=404), astrowire.HttpStatusError)
