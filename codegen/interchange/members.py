"""The members that begin with ``x-astrowire-``: their names, and what each says."""

from __future__ import annotations

from typing import Any

PREFIX = "x-astrowire-"

MEMBERS: dict[str, str] = {
    "argument": "The argument that is sent here.",
    "arguments": (
        "What a caller gives, in the order of the documents: `name`, `schema`, whether it is `required`, "
        "`default`, `secret` (kept out of errors and logs), `aliases` (deprecated names), `language` (its "
        "`name`, what of it the server does not survive, and texts that are taken although they are not of "
        "it), `face: false` (not in the interface of the documents), `confirms` (not sent: who gives it "
        "says that the call is meant)."
    ),
    "arms": (
        "The answers by the value of a `member`: `when` it is one of these, `schema`, `meaning` (answer, "
        "pending or failure), the class of `error`, known `texts`; `else` takes every other value."
    ),
    "as": "The kind of value that users get for what comes as a number or as a text.",
    "ascending": "Users get the list sorted.",
    "batch": "The client cuts this `argument` into slices of `size` and joins the answers.",
    "broken": (
        "Bodies that are not as promised and yet known: where the text matches `match`, group 1 (or "
        "`text`) is the `message` of the record `answer`, which has the `values` besides, and the class of "
        "`error` says what it means."
    ),
    "by-halves": (
        "Keys are ids of one or two parts joined by a colon; users find them by either half, in any case."
    ),
    "codec": (
        "How the argument becomes a text: `text` as it is; `lower` in lower case; `integer` and `number` "
        "in digits; `integers` and `words` joined by commas; `flag` as 1 or not at all; `percent` "
        "percent-encoded once more than the query is; `json` as JSON without blanks; `file` as an uploaded "
        "file; `options` as a word with `,NAME=value` behind it; `steps` as a limit with steps behind it."
    ),
    "column": (
        "The record is a column of a table: which members are its `name`, its `values` and what stands "
        "`beside` them, of what `kind` they are, and which texts stand for a `missing` value."
    ),
    "corrections": (
        "Where documents and servers disagree: at an operation the numbers, at the document what they say."
    ),
    "default": (
        "The value where the argument is not given: the part of another one `before` a text, or by the "
        "`cases` of another one."
    ),
    "default-server": "The server that is asked where none is named.",
    "deprecated": "What to use instead.",
    "effect": (
        "What a call does to the server, and so what may be repeated: `read` and `bulk` may; `dedup` once, "
        "identical; `read-once` and `write` never; perhaps `by` whether an argument is `given`."
    ),
    "endpoint": "The name of the endpoint in the description; of JSON-RPC the method.",
    "envelope": "The schema of what stands around every answer.",
    "environment": (
        "Environment variables that users set, and what each `holds`; `sets` says what the interface of "
        "the documents reads it as."
    ),
    "errors": "The classes of errors, with what is read from the text of each.",
    "examples": (
        "What was asked of which server, and answered with what status and media type; what it ends in "
        "(`expect`), and where the bytes are from."
    ),
    "face": (
        "The interface of the documents: its style and name. At an operation `false`: that interface has "
        "it not."
    ),
    "failure": "The `member` that tells a failure: by not being `ok`, or by being `bad`.",
    "false-omits": "With the argument false nothing is sent, not even a default.",
    "faults": "Errors that the method is known to answer, with their names and texts.",
    "form-of": "The operation that this is another way of sending. All that is said there holds.",
    "known": "Values to expect; others may come.",
    "limits": "What the server is known to bear.",
    "max-body": "Bytes; larger answers are refused.",
    "null-as": "The text that is sent in the place of null.",
    "null-for-empty": "`[null]` is the empty list.",
    "operation": "The name of the operation in the description.",
    "optional": "Servers may lack the setting, and are sent nothing then.",
    "options": (
        "Options behind a word, only for some words: the argument that holds them (`with`), and for each "
        "its name on the `wire`, its `schema` and its default."
    ),
    "package": "The Python package of the same description.",
    "packed": "The text is base64 of zlib of a file of this kind.",
    "pair": "`[true, value]` or `[false, text]`; with `plain` the value may come without its pair.",
    "post-over": "With a URL of more characters than this the same members are sent as a form by POST.",
    "probe": "The operation whose first example is asked to see whether a server answers.",
    "removed": "Operations that there were once.",
    "rules": "Rules across arguments, in the words of the dialect.",
    "secret": "The value is kept out of errors and logs.",
    "sentinels": (
        "Texts that mean something else than their neighbours: by the whole `text` in any case, or by "
        "`prefix`."
    ),
    "servers": "The servers: base URL, paths of the endpoints, settings.",
    "setting": "The setting of the server that is sent here.",
    "since": "What had it first.",
    "source": "Where this is known from, in tags.",
    "sources": "What each tag stands for.",
    "spec": "The file of the description.",
    "stability": "How well it is known: `documented`, `observed` or `source-only`.",
    "steps": "The steps that are known, and the argument `with` the limit.",
    "table": (
        "The answer is a table: which members are the number of its `rows`, the list of its `columns`, "
        "further tables `beside`; and the operation that declares the `types` of columns."
    ),
    "transport": (
        "How calls travel: the `charset` of bodies that are not UTF-8; of JSON-RPC the `version`, the "
        "`address` of a call, the class of errors (`fault`), how results are `packed`, and whether error "
        "texts are HTML."
    ),
    "undescribed": "What the service is known to offer, and nobody can call for want of knowledge.",
    "unsent": "Members that the server reads and this description does not send.",
    "urls": "Where the operation is, by server; a server that is missing does not offer it.",
    "values": "The setting by server; a server that is missing is sent nothing.",
    "when-given": "The position is left out where the argument is not given.",
}
"""Each name, without the prefix, with what the member says, in Markdown."""


def members(**facts: Any) -> dict[str, Any]:
    """Facts as members of a document, those without a value left out.

    >>> members(post_over=2000, limits=[], since=None)
    {'x-astrowire-post-over': 2000}
    """
    return {_NAMES[name]: value for name, value in facts.items() if not _is_nothing(value)}


def plain(**facts: Any) -> dict[str, Any]:
    """Facts inside of such a member, those without a value left out; ``else_`` stands for ``else``.

    >>> plain(else_="late", doc="", bad=None, required=False)
    {'else': 'late', 'required': False}
    """
    return {name.rstrip("_"): value for name, value in facts.items() if not _is_nothing(value)}


_NAMES = {name.replace("-", "_") + ("_" if name == "as" else ""): PREFIX + name for name in MEMBERS}
"""Keywords of ``members``: who passes a fact that is explained nowhere gets a ``KeyError``."""


def _is_nothing(value: Any) -> bool:
    return value is None or (not value and isinstance(value, str | list | dict))
