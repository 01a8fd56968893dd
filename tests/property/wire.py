"""An independent reading of requests: what each operation's wire form says, by the protocols' facts.

``parsed`` turns a request into the arguments that a server would see;
``meant`` turns a caller's arguments into the same form. Nothing of the
package's own codecs is used.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from email import message_from_bytes
from email.policy import HTTP
from typing import Any, Literal
from urllib.parse import parse_qsl, unquote, urlsplit

Codec = Literal[
    "text", "words", "flag", "integer", "percent", "lower", "protocol", "process", "integers", "json"
]


@dataclass(frozen=True)
class Cgi:
    """A CGI operation: its path, its fixed members, and the members made from arguments, in wire order."""

    path: str
    fixed: tuple[tuple[str, str], ...]
    members: tuple[tuple[str, str, Codec], ...]
    """Wire name, argument, codec."""
    fixed_last: tuple[tuple[str, str], ...] = ()


CGI: dict[str, Cgi] = {
    "show_series": Cgi("show_series", (), (("filter", "ds_filter", "text"),)),
    "show_series_wrapper": Cgi(
        "showextseries", (("dbhost", "hmidb2"),), (("filter", "ds_filter", "text"), ("info", "info", "flag"))
    ),
    "series_struct": Cgi(
        "jsoc_info",
        (("op", "series_struct"),),
        (
            ("ds", "ds", "text"),
            ("f", "fits_names", "flag"),
            ("l", "follow_links", "flag"),
            ("B", "hexadecimal", "flag"),
            ("M", "full_precision", "flag"),
            ("o", "owner", "flag"),
            ("r", "no_runtime", "flag"),
            ("processing", "processing", "json"),
        ),
    ),
    "rs_summary": Cgi(
        "jsoc_info",
        (("op", "rs_summary"),),
        (("ds", "ds", "text"), ("n", "n", "integer"), ("r", "no_runtime", "flag")),
    ),
    "rs_list": Cgi(
        "jsoc_info",
        (("op", "rs_list"),),
        (
            ("ds", "ds", "text"),
            ("key", "key", "words"),
            ("seg", "seg", "words"),
            ("link", "link", "words"),
            ("R", "recinfo", "flag"),
            ("n", "n", "integer"),
            ("userhandle", "uid", "text"),
            ("l", "follow_links", "flag"),
            ("B", "hexadecimal", "flag"),
            ("M", "full_precision", "flag"),
            ("r", "no_runtime", "flag"),
        ),
    ),
    "rs_records": Cgi(
        "jsoc_info",
        (("op", "rs_list"),),
        (
            ("ds", "ds", "text"),
            ("key", "key", "words"),
            ("seg", "seg", "words"),
            ("link", "link", "words"),
            ("R", "recinfo", "flag"),
            ("n", "n", "integer"),
            ("userhandle", "uid", "text"),
            ("l", "follow_links", "flag"),
            ("B", "hexadecimal", "flag"),
            ("M", "full_precision", "flag"),
            ("r", "no_runtime", "flag"),
        ),
        (("f", "1"),),
    ),
    "show_info": Cgi(
        "show_info",
        (),
        (
            ("ds", "ds", "text"),
            ("key", "key", "words"),
            ("seg", "seg", "words"),
            ("link", "link", "words"),
            ("n", "n", "integer"),
            ("sunum", "sunum", "integers"),
            ("a", "all_keywords", "flag"),
            ("c", "count_only", "flag"),
            ("i", "queries", "flag"),
            ("l", "describe", "flag"),
            ("K", "all_links", "flag"),
            ("P", "paths", "flag"),
            ("s", "extent", "flag"),
            ("A", "all_segments", "flag"),
            ("b", "all_versions", "flag"),
            ("B", "hexadecimal", "flag"),
            ("C", "no_links", "flag"),
            ("d", "dimensions", "flag"),
            ("e", "parse", "flag"),
            ("I", "session", "flag"),
            ("j", "definition", "flag"),
            ("k", "one_per_line", "flag"),
            ("M", "full_precision", "flag"),
            ("o", "online", "flag"),
            ("O", "no_time_limit", "flag"),
            ("p", "staged_paths", "flag"),
            ("q", "no_header", "flag"),
            ("r", "record_numbers", "flag"),
            ("R", "retention", "flag"),
            ("S", "storage_units", "flag"),
            ("t", "types", "flag"),
            ("T", "tape", "flag"),
            ("v", "verbose", "flag"),
            ("x", "archived", "flag"),
            ("z", "sizes", "flag"),
        ),
    ),
    "register_address": Cgi(
        "checkAddress.sh",
        (),
        (("address", "email", "percent"), ("name", "name", "text"), ("snail", "snail", "text")),
    ),
    "exp_su": Cgi(
        "jsoc_fetch",
        (("op", "exp_su"),),
        (
            ("sunum", "sunum", "integers"),
            ("method", "method", "text"),
            ("protocol", "protocol", "text"),
            ("format", "", "text"),
            ("formatvar", "formatvar", "text"),
            ("requestid", "requestid", "text"),
        ),
    ),
    "exp_su_status": Cgi("jsoc_fetch", (("op", "exp_status"),), (("requestid", "requestid", "text"),)),
    "exp_repeat": Cgi(
        "jsoc_fetch",
        (("op", "exp_repeat"),),
        (("requestid", "requestid", "text"), ("notify", "notify", "text")),
        (("format", "json"),),
    ),
    "manage_request": Cgi(
        "manage-request.sh", (), (("address", "address", "text"),), (("operation", "check"),)
    ),
    "cancel_request": Cgi(
        "manage-request.sh", (), (("address", "address", "text"),), (("operation", "cancel"),)
    ),
    "web_request_id": Cgi("jsoc_WebRequestID", (), ()),
    "jsoc_userkill": Cgi("jsoc_userkill", (), (("userhandle", "userhandle", "text"),)),
    "drms_parserecset": Cgi("drms_parserecset", (), (("spec", "spec", "text"),)),
    "series_info": Cgi(
        "series_info",
        (),
        (
            ("series", "series", "words"),
            ("atts", "atts", "integer"),
            ("keys", "keys", "words"),
            ("segs", "segs", "words"),
            ("links", "links", "words"),
            ("DRMS_DBTIMEOUT", "timeout", "integer"),
        ),
    ),
    "drms_export": Cgi(
        "drms-export.sh",
        (),
        (
            ("spec", "spec", "text"),
            ("filename", "filename", "text"),
            ("compression", "compression", "text"),
            ("skiptar", "skiptar", "text"),
            ("webserver", "webserver", "text"),
        ),
        (("dbhost", "hmidb2"),),
    ),
    "check_address": Cgi("checkAddress.sh", (), (("address", "email", "percent"),), (("checkonly", "1"),)),
    "exp_request": Cgi(
        "jsoc_fetch",
        (("op", "exp_request"), ("format", "json")),
        (
            ("ds", "ds", "text"),
            ("notify", "notify", "text"),
            ("method", "method", "lower"),
            ("protocol", "protocol", "protocol"),
            ("filenamefmt", "filenamefmt", "text"),
            ("process", "process", "process"),
            ("requestor", "requestor", "text"),
            ("seg", "seg", "words"),
            ("processing", "processing", "json"),
            ("max_recs", "max_recs", "integer"),
            ("sizeratio", "sizeratio", "text"),
            ("file", "file", "text"),
        ),
    ),
    "exp_status": Cgi("jsoc_fetch", (("op", "exp_status"),), (("requestid", "requestid", "text"),)),
}

RPC: dict[str, tuple[str, ...]] = {
    "get_default_context": ("observatory", "state"),
    "get_remote_context": ("observatory", "pipeline_name"),
    "get_context_history": ("observatory",),
    "get_file_info": ("pipeline_context", "filename"),
    "get_file_info_map": ("observatory", "files", "fields"),
    "get_best_references": ("context", "header", "reftypes"),
    "get_best_references_by_header_map": ("context", "header_map", "reftypes"),
    "get_required_parkeys": ("context",),
    "get_dataset_ids": ("context", "instrument", "datasets_since"),
    "get_dataset_headers_by_id": ("context_specifier", "ids", "datasets_since"),
    "get_aui_best_references": ("date", "ids"),
    "get_system_versions": ("master_version", "context"),
    "get_server_info": (),
    "get_build_context": ("observatory", "calver"),
    "get_context_by_date": ("date", "observatory"),
    "push_remote_context": ("observatory", "kind", "key", "context"),
    "list_mappings": ("observatory", "glob_pattern"),
    "list_references": ("observatory", "glob_pattern"),
    "get_mapping_names": ("pipeline_context",),
    "get_reference_names": ("pipeline_context",),
    "get_url": ("pipeline_context", "filename"),
    "get_mapping_url": ("pipeline_context", "mapping"),
    "get_reference_url": ("pipeline_context", "reference"),
    "get_sqlite_db": ("observatory",),
    "get_best_references_by_ids": ("context", "dataset_ids", "reftypes", "include_headers"),
    "get_affected_datasets": ("observatory", "old_context", "new_context"),
    "jpoll_pull_messages": ("key", "since_id"),
    "jpoll_abort": ("key",),
    "file_exists": ("filename",),
    "get_submission_info": ("observatory", "username"),
    "get_delivery_status": ("since",),
    "system_describe": (),
}
METHODS = {"system_describe": "system.describe"}
"""Methods that have another name than their operation."""
WHEN_GIVEN = {"get_default_context": 1, "get_dataset_ids": 2}
"""How many positions there are at least, where the last ones are left out when they are not given."""
DEFAULTS = {
    ("list_mappings", "glob_pattern"): "*",
    ("list_references", "glob_pattern"): "*",
    ("get_best_references_by_ids", "include_headers"): False,
}
USUAL = {("exp_su", "method"): "url_quick", ("exp_su", "protocol"): "as-is"}
"""What is sent when nothing is said."""
ONLY_GET = (
    "show_series",
    "showextseries",
    "checkAddress.sh",
    "manage-request.sh",
    "drms_parserecset",
    "series_info",
    "drms-export.sh",
    "jsoc_userkill",
)
"""Programs that are never sent a form."""
NULL_TEXT = {("get_system_versions", "context"): "null"}

IMAGES = ("jpg", "mpg", "mp4")
OPTION_NAMES = {"CT": "ct", "scaling": "scaling", "size": "size", "min": "min", "max": "max"}


# What was sent.


def parsed(name: str, url: str, body: bytes) -> dict[str, Any]:
    """The arguments that the server sees in a request; the order and the fixed parts are asserted."""
    return _parsed_cgi(name, url, body) if name in CGI else _parsed_rpc(name, body)


def posted_members(body: bytes) -> list[tuple[str, str]]:
    """The members of a form, urlencoded or in parts, by the standard library's rules."""
    if not body.startswith(b"--"):
        return parse_qsl(body.decode("ascii"), keep_blank_values=True, strict_parsing=True)
    boundary = body.partition(b"\r\n")[0].removeprefix(b"--")
    head = b"Content-Type: multipart/form-data; boundary=" + boundary + b"\r\n\r\n"
    parts: Any = message_from_bytes(head + body, policy=HTTP).get_payload()
    return [
        (part.get_param("name", header="content-disposition"), part.get_payload(decode=True).decode())
        for part in parts
    ]


