"""Files of the target: a page for each operation and each service, and the pages that lead to them."""

from __future__ import annotations

from codegen import ir
from codegen.emit import Assets

from . import corrections, coverage, errors, index, operation, service


def emit(package: ir.Package, assets: Assets) -> dict[str, str | bytes]:
    """``docs/<service>/<operation>.md`` and so on."""
    files: dict[str, str | bytes] = {
        "docs/corrections.md": corrections.page(package),
        "docs/coverage.md": coverage.page(package),
        "docs/errors.md": errors.page(package),
        "docs/index.md": index.page(package),
        "docs/llms.txt": index.llms(package),
    }
    for each in package.services:
        # No operation has this name, as the description has a file of it.
        files[f"docs/{each.name}/service.md"] = service.page(each)
        for one in each.operations:
            files[f"docs/{each.name}/{one.name}.md"] = operation.page(package, each, one, assets)
    return files
