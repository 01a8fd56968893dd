"""Python and the TypeScript package are asked what to send again, and when, and must say the same.

One client has many calls, whose attempts end in errors of all classes; what is compared is every wait, and
where the attempts end: for want of attempts, of tokens, of effect, or of use.
"""

from __future__ import annotations

import json
import random
import subprocess
from pathlib import Path
from typing import Any

import astrowire
from astrowire_runtime.operation import Effect
from astrowire_runtime.retry import Retry
from codegen.naming import RUNTIME_ERRORS
from tests.conformance.running import Failed

EFFECTS: tuple[Effect, ...] = ("read", "read-once", "dedup", "write", "bulk")
WAITS = (None, 0, 0.5, 3, 60, 60.5, 1e9)
SEED = 20240101

Call = dict[str, Any]


def compare(project: Path, clients: int = 200) -> dict[str, object]:
    """Ask both sides: how many calls were asked for, and the disagreements."""
    chance = random.Random(SEED)
    asked = [_client(chance) for _ in range(clients)]
    done = subprocess.run(
        ["node", "retries.mjs"],
        cwd=project,
        input=json.dumps(asked),
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
    )
    answered = json.loads(done.stdout)
    others = [answers({**client, "attempts": client["attempts"] + 1}) for client in asked]
    if others == answered or not any(others):
        raise Failed("clients with another number of attempts would not be told apart")
    found = [
        f"client {number}: Python waits {ours}, TypeScript {theirs}: {json.dumps(client)[:600]}"
        for number, (client, theirs) in enumerate(zip(asked, answered, strict=True))
        if (ours := answers(client)) != theirs
    ]
    return {"retried_calls": sum(len(each["calls"]) for each in asked), "disagreements": found[:10]}


def _client(chance: random.Random) -> dict[str, Any]:
    """A client with a number of attempts, and its calls."""
    calls = [
        {
            "effect": chance.choice(EFFECTS),
            "errors": [_error(chance) for _ in range(chance.randrange(5))],
        }
        for _ in range(chance.randrange(1, 60))
    ]
    return {"attempts": chance.randrange(1, 6), "chance": chance.random(), "calls": calls}


def _error(chance: random.Random) -> dict[str, Any]:
    """An error of any class, as its class says or with facts of its own."""
    name = chance.choice(RUNTIME_ERRORS)
    facts: dict[str, Any] = {}
    if name in {"RateLimited", "ServerUnavailable"}:
        facts["retry_after"] = chance.choice(WAITS)
    if chance.random() < 0.3:
        facts["repeats"] = chance.randrange(3)
    if chance.random() < 0.3:
        facts["may_have_acted"] = chance.random() < 0.5
    return {"name": name, "facts": facts}


def answers(client: dict[str, Any]) -> list[list[float | None]]:
    """What Python waits before each attempt after the first, of each call; ``None``: there is none."""
    retry = Retry(client["attempts"], clock=lambda: 0.0, chance=lambda: client["chance"])
    return [_waits(retry, call) for call in client["calls"]]


def _waits(retry: Retry, call: Call) -> list[float | None]:
    attempts = retry.call(call["effect"])
    waits: list[float | None] = []
    for each in call["errors"]:
        kind: type[astrowire.AstrowireError] = getattr(astrowire, each["name"])
        waits.append(attempts.pause(kind("no", **each["facts"])))
        if waits[-1] is None:
            return waits
    attempts.succeeded()
    return waits
