"""Names of files: which kind each is, and that none of them is ever a path."""

from __future__ import annotations

from typing import Final

from ..display import value as shown
from ..errors import RequestInvalid
from ..patterns import Pattern

SERVER_CONFIG: Final = "server_config"
"""The one configuration file that there is."""

MAPPINGS: Final = (".pmap", ".imap", ".rmap")
"""What the names of mappings end in."""

_NAME: Final = Pattern("^[A-Za-z0-9_][A-Za-z0-9._ -]{0,127}$")
_RESERVED: Final = frozenset(
    {"con", "prn", "aux", "nul", *(f"{each}{number}" for each in ("com", "lpt") for number in range(10))}
)
_REFERENCE: Final = Pattern(r"\.(fits|asdf|r[0-9][hd]|yaml|json|text)$")


def checked(name: object) -> str:
    """Return a file's name as it is.

    Raises
    ------
    RequestInvalid
        It has a slash or a control in it, begins with a dot, or is otherwise no name that servers give.

    Examples
    --------
    >>> checked("jwst_0565.pmap")
    'jwst_0565.pmap'
    """
    if not isinstance(name, str) or not _NAME.match(name) or _is_reserved(name):
        raise RequestInvalid(
            "a file is asked for by its name alone: 1 to 128 letters, digits and characters of . _ - and "
            "blank, of which none of . - and blank comes first, and no name of a device; got "
            f"{shown(name)}"
        )
    return name


def _is_reserved(name: str) -> bool:
    """Whether some systems take a name for that of a device, with whatever ending."""
    return name.partition(".")[0].rstrip(" ").lower() in _RESERVED


def kind(name: str) -> str:
    """Return ``config``, ``pickle``, ``mapping`` or ``reference``, as the name says.

    Raises
    ------
    RequestInvalid
        The name is none of a file, or its ending is of no kind.

    Examples
    --------
    >>> (
    ...     kind("hst_acs.imap"),
    ...     kind("jwst_miri_flat_0030.fits"),
    ...     kind("server_config"),
    ...     kind("jwst_0565.pmap.pkl"),
    ... )
    ('mapping', 'reference', 'config', 'pickle')
    """
    checked(name)
    if name == SERVER_CONFIG:
        return "config"
    if name.endswith(".pkl"):
        return "pickle"
    if name.endswith(MAPPINGS):
        return "mapping"
    if _REFERENCE.match(name):
        return "reference"
    raise RequestInvalid(
        f"{shown(name)} is neither a mapping, a reference, a pickle nor {SERVER_CONFIG}; give the whole name"
    )
