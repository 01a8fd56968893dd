"""What loads when it is first used: names of a package (PEP 562), and the operations of a service.

Whole programs import this for a few names only, so it stands on next to nothing
itself; not even on ``typing``, which takes longer to load than all else here.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from importlib import import_module

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from typing import Any


def lazy(package: str, where: Mapping[str, str]) -> tuple[Callable[[str], Any], Callable[[], list[str]]]:
    """Return ``__getattr__`` and ``__dir__`` for a package.

    Parameters
    ----------
    package : str
        Its ``__name__``.
    where : mapping of str to str
        Public name to the module that holds it, relative to the package (``".errors"``); a name
        that is its own module is that module.
    """

    def load(name: str) -> Any:
        if name not in where:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        module = import_module(where[name], package)
        value = module if where[name].rpartition(".")[2] == name else getattr(module, name)
        setattr(sys.modules[package], name, value)
        return value

    return load, lambda: sorted(where)


class Operations(Mapping[str, "Any"]):
    """The operations of a service by name; the module of each loads when it is first looked up.

    Names, their number and their order are there without loading any.

    Parameters
    ----------
    package : str
        The package of the service.
    names : sequence of str
        Of the operations, which are the names of their modules too.
    removed : mapping of str to str, optional
        Operations that there were once, each with what became of it.

    Examples
    --------
    >>> operations = Operations("astrowire.drms", ["rs_list", "rs_summary"])
    >>> "rs_list" in operations, list(operations), len(operations)
    (True, ['rs_list', 'rs_summary'], 2)
    """

    def __init__(self, package: str, names: Sequence[str], removed: Mapping[str, str] | None = None) -> None:
        self._package = package
        self.removed: Mapping[str, str] = removed or {}
        self._names = tuple(names)
        self._loaded: dict[str, Any] = {}

    def __getitem__(self, name: str) -> Any:
        if name not in self._loaded:
            if name not in self._names:
                raise KeyError(f"{name}: {self.removed[name]}" if name in self.removed else name)
            self._loaded[name] = import_module(f".{name}", self._package).OPERATION
        return self._loaded[name]

    def __contains__(self, name: object) -> bool:
        return name in self._names

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)

    def __repr__(self) -> str:
        return f"<operations of {self._package}: {', '.join(self._names)}>"
