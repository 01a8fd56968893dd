"""Files of the target: the modules of every service, the runtime below them, the package around them."""

from __future__ import annotations

from pathlib import Path

from codegen import ir
from codegen.emit import Assets

from . import packaging, services

HERE = Path(__file__).resolve().parent


def emit(package: ir.Package, assets: Assets) -> dict[str, str | bytes]:
    """``typescript/<service>/<operation>.ts`` and so on, and ``typescript/runtime/`` as it is."""
    del assets
    files: dict[str, str | bytes] = {
        f"typescript/{service.name}/{path}": text
        for service in package.services
        for path, text in services.files(package, service).items()
    }
    files |= {f"typescript/{path}": text for path, text in packaging.files(package).items()}
    for path in sorted((HERE / "runtime").rglob("*.ts")):
        files[f"typescript/{path.relative_to(HERE).as_posix()}"] = path.read_bytes()
    return files
