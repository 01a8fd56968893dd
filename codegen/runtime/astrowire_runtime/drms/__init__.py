"""What only the DRMS service has, beside what its description says.

What ``__all__`` lists is found in the generated package of the service, too.
"""

from __future__ import annotations

from ..lazy import lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .recordsets.record_set import RecordSet as RecordSet

__all__ = ["RecordSet"]

__getattr__, __dir__ = lazy(__name__, {"RecordSet": ".recordsets.record_set"})