def query_members(url: str) -> list[tuple[str, str]]:
    """The members of a query, in order, by the standard library's rules."""
    return parse_qsl(urlsplit(url).query, keep_blank_values=True, strict_parsing=bool(urlsplit(url).query))


def _parsed_cgi(name: str, url: str, body: bytes) -> dict[str, Any]:
    facts = CGI[name]
    assert urlsplit(url).path.rpartition("/")[2] == facts.path
    assert not (body and urlsplit(url).query), "in the URL, or in the body"
    assert len(url) <= 2000 or facts.path in ONLY_GET
    members = posted_members(body) if body else query_members(url)
    wanted = [*facts.fixed, *((wire, None) for wire, _, _ in facts.members), *facts.fixed_last]
    order = [wire for wire, _ in wanted]
    assert [order.index(wire) for wire, _ in members] == sorted(order.index(wire) for wire, _ in members)
    sent = dict(members)
    assert len(sent) == len(members), "a member is sent twice"
    for wire, value in (*facts.fixed, *facts.fixed_last):
        assert sent.pop(wire) == value
    return _arguments(facts, sent)


def _arguments(facts: Cgi, sent: Mapping[str, str]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for wire, argument, codec in facts.members:
        if not argument:
            assert sent[wire] == "json", "the one fixed member that stands in the middle"
        elif wire in sent:
            found |= _read(codec, argument, sent[wire])
    return found


def _read(codec: Codec, argument: str, text: str) -> dict[str, Any]:
    match codec:
        case "words":
            return {argument: [word for word in text.split(",") if word]}
        case "flag":
            assert text == "1"
            return {argument: True}
        case "integer":
            assert re.fullmatch(r"-?[0-9]+", text)
            return {argument: int(text)}
        case "integers":
            return {argument: [int(each) for each in text.split(",")]}
        case "json":
            assert " " not in re.sub(r'"(?:[^"\\\\]|\\\\.)*"', "", text)
            return {argument: json.loads(text)}
        case "percent":
            return {argument: unquote(text, errors="strict")}
        case "protocol":
            return _read_protocol(text)
        case "process":
            return _read_process(text)
        case _:
            return {argument: text}


def _read_protocol(text: str) -> dict[str, Any]:
    word, *options = text.split(",")
    if word not in IMAGES:
        assert not options
        return {"protocol": word}
    pairs = [option.partition("=")[::2] for option in options]
    assert [wire for wire, _ in pairs] == [wire for wire in OPTION_NAMES if wire in dict(pairs)]
    return {"protocol": word, "protocol_args": {OPTION_NAMES[wire]: value for wire, value in pairs}}


def _read_process(text: str) -> dict[str, Any]:
    limit, *steps = text.split("|")
    assert re.fullmatch(r"n=-?[0-9]+", limit)
    found: dict[str, Any] = {"n": int(limit[2:])}
    if steps:
        words = [step.split(",") for step in steps]
        found["process"] = {
            name: dict(pair.split("=", 1) for pair in pairs if pair) for name, *pairs in words
        }
    return found


def _parsed_rpc(name: str, body: bytes) -> dict[str, Any]:
    call = json.loads(body)
    assert set(call) == {"jsonrpc", "method", "params", "id"}
    assert (call["jsonrpc"], call["method"]) == ("1.0", METHODS.get(name, name))
    names, params = RPC[name], call["params"]
    least = WHEN_GIVEN.get(name, len(names))
    assert least <= len(params) <= len(names), "all positions are sent"
    assert len(params) == least or params[-1] is not None, "a position that may be missing is null"
    return dict(zip(names, [*params, *[None] * (len(names) - len(params))], strict=True))


# What was meant.


def meant(name: str, arguments: Mapping[str, Any]) -> dict[str, Any]:
    """The same form, from a caller's arguments."""
    given = {key: value for key, value in arguments.items() if value is not None}
    given = {key: value for (of, key), value in USUAL.items() if of == name} | given
    if name in RPC:
        unsaid = NULL_TEXT | DEFAULTS
        return {key: given.get(key, unsaid.get((name, key))) for key in RPC[name]}
    if name == "exp_request":
        given = _meant_export(given)
    found: dict[str, Any] = {}
    for _, argument, codec in CGI[name].members:
        if argument in given:
            found |= _meant(codec, argument, given[argument])
    return found | {
        key: given[key] for key in ("n", "process", "protocol_args") if name == "exp_request" and key in given
    }


def _meant(codec: Codec, argument: str, value: Any) -> dict[str, Any]:
    match codec:
        case "words":
            words = re.split(r"[\s,]+", value) if isinstance(value, str) else value
            return {argument: [word for word in words if word]}
        case "flag":
            return {argument: True} if value else {}
        case "integer":
            return {argument: int(value)}
        case "process":
            return {}
        case _:
            return {argument: value}


def _meant_export(given: dict[str, Any]) -> dict[str, Any]:
    found = dict(given)
    found["protocol"] = found.get("protocol", "as-is").lower()
    found["method"] = found.get("method", "url_quick" if found["protocol"] == "as-is" else "url").lower()
    found["n"] = int(found.get("n", 0))
    found["requestor"] = found.get("requestor", found["notify"].split("@")[0])
    if found["requestor"] is False:
        del found["requestor"]
    if not found.get("process"):
        found.pop("process", None)
    if found["protocol"] in IMAGES:
        defaults = {"ct": "grey.sao", "scaling": "MINMAX", "size": 1}
        options = {
            key.lower(): value for key, value in found.get("protocol_args", {}).items() if value is not None
        }
        found["protocol_args"] = defaults | options
    else:
        found.pop("protocol_args", None)
    return found


def same(sent: Any, wanted: Any) -> bool:
    """Whether sent texts say the wanted values; numbers in texts count by value."""
    if isinstance(wanted, Mapping):
        return (
            isinstance(sent, Mapping)
            and sent.keys() == wanted.keys()
            and all(same(sent[k], wanted[k]) for k in wanted)
        )
    if isinstance(sent, str) and isinstance(wanted, bool):
        return sent in ({"1", "True"} if wanted else {"0", "False"})
    if isinstance(sent, str) and isinstance(wanted, float):
        return float(sent) == wanted
    if isinstance(sent, str) and isinstance(wanted, int):
        return Decimal(sent) == wanted
    return bool(sent == wanted)
