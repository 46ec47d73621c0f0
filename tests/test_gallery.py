"""docs/gallery.md is what the catalogue says today, and its pictures show what they are said to show."""

from pathlib import Path
from xml.etree import ElementTree as ET

import numpy as np
import pytest

from crosscheck.catalogue import texts
from crosscheck.gallery import page as gallery
from crosscheck.gallery.__main__ import main, write
from crosscheck.gallery.numbers import Numbers, numbers
from crosscheck.gallery.picture import colour, picture, places
from crosscheck.gallery.scenes import SCENES

DOCS = Path(__file__).parents[1] / "docs"
REFRESH = "write it anew with `make gallery`"


@pytest.fixture(scope="module")
def drawn():
    """File name -> picture."""
    return gallery.pictures()


def test_the_page_is_not_stale():
    assert (DOCS / "gallery.md").read_text(encoding="utf-8") == gallery.page(), REFRESH


def test_the_pictures_are_not_stale(drawn):
    there = {file.name: file.read_text(encoding="utf-8") for file in (DOCS / "gallery").iterdir()}
    assert sorted(there) == sorted(drawn), REFRESH
    assert [name for name in drawn if drawn[name] != there[name]] == [], REFRESH


def test_every_mistake_has_a_section_and_a_picture(drawn):
    headings = [line for line in gallery.page().splitlines() if line.startswith("### ")]
    assert sorted(headings) == sorted(f"### `{i}`" for i in texts())
    assert set(drawn) == {f"{i}.svg" for i in texts()}


def test_pictures_are_small_and_different(drawn):
    assert sum(map(len, drawn.values())) < 1_000_000
    assert len(set(drawn.values())) == len(drawn)


def test_a_picture_is_xml_and_has_a_title(drawn):
    root = ET.fromstring(drawn["derivative-missing.svg"])
    assert (root[0].tag.rpartition("}")[2], root[0].text) == (
        "title",
        "derivative-missing: dZ1 as it should be, as it is, and the difference; the updates, right against wrong",
    )


@pytest.mark.parametrize("mistake", sorted(set(texts()) - set(SCENES)))
def test_every_planted_mistake_moves_a_parameter(mistake):
    n = numbers(mistake)
    assert n is not None
    assert not np.array_equal(n.right, n.mistaken)
    assert any(not np.array_equal(a, b) for a, b in n.updates.values())


def test_a_wrong_sign_lies_on_the_other_diagonal():
    n = numbers("gradient-sign")
    assert n is not None
    np.testing.assert_array_equal(n.mistaken, -n.right)
    across, up = np.array(list(places(list(n.updates.values())))).T
    np.testing.assert_allclose(up, -across, atol=1e-12)


def test_a_step_that_is_zero_lies_on_the_axis():
    n = numbers("step-is-zero")
    assert n is not None
    right, mistaken = n.updates[f"W{n.layer}"]
    assert np.all(mistaken == 0)
    assert np.any(right != 0)


def test_colours_run_from_blue_over_white_to_orange():
    assert [colour(s) for s in (-2, -1, 0, 1, 2)] == ["#2166ac", "#2166ac", "#fafafa", "#c45b06", "#c45b06"]


def test_zeros_are_drawn_without_dividing_by_them():
    case = next(n for n in [numbers("step-is-zero")] if n is not None).case
    zeros = np.zeros((2, 2))
    assert picture(Numbers(case, 1, "", "dW1", zeros, zeros, {"W1": (zeros, zeros)}), "t").count("#fafafa") == 12


def test_a_picture_of_a_mistake_that_is_no_more_is_taken_away(tmp_path, monkeypatch):
    monkeypatch.setattr(gallery, "pictures", lambda: {"kept.svg": "<svg/>"})
    monkeypatch.setattr(gallery, "page", lambda: "# Gallery\n")
    (tmp_path / "gallery").mkdir()
    (tmp_path / "gallery" / "old.svg").write_text("")
    write(tmp_path / "gallery.md")
    assert [file.name for file in (tmp_path / "gallery").iterdir()] == ["kept.svg"]
    assert (tmp_path / "gallery.md").read_text() == "# Gallery\n"


def test_a_place_that_cannot_be_written_is_an_error_in_one_line(tmp_path, capsys):
    assert main(["--write", str(tmp_path / "no" / "page.md")]) == 2
    assert capsys.readouterr().err.startswith("error: ")
