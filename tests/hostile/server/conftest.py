"""What the tests of hostile servers share: no setting of the machine reaches a client; certificates."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.functional.conftest import SETTINGS

from .places import Authority


@pytest.fixture(autouse=True)
def _no_settings_of_the_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in (*SETTINGS, "HTTPS_PROXY", "https_proxy", "NO_PROXY", "no_proxy"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture(scope="session")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    """A certificate authority of our own, and the file that holds its certificate."""
    folder: Path = tmp_path_factory.mktemp("authority")
    return Authority(folder)
