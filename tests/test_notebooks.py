"""The notebooks of examples/notebooks: each shows what its cells give, in this process and in a real kernel."""

import copy
import json
import re
import warnings
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from examples.notebooks.making.difference import COMMAND, difference
from examples.notebooks.making.execute import execute
from examples.notebooks.making.notebook import FOLDER, built, sources
from examples.notebooks.making.percent import cells

TUTORIAL = FOLDER / "tutorial.py"
LESSONS = [s for s in sources() if s != TUTORIAL]
ALL = pytest.mark.parametrize("source", sources(), ids=lambda s: s.stem)
PYTHON = re.compile(r"```python\n(.*?)```", re.DOTALL)


def committed(source: Path):
    return json.loads(source.with_suffix(".ipynb").read_text(encoding="utf-8"))


@pytest.mark.parametrize("source", LESSONS, ids=lambda s: s.stem)
def test_a_lesson_shows_what_its_cells_give(source):
    assert not (stale := difference(committed(source), built(source))), stale


@pytest.fixture(scope="session")
def tutorial_in_a_kernel(tmp_path_factory):
    """The tutorial, executed by Jupyter in a process of its own, which leaves nothing in the user's folders."""
    folder = tmp_path_factory.mktemp("jupyter")
    with warnings.catch_warnings(), pytest.MonkeyPatch.context() as patch:
        warnings.simplefilter("ignore")  # Jupyter's own, about its folders and event loops
        for variable in ("IPYTHONDIR", "JUPYTER_RUNTIME_DIR", "JUPYTER_CONFIG_DIR"):
            patch.setenv(variable, str(folder))
        patch.delenv("MPLBACKEND", raising=False)  # Jupyter's own shows pictures in the notebook
        import nbformat
        from nbclient import NotebookClient

        book = nbformat.read(TUTORIAL.with_suffix(".ipynb"), as_version=4)
        here = {"metadata": {"path": str(FOLDER)}}
        NotebookClient(book, timeout=120, startup_timeout=120, kernel_name="python3", resources=here).execute()
        return json.loads(nbformat.writes(book))


def test_the_tutorial_shows_what_its_cells_give_in_jupyter(tutorial_in_a_kernel):
    source = cells(TUTORIAL.read_text(encoding="utf-8"))
    assert [cell.text for cell in source] == ["".join(c["source"]) for c in committed(TUTORIAL)["cells"]], COMMAND
    assert not (stale := difference(committed(TUTORIAL), tutorial_in_a_kernel)), stale


def test_each_exercise_is_open_and_its_solution_solves_it():
    found = cells(TUTORIAL.read_text(encoding="utf-8"))
    solutions = iter([PYTHON.findall(c.text)[0] for c in found if "solution" in c.tags])
    solved = [replace(c, text=next(solutions)) if "exercise" in c.tags else c for c in found]
    assert not list(solutions), "an exercise for each solution"
    checks = [i for i, c in enumerate(found) if "check" in c.tags]
    assert len(checks) == len([c for c in found if "exercise" in c.tags]) == 4
    shown = execute(solved, FOLDER)
    for i in checks:
        as_it_is = "".join("".join(o.get("text", "")) for o in committed(TUTORIAL)["cells"][i]["outputs"])
        assert "not yet" in as_it_is
        assert "right" in shown[i][0]["text"]
        assert "not yet" not in shown[i][0]["text"]


@ALL
def test_a_notebook_is_small_and_says_nothing_of_the_machine(source):
    text = source.with_suffix(".ipynb").read_text(encoding="utf-8")
    assert len(text) < 300_000
    machine = (str(FOLDER.parents[1]), str(Path.home()) + "/", "ipykernel_", "object at 0x")
    assert not [told for told in (*machine, '"output_type": "error"') if told in text]


@ALL
def test_links_lead_somewhere(source):
    for link in re.findall(r"\]\(([\w./]+\.ipynb)\)", source.read_text(encoding="utf-8")):
        assert (FOLDER / link).is_file(), link


@pytest.mark.parametrize("number", range(1, 13))
def test_each_of_the_twelve_networks_has_its_lesson(number):
    (lesson,) = [s for s in LESSONS if s.stem.startswith(f"{number:02}_")]
    assert (FOLDER.parent / f"n{lesson.stem}.py").is_file()
    text = lesson.read_text(encoding="utf-8")
    for part in ("What it does", "Who writes it so", "How one can tell|By eye|By finite", "crosscheck.check"):
        assert re.search(part, text, re.IGNORECASE), part


def a_book(**outputs):
    data = {kind.replace("_", "/"): text for kind, text in outputs.items()}
    shown = [{"output_type": "execute_result", "data": data}]
    return {"cells": [{"cell_type": "code", "source": "f()", "outputs": shown}]}


REPORT = "AGREES  in 8 cases\nW'   24   1.1e-16   8.8e-16   0.13  W1'[3, 2]\n44 agree, of 48 arrays"


@pytest.mark.parametrize(
    ("was", "now"),
    [
        ("loss 0.2430", "loss 0.2431"),
        ("[1.58562878 0.1]", "[1.58562879 0.1]"),
        ("off by 3.1e-12", "off by -7.9e-11"),
        (REPORT, REPORT.replace("1.1e-16", "5.6e-17").replace("W1'[3, 2]", "W2'@3[0, 10]").replace("0.13", "0.2")),
        (REPORT, REPORT.replace("1.1e-16", "0").replace("W1'[3, 2]", "")),
    ],
)
def test_rounding_makes_no_notebook_stale(was, now):
    assert not difference(a_book(text_plain=was), a_book(text_plain=now))


@pytest.mark.parametrize(
    ("was", "now"),
    [
        ("loss 0.243", "loss 0.263"),
        ("4 of 5", "3 of 5"),
        ("right", "not yet"),
        ("dW = -8.0", "dW = 8.0"),
        (REPORT, REPORT.replace("AGREES", "DIFFERS")),
        (REPORT, REPORT.replace("44 agree", "43 agree")),
    ],
)
def test_a_stale_notebook_says_how_to_rebuild_it(was, now):
    assert COMMAND in difference(a_book(text_plain=was), a_book(text_plain=now))


def test_what_is_missing_or_written_anew_is_stale():
    book = a_book(text_plain="1", text_html="<b>1</b>")
    other = copy.deepcopy(book)
    other["cells"][0]["source"] = "g()"
    books: list[dict[str, Any]] = [other, {"cells": []}, a_book(text_plain="1")]
    books.append(a_book(text_plain="1", text_html="<i>1</i>"))
    assert all(difference(book, stale) for stale in books)


def test_a_source_is_cut_into_cells():
    words, code = cells('# %% [markdown]\n# # Title\n#\n# a\n\n# %% tags=["check"]\nx = 1\n\n\nx\n\n')
    assert (words.words, words.text) == (True, "# Title\n\na")
    assert (code.words, code.text, code.tags) == (False, "x = 1\n\n\nx", ("check",))


@pytest.mark.parametrize("source", ["x = 1\n", "# %% [markdown]\nwords without a sign\n"])
def test_a_source_that_is_none_is_refused(source):
    with pytest.raises(ValueError, match=r"line \d: expected"):
        cells(source)


def test_a_cell_that_raises_is_named():
    with pytest.raises(RuntimeError, match="cell 2 raised ZeroDivisionError"):
        execute(cells("# %%\nx = 0\n# %%\n1 / x\n"), FOLDER)
