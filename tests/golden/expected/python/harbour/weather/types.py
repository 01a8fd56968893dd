# Generated from spec/weather/types.yaml; do not edit.
# Change the spec, then run `make generate`.
"""Types that several operations of the service share."""

from typing import TypeAlias

from astrowire_runtime.values import UNSET, Answer, UnsetType

StationCode: TypeAlias = str
"""Three letters and two digits, such as `abc01`.

Source: handbook.
"""


class OtherStatus(Answer, frozen=True, kw_only=True):
    """An answer with a status that is not listed.

    Source: server.
    """

    status: int | str
    """Anything else."""
    error: str | UnsetType = UNSET
    """What went wrong."""
