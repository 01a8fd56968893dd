"""What an HTTP status other than 200 means."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NoReturn

from .display import excerpt
from .errors import HttpStatusError, NotJson, RateLimited, ServerUnavailable
from .http import HttpResponse


def refuse_status(response: HttpResponse) -> NoReturn:
    """Raise what an HTTP status other than 200 deserves."""
    status = response.status
    seen = excerpt(response.body)
    text = f"the server answered HTTP {status}" + (f": {seen}" if seen else " with an empty body")
    facts: dict[str, Any] = {"status": status, "excerpt": seen}
    wait = _retry_after(response.headers)
    if status == 204:
        raise NotJson("the server answered HTTP 204, without a body", **facts)
    if status == 429:
        raise RateLimited(text, retry_after=wait, retry_safe=True, **facts)
    if status >= 500:
        raise ServerUnavailable(text, retry_after=wait, **facts)
    raise HttpStatusError(text, **facts)


def _retry_after(headers: Mapping[str, str]) -> float | None:
    text = next((text for name, text in headers.items() if name.lower() == "retry-after"), None)
    if text is None or not text.strip().isascii():
        return None
    if text.strip().isdigit():
        return float(text)
    from email.utils import parsedate_to_datetime

    try:
        from datetime import UTC, datetime

        return max(0.0, (parsedate_to_datetime(text) - datetime.now(UTC)).total_seconds())
    except (TypeError, ValueError, OverflowError):
        return None
