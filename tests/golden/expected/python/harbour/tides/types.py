# Generated from spec/tides/types.yaml; do not edit.
# Change the spec, then run `make generate`.
"""Types that several operations of the service share."""

from typing import TypeAlias

PortId: TypeAlias = str
"""A port, `COAST:NAME`.

Source: guide.
"""
