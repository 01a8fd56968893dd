"""Cases that have no surface yet: what each tries, and what it waits for.

Nothing of the package opens archives or shows pages, so there is nothing to
attack. Whoever adds one of these finds here what must be tested.
"""

from __future__ import annotations

from typing import Final

ARCHIVES: Final = "downloads of tar files"
EXPLORER: Final = "an explorer page"

WAITING: Final[dict[str, tuple[str, str]]] = {
    "T01": ("A member with `../`.", ARCHIVES),
    "T02": ("A member with an absolute path.", ARCHIVES),
    "T03": ("A symbolic link, and a member written through it.", ARCHIVES),
    "T04": ("A hard link to a file outside, and chains of links.", ARCHIVES),
    "T05": ("A device.", ARCHIVES),
    "T06": ("A fifo.", ARCHIVES),
    "T07": ("A member with setuid, setgid and sticky bits.", ARCHIVES),
    "T08": ("The same member twice.", ARCHIVES),
    "T09": ("A sparse member.", ARCHIVES),
    "T10": ("A million members.", ARCHIVES),
    "T11": ("A compressed archive that grows without end.", ARCHIVES),
    "T12": ("Sizes and offsets that are negative or lead in circles.", ARCHIVES),
    "T13": ("Extended headers with huge or contradicting values, names in other encodings.", ARCHIVES),
    "T14": ("A member in the place of a folder, and a folder in the place of a file.", ARCHIVES),
    "Z12": ("A database of the archive, packed with zlib, that grows without end.", "`get_sqlite_db`"),
    "S14": ("The key of `push_remote_context` in errors, logs and texts.", "`push_remote_context`"),
    "S15": ("Secrets in the journal of orders, a file that only its owner may read.", "a journal of orders"),
    "S16": ("Secrets in reports of drift.", "reports of drift"),
    "D12": ("HTML and scripts in server texts that a page shows.", EXPLORER),
    "D13": ("Formulas in tables that are written as CSV.", "export of tables as CSV"),
    "C06": ("A server's settings that are more than JSON.", "`get_server_info`"),
    "X12": ("A page without a content security policy.", EXPLORER),
    "X13": ("Sending without the token of the page.", EXPLORER),
    "X14": ("An operation with an effect that nobody confirmed in writing.", EXPLORER),
    "X15": ("Assets from other places than this machine.", EXPLORER),
}
