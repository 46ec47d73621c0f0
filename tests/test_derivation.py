"""docs/derivation.md quotes the code: what it quotes stands in the file that it names, and no line is left out."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs" / "derivation.md").read_text(encoding="utf-8")
CODE = re.compile(r"`([^`\n]+)`")
LAYOUTS = ("numerator.py", "denominator.py")


def tables(page: str) -> list[list[list[str]]]:
    """Every table, as rows of cells, the line below its head left out."""
    found = re.findall(r"(?:^\|.*\n)+", page, re.MULTILINE)
    return [[[c.strip() for c in line[1:-1].split("|")] for line in t.splitlines()] for t in found]


def quotes() -> list[tuple[str, str]]:
    """(file, line) for all that stands below a head that ends with a file: `numerator.py`, f in `activations.py`."""
    found = []
    for head, _, *rows in tables(PAGE):
        for column, title in enumerate(head):
            file = re.search(r"`(\w+\.py)`$", title)
            if file and "PyTorch" not in head:
                found += [(file[1], line) for row in rows for line in CODE.findall(row[column])]
    return found


QUOTES = quotes()
# What the text around the tables quotes.
APART = CODE.findall(re.sub(r"^(\|.*|```[^`]*```)$", "", PAGE, flags=re.MULTILINE))


def code_lines(file: str) -> list[str]:
    """The lines of a file of manual_mlp, without comments and indentation."""
    text = (ROOT / "manual_mlp" / file).read_text(encoding="utf-8")
    return [line.split("  #")[0].strip() for line in text.splitlines()]


def body(file: str, function: str) -> list[str]:
    """The lines of a function, its signature and docstring left out."""
    text = (ROOT / "manual_mlp" / file).read_text(encoding="utf-8")
    found = next(n for n in ast.parse(text).body if isinstance(n, ast.FunctionDef) and n.name == function)
    assert found.end_lineno is not None
    return code_lines(file)[found.body[1].lineno - 1 : found.end_lineno]


@pytest.mark.parametrize(("file", "line"), sorted(set(QUOTES)), ids=[f"{f}:{x}" for f, x in sorted(set(QUOTES))])
def test_what_is_quoted_stands_in_the_file(file, line):
    assert line in code_lines(file)


@pytest.mark.parametrize("function", ["forward", "backward"])
@pytest.mark.parametrize("file", LAYOUTS)
def test_every_line_of_both_layouts_is_quoted(file, function):
    quoted = {line for name, line in QUOTES if name == file} | set(APART)
    assert [line for line in body(file, function) if line not in quoted] == []


@pytest.mark.parametrize("file", LAYOUTS)
def test_lines_are_quoted_in_their_order(file):
    """Line by line: what is quoted of a layout is its code from top to bottom, but for what the text says apart."""
    quoted = [line for name, line in QUOTES if name == file]
    both = body(file, "forward") + body(file, "backward")
    assert quoted == [line for line in both if line not in APART]


def test_four_lines_differ_as_the_page_says():
    rows, columns = (body(file, "forward") + body(file, "backward") for file in LAYOUTS)
    assert sum(a != b for a, b in zip(rows, columns, strict=True)) == 4
    assert "together four lines differ" in PAGE


def test_every_activation_and_loss_is_on_the_page():
    from manual_mlp.activations import NAMES
    from manual_mlp.losses import NAMES as LOSSES

    assert [name for name in (*NAMES, "softmax", *LOSSES) if name not in PAGE.lower()] == []


def test_the_quotes_of_the_other_files_are_as_many_as_were_meant():
    of = [file for file, _ in QUOTES]
    assert {f: of.count(f) for f in sorted(set(of))} == {
        "activations.py": 21,
        "denominator.py": len(body("denominator.py", "forward") + body("denominator.py", "backward")) - 4,
        "losses.py": 8,
        "numerator.py": len(body("numerator.py", "forward") + body("numerator.py", "backward")) - 4,
        "sgd.py": 6,
    }
