"""An independent reading of the recorded bytes: which operation they answer, and what must become of them.

Nothing of the package is used here. The rules are the plain ones that the
protocols' descriptions give: which status means an answer, a wait or a failure,
and which bodies are no JSON at all.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal
from urllib.parse import parse_qsl

SAMPLES = Path(__file__).resolve().parent.parent / "samples"

Kind = Literal["answer", "pending", "failure", "not-json", "http-error", "wrong-shape", "none"]

DRMS_OPERATIONS = (
    "show_series",
    "show_series_wrapper",
    "series_struct",
    "rs_summary",
    "rs_list",
    "check_address",
    "exp_request",
    "exp_status",
    # beyond the document
    "rs_records",
    "show_info",
    "exp_su",
    "exp_repeat",
    "drms_parserecset",
    "web_request_id",
    "manage_request",
    "exp_su_status",
    "register_address",
    "cancel_request",
    "series_info",
    "jsoc_userkill",
    "drms_export",
)
DRMS_FACE = DRMS_OPERATIONS[:8]
"""Those of the document."""
CRDS_OPERATIONS = (
    "get_default_context",
    "get_remote_context",
    "get_context_history",
    "get_file_info",
    "get_file_info_map",
    "get_best_references",
    "get_best_references_by_header_map",
    "get_required_parkeys",
    "get_dataset_ids",
    "get_dataset_headers_by_id",
    "get_aui_best_references",
    "get_system_versions",
    # beyond the document
    "get_server_info",
    "get_build_context",
    "get_context_by_date",
    "push_remote_context",
    "list_mappings",
    "list_references",
    "get_mapping_names",
    "get_reference_names",
    "get_url",
    "get_mapping_url",
    "get_reference_url",
    "get_sqlite_db",
    "get_best_references_by_ids",
    "get_affected_datasets",
    "jpoll_pull_messages",
    "jpoll_abort",
    # which the public client does not call
    "file_exists",
    "get_submission_info",
    "get_delivery_status",
    "system_describe",
)

EXPORT_FAILURES = {
    3: "ExportTooLarge",
    4: "ExportFailed",
    5: "ExportExpired",
    6: "ExportNotFound",
    7: "PendingLimit",
    25: "ExportOffline",
}
EXPORT_PENDING = (1, 2, 12)
RS_LIST_ARRAYS = ("keywords", "segments", "links")
BY_MESSAGE = ("show_series_wrapper", "drms_parserecset")
"""Operations whose answers tell of failure by ``errMsg``."""
WITHOUT_FAILURE = ("check_address", "manage_request", "web_request_id")
"""Operations all of whose recorded answers are answers."""
SAMPLE_NAMES = {"jsoc_WebRequestID": "web_request_id"}
"""Operations that samples name by the program."""
ILLEGAL_TEXT = re.compile(r"\Astatus=4\nerror=(Illegal text in arg: [^\n]*)\n")
SHOW_INFO_REFUSED = re.compile(r"\A### show_info: ([^\n]*)\n\Z")
SHOW_SERIES_BROKEN = re.compile(r'\A\{"status":1,"errmsg":([^"{}]*)\}[ \n]*\Z')


@dataclass(frozen=True)
class Outcome:
    """What must come of a body: ``error`` names the exception's class or one above it; ``A or B``: either."""

    kind: Kind
    error: str | None = None
    document: Any = None
    """DRMS: the JSON value of the whole body; CRDS: of the ``result`` (or of the ``error``)."""
    message: str | None = None
    """A text that the exception must carry."""


@dataclass(frozen=True)
class Sample:
    """One recorded answer and the operation that it answers."""

    id: str
    service: Literal["drms", "crds"]
    operation: str | None
    """``None``: an operation that is not described, or no answer at all."""
    status: int
    content_type: str
    body: bytes
    unasked: str | None = None
    """Which other form was asked for than the operation asks for; it must refuse what it did not ask for."""

    @property
    def headers(self) -> dict[str, str]:
        return {"Content-Type": self.content_type}


# What must become of a body.


def read(sample: Sample) -> Outcome:
    """The outcome that the sample's operation must have."""
    if sample.operation is None:
        return Outcome("none")
    if sample.status != 200:
        return Outcome("http-error", "HttpStatusError")
    if sample.service == "crds":
        return _read_crds(sample.body)
    return _read_drms(sample.operation, sample.body)


