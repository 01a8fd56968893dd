"""Settings that every test shares: how many examples Hypothesis draws, and that they are the same each time.

``ASTROWIRE_PROFILE=deep`` turns the quick, repeatable run into a long search.
"""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings

QUICK_EXAMPLES = 40
DEEP_EXAMPLES = 10_000

settings.register_profile(
    "default",
    max_examples=QUICK_EXAMPLES,
    derandomize=True,
    deadline=None,
    database=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much, HealthCheck.data_too_large],
)
settings.register_profile(
    "deep",
    max_examples=DEEP_EXAMPLES,
    derandomize=False,
    deadline=None,
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much, HealthCheck.data_too_large],
)
settings.load_profile(os.environ.get("ASTROWIRE_PROFILE", "default"))
