"""The catalogue's formulas in every orientation: each product evaluated as it reads, with what is stored."""

import re
from itertools import product

import numpy as np
import pytest

from crosscheck.catalogue import texts
from crosscheck.conventions import Conventions
from crosscheck.oriented import Factor, of_our_making, oriented, products, turned_samples

WAYS = [(columns, in_out) for columns in (False, True) for in_out in (False, True)]
N, WIDTH = 5, 4  # all layers of one width, so that every wrong product exists too


def forms(f, is_tex):
    return (f.is_tex, f.should_tex) if is_tex else (f.is_, f.should)


PRODUCTS = sorted(
    (mistake, is_tex, i)
    for mistake, is_tex in product(texts(), (False, True))
    for i, formula in enumerate(forms(oriented(mistake), is_tex))
    if products(formula, is_tex)
)


def canonical(factor):
    """The matrix of a name, the same for the same name, as the harness stores it."""
    random = np.random.RandomState(sum(map(ord, factor.name.replace(";", ","))))
    return random.standard_normal((WIDTH, WIDTH) if factor.is_weight else (N, WIDTH))


def value(factor, columns, in_out):
    """A factor as it reads: of what is stored; a slice stays a matrix, of one row or one column."""
    stored = canonical(factor).T if (in_out if factor.is_weight else columns) else canonical(factor)
    if factor.index.startswith("[:"):
        stored = stored[:, :1]
    elif factor.index:
        stored = stored[:1]
    return stored.T if factor.transposed else stored


def test_there_are_products_to_turn():
    assert len(PRODUCTS) > 50


@pytest.mark.parametrize(("columns", "in_out"), WAYS)
@pytest.mark.parametrize(("mistake", "is_tex", "i"), PRODUCTS)
def test_a_product_reads_right_where_things_are_stored_otherwise(mistake, is_tex, i, columns, in_out):
    before = products(forms(oriented(mistake), is_tex)[i], is_tex)
    after = products(forms(oriented(mistake, "", columns, in_out), is_tex)[i], is_tex)
    for (a, b), (c, d) in zip(before, after, strict=True):
        right = value(a, False, False) @ value(b, False, False)
        of_samples = not a.is_weight and not a.transposed
        expected = right.T if (columns if of_samples else in_out) else right
        assert np.allclose(value(c, columns, in_out) @ value(d, columns, in_out), expected), (a, b, c, d)


@pytest.mark.parametrize(
    ("mistake", "label", "conventions", "is_", "should"),
    [
        ("weight-not-transposed", "", Conventions(), "dAᵢ₋₁ = dZᵢ Wᵢ", "dAᵢ₋₁ = dZᵢ Wᵢᵀ"),
        ("weight-not-transposed", "", Conventions("columns", "out_in", "column"), "dAᵢ₋₁ = Wᵢ dZᵢ", "dAᵢ₋₁ = Wᵢᵀ dZᵢ"),
        ("weight-not-transposed", "", Conventions("vector"), "dAᵢ₋₁ = dZᵢ Wᵢ", "dAᵢ₋₁ = dZᵢ Wᵢᵀ"),
        ("weight-not-transposed", "", Conventions("vector", "out_in"), "dAᵢ₋₁ = Wᵢ dZᵢ", "dAᵢ₋₁ = Wᵢᵀ dZᵢ"),
        ("weight-gradient-transposed", "", Conventions(), "dWᵢ = (Aᵢ₋₁ᵀ dZᵢ)ᵀ", "dWᵢ = Aᵢ₋₁ᵀ dZᵢ"),
        ("one-sample-only", "last", Conventions("columns"),
         "dWᵢ = Aᵢ₋₁[:, n] dZᵢ[:, n]ᵀ, for one n", "dWᵢ = Σₙ Aᵢ₋₁[:, n] dZᵢ[:, n]ᵀ"),
        ("one-sample-only", "last, bias only", Conventions(), "dbᵢ = dZᵢ[n], for one n", "dbᵢ = Σₙ dZᵢ[n]"),
        ("bias-gradient-wrong-axis", "", Conventions("columns"), "dbᵢ[n] = Σₖ dZᵢ[k, n]", "dbᵢ[k] = Σₙ dZᵢ[k, n]"),
        ("gradient-ascent", "biases only", Conventions(), "bᵢ′ = bᵢ + η dbᵢ", "bᵢ′ = bᵢ − η dbᵢ"),
        ("parameter-factor", "db × 1/N", Conventions(), "dbᵢ = (1/N) Σₙ dZᵢ", "dbᵢ = Σₙ dZᵢ"),
        ("parameter-factor", "dW × 2", Conventions(), "dWᵢ = 2 Aᵢ₋₁ᵀ dZᵢ", "dWᵢ = Aᵢ₋₁ᵀ dZᵢ"),
    ],
)  # fmt: skip
def test_formulas_read_as_their_code_would(mistake, label, conventions, is_, should):
    f = oriented(mistake, label, turned_samples(conventions), conventions.weight == "in_out")
    assert (f.is_, f.should) == (is_, should)


