"""A million documents and more: our decoder, ``jsonschema-rs`` and ajv, in one run.

``python -m tests.conformance.deep --documents 1000000`` makes documents with the engine of the conformance
cases, each round with fresh seeds, and asks all three about each. It prints one line of JSON with counts and
disagreements, and ends with status 1 if there are any. It needs the packages of ``make conformance``.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import jsonschema_rs

import astrowire
from astrowire import crds, drms
from codegen import ir
from codegen.emit.cases.answers import Engine, edited
from codegen.resolve import load_package
from tests.conformance.node.step import installed
from tests.conformance.running import BUILD, ROOT

MOST = 50
PACKAGES: dict[str, Any] = {"drms": drms, "crds": crds}


class Ajv:
    """The program of the step ``node``, which is asked over pipes."""

    def __init__(self, program: Path) -> None:
        words = ["node", str(program), str(ROOT / "generated"), "--serve"]
        self._process = subprocess.Popen(
            words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8"
        )

    def ask(self, schema: str, bodies: Sequence[str]) -> None:
        """Send bodies; the answer is read later."""
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps({"schema": schema, "bodies": bodies}) + "\n")
        self._process.stdin.flush()

    def answer(self) -> str:
        """One sign for each body: 1 valid, 0 not valid, - no document."""
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        if not line:
            raise RuntimeError("the program has ended")
        return line.strip()

    def close(self) -> None:
        """Let it end."""
        assert self._process.stdin is not None
        self._process.stdin.close()
        self._process.wait(timeout=60)


class Asked:
    """One operation, and those that are asked about its documents."""

    def __init__(self, service: ir.Service, operation: ir.Operation) -> None:
        self.service = service
        self.operation = operation
        self.title = f"{service.name}.{operation.name}"
        self.schema = f"jsonschema/{service.name}/{operation.name}.response.json"
        schema = json.loads((ROOT / "generated" / self.schema).read_text(encoding="utf-8"))
        self._rust = jsonschema_rs.Draft202012Validator(schema)
        self._decode = PACKAGES[service.name].OPERATIONS[operation.name].decode
        self._is_result = isinstance(service.transport, ir.JsonRpc)

    def documents(self, seed: str) -> Iterator[tuple[str, bool]]:
        """Documents of one round with the verdict on each that the way in which it was made says."""
        made = Engine(self.service, self.operation, seed).bodies()
        for is_right, bodies in ((True, made.right), (False, made.wrong)):
            yield from ((edited(made.bases[base].text, change.edit), is_right) for base, change, _ in bodies)

    def decoder(self, text: str) -> bool:
        """What our decoder says."""
        body = text.encode()
        if self._is_result:
            body = b'{"error": null, "id": 1, "jsonrpc": "1.0", "result": ' + body + b"}"
        try:
            self._decode(astrowire.HttpResponse(200, {}, body))
        except astrowire.SchemaMismatch:
            return False
        except (astrowire.RemoteError, astrowire.Malformed):
            # A failure is an answer; what is packed in a text is no matter of a schema.
            return True
        return True

    def rust(self, text: str) -> bool:
        """What ``jsonschema-rs`` says."""
        return self._rust.is_valid(json.loads(text))


def run(documents: int, seed: str) -> dict[str, Any]:
    """Rounds over all operations until there are so many documents."""
    package, _ = load_package(ROOT / "spec")
    assert package is not None
    asked = [
        Asked(service, each)
        for service in package.services
        for each in service.operations
        if isinstance(each.result, ir.Select) or each.result.body == "json"
    ]
    build = BUILD / "node"
    build.mkdir(parents=True, exist_ok=True)
    ajv = Ajv(installed(build))
    counts: Counter[str] = Counter(documents=0, accepted=0, rejected=0, disagreements=0)
    texts: set[int] = set()
    found: list[dict[str, Any]] = []
    started = time.monotonic()
    rounds = 0
    while counts["documents"] < documents:
        for one in asked:
            for said in _round(one, ajv, f" {seed} {rounds}", counts, texts):
                counts["disagreements"] += 1
                if len(found) < MOST:
                    found.append(said)
        rounds += 1
        told = f"{counts['documents']} documents, {counts['disagreements']} disagreements"
        print(told, f"{time.monotonic() - started:.0f} s", file=sys.stderr, flush=True)
    ajv.close()
    head = {"operations": len(asked), "rounds": rounds, "seed": seed}
    return {
        **head,
        **counts,
        "distinct": len(texts),
        "seconds": round(time.monotonic() - started),
        "found": found,
    }


def _round(
    one: Asked, ajv: Ajv, seed: str, counts: Counter[str], texts: set[int]
) -> Iterator[dict[str, Any]]:
    """Ask all three about the documents of an operation; the third works while the others do."""
    made = list(one.documents(seed))
    ajv.ask(one.schema, [text for text, _ in made])
    said = [(one.decoder(text), one.rust(text)) for text, _ in made]
    for (text, wanted), ours, theirs in zip(made, said, ajv.answer(), strict=True):
        counts["documents"] += 1
        counts["accepted" if wanted else "rejected"] += 1
        texts.add(hash((one.title, text)))
        verdicts = {"decoder": ours[0], "jsonschema_rs": ours[1], "ajv": theirs == "1"}
        if set(verdicts.values()) != {wanted} or theirs == "-":
            yield {"operation": one.title, "document": text[:1000], "made": wanted, **verdicts}


def main(arguments: Sequence[str] | None = None) -> int:
    """The command line."""
    parser = argparse.ArgumentParser(prog="python -m tests.conformance.deep", description=__doc__)
    parser.add_argument("--documents", type=int, default=1_000_000, help="how many, at least (1000000)")
    parser.add_argument("--seed", default="deep", help="another one gives other documents")
    chosen = parser.parse_args(arguments)
    result = run(chosen.documents, chosen.seed)
    print(json.dumps(result))
    return 1 if result["disagreements"] else 0


if __name__ == "__main__":
    sys.exit(main())
