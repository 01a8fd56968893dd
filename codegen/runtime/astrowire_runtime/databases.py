"""SQLite databases that come inside an answer: verified when it is decoded, and only ever read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from .envelope import inflated
from .errors import ConfigError, Malformed
from .operation import MAX_BODY
from .values import Answer

if TYPE_CHECKING:
    import sqlite3

MAGIC: Final = b"SQLite format 3\0"
"""How every such file begins."""
HEADER: Final = 100
"""Bytes of a file's header."""


class Database(Answer, frozen=True, kw_only=True):
    """A SQLite 3 database.

    Attributes
    ----------
    database : bytes
        The file: it begins as such files do, and has whole pages.
    """

    database: bytes

    @classmethod
    def unpacked(cls, text: str) -> Database:
        """Return the database that is base64 of zlib in a text.

        Raises
        ------
        Malformed
            The text is not that, or no database is in it.
        BodyTooLarge
            It grows beyond what is accepted.
        """
        content = inflated(text, MAX_BODY)
        if not content.startswith(MAGIC):
            raise Malformed(f"the packed result is no SQLite database; it begins {content[:16]!r}")
        page = _page_size(content)
        if page is None or len(content) % page:
            raise Malformed(f"the SQLite database is cut off or damaged: {len(content)} bytes")
        return cls(database=content)

    def connect(self) -> sqlite3.Connection:
        """Open the database for reading: a connection of its own to a copy in memory.

        Whatever would write, attach a file or change a setting is refused by SQLite
        with ``sqlite3.DatabaseError: not authorized``.

        Raises
        ------
        Malformed
            SQLite can't read the tables' definitions.
        ConfigError
            This Python's SQLite can't open a database in memory.
        """
        import sqlite3

        connection = sqlite3.connect(":memory:")
        try:
            _open(connection, self.database)
        except sqlite3.Error as error:
            connection.close()
            raise Malformed(f"SQLite can't read the database: {error}") from error
        except AttributeError as error:
            connection.close()
            raise ConfigError(
                "this Python's sqlite3 can't open a database in memory; write .database to a file, open that"
            ) from error
        return connection

    def __repr__(self) -> str:
        return f"Database({len(self.database)} bytes)"


def _page_size(content: bytes) -> int | None:
    """The size of a page as the header says it (1 stands for 65536), or None if that is none."""
    size = int.from_bytes(content[16:18]) if len(content) >= HEADER else 0
    size = 65536 if size == 1 else size
    return size if size >= 512 and size & (size - 1) == 0 else None


def _open(connection: sqlite3.Connection, content: bytes) -> None:
    # A database whose changes went to a file beside it can't be opened in memory; bytes 18 and 19 say so.
    connection.deserialize(content[:18] + b"\1\1" + content[20:])
    connection.execute("PRAGMA trusted_schema = OFF")
    connection.execute("PRAGMA query_only = ON")
    connection.execute("SELECT count(*) FROM sqlite_master").fetchall()
    connection.set_authorizer(_reads_only)


def _reads_only(action: int, first: str | None, second: Any, *_: object) -> int:
    """Allow what reads: questions, functions, and what a PRAGMA tells without being told anything."""
    import sqlite3

    asks = {sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ, sqlite3.SQLITE_FUNCTION, sqlite3.SQLITE_RECURSIVE}
    tells = action == sqlite3.SQLITE_PRAGMA and (first in _ABOUT_TABLES or second is None)
    return sqlite3.SQLITE_OK if action in asks or tells else sqlite3.SQLITE_DENY


_ABOUT_TABLES: Final = frozenset(
    {"table_info", "table_xinfo", "index_list", "index_info", "foreign_key_list"}
)