def test_the_catalogues_own_form_stays_as_it_is():
    for mistake, t in texts().items():
        assert oriented(mistake).as_dict() == {
            "is": t.is_, "should": t.should, "is_tex": t.is_tex, "should_tex": t.should_tex
        }  # fmt: skip


@pytest.mark.parametrize(
    ("mistake", "label", "should"),
    [
        ("gradient-ascent", "biases only", "bᵢ′ = bᵢ − η dbᵢ, for b = −θ"),
        ("gradient-ascent", "", "Wᵢ′ = Wᵢ − η dWᵢ"),
        ("bias-sign", "", "Zᵢ = Aᵢ₋₁ Wᵢᵀ + bᵢ, for b = −θ"),
    ],
)
def test_thresholds_are_said_to_be_minus_the_bias(mistake, label, should):
    assert oriented(mistake, label, thresholds=True).should == should


@pytest.mark.parametrize("mistake", [m for m, t in texts().items() if "λ" in t.is_ + t.should])
def test_a_penalty_per_sample_is_divided_by_n(mistake):
    f = oriented(mistake, per_sample=True)
    assert re.findall("λ(?!/N)", f.is_ + f.should) == []
    assert f.is_tex.count(r"\lambda") == f.is_tex.count(r"\frac{\lambda}{N}")


@pytest.mark.parametrize("mistake", texts())
@pytest.mark.parametrize(("columns", "in_out"), WAYS)
def test_every_form_in_latex_is_drawn(mistake, columns, in_out):
    mathml = pytest.importorskip("crosscheck.report.html.mathml").mathml
    f = oriented(mistake, "", columns, in_out)
    for tex in (f.is_tex, f.should_tex):
        assert tex.count("{") == tex.count("}")
        assert "<math" in mathml(tex)


def test_no_latex_is_taken_from_a_process_with_somebodys_code():
    cause = {"id": "weight-not-transposed", "variant": "", **oriented("weight-not-transposed", "", True).as_dict()}
    assert of_our_making(cause) == oriented("weight-not-transposed", "", True)
    assert of_our_making({**cause, "is_tex": "<script>"}) == oriented("weight-not-transposed")
    assert "<" not in oriented("parameter-factor", "dW × <script>").is_tex


def test_a_slice_is_taken_the_other_way_round():
    (first, _), *_ = products("dWᵢ = dZᵢ[n]ᵀ Aᵢ₋₁[n]")
    assert first == Factor("dZᵢ", "[n]", True)


@pytest.mark.parametrize(
    ("label", "shown"), [("", "Σₘ exp(z_mk)"), ("over samples and classes at once", "Σₘⱼ exp(z_mj)")]
)
def test_the_sum_of_a_softmax_is_the_one_that_is_made(label, shown):
    found = oriented("softmax-over-batch", label)
    assert shown in found.is_
    assert (r"\sum_{m,j}" in found.is_tex) == bool(label)
