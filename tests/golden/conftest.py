"""The made-up package: generated into a temporary folder, imported from there, and a server for it."""

from __future__ import annotations

from collections.abc import Iterator
from types import ModuleType

import pytest

from tests.functional.making import GOLDEN_SPEC, generate, imported
from tests.golden.loopback import Loopback, loopback


@pytest.fixture(scope="session")
def harbour(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ModuleType]:
    out = generate(GOLDEN_SPEC, tmp_path_factory.mktemp("made up") / "out")
    with imported(out / "python", "harbour") as package:
        yield package


@pytest.fixture(scope="session")
def server() -> Iterator[Loopback]:
    with loopback() as found:
        yield found
