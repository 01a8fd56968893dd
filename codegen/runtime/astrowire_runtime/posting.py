"""How a query travels: in the URL, as a form when that is too long, in parts when it carries a file."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final
from urllib.parse import parse_qsl, quote, urlsplit

from .http import HttpRequest

FORM: Final = "application/x-www-form-urlencoded"
PARTS: Final = "multipart/form-data"

Pairs = Sequence[tuple[str, str]]


def request(
    url: str, pairs: Pairs, *, files: frozenset[str], post_over: int | None, accept: str
) -> HttpRequest:
    """Return the request that carries the members of a query.

    Parameters
    ----------
    url : str
        Without a query.
    pairs : sequence of (str, str)
        Name and text of every member, in wire order.
    files : frozenset of str
        Members that are sent as files; one that is there makes a form of parts.
    post_over : int or None
        Characters of a URL above which the query is sent as a form; None: never.
    accept : str
        Media type of the answer.
    """
    headers = {"Accept": accept}
    if not files.isdisjoint(name for name, _ in pairs):
        kind, body = _parts(pairs, files)
        return HttpRequest("POST", url, headers | {"Content-Type": kind}, body)
    # Blanks become %20, never "+": not every program undoes the plus.
    query = "&".join(f"{quote(name, safe='')}={quote(text, safe='')}" for name, text in pairs)
    whole = url + (f"?{query}" if query else "")
    if post_over is not None and len(whole) > post_over:
        return HttpRequest("POST", url, headers | {"Content-Type": FORM}, query.encode("ascii"))
    return HttpRequest("GET", whole, headers)


def members(request: HttpRequest) -> dict[str, str]:
    """Return the members of a query by name, however it travels."""
    kind = request.headers.get("Content-Type", "")
    if kind.startswith(PARTS):
        return _read_parts(kind, request.body)
    text = request.body.decode() if request.body else urlsplit(request.url).query
    return dict(parse_qsl(text, keep_blank_values=True, strict_parsing=False))


def _parts(pairs: Pairs, files: frozenset[str]) -> tuple[str, bytes]:
    boundary = _boundary(pairs)
    lines: list[str] = []
    for name, text in pairs:
        # Names are those of descriptions; what could end the header early is escaped as browsers do.
        called = name.replace('"', "%22").replace("\r", "%0D").replace("\n", "%0A")
        file = '; filename="upload.txt"' if name in files else ""
        lines += [f"--{boundary}", f'Content-Disposition: form-data; name="{called}"{file}']
        lines += ["Content-Type: text/plain", ""] if file else [""]
        lines.append(text)
    lines += [f"--{boundary}--", ""]
    return f"{PARTS}; boundary={boundary}", "\r\n".join(lines).encode()


def _boundary(pairs: Pairs) -> str:
    """Return a line that no part holds; the same parts have the same one."""
    from hashlib import sha256

    whole = repr(pairs)
    found = sha256(whole.encode(errors="surrogatepass")).hexdigest()
    while found in whole:
        found = sha256(found.encode()).hexdigest()
    return found


def _read_parts(kind: str, body: bytes) -> dict[str, str]:
    mark = b"--" + kind.partition("boundary=")[2].encode()
    found: dict[str, str] = {}
    for part in body.split(mark)[1:-1]:
        head, _, text = part.removeprefix(b"\r\n").partition(b"\r\n\r\n")
        name = head.partition(b'name="')[2].partition(b'"')[0].decode()
        found[name] = text.removesuffix(b"\r\n").decode()
    return found


def program_url(base_url: str, path: str) -> str:
    """Return where a program is: below the base URL, or below the host if its path begins with a slash.

    >>> program_url("http://127.0.0.1:8000/cgi-bin/ajax/", "/cgi-bin/series_info")
    'http://127.0.0.1:8000/cgi-bin/series_info'
    """
    if not path.startswith("/"):
        return base_url + path
    scheme, _, rest = base_url.partition("://")
    return f"{scheme}://{rest.partition('/')[0]}{path}"
