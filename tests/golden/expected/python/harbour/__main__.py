# Generated from spec/package.yaml; do not edit.
# Change the spec, then run `make generate`.
"""The program of the package: `doctor` shows its settings, and what is wrong with them."""

import sys

from astrowire_runtime.doctor import Subject, main

from . import __version__
from .tides.clients import Client as tides_client
from .tides.environment import ENVIRONMENT as tides_environment
from .tides.levels import OPERATION as tides_operation
from .weather.clients import Client as weather_client

SUBJECTS = (
    Subject(
        "tides",
        tides_client,
        environment=tides_environment,
        probe=tides_operation,
        arguments={"ports": ["EAST:BUOY"]},
    ),
    Subject(
        "weather",
        weather_client,
    ),
)
"""The services that are looked at."""

if __name__ == "__main__":
    sys.exit(main(__package__, __version__, SUBJECTS))
