"""Names that may stand in code: identifiers are a type of their own.

A wire name becomes an identifier once, here, by one rule. What cannot become one
is refused with ``UnsafeName``, never repaired. The targets for other languages
start from the same split into words.
"""

from __future__ import annotations

import builtins
import keyword
import re
import sys
from typing import Self

MAX_LENGTH = 64

_ALLOWED = re.compile(r"[A-Za-z0-9 _./-]+\Z")
_SEPARATORS = re.compile(r"[ _./-]+")
_BOUNDARY = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")

KEYWORDS = frozenset(keyword.kwlist)
SOFT_KEYWORDS = frozenset(keyword.softkwlist)
BUILTINS = frozenset(dir(builtins))

ANNOTATIONS = frozenset({"bool", "bytes", "dict", "float", "int", "list", "object", "set", "str", "tuple"})
"""Builtins that annotations in generated classes use: a member of that name would hide them."""

CLASS_NAMES = frozenset(
    {
        "Annotated", "Answer", "Any", "Arm", "AtLeastOneOf", "AtMostOneOf", "BaseClient", "Batch",
        "Before", "Broken", "ByCase", "ByHalves", "BytesAnswer", "CgiOperation", "Client",
        "ClosedAnswer", "EffectBy", "ENVIRONMENT", "FaceClass", "FaceModule", "File", "Final",
        "Fixed", "Flag", "GoesWith", "HttpRequest", "HttpResponse", "Integer", "Integers", "Json",
        "ListAnswer", "ListOrNull", "Literal", "Lower", "MapAnswer", "Mapping", "NamedTuple",
        "Needs", "Never", "None", "NoneType", "NotRequired", "Number", "Opaque", "OPERATION",
        "OPERATIONS", "Operations", "Option", "Options", "Parameter", "Pattern", "Percent", "Plain",
        "Problem", "PROTOCOL", "Protocol", "RpcOperation", "Select", "Sentinel", "Sequence",
        "ServerConfig", "SERVERS", "Servers", "ServiceFace", "ServiceMethods", "Setting", "Steps",
        "Struct", "Text", "TextAnswer", "TypeAlias", "TypedDict", "UNDESCRIBED", "UNSET",
        "UnsetType", "Words",
    }
)  # fmt: skip
"""Names that generated modules use for something else."""

PARAMETERS = frozenset({"answer", "client", "self"})
"""Names that generated functions use for something else."""

DEVICES = frozenset(
    {"aux", "con", "nul", "prn", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))}
)
"""Names that are no files on Windows, whatever ending they have."""

LIBRARIES = frozenset(
    {"astropy", "astrowire_runtime", "msgspec", "numpy", "pandas", "pyarrow", "requests", "urllib3"}
)
"""What the runtime imports besides the standard library, and the runtime itself."""

RUNTIME_ERRORS = (
    "Ambiguous",
    "AstrowireError",
    "BodyTooLarge",
    "ConfigError",
    "DeadlineExceeded",
    "DownloadError",
    "EnvelopeMismatch",
    "HttpStatusError",
    "Malformed",
    "NotJson",
    "NotSent",
    "RateLimited",
    "RedirectRefused",
    "RemoteError",
    "RequestInvalid",
    "ResponseError",
    "SchemaMismatch",
    "ServerUnavailable",
    "TlsError",
    "TransportError",
)
"""The exceptions of the runtime, which every generated package offers."""

ERROR_ATTRIBUTES = frozenset(
    {
        "add_note", "answer", "args", "cause", "excerpt", "message", "operation", "repeats", "request",
        "response", "retry_safe", "status", "with_traceback",
    }
)  # fmt: skip
"""What every one of them has."""

TABLE_CLASSES = (
    "Column",
    "ColumnAnswer",
    "ColumnLayout",
    "Raw",
    "Table",
    "TableAnswer",
    "TableLayout",
    "Types",
)
"""The classes of the runtime that answers with columns are made of."""

PACKED_CLASSES = ("Database",)
"""The classes of the runtime that answers are which hold a packed file."""


OBJECT_MEMBERS = frozenset(
    {
        "constructor", "hasOwnProperty", "isPrototypeOf", "propertyIsEnumerable", "toLocaleString",
        "toString", "valueOf",
    }
)  # fmt: skip
"""What every object of JavaScript has: validators there take it for a member that was sent."""


class UnsafeName(ValueError):
    """A text that cannot become an identifier; the message says why."""


