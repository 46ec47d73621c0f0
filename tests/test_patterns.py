"""What is said of an array that nothing in the catalogue explains."""

import numpy as np
import pytest

from crosscheck.bounds import values
from crosscheck.case import Case
from crosscheck.patterns import patterns
from crosscheck.search import Evidence

CASE = Case.draw((5, 5, 3), 7, activations="relu", loss="mse")
RIGHT = values(CASE)


def shown(name, change):
    """The right arrays with one changed."""
    return Evidence(CASE, {**RIGHT, name: change(np.array(RIGHT[name]))})


def flip_one(a):
    a[0, 0] *= -1
    return a


def add_to_row(a):
    a[2] += np.arange(1.0, a.shape[1] + 1)
    return a


EACH_UNIT = "the weights that lead into each unit"


@pytest.mark.parametrize(
    ("name", "change", "said"),
    [
        ("dW1", lambda a: 1.37 * a, "it is 1.37 times what it should be"),
        ("dW1", lambda a: 7 * a, "it is 7 times what it should be, which is N here"),
        ("dW1", lambda a: a.T, "it is the transpose of what it should be"),
        ("dW1", lambda a: a + 0.25, "the same number, 0.25, is added to every element"),
        ("dW1", lambda a: 0 * a, "it is zero in every element"),
        ("dW1", flip_one, "only the sign of 1 of 25 elements is wrong"),
        ("dW1", lambda a: a[::-1], "it holds the right numbers in the wrong places"),
        ("dW1", add_to_row, "only the weights that lead into unit 2 differ, counted from 0"),
        ("dW1", lambda a: a + 0.3 * CASE.weights[0], "it is what it should be plus 0.3 times W1"),
        ("dW1", lambda a: a * np.arange(1.0, 6.0)[:, None], f"{EACH_UNIT} are multiplied by a factor of their own (1"),
        ("dW1", lambda a: a + np.outer(np.arange(1.0, 6.0), [1, 2, 4, 3, 5]), "the difference is an outer product"),
        ("A1", lambda a: np.where(RIGHT["Z1"] < 0, 0.1, a), "it differs only where the pre-activation is negative"),
        ("W1'", lambda a: CASE.weights[0] - 3 * (CASE.weights[0] - a), "it is 3 times what it should be"),
    ],
)
def test_a_regularity_is_named(name, change, said):
    found, sentences = patterns(shown(name, change))
    assert found == name
    assert any(s.startswith(said) for s in sentences), sentences


MOMENTUM = Case.draw((5, 5, 5), 7, activations="relu", loss="mse", momentum=0.9, lr=0.125)


def with_share_of(case, other):
    """The update of W2 with the momentum's share of another gradient in it, as where W1 and W2 have one velocity."""
    right = values(case)
    return Evidence(case, {**right, "W2'": right["W2'"] - case.momentum * case.lr * right[other]})


def test_what_another_layers_gradient_means_in_an_update():
    found, (sentence, *_) = patterns(with_share_of(MOMENTUM, "dW1"))
    assert found == "W2'"
    assert "plus 0.1125 times dW1, the gradient of another layer of the same shape, and 0.1125 is the mom" in sentence
    assert "W1 and W2 share what the optimizer keeps" in sentence


def test_what_says_it_all_stands_alone():
    assert len(patterns(shown("dW1", lambda a: 1.37 * a))[1]) == 1


OTHER = Case.draw((5, 5, 3), 9, activations="relu", loss="mse", seed=5)


@pytest.mark.parametrize(("c", "n"), [(1.37, 1), (None, 0)])
def test_what_does_not_hold_in_another_case_is_not_said(c, n):
    right = values(OTHER)
    noise = np.random.RandomState(3).standard_normal((5, 5))
    other = Evidence(OTHER, {**right, "dW1": noise if c is None else c * right["dW1"]})
    assert len(patterns(shown("dW1", lambda a: 1.37 * a), [other])[1]) == n


def test_a_case_in_which_it_cannot_be_seen_does_not_count():
    oblong = Case.draw((4, 5, 3), 9, activations="relu", loss="mse", seed=5)
    right = values(oblong)
    other = Evidence(oblong, {**right, "dW1": 1.1 * right["dW1"]})
    assert patterns(shown("dW1", lambda a: a.T), [other])[1] == ["it is the transpose of what it should be"]


def test_nothing_is_said_where_nothing_differs():
    assert patterns(Evidence(CASE, RIGHT)) == ("", [])


def test_nothing_regular_is_invented():
    noise = np.random.RandomState(3).standard_normal((5, 5))
    assert patterns(shown("dW1", lambda a: a + noise)) == ("dW1", [])


def test_a_line_that_differs_is_no_outer_product():
    _, found = patterns(shown("dW1", add_to_row))
    assert not any("outer product" in sentence for sentence in found)


@pytest.mark.parametrize(
    ("part", "words"),
    [(-0.5, ": half of the decay, η·λ/N = 0.00"), (-1, ": the decay, "), (3, ": 3 of the decay, η·λ/N")],
)
def test_what_lacks_of_the_decay_is_said_in_its_terms(part, words):
    case = CASE.with_(l2=0.5, l2_scale="per_sample")
    right = values(case)
    unit = case.lr * case.l2 / case.n_samples
    arrays = {name: np.asarray(right[name]) for name in ("W1'", "W2'")}
    arrays["W2'"] = arrays["W2'"] - part * unit * case.weights[1]
    name, found = patterns(Evidence(case, arrays))
    assert name == "W2'"
    assert any(words in s and s.endswith("is missing" if part < 0 else "is too much") for s in found), found
