"""The JSON Schema documents that lie beside the generated modules."""

from __future__ import annotations

from typing import Any

import msgspec


def load_schema(module: str, file: str) -> dict[str, Any]:
    """Return a schema document of the service package that ``module`` belongs to.

    Parameters
    ----------
    module : str
        Name of the operation's module, for example ``astrowire.drms.rs_list``.
    file : str
        For example ``rs_list.request.json``.
    """
    from importlib.resources import files

    package = module.rpartition(".")[0]
    text = files(package).joinpath("schemas").joinpath(file).read_bytes()
    return msgspec.json.decode(text, type=dict[str, Any])