def words(text: str) -> list[str]:
    """The lower-case words of a wire name.

    >>> words("FirstRecnum"), words("DATE-OBS"), words("HTTPServer"), words("movie name")
    (['first', 'recnum'], ['date', 'obs'], ['http', 'server'], ['movie', 'name'])
    >>> words("a$b")
    Traceback (most recent call last):
    codegen.naming.UnsafeName: "a$b" has characters other than ASCII letters, digits, blank and _ - . /
    """
    shown = ascii(text)[1:-1]
    if not _ALLOWED.match(text):
        raise UnsafeName(f'"{shown}" has characters other than ASCII letters, digits, blank and _ - . /')
    if text.startswith("__"):
        raise UnsafeName(f'"{shown}" starts with two underscores, which Python keeps for itself')
    if text in OBJECT_MEMBERS:
        raise UnsafeName(f'"{shown}" is something that every object of JavaScript has')
    found = [word.lower() for part in _SEPARATORS.split(text) for word in _BOUNDARY.split(part) if word]
    if not found:
        raise UnsafeName(f'"{shown}" has no letter or digit')
    if len(text) > MAX_LENGTH:
        raise UnsafeName(f'"{shown[:20]}..." has {len(text)} characters; at most {MAX_LENGTH} are allowed')
    return found


class PyName(str):
    """A valid, unreserved snake_case identifier.

    >>> PyName.of("T_REC"), PyName.of("class"), PyName.of("2fast"), PyName.of("movie name")
    ('t_rec', 'class_', 'n2fast', 'movie_name')
    >>> PyName.of("seriesList"), PyName.of("FirstRecnum"), PyName.of("errMsg"), PyName.of("CAL_VER")
    ('series_list', 'first_recnum', 'err_msg', 'cal_ver')
    >>> PyName.of("DATE-OBS"), PyName.of("jsonrpc"), PyName.of("str"), PyName.of("type")
    ('date_obs', 'jsonrpc', 'str_', 'type')
    """

    __slots__ = ()

    @classmethod
    def of(cls, text: str) -> Self:
        name = "_".join(words(text))
        if name[0].isdigit():
            name = f"n{name}"
        return cls(f"{name}_" if name in KEYWORDS or name in ANNOTATIONS else name)


class ClassName(str):
    """A valid, unreserved CamelCase identifier; capitals inside a word stay.

    >>> ClassName.of("rs_list"), ClassName.of("RsList"), ClassName.of("HttpJsonClient"), ClassName.of("2nd")
    ('RsList', 'RsList', 'HttpJsonClient', 'N2nd')
    >>> ClassName.of("none")
    Traceback (most recent call last):
    codegen.naming.UnsafeName: "None" means something else in Python
    """

    __slots__ = ()

    @classmethod
    def of(cls, text: str) -> Self:
        words(text)
        name = "".join(part[0].upper() + part[1:] for part in _SEPARATORS.split(text) if part)
        if name[0].isdigit():
            name = f"N{name}"
        if name in KEYWORDS or name in BUILTINS or name in CLASS_NAMES:
            raise UnsafeName(f'"{name}" means something else in Python')
        return cls(name)


class ModuleName(str):
    """A name that is a module, a function and a key at once, so it is taken as it is or not at all.

    >>> ModuleName.of("rs_list")
    'rs_list'
    >>> ModuleName.of("class")
    Traceback (most recent call last):
    codegen.naming.UnsafeName: "class" is a word of the Python language
    """

    __slots__ = ()

    @classmethod
    def of(cls, text: str) -> Self:
        name = "_".join(words(text))
        if name != text or name[0].isdigit():
            raise UnsafeName(
                f'"{ascii(text)[1:-1]}" is not written like_this: small letters, digits and single _'
            )
        if name in KEYWORDS or name in SOFT_KEYWORDS:
            raise UnsafeName(f'"{name}" is a word of the Python language')
        if name in BUILTINS:
            raise UnsafeName(f'"{name}" would hide the builtin function of that name')
        return cls(name)


class FileName(ModuleName):
    """A module name that is a file's or a folder's too, on every system.

    >>> FileName.of("rs_list")
    'rs_list'
    >>> FileName.of("aux")
    Traceback (most recent call last):
    codegen.naming.UnsafeName: "aux" is a device on Windows, where no file can have that name
    """

    __slots__ = ()

    @classmethod
    def of(cls, text: str) -> Self:
        name = super().of(text)
        if name in DEVICES:
            raise UnsafeName(f'"{name}" is a device on Windows, where no file can have that name')
        return name


class PackageName(FileName):
    """The name of a package, which hides no module that anybody needs.

    >>> PackageName.of("json")
    Traceback (most recent call last):
    codegen.naming.UnsafeName: a package "json" would hide the module of that name
    """

    __slots__ = ()

    @classmethod
    def of(cls, text: str) -> Self:
        name = super().of(text)
        if name in LIBRARIES or name in sys.stdlib_module_names:
            raise UnsafeName(f'a package "{name}" would hide the module of that name')
        return name
