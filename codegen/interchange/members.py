"""The members that begin with ``x-astrowire-``: their names, and what each says."""

from __future__ import annotations

from typing import Any

PREFIX = "x-astrowire-"

MEMBERS: dict[str, str] = {
    "arguments": "What a caller gives, in the order of the documents: `name`, `schema`, whether it is `required`, "
    "`default`, `secret` (kept out of errors and logs), `aliases` (deprecated names), `language` (its `name`, what of it "
    "the server does not survive, and texts that are taken although they are not of it), `face: false` (not in the "
    "interface of the documents), `confirms` (not sent: who gives it says that the call is meant).",
    "argument": "The argument that is sent here.",
    "arms": "The answers by the value of one member: `when` the values, `schema`, `meaning` (answer, pending or failure), the "
    "class of `error`, known `texts`; `else` is every other value.",
    "as": "The kind of value that users get for what may come as a number or as a text.",
    "ascending": "Users get the list sorted.",
    "batch": "The client cuts this argument into slices of `size` and joins the answers.",
    "broken": "Bodies that are not as promised and yet known: the text matches `match`, group 1 (or `text`) is the message, and "
    "it is read as the record `answer` with `values`.",
    "by-halves": "Keys are ids of one or two parts joined by a colon, found by either half in any case.",
    "codec": "How the argument is written: `text` as it is; `lower` in lower case; `integer`, `number` in digits; `integers` and "
    "`words` joined by commas; `flag` as 1 or not at all; `percent` percent-encoded once more than the query is; "
    "`json` as JSON without blanks; `file` as an uploaded file; `options` as `word,NAME=value`; `steps` as "
    "`n=limit|step,name=value`.",
    "column": "The record is a column of a table: which member is its `name`, its `values`, and what stands `beside` them; what "
    "`kind` they are, and which texts mean a `missing` value.",
    "corrections": "Where documents and servers disagree; of an operation the numbers, of the document all of them.",
    "default": "The value when the argument is not given: the part of another one before a text, or by the value of another one.",
    "default-server": "The server that is asked when none is named.",
    "deprecated": "What to use instead.",
    "effect": "What a call does, which says what may be repeated: `read`, `read-once`, `dedup` (repeated once, identical), `write` "
    "(never), `bulk`; perhaps `by` whether an argument is given.",
    "endpoint": "The name of the endpoint in the description.",
    "envelope": "The schema of what stands around every answer.",
    "environment": "Environment variables that users set, and what they hold; `sets` says as what the interface reads one.",
    "errors": "The classes of errors, and what is read from the text of one.",
    "examples": "What was asked, of which server, with what status and media type it was answered, what that ends in, and where "
    "the bytes come from.",
    "face": "The interface of the documents: its style and name. `false` of an operation: the interface has it not.",
    "failure": "An answer means failure when `member` is not `ok`, or when it is `bad`.",
    "false-omits": "False as the argument: nothing is sent, and no default either.",
    "faults": "Known errors of the method: their names and texts.",
    "form-of": "The operation that this is another way of sending; everything said there holds.",
    "known": "Values to expect; others may come.",
    "limits": "Limits of the server, as texts.",
    "max-body": "Bytes; larger answers are refused.",
    "null-as": "The text that is sent for null.",
    "null-for-empty": "`[null]` is the empty list.",
    "operation": "The name of the operation in the description.",
    "options": "The options behind the word: from the argument `with`, only for some words, each with its name on the wire, its "
    "`schema` and its default.",
    "packed": "The text is base64 of zlib of a file of this kind.",
    "pair": "`[true, value]` or `[false, text]`; `plain`: the value may come without its pair.",
    "post-over": "With a URL of more characters the same text is sent as a form by POST.",
    "probe": "The operation whose first example is asked to see whether a server answers.",
    "removed": "Operations that there were once.",
    "rules": "Rules across arguments, in the words of the dialect.",
    "sentinels": "Texts that mean something else than their neighbours: by the whole `text` in any case, or by `prefix`.",
    "servers": "The servers with their base URLs, the paths of their endpoints, and their settings.",
    "setting": "The value is a setting of the server.",
    "since": "The version that first had it.",
    "source": "Where the fact is from, by tags that `sources` explains.",
    "sources": "What the tags in `source` stand for.",
    "spec": "The file of the description that this was made from.",
    "stability": "How well it is known: `documented`, `observed` or `source-only`.",
    "steps": "The steps that are known, and the argument `with` the limit.",
    "table": "The answer is a table: which member is the number of `rows`, which lists its `columns`, which further tables stand "
    "`beside`, and which operation declares the `types` of columns.",
    "transport": "How a call travels: the charset of bodies that are not UTF-8; of JSON-RPC the version, the address "
    "of a call, the error class, how results are packed, and whether error texts are HTML-escaped.",
    "undescribed": "What the service is known to offer and nobody can call for want of knowledge.",
    "unsent": "What the server reads as well, and this description does not send.",
    "urls": "Where the operation is, by server; a server that is missing does not offer it.",
    "values": "The value of the setting by server; a server that is missing is sent nothing.",
    "when-given": "The position is left out where the argument is not given.",
}  # fmt: skip
"""Each name, without the prefix, with what the member says."""


def members(**facts: Any) -> dict[str, Any]:
    """Facts as members of a document, those without a value left out.

    >>> members(post_over=2000, limits=[], since=None)
    {'x-astrowire-post-over': 2000}
    """
    named = ((name.rstrip("_").replace("_", "-"), value) for name, value in facts.items())
    return {f"{PREFIX}{_known(name)}": value for name, value in named if not _is_nothing(value)}


def plain(**facts: Any) -> dict[str, Any]:
    """Facts inside of such a member, those without a value left out.

    >>> plain(else_="late", doc="", bad=None, required=False)
    {'else': 'late', 'required': False}
    """
    return {name.rstrip("_"): value for name, value in facts.items() if not _is_nothing(value)}


def _known(name: str) -> str:
    if name not in MEMBERS:
        raise KeyError(f"{name} is explained nowhere")
    return name


def _is_nothing(value: Any) -> bool:
    return value is None or (not value and isinstance(value, str | list | tuple | dict))
