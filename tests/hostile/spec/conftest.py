"""One lab for all tests here: what is generated for one case serves the others."""

from __future__ import annotations

import pytest

from .lab import Lab


@pytest.fixture(scope="session")
def lab(tmp_path_factory: pytest.TempPathFactory) -> Lab:
    return Lab(tmp_path_factory.mktemp("hostile"))
