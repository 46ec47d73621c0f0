"""`--html`: refused before the work, written whole or not at all, one page for several files."""

from pathlib import Path

import pytest

from crosscheck.case_file import save_case
from crosscheck.cli import main
from crosscheck.commands.check import write_html
from crosscheck.isolated import USAGE, failed
from crosscheck.report.look import Look
from tests.pages import CASE

ROOT = str(Path(__file__).parents[1])


@pytest.fixture
def network(tmp_path):
    """A file with a wrong network, and the case to check it on."""
    (tmp_path / "net.py").write_text(
        f"import sys\nsys.path.insert(0, {ROOT!r})\nfrom tests import pages\nclass Mine(pages.Wrong):\n    pass\n"
    )
    save_case(CASE, tmp_path / "case.npz")
    return [str(tmp_path / "net.py:Mine"), "--case", str(tmp_path / "case.npz")]


@pytest.fixture
def _no_work(monkeypatch):
    """Nothing may be run."""

    def work(*_, **__):
        raise AssertionError("the work was begun")

    monkeypatch.setattr("crosscheck.isolated.check_isolated", work)
    monkeypatch.setattr("crosscheck.verify.job.verify", work)


def stopped(*_, **__):
    raise KeyboardInterrupt


@pytest.mark.usefixtures("forked")
def test_check_writes_a_page_with_everything_on_it(network, tmp_path, capsys):
    page = tmp_path / "out.html"
    assert main(["check", *network, "--html", str(page), "--json", str(tmp_path / "out.json"), "-q"]) == 1
    assert "derivative-missing" in capsys.readouterr().out
    html = page.read_text(encoding="utf-8")
    assert all(title in html for title in ("What is wrong", "Dataflow", "Training", "The smallest example"))
    assert "net.py:Mine" in html
    assert html.count('class="graph tab-panel"') == CASE.steps
    assert "import numpy as np\nx, y = " in html
    assert "shrunk" not in (tmp_path / "out.json").read_text()
    assert sorted(f.name for f in tmp_path.iterdir()) == ["case.npz", "net.py", "out.html", "out.json"]


@pytest.mark.usefixtures("_no_work")
@pytest.mark.parametrize(
    ("place", "said"),
    [("missing/out.html", "there is no folder"), (".", "it is a folder"), ("/proc/out.html", "cannot write /proc")],
)
@pytest.mark.parametrize("verb", ["check", "verify"])
def test_a_place_that_cannot_be_written_is_refused_before_the_work(verb, place, said, network, tmp_path, capsys):
    target = place if place.startswith("/") else str(tmp_path / place)
    assert main([verb, *(network if verb == "check" else []), "--html", target]) == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert said in line


@pytest.mark.usefixtures("_no_work")
@pytest.mark.parametrize("verb", ["check", "verify"])
def test_a_missing_library_is_named_with_what_to_install(verb, network, tmp_path, capsys, monkeypatch):
    monkeypatch.setattr("crosscheck.report.html.extra.NEEDED", ("jinja2", "a_library"))
    assert main([verb, *(network if verb == "check" else []), "--html", str(tmp_path / "out.html")]) == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert "needs a_library" in line
    assert "pip install 'crosscheck-mlp[html]'" in line


def test_an_interrupted_run_leaves_what_was_there(network, tmp_path, capsys, monkeypatch):
    page = tmp_path / "out.html"
    page.write_text("the report of yesterday")
    monkeypatch.setattr("crosscheck.isolated.check_isolated", stopped)
    assert main(["check", *network, "--html", str(page)]) == 130
    assert capsys.readouterr().err.splitlines() == ["crosscheck: error: interrupted"]
    assert page.read_text() == "the report of yesterday"


def test_an_interrupt_while_it_is_written_leaves_nothing_half(tmp_path, monkeypatch):
    page = tmp_path / "out.html"
    monkeypatch.setattr("os.fsync", stopped)
    with pytest.raises(KeyboardInterrupt):
        write_html(str(page), [failed("net.py", USAGE, "does not import", "", Look())])
    assert list(tmp_path.iterdir()) == []


def test_several_files_are_one_page_with_a_way_to_each(tmp_path):
    page = tmp_path / "out.html"
    outcomes = [failed(f"net{i}.py", USAGE, f"net{i}.py does not import", "", Look()) for i in (1, 2)]
    write_html(str(page), outcomes)
    html = page.read_text(encoding="utf-8")
    assert 'href="#r2"' in html
    assert html.count("<article") == 2
    assert "net2.py does not import" in html
