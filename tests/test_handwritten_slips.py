"""Slips of real code that manual_mlp has no place for are named; the same code without them agrees."""

import pytest

import crosscheck
from tests import handwritten_slips as slips

PACKED = "gradient-packed-in-another-order"
BY_ROWS = "by rows, read by columns, W of n_out rows; by columns, read by rows, W of n_in rows"
PLACE = "parameters-from-wrong-place"
# network, and the mistake, its layers and its form, as they have to be named first
NAMED = [
    (slips.LastRowDropped, "bias-row-sent-down", (2,), "the bias comes first"),
    (slips.FirstRowDropped, "bias-row-sent-down", (2,), "the bias comes last"),
    (slips.CutAfterTheDerivative, "bias-row-sent-down", (1,), "the bias comes first, after f′(1)"),
    (slips.BiasInTheInnerLoop, "gradient-times-width", (1, 2), "db × nᵢ₋₁"),
    (slips.LastUnitOnly, "error-from-some-units", (2,), "the last"),
    (slips.OneVelocityAShape, "velocity-shared", (1, 2), "biases are matrices"),
    (slips.OneRowOfVelocities, "velocity-rows-aliased", (1, 2, 3), "one for all units"),
    (slips.MaskOfTheError, "gradient-masked-by-itself", (1, 2), ""),
    (slips.UnitsForSamples, "gradient-times-width", (1, 2, 3), "dW and db × N/nᵢ₋₁"),
    (slips.BiasesWithoutMomentum, "momentum-omitted", (1, 2, 3), "biases only"),
    (slips.DecayingWeights, "decay-omitted", (1, 2), "of the biases"),
    (slips.DecayingBiases, "decay-omitted", (1, 2), "of the weights"),
    (slips.OneSumForAll, "softmax-over-batch", (2,), "the sum alone, over samples and classes at once"),
    (slips.OneVector, PACKED, (1, 2), "packed W1 W2 b1 b2, read W1 b1 W2 b2, W of n_in rows"),
    (slips.OneVectorOfRows, PACKED, (1, 2), BY_ROWS),
    (slips.UnrolledByRows, PACKED, (1, 2, 3), f"{BY_ROWS}, with the bias in front"),
    (slips.UnrolledByRowsWithMomentum, PACKED, (1, 2, 3), f"{BY_ROWS}, with the bias in front"),
    (slips.BiasColumnNotCounted, PLACE, (2, 3), "biases left out of the places; b W, W of n_in rows"),
    (slips.BiasColumnNotCountedWithMomentum, PLACE, (2, 3), "biases left out of the places; b W, W of n_in rows"),
    (slips.OneVectorWithoutBiases, PLACE, (2,), "biases left out of the places; W b, W of n_in rows"),
    (slips.OneVectorOffByOne, PLACE, (2,), "one number too early; W b, W of n_in rows"),
    (slips.OneVectorFromTheWayBack, PACKED, (1, 2), "packed W2 b2 W1 b1, read W1 b1 W2 b2, W of n_in rows"),
]


@pytest.mark.parametrize(("network", "mistake", "layers", "form"), NAMED, ids=lambda x: getattr(x, "__name__", ""))
def test_the_slip_is_named(network, mistake, layers, form):
    report = crosscheck.check(network)
    assert report.verdict == "differs"
    causes = [(c["id"], tuple(c["layers"]), c["variant"]) for c in report.explanations[0]["defects"]]
    assert causes == [(mistake, layers, form)]


@pytest.mark.parametrize(
    "network",
    [slips.Folded, slips.PlainLoops, slips.Momentum, slips.OneVectorInOneOrder, slips.Decaying, slips.Unrolled],
    ids=lambda n: n.__name__,
)
def test_the_same_code_without_it_agrees(network):
    assert crosscheck.check(network).verdict == "agrees"
