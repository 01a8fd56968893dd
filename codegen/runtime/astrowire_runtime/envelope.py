"""The JSON-RPC 1.0 envelope: written around calls, checked and taken off answers.

Results may come packed (base64 of gzip of JSON) and error texts HTML-escaped;
both are undone here, before any schema applies.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final, Literal, cast

import msgspec
from msgspec import Struct

from . import inflate
from .display import shown
from .display import value as shown_value
from .errors import EnvelopeMismatch, Malformed, RemoteError
from .http import Id
from .values import Answer

_PIECE: Final = 1 << 16
"""Bytes of a packed result by which it is unpacked: a bomb is told by what it grew to of what was taken."""
ENVELOPE: Final = ("error", "jsonrpc", "id", "result")


class Protocol(Struct, frozen=True):
    """The JSON-RPC dialect of a service.

    Parameters
    ----------
    version : str
        Sent and expected in ``jsonrpc``.
    path : str
        Below the server's base URL; the method and the id follow it.
    marker, payload : str or None
        A result that is an object with the member ``marker`` is packed in its member ``payload``.
    html_escaped : bool
        Error texts are HTML-escaped.
    """

    version: str
    path: str
    marker: str | None = None
    payload: str | None = None
    html_escaped: bool = False


class Fault(Answer, frozen=True, kw_only=True):
    """The ``error`` of an envelope; ``raw`` holds the bytes of the answer, ``extras`` what else it says.

    Attributes
    ----------
    name : str
        Name of the server's exception.
    code : int or None
        The server's number.
    message : str
        The text, un-escaped once and printable.
    data
        Whatever the server adds.
    """

    name: str
    code: int | None
    message: str
    data: Any = None


class RpcFault(RemoteError):
    """The service's ``error``; the generated class of a service stands below this one."""

    @property
    def fault(self) -> Fault:
        """The whole error."""
        fault: Fault = self.answer
        return fault

    @property
    def name(self) -> str:
        """Name of the server's exception."""
        return self.fault.name

    @property
    def code(self) -> int | None:
        """The server's number for it."""
        return self.fault.code

    @property
    def data(self) -> Any:
        """Whatever the server adds."""
        return self.fault.data


def envelope_type(kind: Any, version: str) -> Any:
    """Return the type of a good answer's envelope around a result of type ``kind``."""
    return msgspec.defstruct(
        "Envelope",
        [
            ("error", None),
            ("jsonrpc", Literal[version]),  # pyright: ignore[reportInvalidTypeForm]
            ("id", int | str | float | None),
            ("result", kind),
        ],
        forbid_unknown_fields=True,
    )


def encode_call(protocol: Protocol, method: str, params: Sequence[Any], call_id: Id) -> bytes:
    """Return the body of a call: members in the order of the documents, parameters by position."""
    call = {"jsonrpc": protocol.version, "method": method, "params": params, "id": call_id}
    return msgspec.json.encode(call, enc_hook=_plain)


def _plain(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {**cast("Mapping[str, object]", value)}
    if isinstance(value, str):
        return str.__str__(value)
    raise TypeError(f"a {type(value).__name__} has no JSON form")


def opened(protocol: Protocol, plain: Any) -> tuple[Fault | None, Any, Any]:
    """Return the fault, the id and the result of an envelope read as plain values.

    Raises
    ------
    EnvelopeMismatch
        It is no object, lacks a member, has another version, or has a fault and a result.
    """
    if not isinstance(plain, dict):
        raise EnvelopeMismatch(f"expected a JSON-RPC envelope (an object), got {shown_value(plain)}")
    envelope = cast("dict[str, Any]", plain)
    missing = [name for name in ENVELOPE if name not in envelope]
    # The libraries under the servers leave members out where a call went wrong before it was understood.
    is_fault = isinstance(envelope.get("error"), dict) and envelope.get("result") is None
    if missing and not (is_fault and set(missing) <= {"jsonrpc", "result"}):
        is_anonymous = missing == ["id"]
        raise EnvelopeMismatch(
            f"the JSON-RPC envelope lacks {', '.join(missing)}",
            repeats=int(is_anonymous),
            may_have_acted=is_anonymous,
        )
    if envelope.get("jsonrpc", protocol.version) != protocol.version:
        raise EnvelopeMismatch(
            f"expected jsonrpc {protocol.version!r}, got {shown_value(envelope['jsonrpc'])}"
        )
    error, result = envelope["error"], envelope.get("result")
    if error is not None and result is not None:
        raise EnvelopeMismatch("the JSON-RPC envelope has both an error and a result; neither can be trusted")
    return (None if error is None else _fault(protocol, error)), envelope["id"], result


def _fault(protocol: Protocol, error: Any) -> Fault:
    members = cast("dict[str, Any]", error) if isinstance(error, dict) else {"message": error}
    name, code, message = members.get("name"), members.get("code"), members.get("message")
    text = message if isinstance(message, str) else shown_value(cast("object", error))
    if protocol.html_escaped:
        from html import unescape

        text = unescape(text)
    fault = Fault(
        name=shown(name, 80) if isinstance(name, str) else "",
        code=code if isinstance(code, int) and not isinstance(code, bool) else None,
        message=shown(text, 2000),
        data=members.get("data"),
    )
    vars(fault)["extras"] = {
        name: value for name, value in members.items() if name not in fault.__struct_fields__
    }
    return fault


def is_packed(protocol: Protocol, result: Any) -> bool:
    """Say whether a result is packed."""
    return protocol.marker is not None and isinstance(result, dict) and protocol.marker in result


def unpacked(protocol: Protocol, result: Mapping[str, Any], most: int) -> bytes:
    """Return the JSON text of a packed result, at most ``most`` bytes of it.

    Raises
    ------
    Malformed
        The payload is not base64 of one whole gzip or zlib stream and nothing else.
    BodyTooLarge
        It grows beyond ``most`` bytes, or to more than a hundred times its size.
    """
    payload = result.get(protocol.payload or "")
    if not isinstance(payload, str):
        raise Malformed(f"a packed result must have a text in {protocol.payload!r}")
    return inflated(payload, most)


def inflated(payload: str, most: int) -> bytes:
    """Return what a payload holds, as ``unpacked`` does."""
    import binascii

    # Some writers of base64 break its lines.
    text = "".join(payload.split()) if "\n" in payload else payload
    try:
        packed = binascii.a2b_base64(text.encode("ascii"), strict_mode=True)
        if len(text) % 4 or text.endswith("==="):
            raise Malformed("the packed result can't be unpacked: its base64 is padded wrongly")
    except (binascii.Error, UnicodeEncodeError) as error:
        raise Malformed(f"the packed result can't be unpacked: {error}") from error
    pieces = (packed[start : start + _PIECE] for start in range(0, len(packed), _PIECE))
    return b"".join(inflate.inflated(pieces, most, "the packed result"))


def packed_type(protocol: Protocol) -> Any:
    """Return the type of a good answer's envelope around a packed result, which has the text ``payload``."""
    names = {"marker": protocol.marker or "", "payload": protocol.payload or ""}
    members = [("marker", str), ("payload", str)]
    kind = msgspec.defstruct("Packed", members, rename=names, forbid_unknown_fields=True)
    return envelope_type(kind, protocol.version)
