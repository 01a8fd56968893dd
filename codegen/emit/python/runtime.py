"""The hand-written package that generated code stands on, as a folder: looked at, never imported."""

from __future__ import annotations

from pathlib import Path

RUNTIME = "astrowire_runtime"
RUNTIME_FOLDER = Path(__file__).resolve().parents[2] / "runtime" / RUNTIME


def has_methods(service: str) -> bool:
    """Whether the runtime has methods of its own for the client of a service."""
    return (RUNTIME_FOLDER / service / "client.py").is_file()
