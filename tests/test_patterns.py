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
        ("dW1", add_to_row, "only row 2 (of the canonical form) differ"),
        ("dW1", lambda a: a + 0.3 * CASE.weights[0], "it is what it should be plus 0.3 times W1"),
        ("dW1", lambda a: a * np.arange(1.0, 6.0)[:, None], "each row is off by a constant of its own (1 to 5)"),
        ("dW1", lambda a: a + np.outer(np.arange(1.0, 6.0), [1, 2, 4, 3, 5]), "the difference is an outer product"),
        ("A1", lambda a: np.where(RIGHT["Z1"] < 0, 0.1, a), "it differs only where the pre-activation is negative"),
        ("W1'", lambda a: CASE.weights[0] - 3 * (CASE.weights[0] - a), "it is 3 times what it should be"),
    ],
)
def test_a_regularity_is_named(name, change, said):
    found, sentences = patterns(shown(name, change))
    assert found == name
    assert any(s.startswith(said) for s in sentences), sentences


def test_nothing_is_said_where_nothing_differs():
    assert patterns(Evidence(CASE, RIGHT)) == ("", [])


def test_nothing_regular_is_invented():
    noise = np.random.RandomState(3).standard_normal((5, 5))
    assert patterns(shown("dW1", lambda a: a + noise)) == ("dW1", [])