def drms_text(body: bytes) -> str:
    """UTF-8, and where it is not, Latin-1."""
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError:
        return body.decode("latin-1")


def _read_drms(operation: str, body: bytes) -> Outcome:
    text = drms_text(body)
    if operation == "show_info":
        refused = SHOW_INFO_REFUSED.match(text)
        if refused:
            return Outcome("failure", "SeriesError", None, refused.group(1))
        return Outcome("answer", None, text)
    try:
        document = json.loads(text)
    except ValueError:
        return _read_broken(operation, text)
    if not isinstance(document, dict):
        return Outcome("wrong-shape", "SchemaMismatch", document)
    if operation in WITHOUT_FAILURE:
        return Outcome("answer", None, document)
    if operation in BY_MESSAGE:
        return _by_message(document)
    if operation in ("exp_request", "exp_status", "exp_su", "exp_repeat"):
        return _by_export_status(document)
    return _by_plain_status(operation, document)


def _read_broken(operation: str, text: str) -> Outcome:
    illegal = ILLEGAL_TEXT.match(text)
    if operation.startswith("exp_") and illegal:
        return Outcome("failure", "ExportFailed", None, illegal.group(1))
    match = SHOW_SERIES_BROKEN.match(text)
    if operation == "show_series" and match:
        return Outcome("failure", "SeriesError", None, match.group(1))
    if operation == "show_series" and text.strip() == '],\n"n":0}':
        return Outcome("failure", "SeriesError")
    return Outcome("not-json", "NotJson or Malformed")


def _by_message(document: dict[str, Any]) -> Outcome:
    if not document.get("errMsg"):
        return Outcome("answer", None, document)
    return Outcome("failure", "SeriesError", document, document.get("errMsg"))


def _by_plain_status(operation: str, document: dict[str, Any]) -> Outcome:
    status: Any = document.get("status")
    if status != 0:
        known = {1: "SeriesError"}
        return Outcome("failure", known.get(status, "RemoteError"), document, document.get("error"))
    complete = document.get("count") == 0 or all(name in document for name in RS_LIST_ARRAYS)
    if operation == "rs_list" and not complete:
        return Outcome("wrong-shape", "SchemaMismatch", document)
    return Outcome("answer", None, document)


def _by_export_status(document: dict[str, Any]) -> Outcome:
    status: Any = document.get("status")
    if status == "0" or (status == 0 and status is not False):
        return Outcome("answer", None, document)
    if status == "1":
        return Outcome("failure", "ExportFailed", document)
    if status in EXPORT_PENDING:
        return Outcome("pending", None, document)
    error = EXPORT_FAILURES.get(status, "UnknownStatus")
    return Outcome("failure", error, document, document.get("error"))


def _read_crds(body: bytes) -> Outcome:
    envelope = json.loads(body.decode("utf-8"))
    if envelope["error"] is not None:
        return Outcome("failure", "CrdsFault", envelope["error"], envelope["error"]["message"])
    return Outcome("answer", None, envelope["result"])


# Which answer it is.


def all_samples() -> list[Sample]:
    """Every recorded answer, in the order of its name."""
    found = [*_jsoc(), *_netdrms(), *_crds()]
    return sorted(found, key=lambda sample: sample.id)


def _jsoc() -> list[Sample]:
    return [
        _jsoc_sample(path)
        for path in sorted((SAMPLES / "jsoc").iterdir())
        if path.suffix in (".json", ".txt")
    ]


def _jsoc_sample(path: Path) -> Sample:
    operation, _, variant = path.name.partition("__")
    operation = SAMPLE_NAMES.get(operation, operation)
    if variant.startswith("fits_names_f1"):
        operation = "rs_records"
    assert operation in DRMS_OPERATIONS, path.name
    return Sample(
        id=f"jsoc/{path.name}",
        service="drms",
        operation=operation,
        status=200,
        content_type="application/json",
        body=path.read_bytes(),
    )


def _netdrms() -> list[Sample]:
    index: dict[str, dict[str, Any]] = json.loads((SAMPLES / "netdrms" / "INDEX.json").read_bytes())
    return [_netdrms_sample(name, entry) for name, entry in sorted(index.items())]


