"""A bomb of a GiB ends in ``BodyTooLarge``, and hardly grows the process: measured in one of its own."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.bench.inside import PROCESS
from tests.functional.loopback import Step, answer, serving
from tests.functional.making import python

from .server import MIB, bomb, packed_bomb, padded, spoiled, whole

GIB = 1 << 30
MOST = 64 * MIB

pytestmark = pytest.mark.skipif(
    not (PROCESS / "clear_refs").exists(), reason="only Linux tells a process how large it was at most"
)


def grown(protocol: str, step: Step) -> dict[str, Any]:
    """How a call ended that was answered so, and by how many bytes it grew the process."""
    with serving(spoiled(whole), step) as server:
        done = python("-m", "tests.faults.growing", protocol, server.origin)
    assert (done.status, done.err) == (0, "")
    found: dict[str, Any] = json.loads(done.out[0])
    return found


@pytest.mark.parametrize("protocol", ["drms", "crds"])
def test_a_bomb_of_a_body_hardly_grows_the_process(protocol: str) -> None:
    found = grown(protocol, answer(bomb(GIB), Content_Encoding="gzip"))
    assert found["ended"] == "BodyTooLarge"
    assert found["grew"] < MOST


def test_a_bomb_in_a_packed_result_hardly_grows_the_process() -> None:
    found = grown("crds", packed_bomb(GIB))
    assert found["ended"] == "BodyTooLarge"
    assert found["grew"] < MOST


def test_canary_a_body_that_is_kept_is_noticed() -> None:
    found = grown("drms", spoiled(padded(MOST)))
    assert found["ended"] == "RsSummary"
    assert found["grew"] > MOST
