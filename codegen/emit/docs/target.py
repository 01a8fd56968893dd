"""Files of the target: one page that says what the package covers."""

from __future__ import annotations

from codegen import ir
from codegen.emit import Assets
from codegen.emit.docs.coverage import page


def emit(package: ir.Package, assets: Assets) -> dict[str, str | bytes]:
    """``docs/coverage.md``."""
    del assets
    return {"docs/coverage.md": page(package)}
