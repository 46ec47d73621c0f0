"""Slips on the way forward, at the output and on the way down are named; the same code without them agrees."""

import pytest

import crosscheck
from tests import handwritten_way_slips as slips
from tests.some_cases import some_cases

FORMULA, SLOPE, WHOLE = "activation-formula", "derivative-formula", "data-cut-to-integers"
# network, and the mistake, its layers and its form, as they have to be named first
NAMED = [
    (slips.SignOfTheSecondTerm, "cross-entropy-derivative", (2,), "-(y/p) - (1 - y)/(1 - p)"),
    (slips.FirstTermMissing, "cross-entropy-derivative", (2,), "(1 - y)/(1 - p) alone"),
    (slips.HandsDownDA, "delta-skips-derivative", (2,), ""),
    (slips.CacheHoldsA, "derivative-at-activation", (2,), ""),
    (slips.SigmoidItself, SLOPE, (2,), "a"),
    (slips.MaximumOverSamples, "softmax-maximum", (2,), "taken over the samples"),
    (slips.MaximumAboveTheLine, "softmax-maximum", (2,), "subtracted in the numerator only"),
    (slips.WholeColumns, "labels-as-columns", (2,), "in the columns of all labels"),
    (slips.WholeRows, "labels-as-columns", (2,), "in the rows of all labels"),
    (slips.ColumnsInALoop, "labels-as-columns", (2,), "in a column for each label"),
    (slips.WholeInputs, WHOLE, (1,), "x cut"),
    (slips.RoundedInputs, WHOLE, (1,), "x rounded"),
    (slips.WholeTargets, WHOLE, (2,), "y cut"),
    (slips.InputsOfTheFirstLayer, "weight-gradient-wrong-input", (2,), "x"),
    (slips.OutputForInput, "weight-gradient-wrong-input", (2,), "its own output"),
    (slips.EluOfOneLess, FORMULA, (1,), "α exp(z - 1)"),
    (slips.SlopeAsFloor, FORMULA, (1,), "max(α, z), derivative from it"),
    (slips.HalfASoftplus, FORMULA, (1,), "log(1 + exp(-|z|)), without max(z, 0), and its derivative"),
    (slips.LeakyItself, SLOPE, (1,), "a"),
    (slips.NoSlope, SLOPE, (1,), "a·1 - a, which is 0"),
    (slips.GeluOfTheInner, SLOPE, (1,), "1 - u² in place of 1 - tanh²(u)"),
    (slips.EluInPlace, "preactivation-overwritten", (1,), ""),
    (slips.OnesLast, "ones-at-the-wrong-end", (2,), "the bias comes first"),
    (slips.OnesLastBothWays, "ones-at-the-wrong-end", (2,), "the bias comes first, on the way back too"),
    (slips.ErrorRunsOn, "sum-runs-on", (2,), "the error"),
    (slips.SumRunsOn, "sum-runs-on", (1, 2), "the pre-activation"),
]


@pytest.mark.parametrize(("network", "mistake", "layers", "form"), NAMED, ids=lambda x: getattr(x, "__name__", ""))
def test_the_slip_is_named(network, mistake, layers, form):
    report = crosscheck.check(network, cases=some_cases(network, 9 if network is slips.WholeColumns else 4))
    assert report.verdict == "differs"
    causes = [(c["id"], tuple(c["layers"]), c["variant"]) for c in report.explanations[0]["defects"]]
    assert causes == [(mistake, layers, form)]


@pytest.mark.parametrize("network", [slips.Rows, slips.Softmax, slips.Squares, slips.Loops], ids=lambda n: n.__name__)
def test_the_same_code_without_it_agrees(network):
    assert crosscheck.check(network, cases=some_cases(network)).verdict == "agrees"
