# Generated from spec/tides/service.yaml; do not edit.
# Change the spec, then run `make generate`.
"""The environment variables that users of the service set, by name."""

from astrowire_runtime.environment import Variable

ENVIRONMENT = (
    Variable(
        "TIDES_COAST",
        "server",
        "Id of the server, where no URL is given.",
        "east",
        sets="server",
    ),
    Variable(
        "TIDES_DATA",
        "folder",
        "Folder of tables.",
        "/data/tides",
    ),
    Variable(
        "TIDES_DAY",
        "text",
        "The day that is meant.",
        "2026-01-02",
        pattern="^[0-9-]+$",
    ),
    Variable(
        "TIDES_TOKEN",
        "text",
        "Token for reports.",
        "abc",
        secret=True,
    ),
    Variable(
        "TIDES_URL",
        "url",
        "Base URL of the server.",
        "https://east.example.org/",
        sets="base_url",
    ),
)
