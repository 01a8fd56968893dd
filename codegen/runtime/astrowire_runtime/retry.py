"""What is sent again, when, and for how long: one policy, driven by the effect of an operation.

What was surely not sent may always be sent again. What may have been sent is
sent again only where the operation has no effect on the server.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Final

from .errors import (
    Ambiguous,
    AstrowireError,
    DeadlineExceeded,
    EnvelopeMismatch,
    NotJson,
    NotSent,
    RateLimited,
    ServerUnavailable,
)
from .operation import Effect

BASE: Final = 0.5
"""Seconds: the longest first wait."""
CEILING: Final = 8.0
"""Seconds: the longest wait of our own."""
PATIENCE: Final = 60.0
"""Seconds: the longest wait that a server may ask for."""

_ONCE: Final = (NotJson, EnvelopeMismatch)
_PASSING: Final = (Ambiguous, DeadlineExceeded, RateLimited, ServerUnavailable, *_ONCE)


class Retry:
    """Decides after each failure whether to wait and try again.

    Parameters
    ----------
    attempts : int
        Sends in all, at most.
    clock : callable
        Monotonic seconds.
    sleep : callable
        Waits for seconds.
    chance : callable
        A random number from 0 to 1, for the jitter.
    """

    def __init__(
        self,
        attempts: int,
        *,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
        chance: Callable[[], float] | None = None,
    ) -> None:
        self.attempts = attempts
        self.clock = clock
        self.sleep = sleep
        self.chance = chance or _chance

    def pause(self, error: AstrowireError, effect: Effect, attempt: int) -> float | None:
        """Return the seconds to wait before the next attempt, or None if there is none.

        Parameters
        ----------
        error : AstrowireError
            How this attempt ended.
        effect : str
            Of the operation.
        attempt : int
            The number of this attempt, from 1.
        """
        if attempt >= self.attempts or not may_repeat(error, effect):
            return None
        if isinstance(error, _ONCE) and attempt > 1:
            return None
        asked = getattr(error, "retry_after", None)
        if asked is not None:
            return asked if asked <= PATIENCE else None
        return float(self.chance() * min(CEILING, BASE * 2 ** (attempt - 1)))

    def wait(self, seconds: float, until: float, error: AstrowireError) -> None:
        """Sleep, or raise ``DeadlineExceeded`` from ``error`` where the deadline comes first."""
        if self.clock() + seconds >= until:
            raise DeadlineExceeded(
                f"no time is left to try again after: {error.message}",
                operation=error.operation,
                request=error.request,
                status=error.status,
                excerpt=error.excerpt,
                retry_safe=error.retry_safe,
            ) from error
        self.sleep(seconds)


def _chance() -> float:
    import random  # a heavy import, for a rare moment

    return random.random()


def harmless(error: AstrowireError, effect: Effect) -> bool:
    """Say whether sending again can do no harm, whether or not it would help."""
    return isinstance(error, NotSent) or effect in {"read", "bulk"}


def may_repeat(error: AstrowireError, effect: Effect) -> bool:
    """Say whether a request that ended so may be sent again without harm."""
    if isinstance(error, NotSent):
        return True
    if not harmless(error, effect):
        return False
    return isinstance(error, _PASSING)
