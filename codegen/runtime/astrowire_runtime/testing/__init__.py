"""A stand-in for the real servers: it answers over HTTP, on this machine, from recorded bytes.

    from astrowire_runtime.testing import Recording, StandIn

    with StandIn(recordings) as server:
        client = drms.Client(base_url=server.url("drms"))
        ...
        assert server.saw("rs_list") == 1

It reads requests by the rules of the real servers, not with the encoder of the
client, so that a wrong request is answered as wrongly as the real server would.
Only the standard library is used.
"""

from __future__ import annotations

from .exchange import Exchange
from .recording import Recording
from .server import StandIn

__all__ = ["Exchange", "Recording", "StandIn"]
