"""Slips at the target, at the output and between layers are named; the same code without them agrees."""

import pytest

import crosscheck
from tests import handwritten_output_slips as slips
from tests.some_cases import some_cases

TARGET, TWICE, EXTRA, FORMULA = (
    "target-not-subtracted", "output-activation-twice", "output-derivative-extra", "activation-formula"
)  # fmt: skip
# network, and the mistakes, their layers in the deepest case and their forms, as they have to be named first
NAMED = [
    (slips.LabelSet, [(TARGET, (2,), "set to -1")]),
    (slips.OneAdded, [(TARGET, (2,), "added")]),
    (slips.DividedFirst, [(TARGET, (2,), "after the division")]),
    (slips.TargetDividedAlone, [(TARGET, (2,), "divided alone")]),
    (slips.TargetAdded, [(TARGET, (2,), "added")]),
    (slips.ErrorSquared, [("error-squared", (2,), "(ŷ - y)²")]),
    (slips.LossHandedBack, [("error-squared", (2,), "the loss itself")]),
    (slips.SoftmaxOfSoftmax, [(TWICE, (2,), "forward only")]),
    (slips.SoftmaxInTheLoss, [(TWICE, (2,), "in the loss")]),
    (slips.SigmoidOfSigmoid, [(TWICE, (2,), "in the loss")]),
    (slips.SoftmaxDerivedAgain, [(EXTRA, (2,), "softmax's own Jacobian")]),
    (slips.SoftmaxForLabels, [(FORMULA, (2,), "softmax")]),
    (slips.SigmoidForClasses, [(FORMULA, (2,), "sigmoid")]),
    (slips.SigmoidLeftOver, [(EXTRA, (2,), "ŷ(1 - ŷ)")]),
    (slips.RootOfTwoPi, [(FORMULA, (1,), "√(2π) in place of √(2/π), and its derivative")]),
    (slips.KeptBeforeTheBias, [("preactivation-without-bias", (1, 2), "")]),
    (slips.ThroughTheGradient, [("gradient-in-place-of-weights", (2, 3), "")]),
    (slips.SlopeOfTheLayerAbove, [("derivative-after-gradient", (1, 2, 3), "at the output too")]),
    (slips.BiasOfTheFirst, [("parameter-used-twice", (1, 2), "b1 in layer 2 too")]),
    (
        slips.HalfAndBiasesAveraged,
        [("constant-factor", (3,), "1/2"), ("bias-gradient-mean", (1, 2, 3), "")],
    ),
    (
        slips.LeakyAndAveragedTwice,
        [(FORMULA, (1, 2), "leaky, slope 0.1"), ("averaged-twice", (1, 2, 3), "weights only")],
    ),
]


@pytest.mark.parametrize(("network", "mistakes"), NAMED, ids=lambda x: getattr(x, "__name__", ""))
def test_the_slip_is_named(network, mistakes):
    report = crosscheck.check(network, cases=some_cases(network))
    assert report.verdict == "differs"
    causes = [(c["id"], tuple(c["layers"]), c["variant"]) for c in report.explanations[0]["defects"]]
    assert causes == mistakes


def test_the_same_code_without_it_agrees():
    assert crosscheck.check(slips.Deep, cases=some_cases(slips.Deep)).verdict == "agrees"
