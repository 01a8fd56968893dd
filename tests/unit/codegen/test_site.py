"""The site of the reference: what Sphinx is given to read, and that a dead link would be noticed."""

from __future__ import annotations

from pathlib import Path

import pytest

from codegen.emit.docs.site.__main__ import stage
from codegen.emit.docs.site.links import check, main

GOOD = '<head><link rel="stylesheet" href="s.css"><link rel="next" href="b/c.html"></head><body>{}</body>'


def site(folder: Path, body: str) -> Path:
    (folder / "b").mkdir()
    (folder / "a.html").write_text(GOOD.format(body), encoding="utf-8")
    (folder / "b" / "c.html").write_text('<h1 id="here">C</h1><a href="../a.html#">A</a>', encoding="utf-8")
    (folder / "s.css").write_text("p { background: url(data:image/png;base64,AA) }", encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    "body",
    [
        "",
        '<a href="b/c.html">C</a>',
        '<a href="b/c.html#here">C</a>',
        '<p id="x"><a href="#x">x</a></p>',
        '<img src="s.css">',
    ],
)
def test_a_site_without_dead_links_has_none(tmp_path: Path, body: str) -> None:
    found = check(site(tmp_path, body))
    assert (found.pages, found.problems, found.elsewhere) == (2, [], set())


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ('<a href="d.html">D</a>', "a.html: d.html: there is no such page"),
        ('<a href="b/c.html#there">C</a>', "a.html: b/c.html#there: there is no such place on the page"),
        ('<a href="#x">x</a>', "a.html: #x: there is no such place on the page"),
        ('<a href="../../etc/passwd">x</a>', "a.html: ../../etc/passwd: there is no such page"),
        ('<a href="javascript:x()">x</a>', "a.html: javascript:x(): no address to follow"),
        (
            '<script src="https://e.example/x.js">',
            "a.html: https://e.example/x.js: is loaded from another site",
        ),
        ('<img src="//e.example/x.png">', "a.html: //e.example/x.png: is loaded from another site"),
        ('<img src="x.png">', "a.html: x.png: is loaded and is not there"),
    ],
)
def test_a_dead_link_is_noticed(tmp_path: Path, body: str, said: str) -> None:
    assert check(site(tmp_path, body)).problems == [said]


def test_a_style_that_loads_from_elsewhere_is_noticed(tmp_path: Path) -> None:
    folder = site(tmp_path, "")
    (folder / "s.css").write_text('@import "https://e.example/f.css";', encoding="utf-8")
    assert check(folder).problems == ["s.css: https://e.example/f.css: is loaded from another site"]


def test_other_sites_are_listed_and_an_empty_folder_is_no_site(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([str(tmp_path)]) == 1
    site(tmp_path, '<a href="https://e.example/">e</a>')
    assert main([str(tmp_path)]) == 0
    assert capsys.readouterr().out.endswith("2 pages, 3 links, 0 dead\nnot followed: https://e.example/\n")


LINK = "Described in [`spec/svc/ping.yaml`](../../../spec/svc/ping.yaml), from 1.\n"


def pages(folder: Path) -> Path:
    found = folder / "generated" / "docs"
    (found / "svc").mkdir(parents=True)
    (found / "index.md").write_text("# demo 0.1.0\n", encoding="utf-8")
    (found / "svc" / "ping.md").write_text(LINK, encoding="utf-8")
    (found / "svc" / "service.md").write_text("# svc\n", encoding="utf-8")
    return found


def test_a_page_keeps_its_way_to_the_description(tmp_path: Path) -> None:
    found = pages(tmp_path)
    (tmp_path / "spec" / "svc").mkdir(parents=True)
    (tmp_path / "spec" / "svc" / "ping.yaml").write_text("dialect: 1\n", encoding="utf-8")
    stage(found, tmp_path / "staged")
    text = (tmp_path / "staged" / "svc" / "ping.md").read_text(encoding="utf-8")
    assert text == LINK.replace("../../../spec", "../spec")
    assert (tmp_path / "staged" / "spec" / "svc" / "ping.yaml").is_file()


def test_far_from_the_description_there_is_no_link_to_it(tmp_path: Path) -> None:
    stage(pages(tmp_path), tmp_path / "staged")
    text = (tmp_path / "staged" / "svc" / "ping.md").read_text(encoding="utf-8")
    assert text == "Described in `spec/svc/ping.yaml`, from 1.\n"


def test_every_page_is_in_the_contents_and_in_the_text_for_programs(tmp_path: Path) -> None:
    stage(pages(tmp_path), tmp_path / "staged")
    contents = (tmp_path / "staged" / "contents.rst").read_text(encoding="utf-8").split()
    assert [each for each in contents if "/" in each or each == "index"] == [
        "index",
        "svc/service",
        "svc/ping",
    ]
    whole = (tmp_path / "staged" / "llms-full.txt").read_text(encoding="utf-8")
    assert whole.startswith("# demo 0.1.0\n\n\n# svc\n")
