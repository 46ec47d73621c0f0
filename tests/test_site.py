"""How docs/ becomes a site: formulas are set when it is built, and links to the code lead somewhere."""

import json
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

pytest.importorskip("mkdocs")
from mkdocs.config import load_config
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import get_files

from website import formulas, sources

ROOT = Path(__file__).parents[1]
PAGE: Any = SimpleNamespace(file=SimpleNamespace(src_path="page.md", src_uri="page.md"))


@pytest.fixture(scope="module")
def config():
    """mkdocs.yml."""
    return load_config(str(ROOT / "mkdocs.yml"))


@pytest.fixture(scope="module")
def files(config):
    """Every file of docs/, and the pages that are made for links to the code."""
    return config.plugins.run_event("files", get_files(config), config=config)


def test_formulas_become_mathml():
    html = r'a <span class="arithmatex">\(a &lt; \hat y\)</span> b <div class="arithmatex">\[W^\top\]</div>'
    found = formulas.on_page_content(html, page=PAGE)
    assert found.count("<math") == 2
    assert 'display="block"' in found
    assert "arithmatex" not in found
    assert "\\" not in found


@pytest.mark.parametrize("tex", [r"\foo", r"a &amp;= b", r"\begin{aligned} a &amp;= b \\ c &amp;= d \end{aligned}"])
def test_what_cannot_be_set_stops_the_build(tex):
    with pytest.raises(PluginError, match=r"page\.md: cannot set"):
        formulas.on_page_content(rf'<span class="arithmatex">\({tex}\)</span>', page=PAGE)


def test_a_link_to_a_file_of_the_code_leads_to_a_page_with_it(files):
    markdown = sources.on_page_markdown("[C](../tests/c_program/mlp.c)", page=PAGE, files=files)
    assert markdown == "[C](source/tests/c_program/mlp.c.md)"
    page = files.get_file_from_path("source/tests/c_program/mlp.c.md")
    assert (ROOT / "tests/c_program/mlp.c").read_text(encoding="utf-8") in page.content_string


def test_a_link_to_a_folder_leads_to_a_list_of_its_files(files):
    assert sources.on_page_markdown("[e](../examples)", page=PAGE, files=files) == "[e](source/examples.md)"
    listed = files.get_file_from_path("source/examples.md").content_string
    assert "](examples/n01_one_neuron.py.md)" in listed
    assert files.get_file_from_path("source/examples/n01_one_neuron.py.md") is not None


def test_a_notebook_is_shown_cell_by_cell():
    out = {"output_type": "stream", "name": "stdout", "text": ["two\n"]}
    drawn = {"output_type": "display_data", "data": {"image/png": "iVBO\n", "text/plain": ["<Figure>"]}}
    text = {"cell_type": "markdown", "source": ["# One\n", "See [two](02_two.ipynb)."]}
    code = {"cell_type": "code", "source": ["print('two')"], "outputs": [out, drawn]}
    assert sources.notebook(json.dumps({"cells": [text, code]})).split("\n\n") == [
        "# One\nSee [two](02_two.ipynb.md).",
        "````python\nprint('two')\n````",
        "````text\ntwo\n````",
        '<img alt="what the cell above draws" src="data:image/png;base64,iVBO">',
    ]


def test_a_link_to_nothing_is_left_for_strict_mode_to_find(files):
    assert sources.on_page_markdown("[x](../nope.py)", page=PAGE, files=files) == "[x](../nope.py)"


def test_every_page_is_in_the_navigation(config):
    text = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    assert [page.name for page in (ROOT / "docs").glob("*.md") if f": {page.name}\n" not in text] == []


def test_nothing_is_fetched_when_it_is_read(config):
    assert config.theme["font"] is False
    assert config.extra_javascript == []
    assert [css for css in config.extra_css if "//" in css] == []
