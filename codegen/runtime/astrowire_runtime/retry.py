"""What is sent again, when, and for how long: one policy, driven by the effect of an operation.

What was surely not sent may always be sent again. What may have been sent is
sent again only where the operation has no effect on the server, or where the
server knows a request that it has seen already (``dedup``): then the identical
one is sent once more, later, and its answer is that of the first.

A client that keeps failing stops repeating: every repetition costs of a quota
that only success fills again.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Final

from .errors import AstrowireError, DeadlineExceeded, NotSent, RateLimited
from .operation import Effect

READING: Final = frozenset({"read", "bulk"})
"""Effects that are none: such requests may be sent at any time."""

BASE: Final = 0.5
"""Seconds: the longest first wait."""
CEILING: Final = 8.0
"""Seconds: the longest wait of our own."""
PATIENCE: Final = 60.0
"""Seconds: the longest wait that a server may ask for."""
RECONCILE: Final = 5.0
"""Seconds that a server is given to notice a request of effect ``dedup``, before the same is sent again."""

QUOTA: Final = 500
"""Tokens of a client for repetitions."""
COST: Final = 14
"""Tokens of a repetition after a failure."""
THROTTLED_COST: Final = 5
"""Tokens of a repetition after the server asked for fewer requests."""
REWARD: Final = 1
"""Tokens given back for a call that succeeded at once; one that succeeded later gives back what it took."""


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
        # A brake and no account: threads that meet here may lose a token, and nobody can be left waiting.
        self.quota = QUOTA

    def call(self, effect: Effect) -> Attempts:
        """Begin to count the attempts of one call.

        Parameters
        ----------
        effect : str
            Of the operation.
        """
        return Attempts(self, effect)

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


class Attempts:
    """The attempts of one call, and what they took of the quota.

    Attributes
    ----------
    count : int
        Sends that have ended.
    lost : AstrowireError or None
        Why nobody knows whether the server acted on the request that was then sent anew.
    """

    def __init__(self, retry: Retry, effect: Effect) -> None:
        self.count = 0
        self.lost: AstrowireError | None = None
        self._retry = retry
        self._effect: Effect = effect
        self._spent = 0

    def pause(self, error: AstrowireError) -> float | None:
        """Return the seconds to wait before the next attempt, or None if there is none.

        Parameters
        ----------
        error : AstrowireError
            How this attempt ended.
        """
        self.count += 1
        if self.count >= self._retry.attempts:
            return None
        if must_reconcile(error, self._effect):
            found = None if self.lost else RECONCILE
            self.lost = self.lost or error
        else:
            found = self._repetition(error)
        return found if found is None or self._paid(error) else None

    def _repetition(self, error: AstrowireError) -> float | None:
        if not may_repeat(error, self._effect) or self.count > error.repeats:
            return None
        asked = getattr(error, "retry_after", None)
        if asked is not None:
            return asked if asked <= PATIENCE else None
        return float(self._retry.chance() * min(CEILING, BASE * 2 ** (self.count - 1)))

    def _paid(self, error: AstrowireError) -> bool:
        cost = THROTTLED_COST if isinstance(error, RateLimited) else COST
        if self._retry.quota < cost:
            return False
        self._retry.quota -= cost
        self._spent = cost
        return True

    def succeeded(self) -> None:
        """Give back what the last repetition took, or the reward if there was none."""
        self._retry.quota = min(QUOTA, self._retry.quota + (self._spent or REWARD))


def _chance() -> float:
    import random  # a heavy import, for a rare moment

    return random.random()


def harmless(error: AstrowireError, effect: Effect) -> bool:
    """Say whether sending again can do no harm, whether or not it would help."""
    return isinstance(error, NotSent) or effect in READING


def may_repeat(error: AstrowireError, effect: Effect) -> bool:
    """Say whether a request that ended so may be sent again without harm, and whether that may help."""
    return error.repeats > 0 and harmless(error, effect)


def must_reconcile(error: AstrowireError, effect: Effect) -> bool:
    """Say whether the server may have acted on a request without our knowing, and would know it again."""
    return effect == "dedup" and error.may_have_acted
