"""Texts to put into every place of a description that takes free text, by what they try."""

from __future__ import annotations

LITERALS: dict[str, str] = {
    "single quotes": "it's ' + __import__('os').getpid() + '",
    "double quotes": '" + __import__("os").getpid() + "',
    "three single quotes": "it's ''' + __import__('os').getpid() + '''",
    "three double quotes": '"""\nimport os\nos.system("touch owned")\n"""',
    "trailing backslash": "C:\\new\\",
    "carriage return": "a\rimport os; os.system('touch owned')\r",
    "line feed": "x\nimport os; os.system('touch owned')",
    "vertical tab and form feed": "a\x0bimport os\x0cos.getpid()",
    "information separators": "a\x1cimport os\x1dos.getpid()\x1eb\x1fc",
    "next line": "a\x85import os\x85b",
    "line and paragraph separators": "a\u2028import os\u2029os.getpid()",
    "braces": "${HOME} {0} {x!r} {__import__('os').getpid()} `${require('os')}`",
    "percent signs": "%(x)s %s %n %25 %0d%0a",
    "hash sign": "# type: ignore # \\\n# noqa",
}
"""The fourteen that break out of literals, comments and format strings."""

TEMPLATES: dict[str, str] = {
    "expression": "{{ 7 * 7 }}",
    "expression with blanks cut": "{{- 7 * 7 -}}",
    "statement": "{% include 'operation.py.jinja' %}",
    "loop": "{% for x in range(10**9) %}x{% endfor %}",
    "assignment": "{% set op = 1 %}{{ op }}",
    "comment": "{# never shown #}",
    "end of raw text": "{% endraw %}{{ 7 * 7 }}{% raw %}",
    "filter": "{{ ''|attr('__class__') }}",
    "globals": "{{ lit.__globals__['__builtins__'] }}",
    "subclasses": "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "statement on a line": "# for x in y\n% for x in y\nx",
    "other languages of templates": "<%= 7 * 7 %> ${7 * 7} #{7 * 7} {{{7}}} [[ 7 ]] @(7*7)",
}
"""The twelve that are syntax of templates, ours and others'."""

OTHERS: dict[str, str] = {
    "quotes at both ends": '"quoted"',
    "shell": "$(touch owned) `touch owned` ; touch owned | touch owned",
    "comment ends": "*/ --> ]]> <!-- /* # type: ignore",
    "dedented code": "x\n\n\nimport os\n\n    os.system('touch owned')\n\n>>> os.getpid()",
    "controls": "a\x00b\x01c\x08d\x1b[2Je\x7ff\x9fg",
    "a pattern": '(\'\'\'|[{][{]|"""|\\\\[%]#)"',
    "hidden marks": "a\u202eb\u2066c\u200bd\ufeffe\u00adf\U000e0041g",
}
"""And a few besides."""

TEXTS = LITERALS | TEMPLATES | OTHERS

BREAKS = {name for name, text in TEXTS.items() if "\n" in text or "\r" in text}
"""Texts of several lines, which summaries refuse."""
