"""Examples stay examples whatever texts are in them: a shell reads one command, and nothing else."""

from __future__ import annotations

import ast
import json
import shlex
import subprocess
from urllib.parse import parse_qsl, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from codegen.emit.docs.layout import ANSWER, PYTHON, SCRIPT, WIDTH, call, json_text, laid
from codegen.emit.docs.request import Request
from codegen.emit.docs.samples import FORM, http, shell
from tests.functional.pages import requests
from tests.hostile.spec.texts import TEXTS

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=6) | st.dictionaries(st.text(max_size=8), inner, max_size=6),
    max_leaves=20,
)


def fenced(page: str) -> str:
    """What a block of code holds."""
    (only,) = MarkdownIt("commonmark").parse(page)
    assert only.type == "fence"
    return only.content


def words_of_a_shell(command: str) -> list[str]:
    """The words that a real shell gives to curl."""
    script = f"curl() {{ printf '%s\\0' \"$@\"; }}\n{command}"
    done = subprocess.run(["sh", "-c", script], capture_output=True, check=False, timeout=30)
    assert (done.returncode, done.stderr) == (0, b"")
    return ["curl", *done.stdout.decode("utf-8").split("\0")[:-1]]


@pytest.mark.parametrize("name", TEXTS)
def test_a_query_of_hostile_texts_is_one_command_that_sends_them(name: str) -> None:
    pairs = (("ds", TEXTS[name]), (TEXTS[name], "x"), ("end", "'"))
    sent = Request("GET", "http://e.example/a", pairs)
    command = fenced(shell(sent))
    assert words_of_a_shell(command) == shlex.split(command.replace(" \\\n", " "))
    ((method, url, body),) = requests(command)
    assert (method, url, body) == ("GET", sent.url, "")
    assert parse_qsl(urlsplit(url).query, keep_blank_values=True) == list(pairs)


@pytest.mark.parametrize("name", TEXTS)
def test_a_call_of_hostile_texts_is_one_command_that_sends_them(name: str) -> None:
    value = {"params": [TEXTS[name], {TEXTS[name]: None}]}
    sent = Request("POST", "http://e.example/json/a/1/", body=json.dumps(value, ensure_ascii=False))
    command = fenced(shell(sent))
    words = words_of_a_shell(command)
    assert words == shlex.split(command.replace(" \\\n", " "))
    assert json.loads(words[-1]) == value
    assert json.loads(fenced(http(sent, "application/json")).partition("\n\n")[2]) == value


def test_what_is_too_long_for_a_url_is_posted_as_a_form() -> None:
    sent = Request("POST", "http://e.example/a", (("ds", "a b"), ("n", "1")))
    assert list(requests(fenced(shell(sent)))) == [("POST", "http://e.example/a", "ds=a%20b&n=1")]
    assert fenced(http(sent, "*/*")) == (
        f"POST /a HTTP/1.1\nHost: e.example\nAccept: */*\nContent-Type: {FORM}\n\nds=a%20b&n=1\n"
    )


def test_a_file_goes_in_parts() -> None:
    sent = Request("POST", "http://e.example/a", (("ds", "*file*"), ("file", "content")), frozenset({"file"}))
    words = words_of_a_shell(fenced(shell(sent)))
    assert words[3:] == ["--form-string", "ds=*file*", "-F", "file=@upload.txt;type=text/plain"]
    assert "multipart/form-data" in http(sent, "*/*")


def test_a_request_without_members_has_no_query() -> None:
    sent = Request("GET", "http://e.example/a")
    assert fenced(shell(sent)) == "curl -sS 'http://e.example/a'\n"
    assert fenced(http(sent, "*/*")).startswith("GET /a HTTP/1.1\n")


# Values.


@given(JSON)
def test_a_value_is_laid_out_as_itself(value: object) -> None:
    assert ast.literal_eval(laid(value, PYTHON)) == value
    assert json.loads(json_text("x")) == "x"


@given(JSON)
def test_an_answer_that_is_short_is_shown_whole(value: object) -> None:
    shown = laid(value, ANSWER)
    if "// and" not in shown and "/* and" not in shown:
        assert json.loads(shown) == value


@given(st.dictionaries(st.sampled_from(["a", "bc", "d_e"]), JSON))
def test_a_call_has_the_arguments_that_it_is_given(arguments: dict[str, object]) -> None:
    (statement,) = ast.parse(call("client.ping", list(arguments.items()))).body
    assert isinstance(statement, ast.Expr)
    assert isinstance(statement.value, ast.Call)
    assert {str(each.arg): ast.literal_eval(each.value) for each in statement.value.keywords} == arguments


@given(st.lists(st.text("ab ", max_size=30), max_size=9))
def test_lines_are_as_long_as_they_may_be(value: list[str]) -> None:
    for style in (PYTHON, SCRIPT):
        lines = laid(value, style).split("\n")
        assert all(len(line) < WIDTH for line in lines)
        assert (len(lines) == 1) is (2 + sum(len(each) + 4 for each in value) - 2 * bool(value) < WIDTH)


def test_what_is_long_is_shortened() -> None:
    assert laid([1, 2, 3, 4, 5], ANSWER) == "[\n  1,\n  2,\n  3,\n  4\n  // and 1 more\n]"
    assert laid("x" * 130, ANSWER).endswith('x" /* and 10 more characters */')
