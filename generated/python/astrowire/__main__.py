# Generated from spec/package.yaml; do not edit.
# Change the spec, then run `make generate`.
"""The program of the package: `doctor` shows its settings, and what is wrong with them."""

import sys

from astrowire_runtime.doctor import Subject, main

from . import __version__
from .crds.clients import Client as crds_client
from .crds.environment import ENVIRONMENT as crds_environment
from .crds.get_default_context import OPERATION as crds_operation
from .drms.clients import Client as drms_client
from .drms.series_struct import OPERATION as drms_operation

SUBJECTS = (
    Subject(
        "crds",
        crds_client,
        environment=crds_environment,
        probe=crds_operation,
        arguments={"observatory": "jwst"},
    ),
    Subject(
        "drms",
        drms_client,
        probe=drms_operation,
        arguments={"ds": "hmi.v_45s"},
    ),
)
"""The services that are looked at."""

if __name__ == "__main__":
    sys.exit(main(__package__, __version__, SUBJECTS))
