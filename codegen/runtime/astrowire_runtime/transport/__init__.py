"""Moves bytes, by requests. Everything that requests, urllib3 and sockets can raise ends here.

``sending`` sends one request and reads its answer; ``connections`` makes
connections that know the deadline of the call they serve; ``bodies`` reads
bodies within limits; ``redirects`` says which are followed; ``failures`` finds
our word for what went wrong; ``discretion`` keeps addresses with their
arguments out of other libraries' logs.
"""

from .sending import Transport

__all__ = ["Transport"]
