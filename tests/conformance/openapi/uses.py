"""What a Python user expects of the code that two generators make of ``drms.json``; run where that code is.

``python uses.py URL ANSWER``: the base URL of a server, and the file of a recorded answer of ``rs_list``.
One line of JSON is written: counts, and what is not as expected.
"""

from __future__ import annotations

import importlib
import json
import pkgutil
import sys
from pathlib import Path
from typing import Any

QUESTION = {"ds": "su_anchor.types[5]", "key": "KSTR,KSTRW,KCONST"}


def main() -> None:
    """Use the client, then the models."""
    url, answer = sys.argv[1], Path(sys.argv[2]).read_text(encoding="utf-8")
    modules = [each.name for name in ("drms_client", "weather_client") for each in below(name)]
    found = [*client(url, answer), *models(answer)]
    print(json.dumps({"modules": len(modules), "disagreements": found}))


def below(package: str) -> list[pkgutil.ModuleInfo]:
    """All modules of a package, every one of them imported."""
    path = importlib.import_module(package).__path__
    found = list(pkgutil.walk_packages(path, f"{package}."))
    for each in found:
        importlib.import_module(each.name)
    return found


def client(url: str, answer: str) -> list[str]:
    """openapi-python-client: a record of the recorded answer, and a question to the server."""
    made: Any = importlib.import_module("drms_client.models").RsList
    record = made.from_dict(json.loads(answer))
    found = [] if record.to_dict() == json.loads(answer) else ["the record does not hold the answer"]
    caller = importlib.import_module("drms_client").Client(base_url=url, raise_on_unexpected_status=True)
    rs_list = importlib.import_module("drms_client.api.drms.rs_list")
    for name, asked in (("RsList", QUESTION), ("InfoFailure", QUESTION | {"ds": "hmi.nowhere"})):
        parsed = rs_list.sync(client=caller, **asked)
        if type(parsed).__name__ != name:
            found.append(f"rs_list gave {parsed!r} in place of {name}")
    return found


def models(answer: str) -> list[str]:
    """datamodel-code-generator: the union of arms finds the right one, and refuses what is none."""
    made: Any = importlib.import_module("drms_models")
    record = made.RsListAnswer.model_validate_json(answer).root
    found = [] if type(record).__name__ == "RsList" else [f"the answer is taken for {record!r}"]
    if record.model_dump(exclude_none=True) != json.loads(answer):
        found.append("the model does not hold the answer")
    try:
        made.RsList.model_validate({"status": 0, "count": "many"})
    except ValueError:
        return found
    return [*found, "a text is taken for the number of records"]


if __name__ == "__main__":
    main()
