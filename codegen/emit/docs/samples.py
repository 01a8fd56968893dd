"""An example as code: the request as it is sent, and the same in a shell, in Python and in TypeScript."""

from __future__ import annotations

import json
from urllib.parse import quote

from codegen import ir
from codegen.emit import Assets
from codegen.literals import is_hidden, literal
from codegen.naming import words

from .layout import ANSWER, SCRIPT, call, json_text, laid
from .markdown import fence
from .request import Request

MOST_LINES = 40
FORM = "application/x-www-form-urlencoded"


def best(operation: ir.Operation) -> ir.Example | None:
    """The example that a page shows: the first that ends in an answer, or the first of all."""
    good = (each for each in operation.examples if each.expect in ("answer", "pending"))
    return next(good, next(iter(operation.examples), None))


def http(request: Request, accept: str) -> str:
    """The request, byte by byte but for what every client adds."""
    first, host = request.head
    lines = [first, f"Host: {host}", f"Accept: {accept}"]
    if request.files:
        lines += ["Content-Type: multipart/form-data; boundary=...", "", "(the members below, one part each)"]
    elif request.body:
        lines += ["Content-Type: application/json", "", _whole_json(request.body)]
    elif request.method == "POST":
        lines += [f"Content-Type: {FORM}", "", request.query]
    return fence("http", "\n".join(lines))


def shell(request: Request) -> str:
    """The same with curl, which encodes the members."""
    if request.body:
        more = ["-H 'Content-Type: application/json'", f"-d {_word(_whole_json(request.body))}"]
        return _curl(f"curl -sS {_word(request.url)}", more)
    if request.files:
        return _curl(
            f"curl -sS {_word(request.address)}", [_part_of(request, *each) for each in request.pairs]
        )
    get = " -G" if request.method == "GET" and request.pairs else ""
    return _curl(f"curl -sS{get} {_word(request.address)}", [_member(*each) for each in request.pairs])


def python(package: str, service: ir.Service, operation: ir.Operation, example: ir.Example) -> str:
    """The same with the Python package."""
    server = "" if example.server == service.default_server else literal(example.server)
    lines = [
        f"from {package} import {service.name}",
        "",
        f"client = {service.name}.Client({server})",
        call(f"answer = client.{operation.name}", example.arguments),
    ]
    return fence("python", "\n".join(lines))


def script(package: str, service: ir.Service, operation: ir.Operation, example: ir.Example) -> str:
    """The same with the TypeScript package."""
    first, *others = words(operation.name)
    name = first + "".join(each.capitalize() for each in others)
    opening = f"const answer = await client.{name}("
    arguments = dict(example.arguments)
    given = laid(arguments, SCRIPT, 0, len(opening) + 1) if arguments else ""
    lines = [
        f'import {{ Client }} from "{package}/{service.name}";',
        "",
        f"const client = new Client({json_text(example.server)});",
        f"{opening}{given});",
    ]
    return fence("ts", "\n".join(lines))


def answer(service: ir.Service, operation: ir.Operation, example: ir.Example, assets: Assets) -> str:
    """The beginning of the recorded answer, laid out; empty where there is none that can be shown."""
    if example.answer is None:
        return ""
    body = assets.read(service.name, example.answer)
    if isinstance(operation.result, ir.Plain) and operation.result.body == "bytes":
        return ""
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError:
        text = body.decode("latin-1")
    try:
        shown, language = laid(json.loads(text), ANSWER), "js"
    except (ValueError, RecursionError):
        shown, language = text.strip("\r\n").replace("\r\n", "\n").replace("\r", "\n"), "text"
    lines = [line if len(line) <= 2 * 120 else f"{line[:240]}..." for line in shown.split("\n")]
    more = [f"... and {len(lines) - MOST_LINES} more lines"] if len(lines) > MOST_LINES else []
    return fence("text" if more else language, "\n".join([*lines[:MOST_LINES], *more]))


def _curl(first: str, more: list[str]) -> str:
    return fence("sh", " \\\n  ".join([first, *more]))


def _member(name: str, text: str) -> str:
    """A member of a query; what a shell or a reader could take for something else goes encoded."""
    encoded = quote(name, safe="")
    if any(map(is_hidden, text)):
        return "-d " + _word(encoded + "=" + quote(text, safe=""))
    return f"--data-urlencode {_word(f'{encoded}={text}')}"


def _part_of(request: Request, name: str, text: str) -> str:
    if name in request.files:
        return f"-F {_word(f'{name}=@upload.txt;type=text/plain')}"
    return f"--form-string {_word(f'{name}={text}')}"


def _word(text: str) -> str:
    """A text as one word of a shell.

    >>> print(_word("it's"))
    'it'\\''s'
    """
    return "'" + text.replace("'", "'\\''") + "'"


def _whole_json(body: str) -> str:
    """A body whose hidden characters are escapes, which is the same JSON."""
    if body.isascii():
        return body
    return "".join(json.dumps(each)[1:-1] if is_hidden(each) else each for each in body)
