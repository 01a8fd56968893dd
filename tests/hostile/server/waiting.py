"""Cases that have no surface yet: what each tries, and what it waits for.

Nothing of the package writes files, opens archives or shows pages, so there is
nothing to attack. Whoever adds one of these finds here what must be tested.
"""

from __future__ import annotations

from typing import Final

DOWNLOADS: Final = "downloads"
ARCHIVES: Final = "downloads of tar files"
EXPLORER: Final = "an explorer page"

WAITING: Final[dict[str, tuple[str, str]]] = {
    "N01": ("A file name with `../`, at its beginning, inside and at its end.", DOWNLOADS),
    "N02": ("An absolute path as a file name.", DOWNLOADS),
    "N03": ("A file name with backslashes.", DOWNLOADS),
    "N04": ("A file name with the letter of a drive.", DOWNLOADS),
    "N05": ("A file name that names a share, `//host/share`.", DOWNLOADS),
    "N06": ("A file name with NUL.", DOWNLOADS),
    "N07": ("A file name with control characters, line breaks and escape sequences.", DOWNLOADS),
    "N08": (
        "A file name that a system reserves: `CON`, `NUL`, `COM1`, with and without an extension.",
        DOWNLOADS,
    ),
    "N09": ("A file name of 300 and of 70,000 characters.", DOWNLOADS),
    "N10": ("A file name with dots and slashes of other scripts, also after normalisation.", DOWNLOADS),
    "N11": ("A file name that begins with `-` or `~`.", DOWNLOADS),
    "N12": ("A file name at which a symbolic link stands already.", DOWNLOADS),
    "N13": ("Two file names that differ in case alone.", DOWNLOADS),
    "N14": ("A file name that is another's unfinished one (`.part`).", DOWNLOADS),
    "N15": ("`.`, `..` and the empty text as file names.", DOWNLOADS),
    "N16": ("A file name that ends in blanks or dots.", DOWNLOADS),
    "N17": ("A file name with a colon, which names another stream of a file.", DOWNLOADS),
    "N18": ("A folder of the target that a symbolic link replaces while files arrive.", DOWNLOADS),
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
