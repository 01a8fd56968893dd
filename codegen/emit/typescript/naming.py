"""Names in TypeScript: what would mean something else there gets an underscore."""

from __future__ import annotations

from functools import cache

from codegen.naming import ClassName, words

RESERVED = frozenset(
    {
        "abstract", "any", "arguments", "as", "async", "await", "boolean", "break", "call", "case", "catch",
        "cgiOperation", "class", "codecs", "const", "constructor", "continue", "debugger", "declare",
        "default", "delete", "do", "else", "enum", "eval", "exchange", "export", "extends", "false",
        "finally", "finishing", "for", "function", "if", "implements", "import", "in", "instanceof",
        "interface", "isArray", "isInteger", "isNullAlone", "isNumber", "isObject", "lengthOf", "let",
        "name", "new", "null", "number", "object", "of", "own", "package", "private", "protected", "public",
        "return", "rpcOperation", "rules", "server", "service", "sizeOf", "static", "string", "super",
        "switch", "symbol", "this", "throw", "true", "try", "type", "typeof", "undefined", "unknown",
        "unseen", "var", "void", "while", "with", "yield",
    }
)  # fmt: skip
"""Words of the language, and names that every client has."""

TYPES = frozenset(
    {
        "Array", "BaseClient", "CallOptions", "Client", "ClientOptions", "Error", "Fault", "JsonObject",
        "JsonValue", "Math", "Number", "Object", "Open", "Operation", "Promise", "Protocol", "Readonly",
        "ReadonlySet", "Record", "RegExp", "RemoteError", "RpcFault", "Schema", "Seen", "Server", "Service",
        "Set", "String", "Symbol", "Uint8Array",
    }
)  # fmt: skip
"""Names that generated modules use for something else."""

OF_EVERY_OBJECT = frozenset(
    {
        "__defineGetter__", "__defineSetter__", "__lookupGetter__", "__lookupSetter__", "__proto__",
        "constructor", "hasOwnProperty", "isPrototypeOf", "propertyIsEnumerable", "toLocaleString",
        "toString", "valueOf",
    }
)  # fmt: skip
"""Members that every object seems to have."""


@cache
def camel(text: str) -> str:
    """The name of a constant, a function or a method.

    >>> camel("rs_list"), camel("delete"), camel("get_file_info_map")
    ('rsList', 'delete_', 'getFileInfoMap')
    """
    first, *rest = words(text)
    name = first + "".join(word[0].upper() + word[1:] for word in rest)
    return f"{name}_" if name in RESERVED else name


@cache
def pascal(text: str) -> str:
    """The name of a type.

    >>> pascal("rs_list"), pascal("promise")
    ('RsList', 'Promise_')
    """
    name = "".join(word[0].upper() + word[1:] for word in words(text))
    return f"{name}_" if name in TYPES else name


@cache
def type_name(text: str) -> str:
    """The name of a type of a description, which has one already.

    >>> type_name("RsList"), type_name("Record")
    ('RsList', 'Record_')
    """
    name = str(ClassName.of(text))
    return f"{name}_" if name in TYPES else name


@cache
def upper(text: str) -> str:
    """The name of a constant of a module.

    >>> upper("movie name"), upper("sha1sum")
    ('MOVIE_NAME', 'SHA1SUM')
    """
    return "_".join(words(text)).upper()
