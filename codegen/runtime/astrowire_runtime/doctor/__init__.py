"""What ``python -m PACKAGE doctor`` finds and says; loaded by that program alone.

``settings`` looks at servers and environment variables, ``surroundings`` at
versions, proxies and certificates; both yield ``findings``, and ``program``
puts them on the screen.
"""

from .program import main
from .settings import Subject

__all__ = ["Subject", "main"]
