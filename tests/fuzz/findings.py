"""What a target complains about."""

from __future__ import annotations

from collections.abc import Callable

Plainly = Callable[[bytes], bytes]
"""Changes bytes without knowing what they are."""


class Finding(AssertionError):
    """Bytes came to something that they must not come to."""
