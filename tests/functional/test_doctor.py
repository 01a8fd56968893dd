"""``python -m astrowire doctor`` as a user runs it: in a process and an environment of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import requests.utils

from .loopback import Asked, Loopback, answer, hang_up, rpc, serving, unused_port
from .making import GOLDEN_SPEC, RUNTIME, SPEC, generate

ROOT = Path(__file__).resolve().parents[2]
SAMPLE = ROOT / "tests" / "samples" / "jsoc" / "series_struct__hmi_v_45s.json"
BUNDLE = requests.utils.DEFAULT_CA_BUNDLE_PATH
SECRET = "hunter2"
FAULT = {"name": "OtherError", "code": 500, "message": "OtherError: no", "data": None}


@dataclass(frozen=True)
class Told:
    """What the program said."""

    status: int
    lines: list[str]
    err: str

    def problems(self) -> str:
        """The problems, as one text."""
        rows = [line[19:] for line in self.lines if line.startswith("PROBLEM")]
        return " ".join(rows[:-1])

    @property
    def text(self) -> str:
        return " ".join(line[19:] for line in self.lines)


def run(*arguments: str, package: str = "astrowire", paths: tuple[Path, ...] = (), **env: str) -> Told:
    """Run the program with these variables and no others."""
    folders = [str(each) for each in (*paths, ROOT / "generated" / "python", RUNTIME)]
    environment = {"PYTHONPATH": os.pathsep.join(folders), "PYTHONUTF8": "1", **env}
    if "SYSTEMROOT" in os.environ:  # pragma: no cover
        environment["SYSTEMROOT"] = os.environ["SYSTEMROOT"]
    done = subprocess.run(
        [sys.executable, "-m", package, *arguments],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        cwd=Path(sys.prefix),
        env=environment,
    )
    return Told(done.returncode, done.stdout.splitlines(), done.stderr)


def doctor(*arguments: str, **env: str) -> Told:
    return run("doctor", *arguments, **env)


# Usage.


@pytest.mark.parametrize("arguments", [(), ("--help",)])
def test_without_a_command_it_says_how_it_is_used(arguments: tuple[str, ...]) -> None:
    told = run(*arguments)
    assert (told.status, told.err) == (0, "")
    assert told.lines[0].startswith("usage: python -m astrowire")
    assert any(line.split()[:2] == ["doctor", "show"] for line in told.lines)


@pytest.mark.parametrize("arguments", [("docter",), ("doctor", "--onlin"), ("doctor", "crsd"), ("--x",)])
def test_wrong_usage_ends_with_2(arguments: tuple[str, ...]) -> None:
    told = run(*arguments)
    assert told.status == 2
    assert told.lines == []
    assert told.err.startswith("usage: python -m astrowire")


def test_a_reader_that_has_seen_enough_is_no_error() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    program = [sys.executable, "-m", "astrowire", "doctor"]
    done = subprocess.run(program, stdout=writing, stderr=subprocess.PIPE, check=False, cwd=ROOT)
    os.close(writing)
    assert (done.returncode, done.stderr) == (0, b"")


# One screen.


def assert_is_a_screen(told: Told) -> None:
    assert told.err == ""
    assert [line for line in told.lines if line.split()[0] not in {"ok", "note", "PROBLEM"}] == []
    assert len(told.lines) <= 24
    assert max(map(len, told.lines)) <= 100


def test_an_empty_environment_is_no_problem() -> None:
    told = doctor()
    assert told.status == 0
    assert_is_a_screen(told)
    assert told.problems() == ""
    assert "astrowire 0.1.0" in told.text
    assert f"requests {requests.__version__}" in told.text
    others = "jsoc_ext, jsoc_internal, kis"
    assert f"http://jsoc.stanford.edu/cgi-bin/ajax/ (jsoc, the default; other servers: {others})" in told.text
    assert "neither CRDS_SERVER_URL nor CRDS_OBSERVATORY is set" in told.text
    assert any(line.startswith("note     crds") for line in told.lines)


def test_a_full_environment_that_is_right_is_no_problem(tmp_path: Path) -> None:
    settings = {
        "CRDS_SERVER_URL": "https://jwst-crds.stsci.edu",
        "CRDS_OBSERVATORY": "JWST",
        "CRDS_PATH": str(tmp_path),
        "CRDS_CONTEXT": "jwst-operational",
        "CRDS_CLIENT_RETRY_COUNT": "3",
        "CRDS_READONLY_CACHE": "1",
        "HTTPS_PROXY": "http://127.0.0.1:3128",
        "NO_PROXY": "jsoc.stanford.edu",
        "REQUESTS_CA_BUNDLE": BUNDLE,
    }
    told = doctor(**settings)
    assert (told.status, told.problems()) == (0, "")
    assert_is_a_screen(told)
    assert "https://jwst-crds.stsci.edu/ (custom, from CRDS_SERVER_URL" in told.text
    assert "'http://127.0.0.1:3128' stands before jwst-crds.stsci.edu (from HTTPS_PROXY)" in told.text
    assert "none for jsoc.stanford.edu (NO_PROXY leaves them out)" in told.text
    for name in settings:
        assert name in told.text


def test_an_observatory_names_its_server() -> None:
    told = doctor(CRDS_OBSERVATORY="roman")
    assert told.status == 0
    assert "https://roman-crds.stsci.edu/ (roman, from CRDS_OBSERVATORY" in told.text


PROBLEMS = {
    "no scheme": ({"CRDS_SERVER_URL": "jwst-crds.stsci.edu"}, "'jwst-crds.stsci.edu': it has no scheme"),
    "quotes": ({"CRDS_SERVER_URL": "'https://x.example'"}, "it has quotation marks in it; quote it once"),
    "other scheme": ({"CRDS_SERVER_URL": "ftp://x.example/"}, "it is no http or https URL"),
    "user name": ({"CRDS_SERVER_URL": "http://me:pw@x.example/"}, "'http://***@x.example/': it holds a user"),
    "two URLs": ({"CRDS_SERVER_URL": "http://x.example/ http://y.example/"}, "it can't be a base URL"),
    "another service": (
        {"CRDS_SERVER_URL": "http://jsoc.stanford.edu/cgi-bin/ajax/"},
        "it is a server of drms, which is another service; this one is offered by https://hst-crds",
    ),
    "unknown observatory": (
        {"CRDS_OBSERVATORY": "jswt"},
        "CRDS_OBSERVATORY is 'jswt': it names no server (did you mean 'jwst'?); known are hst, jwst, roman",
    ),
    "observatory, where a URL is set too": (
        {"CRDS_SERVER_URL": "http://127.0.0.1:1/", "CRDS_OBSERVATORY": "hubble"},
        "CRDS_OBSERVATORY='hubble': it names no server; known are hst, jwst, roman, or unset it",
    ),
    "contradiction": (
        {"CRDS_SERVER_URL": "https://hst-crds.stsci.edu", "CRDS_OBSERVATORY": "jwst"},
        "CRDS_SERVER_URL is the server hst, but CRDS_OBSERVATORY says jwst",
    ),
    "misspelt": (
        {"CRDS_SERVER_URI": "https://jwst-crds.stsci.edu"},
        "CRDS_SERVER_URI is set and nothing reads it; did you mean CRDS_SERVER_URL, which is not set?",
    ),
    "small letters": ({"crds_path": "/x"}, "did you mean CRDS_PATH"),
    "cut short": ({"CRDS_SERVER": "https://x.example"}, "did you mean CRDS_SERVER_URL"),
    "no folder": (
        {"CRDS_PATH": "/no/such/folder"},
        "CRDS_PATH='/no/such/folder': it is not there; set it to",
    ),
    "a file": ({"CRDS_PATH": __file__}, "it is a file; set it to a folder, like /data/crds_cache"),
    "home": ({"CRDS_PATH": "~/crds"}, "it begins with ~, which the shell replaces only outside quotation"),
    "no context": (
        {"CRDS_CONTEXT": "jwst_miri_0001.imap"},
        "it is none of its values; write it like jwst_0565",
    ),
    "no number": ({"CRDS_CLIENT_RETRY_COUNT": "three"}, "write it like 3"),
    "no bundle": ({"REQUESTS_CA_BUNDLE": "/no/such.pem"}, "'/no/such.pem' can't be read (No such file"),
    "no certificate": ({"CURL_CA_BUNDLE": __file__}, "holds no readable certificate; set CURL_CA_BUNDLE to"),
    "no proxy": ({"HTTP_PROXY": "http://:3128"}, "HTTP_PROXY='http://:3128', for jsoc.stanford.edu, is no"),
    "other proxy": (
        {"ALL_PROXY": "ftp://proxy:21"},
        "is no address of a proxy; write it like http://host:3128",
    ),
}


@pytest.mark.parametrize("name", PROBLEMS)
def test_a_problem_is_named_with_its_value_and_a_remedy(name: str) -> None:
    env, words = PROBLEMS[name]
    told = doctor(**env)
    assert_is_a_screen(told)
    assert words in told.problems()
    assert (told.status, told.lines[-1].split()) == (1, ["PROBLEM", "in", "all", "1", "problem", "above"])
    assert [each for each in list(env)[-1:] if each not in told.problems() and "proxy" not in name] == []


RIGHT = (
    {"CRDS_SERVER_URL": " https://jwst-crds.stsci.edu "},
    {"CRDS_OBSERVATORY": " Roman "},
    {"CRDS_SERVER_URL": ""},
    {"CRDS_PATH": str(ROOT)},
    {"CRDS_CONTEXT": "jwst_0565.pmap"},
    {"CRDS_CONTEXT": "2016-01-01"},
    {"CRDS_CONTEXT": "hst-2016-01-01T00:00:00"},
    {"CRDS_CONTEXT": "build"},
    {"REQUESTS_CA_BUNDLE": str(ROOT)},
    {"HTTP_PROXY": "127.0.0.1:3128"},
    {"CRDS_MAPPATH": str(ROOT), "CRDS_PATH_SINGLE": str(ROOT), "CRDS_TEST_ROOT": "x", "PATH": "/bin"},
    {"SSL_CERT_FILE": BUNDLE},
)


@pytest.mark.parametrize("env", RIGHT, ids=[" ".join(each) for each in RIGHT])
def test_what_is_right_is_no_problem(env: dict[str, str]) -> None:
    told = doctor(**env)
    assert (told.status, told.problems()) == (0, "")
    assert_is_a_screen(told)


def test_a_slip_beside_the_right_name_is_noted() -> None:
    told = doctor(CRDS_OBSERVATRY="hst", CRDS_OBSERVATORY="hst")
    assert told.status == 0
    assert "CRDS_OBSERVATRY is set and nothing reads it; CRDS_OBSERVATORY" in told.text


def test_certificates_that_are_not_read_are_noted() -> None:
    told = doctor(SSL_CERT_FILE=BUNDLE)
    assert "is not read here; name the file in REQUESTS_CA_BUNDLE" in told.text
    assert f"certifi's {BUNDLE!r} can be read" in told.text


def test_all_lists_every_variable_with_what_it_means() -> None:
    told = doctor("--all", "crds")
    assert told.status == 0
    assert "CRDS_PATH is not set. Folder of the public client's cached files. For example" in told.text
    assert "CRDS_VERBOSITY is not set." in told.text


def test_one_service_may_be_looked_at_alone() -> None:
    told = doctor("drms", CRDS_SERVER_URL="nonsense")
    assert told.status == 0
    assert "CRDS" not in told.text


# For programs.


def test_json_says_the_same() -> None:
    env = {"CRDS_SERVER_URI": "https://x.example", "CRDS_OBSERVATORY": "hst", "CRDS_PATH": "/no/such"}
    told = doctor("--json", **env)
    found: dict[str, Any] = json.loads("\n".join(told.lines))
    assert (told.status, told.err) == (1, "")
    assert (found["package"], found["version"], found["problems"]) == ("astrowire", "0.1.0", 2)
    assert {each["level"] for each in found["findings"]} == {"ok", "problem"} | {
        each["level"] for each in found["findings"] if each["about"] == "extras"
    }
    by_variable = {each["variable"]: each for each in found["findings"] if "variable" in each}
    assert by_variable["CRDS_SERVER_URI"]["meant"] == "CRDS_SERVER_URL"
    assert by_variable["CRDS_PATH"]["level"] == "problem"
    assert by_variable["CRDS_OBSERVATORY"] == {
        "level": "ok",
        "about": "crds",
        "text": by_variable["CRDS_OBSERVATORY"]["text"],
        "variable": "CRDS_OBSERVATORY",
        "summary": "The observatory, where no URL is given.",
        "read_here": True,
        "value": "hst",
    }
    servers = {each["about"]: each for each in found["findings"] if "base_url" in each}
    assert servers["crds"]["base_url"] == "https://hst-crds.stsci.edu/"
    assert servers["crds"]["from"] == "CRDS_OBSERVATORY"
    assert servers["drms"]["from"] == "default"


# Discretion.


SECRETS = {
    "CRDS_SERVER_URL": f"https://me:{SECRET}@x.example/?token={SECRET}",
    "CRDS_SERVER_URI": f"https://me:{SECRET}@x.example/",
    "CRDS_OBSERVATORY": f"me:{SECRET}@hst",
    "CRDS_PATH": f"https://me:{SECRET}@x.example/",
    "CRDS_CONFIG_URI": f"https://me:{SECRET}@x.example/config?key={SECRET}",
    "CRDS_CONTEXT": f"https://me:{SECRET}@x.example/",
    "CRDS_DOWNLOAD_PLUGIN": f"curl -u me:{SECRET} ${{SOURCE_URL}}",
    "CRDS_USERNAME": SECRET,
    "MAST_API_TOKEN": SECRET,
    "HTTP_PROXY": f"http://me:{SECRET}@127.0.0.1:1",
    "HTTPS_PROXY": f"me:{SECRET}@:1",
}


@pytest.mark.parametrize("arguments", [(), ("--all",), ("--json", "--all"), ("--online",)])
@pytest.mark.parametrize(
    "url",
    [SECRETS["CRDS_SERVER_URL"], f"me:{SECRET}@x.example", f"http://me:a/{SECRET}@x.example", "http://x/"],
)
def test_no_secret_is_printed(arguments: tuple[str, ...], url: str) -> None:
    told = doctor(*arguments, **{**SECRETS, "CRDS_SERVER_URL": url})
    assert SECRET not in "".join(told.lines) + told.err
    assert "MAST_API_TOKEN" in "".join(told.lines)
    assert told.status == 1


def test_a_value_that_is_no_secret_is_printed() -> None:
    assert SECRET in doctor(CRDS_S3_BUCKET=SECRET).text


def test_values_are_short_and_of_printable_characters() -> None:
    bad = f"http://x\x1b[31m\u202e{'y' * 5000}"
    told = doctor(CRDS_SERVER_URL=bad, CRDS_PATH="/\x1b]0;x\x07", **{"CRDS_SERVER_URL\u202e": "x"})
    assert_is_a_screen(told)
    assert all(line.isprintable() for line in told.lines)
    assert r"http://x\x1b[31m\u202eyyy" in "".join(told.lines)
    assert told.status == 1


def test_a_narrow_output_takes_any_value() -> None:
    told = doctor(CRDS_S3_BUCKET="Blåhåj…", PYTHONUTF8="0", PYTHONIOENCODING="ascii")
    assert (told.status, told.err) == (0, "")
    assert r"CRDS_S3_BUCKET='Bl\xe5h\xe5j\u2026'" in told.text


def test_a_library_that_is_missing_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "requests.py").write_text("raise ImportError('broken')\n", encoding="ascii")
    told = run("doctor", "--online", paths=(tmp_path,))
    assert told.status == 1
    assert_is_a_screen(told)
    assert "requests can't be imported: pip install requests" in told.problems()


# The network.


def proxied(server: Loopback, **env: str) -> dict[str, str]:
    """An environment in which nothing leaves this computer: the server is the proxy of every host."""
    return {"HTTP_PROXY": server.origin, "HTTPS_PROXY": server.origin, "NO_PROXY": "127.0.0.1", **env}


def test_nothing_is_sent_unless_it_is_asked_for() -> None:
    with serving(rpc("jwst_0001.pmap")) as crds, serving(answer(SAMPLE.read_bytes())) as drms:
        env = proxied(drms, CRDS_SERVER_URL=crds.origin)
        quiet = [doctor(*arguments, **env).status for arguments in ((), ("--json",), ("--all",))]
        sent = crds.connections, drms.connections
        asked = doctor("--online", **env)
        assert (quiet, sent) == ([0, 0, 0], (0, 0))
        assert (crds.connections, drms.connections) == (1, 1)
    assert asked.status == 0
    assert_is_a_screen(asked)
    assert f"{crds.origin}/ asked for get_default_context answers (" in asked.text
    assert "http://jsoc.stanford.edu/cgi-bin/ajax/ asked for series_struct answers (" in asked.text
    assert drms.asked[0].target.startswith("http://jsoc.stanford.edu/cgi-bin/ajax/jsoc_info?")


def test_a_server_that_says_no_in_its_own_words_is_there() -> None:
    with serving(rpc(None, error=FAULT)) as server:
        told = doctor("crds", "--online", CRDS_SERVER_URL=server.origin)
    assert (told.status, server.connections) == (0, 1)


BROKEN = {
    "a page": (answer(b"<html>maintenance</html>"), "NotJson"),
    "an error": (answer(b"", 503), "ServerUnavailable"),
    "no word": (hang_up, "Ambiguous"),
    "another shape": (rpc(5), "SchemaMismatch"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_server_that_fails_is_a_problem_with_its_error(name: str) -> None:
    step, kind = BROKEN[name]
    with serving(step) as server:
        told = doctor("crds", "--online", CRDS_SERVER_URL=server.origin)
        document = json.loads(
            "\n".join(doctor("crds", "--online", "--json", CRDS_SERVER_URL=server.origin).lines)
        )
    assert told.status == 1
    assert_is_a_screen(told)
    assert f"{server.origin}/ asked for get_default_context: {kind}: " in told.problems()
    assert document["findings"][-1]["error"] == kind
    assert document["findings"][-1]["answered"] is False


def test_nobody_at_home_is_a_problem() -> None:
    told = doctor("crds", "--online", CRDS_SERVER_URL=f"http://127.0.0.1:{unused_port()}")
    assert told.status == 1
    assert ": NotSent: " in told.problems()


def test_without_a_server_nothing_is_tried() -> None:
    told = doctor("crds", "--online")
    assert told.status == 0
    assert "no server was tried: no server is chosen" in told.text


def test_a_password_file_plays_no_part(tmp_path: Path) -> None:
    file = tmp_path / "netrc"
    file.write_text(f"machine 127.0.0.1 login me password {SECRET}\n", encoding="ascii")
    file.chmod(0o600)
    with serving(rpc("jwst_0001.pmap")) as server:
        told = doctor("crds", "--online", CRDS_SERVER_URL=server.origin, NETRC=str(file))
        seen: list[Asked] = server.asked
    assert told.status == 0
    assert "never read" in told.text
    assert ["authorization" in each.headers for each in seen] == [False]


# Other packages.


def test_any_generated_package_has_the_program(tmp_path: Path) -> None:
    out = generate(GOLDEN_SPEC, tmp_path / "out")
    env = {"TIDES_ULR": "https://east.example.org", "TIDES_TOKEN": SECRET, "TIDES_DAY": "today"}
    told = run("doctor", package="harbour", paths=(out / "python",), **env)
    assert told.status == 1
    assert_is_a_screen(told)
    assert "harbour 1.2.3" in told.text
    assert "TIDES_ULR is set and nothing reads it; did you mean TIDES_URL" in told.problems()
    assert "TIDES_DAY='today': it is none of its values; write it like 2026-01-02" in told.problems()
    assert "set TIDES_URL to a server's URL, or TIDES_COAST to one of east, west" in told.text
    assert SECRET not in told.text


def test_a_vendored_package_has_it_under_its_own_name(tmp_path: Path) -> None:
    out = generate(SPEC, tmp_path / "out", "--vendor", "sunlib")
    told = run("doctor", package="sunlib", paths=(out,), CRDS_OBSERVATORY="hst")
    assert told.status == 0
    assert_is_a_screen(told)
    assert "sunlib 0.1.0" in told.text
    usage = run(package="sunlib", paths=(out,))
    assert usage.lines[0].startswith("usage: python -m sunlib")
