"""B: names that cannot be identifiers, or mean something else already."""

# ruff: noqa: E501 - one line for each case

from __future__ import annotations

from tests.functional.descriptions import changed

from .cases import numbered
from .changes import PING, SERVICE, change, face, files, member, named, operation, package, parameter, service

UNSAFE = "refused: name-unsafe"

CASES = numbered(
    "B",
    [
        ("a parameter called like a word of Python: class", UNSAFE, parameter("class")),
        ("a parameter called like a soft word of Python: match", UNSAFE, parameter("match")),
        ("a parameter called like a builtin: print", UNSAFE, parameter("print")),
        ("a parameter called like the first argument of methods: self", UNSAFE, parameter("self")),
        ("a parameter called like the first argument of functions: client", UNSAFE, parameter("client")),
        ("a parameter with two underscores around it", "refused: name-unsafe, wrong-value", parameter("__init__")),
        ("a parameter that begins with a digit", "refused: name-unsafe, wrong-value", parameter("1st")),
        ("a parameter with a dot", "refused: name-unsafe, wrong-value", parameter("os.path")),
        ("a parameter with a line break and code", "refused: argument-unknown, name-unsafe, wrong-value", change(PING, "  name: {", '  "a\\nimport os": {')),
        ("a member called like a word of Python: it gets an underscore", "data", member("class")),
        ("a member called like a type of annotations: it gets an underscore", "data", member("int")),
        ("a member called like an attribute that all answers have: it gets an underscore", "data", member("raw")),
        ("a member called like an attribute of objects: __class__", UNSAFE, member("__class__")),
        ("a member called __proto__", UNSAFE, member("__proto__")),
        ("a member called like what all objects of JavaScript have: constructor", UNSAFE, member("constructor")),
        ("an empty member", UNSAFE, member('""')),
        ("a member of signs only", UNSAFE, member('"-"')),
        ("a member with a line break", UNSAFE, member('"a\\nb"')),
        ("a member with a dollar", UNSAFE, member('"$ref"')),
        ("a member in letters that NFKC makes Latin ones", UNSAFE, member('"\\uff53\\uff49\\uff5a\\uff45"')),
        ("a member in Cyrillic letters that look like Latin ones", UNSAFE, member('"\\u0455\\u0456ze"')),
        ("a member with a letter that cannot be seen", UNSAFE, member('"size\\u200b"')),
        ("a member of 10 000 characters", "refused: yaml-size", member(f'? {"a" * 10000}\n      ')),
        ("a member of 100 characters", UNSAFE, member("a" * 100)),
        ("two members that become one name", "refused: name-collides", member("Text")),
        ("a member that is called like the wire's form of a number", "refused: name-collides", files(changed(PING, "      size: {type: integer", "      wire_size: {type: string, summary: W., source: [doc]}\n      size: {type: [integer, string], pattern: '^[0-9]+$', as: number"))),
        ("an operation called like a word of Python: import", UNSAFE, operation("import")),
        ("an operation called like a module that services have: errors", "refused: operation-collides", operation("errors")),
        ("an operation called like a method that clients have: close", "refused: operation-collides", operation("close")),
        ("an operation called like a setting that clients have: deadline", "refused: operation-collides", operation("deadline")),
        ("an operation in capitals", "refused: name-unsafe, wrong-value", operation("PING")),
        ("a type called like a class that modules import: Answer", UNSAFE, named("Answer")),
        ("a type called like a codec that modules import: Text", UNSAFE, named("Text")),
        ("a type called like a constant of modules: OPERATION", UNSAFE, named("OPERATION")),
        ("a type called like an exception of Python: Exception", UNSAFE, named("Exception")),
        ("a type called like an error of the runtime: NotJson", "refused: type-collides", named("NotJson")),
        ("a type called like a class of tables: Table", "refused: type-collides", named("Table")),
        ("a type in small letters", "refused: name-unsafe, wrong-value", named("pong_a")),
        ("an error class called like a class that modules import: Select", UNSAFE, files({path: text.replace("Trouble", "Select") for path, text in changed(SERVICE, "dialect: 1", "dialect: 1").items()})),
        ("a package called like a module of Python: json", UNSAFE, package("json")),
        ("a package called like a library that it needs: msgspec", UNSAFE, package("msgspec")),
        ("a package called like the runtime: astrowire_runtime", UNSAFE, package("astrowire_runtime")),
        ("a package called like a program: __main__", "refused: name-unsafe, wrong-value", package("__main__")),
        ("a face of functions called like a word of Python", UNSAFE, face("functions", "import")),
        ("a face of functions in the place of a module: errors", "refused: face-misuse", face("functions", "errors")),
        ("a face of functions in the place of an operation", "refused: face-misuse", face("functions", "ping")),
        ("a face class in the place of a module: Clients", "refused: face-misuse", face("class", "Clients")),
        ("a face class in the place of an error class", "refused: face-misuse", face("class", "Trouble")),
        ("a service called like the folder of the dialect: it is read like any other", "data", service("dialect")),
        ("a service called like a word of Python", UNSAFE, service("class")),
        ("two services with an error class of one name", "refused: error-collides", change(SERVICE, "  Trouble:", "  Fault: {summary: F.}\n  Trouble:")),
        ("an attribute of errors called like one that all have: args", "refused: name-collides", change(SERVICE, "Trouble: {summary: The", "Trouble: {extract: {args: {member: status, pattern: a, summary: S.}}, summary: The")),
        ("a parameter called like what all objects of JavaScript have: constructor", UNSAFE, parameter("constructor")),
        ("a member called like a member of functions in JavaScript: prototype", "data", member("prototype")),
    ],
)  # fmt: skip