def _netdrms_sample(name: str, entry: dict[str, Any]) -> Sample:
    program: str = entry["program"]
    status, content_type, body = http_answer(program, (SAMPLES / "netdrms" / name).read_bytes())
    asked = _asked(entry)
    operation, unasked = _netdrms_operation(program, asked, entry.get("argv"))
    if content_type == "text/plain" and asked.get("format", "json") != "json":
        unasked = f"text format (format={asked['format']})"
    return Sample(
        id=f"netdrms/{name}",
        service="drms",
        operation=operation,
        status=status,
        content_type=content_type,
        body=body,
        unasked=unasked,
    )


def http_answer(program: str, output: bytes) -> tuple[int, str, bytes]:
    """Status, content type and body that a web server makes of a program's output."""
    if not output:
        return 500, "text/html", b""
    first, _, rest = output.partition(b"\n")
    if first.lower().startswith(b"content-type:"):
        return 200, first.partition(b":")[2].strip().decode("ascii"), rest.partition(b"\n")[2]
    if program == "checkAddress":
        return 200, "application/json", output
    return 200, "text/plain", output


def _asked(entry: dict[str, Any]) -> dict[str, str]:
    """The request's members by the server's rules: a form beats the query, the first of a name counts."""
    words = entry.get("argv")
    if words is not None:
        pairs = [tuple(word.partition("=")[::2]) for word in words if "=" in word]
    else:
        text = entry.get("body") or entry.get("query_string") or ""
        pairs = parse_qsl(text, keep_blank_values=True, separator="&")
    asked: dict[str, str] = {}
    for key, value in pairs:
        asked.setdefault(key, value)
    return asked


def _netdrms_operation(program: str, asked: dict[str, str], argv: list[str] | None) -> tuple[str, str | None]:
    if program == "show_info":
        return "show_info", None
    if program == "checkAddress":
        return "check_address", None
    if program == "showextseries":
        return "show_series_wrapper", None
    if program == "show_series":
        plain = argv is not None and not any("z" in word for word in argv if word.startswith("-"))
        return "show_series", "plain text list of the command line" if plain else None
    op = asked.get("op", "")
    default = "exp_status" if program == "jsoc_fetch" else "rs_summary"
    operation = op.lower() if op.lower() in DRMS_OPERATIONS and program != "jsoc_fetch" else default
    if program == "jsoc_fetch" and op in ("exp_request", "exp_status", "exp_su", "exp_repeat"):
        operation = op
    if asked.get("f") == "1" and operation == "rs_list":
        operation = "rs_records"
    if argv is not None and not asked:
        return operation, "help text of the command line"
    return operation, None


def _crds() -> list[Sample]:
    found: list[Sample] = []
    for path in sorted((SAMPLES / "crds").glob("*.json")):
        found.extend(_crds_samples(path))
    return found


def _crds_samples(path: Path) -> list[Sample]:
    method, _, variant = path.stem.partition("__")
    content = json.loads(path.read_bytes())
    if method == "errors":
        return [
            _crds_sample(f"{path.name}#{number}-{operation}", operation, _envelope_bytes(envelope))
            for number, envelope in enumerate(content)
            for operation in CRDS_OPERATIONS
        ]
    if method == "wire_requests":
        return [_crds_sample(path.name, None, path.read_bytes())]
    if method == "get_url":
        # Three operations answer alike.
        alike = ("get_url", "get_mapping_url", "get_reference_url")
        return [_crds_sample(f"{path.name}#{each}", each, path.read_bytes()) for each in alike]
    if method == "get_server_info" and "result" not in content:
        # As the public client saves it.
        return [_crds_sample(path.name, method, _envelope_bytes(_enveloped(content)))]
    if variant == "jwst_2018_archive":
        return [
            _crds_sample(f"{path.name}#{instrument}", method, _envelope_bytes(_enveloped(ids)))
            for instrument, ids in content["result"].items()
        ]
    if "response" in content:
        return [_crds_sample(path.name, method, _envelope_bytes(content["response"]))]
    if "error" not in content:
        return [_crds_sample(path.name, method, _envelope_bytes(_enveloped(content["result"])))]
    return [_crds_sample(path.name, method, path.read_bytes())]


def _enveloped(result: Any) -> dict[str, Any]:
    return {"error": None, "jsonrpc": "1.0", "id": 1, "result": result}


def _envelope_bytes(envelope: dict[str, Any]) -> bytes:
    return json.dumps(envelope).encode("utf-8")


def _crds_sample(name: str, operation: str | None, body: bytes) -> Sample:
    return Sample(
        id=f"crds/{name}",
        service="crds",
        operation=operation,
        status=200,
        content_type="application/json-rpc",
        body=body,
    )
