"""``python -m codegen.emit.docs.site PAGES OUT``: the site, and the same pages as Markdown beside it."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

HERE = Path(__file__).resolve().parent
DESCRIPTION = re.compile(r"\[(`[^`]+`)\]\((?:\.\./){3}(spec/[a-z0-9_/]+\.yaml)\)")
"""A link from a page to the file of the description that it was made of."""

FIRST = ("index", "errors", "corrections", "coverage")
"""What concerns all services, in the order in which readers need it."""


def build(pages: Path, out: Path) -> None:
    """Build the site of a folder of pages; every warning is an error.

    Raises ``subprocess.CalledProcessError`` where Sphinx has one.
    """
    with tempfile.TemporaryDirectory(prefix="site-") as folder:
        source = Path(folder) / "source"
        stage(pages, source)
        _sphinx(source, out, Path(folder) / "doctrees")
        for each in source.rglob("*"):
            if each.suffix in (".md", ".txt", ".yaml"):
                place = out / each.relative_to(source)
                place.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(each, place)


def stage(pages: Path, source: Path) -> None:
    """Put together what Sphinx reads: pages, what they lead to outside of their folder, contents."""
    shutil.copytree(pages, source)
    for page in sorted(source.rglob("*.md")):
        text = page.read_text(encoding="utf-8")
        text = DESCRIPTION.sub(lambda found: _described(found, pages, source), text)
        page.write_text(text, encoding="utf-8")
    (source / "contents.rst").write_text("\n".join(_contents(source)), encoding="utf-8")
    whole = [(source / f"{name}.md").read_text(encoding="utf-8") for name in _names(source)]
    (source / "llms-full.txt").write_text("\n\n".join(whole), encoding="utf-8")
    static = source / "static"
    static.mkdir()
    shutil.copyfile(HERE / "style.css", static / "style.css")
    shutil.copyfile(HERE / "conf.py", source / "conf.py")


def _described(found: re.Match[str], pages: Path, source: Path) -> str:
    """The link, to a copy; only the name where there is no such file."""
    name, path = found[1], found[2]
    original = pages.parent.parent / path
    if not original.is_file():
        return name
    place = source / path
    place.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(original, place)
    return f"[{name}](../{path})"


def _names(source: Path) -> list[str]:
    """The pages in the order of the contents: those of all services, then service by service."""
    found = [each.relative_to(source).with_suffix("").as_posix() for each in source.rglob("*.md")]
    return sorted(found, key=_rank)


def _rank(name: str) -> tuple[bool, str, bool, str]:
    if name in FIRST:
        return False, str(FIRST.index(name)), False, ""
    return "/" in name, name.partition("/")[0], not name.endswith("/service"), name


def _contents(source: Path) -> Iterator[str]:
    """The page of contents, which Sphinx makes the navigation of."""
    yield "Contents\n========\n"
    caption = None
    for name in _names(source):
        service = name.partition("/")[0] if "/" in name else "Overview"
        if service != caption:
            caption = service
            yield f"\n.. toctree::\n   :caption: {caption}\n   :maxdepth: 1\n"
        yield f"   {name}"
    yield ""


def _sphinx(source: Path, out: Path, doctrees: Path) -> None:
    title = (source / "index.md").read_text(encoding="utf-8").partition("\n")[0].removeprefix("# ")
    options = ["-q", "-E", "-a", "-W", "--keep-going", "-n", "-b", "html", "-d", str(doctrees)]
    names = ["-D", f"project={title}", "-D", f"html_title={title}"]
    shutil.rmtree(out, ignore_errors=True)
    subprocess.run([sys.executable, "-m", "sphinx", *options, *names, str(source), str(out)], check=True)


def main(arguments: list[str]) -> int:
    """Build, and say where."""
    if len(arguments) != 2:
        print("usage: python -m codegen.emit.docs.site PAGES OUT", file=sys.stderr)
        return 2
    pages, out = map(Path, arguments)
    try:
        build(pages, out)
    except subprocess.CalledProcessError:
        return 1
    print(f"{out / 'index.html'}: {sum(1 for _ in out.rglob('*.html'))} pages")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
