"""A lower precision is named where the error is one of rounding, and only there."""

import numpy as np
import pytest

from crosscheck.bounds import values
from crosscheck.case import Case
from crosscheck.diagnose import diagnose
from crosscheck.search import Evidence

CASES = [Case.draw((4, 7, 5, 3), 11, activations="tanh", seed=i) for i in range(3)]


def evidence(change):
    """The gradients alone, changed."""
    return [Evidence(c, {n: change(n, np.array(a)) for n, a in values(c).items() if n[:2] == "dW"}) for c in CASES]


def one_element(name, a):
    if name == "dW1":
        a[0, 0] *= 1 + 1e-9
    return a


@pytest.mark.parametrize(
    "change",
    [
        one_element,
        lambda name, a: a * (1 + 1e-7) if name == "dW2" else a,
        lambda name, a: np.round(a, 9),
    ],
    ids=["one element", "one layer scaled", "rounded to nine decimals"],
)
def test_a_small_mistake_is_no_lower_precision(change):
    assert not diagnose(evidence(change))


def test_a_lower_precision_is_named():
    found = diagnose(evidence(lambda name, a: a.astype(np.float32).astype(np.float64)))
    assert [c.id for c in found[0].causes] == ["single-precision-inside"]
