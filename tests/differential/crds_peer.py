"""The crds package's module of calls, imported where it can reach neither a server nor a user's cache."""

from __future__ import annotations

import contextlib
import importlib
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from unittest import mock

import pytest

UNSET = {f"CRDS_{kind}_URI": "none" for kind in ("CONFIG", "MAPPING", "REFERENCE", "PICKLE")}
"""What the peer writes into the environment when it is imported, once in a process, and then relies on."""


@contextlib.contextmanager
def crds_peer(folder: Path) -> Iterator[Any]:
    """The peer, for the time of a ``with``."""
    names = {"CRDS_SERVER_URL": "http://localhost:1", "CRDS_OBSERVATORY": "jwst", "CRDS_PATH": str(folder)}
    # What the peer knows of JWST's files is in a module that wants to see JWST's own packages.
    packages = ("stdatamodels", "stdatamodels.exceptions", "stdatamodels.jwst")
    with mock.patch.dict(os.environ, names | UNSET), pytest.MonkeyPatch.context() as patch:
        for name in packages:
            patch.setitem(sys.modules, name, mock.MagicMock(ValidationWarning=UserWarning))
        yield importlib.import_module("crds.client.api")
