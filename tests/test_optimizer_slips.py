"""Slips in an optimizer written by hand are named; the same code without them agrees."""

import pytest

import crosscheck
from tests import optimizer_slips as slips
from tests.some_cases import some_cases

ALL = (1, 2, 3)
# network, and the mistake, its layers and its form, as they have to be named first
NAMED = [
    (slips.Ones, "velocity-initial", ALL, "ones"),
    (slips.OnesInTheRate, "velocity-initial", ALL, "ones, v holds −η"),
    (slips.CopiesOfTheWeights, "velocity-initial", ALL, "a copy of the parameters, v holds −η, weights only"),
    (slips.GradientsAsVelocities, "velocity-initial", ALL, "the first gradient, not decayed"),
    (slips.GradientsForEver, "velocity-from-wrong-array", ALL, "the gradient, not decayed"),
    (slips.IntegersOfTheRate, "velocity-in-integers", ALL, "v holds η"),
    (slips.BracketTooMany, "momentum-times-gradient", ALL, "weights only"),
    (slips.LastWeightsVelocity, "bias-velocity-from-weights", ALL, "the last weight's"),
    (slips.AddedUp, "gradients-accumulate", ALL, "not the decay"),
    (slips.AddedUpWithTheDecay, "gradients-accumulate", ALL, ""),
    (slips.BiasesAddedUp, "gradients-accumulate", ALL, "biases only"),
    (slips.StepFirst, "step-before-backward", ALL, ""),
    (slips.StepFirstWithoutMomentum, "step-before-backward", ALL, ""),
    (slips.HalfTheSquare, "decay-formula", ALL, "½λW²"),
    (slips.Penalty, "decay-formula", ALL, "½λ ΣW², one number"),
    (slips.FromTheSecondInput, "decay-omitted", ALL, "of the first input"),
    (slips.DecayingTwice, "decay-twice", ALL, "the biases too"),
    (slips.OneLayerTooFew, "gradient-zero", (1,), ""),
    (slips.OneLayerTooFewWithoutMomentum, "gradient-zero", (1,), ""),
    (slips.AverageNotStored, "momentum-omitted", ALL, ""),
    (slips.AverageExchanged, "momentum-coefficient", ALL, "μ and 1 − μ exchanged"),
    (slips.AveragePushedBack, "momentum-sign", ALL, ""),
    (slips.BiasesPushedBack, "momentum-sign", ALL, "biases only"),
    (slips.NeverFading, "momentum-coefficient", ALL, "1: it never fades"),
    (slips.MomentumOnTheGradient, "momentum-coefficient", ALL, "1, and μ of the gradient"),
    (slips.ArgumentsExchanged, "momentum-coefficient", ALL, "η and μ exchanged"),
    (slips.RateInTheBracket, "momentum-coefficient", ALL, "η μ"),
    (slips.WeightsForTheirVelocity, "velocity-from-wrong-array", (2,), "the parameters, v holds −η, weights only"),
    (slips.GradientForItsVelocity, "velocity-from-wrong-array", ALL, "the gradient, v holds −η"),
    (slips.OldUpdateLeftIn, "gradient-besides-velocity", ALL, "g + v"),
    (slips.LookingAhead, "gradient-besides-velocity", ALL, "g + μv"),
    (slips.DecayBesideTheVelocity, "decay-past-the-momentum", ALL, "shown gradient holds it"),
    (slips.DecayWithoutTheRate, "decay-without-lr", ALL, ""),
    (slips.SumOfTheWeights, "decay-formula", ALL, "λ ΣW, one number"),
    (slips.NormOfTheWeights, "decay-formula", ALL, "λ‖W‖, one number"),
    (slips.RateSentDown, "lr-sent-down", (2, 3), ""),
    (slips.WeightsForTheGradient, "gradient-in-the-weights-array", ALL, ""),
    (slips.WidthForSamples, "gradient-times-width", ALL, "dW and db × N/nᵢ₋₁, the penalty too"),
    (slips.NeverReset, "sum-runs-on", (1, 2), "every product, dW by the inputs of each unit"),
    (slips.ResetForEachRow, "sum-runs-on", (1, 2), "dW, along the inputs"),
]


@pytest.mark.parametrize(("network", "mistake", "layers", "form"), NAMED, ids=lambda x: getattr(x, "__name__", ""))
def test_the_slip_is_named(network, mistake, layers, form):
    report = crosscheck.check(network, cases=some_cases(network, 9 if network is slips.IntegersOfTheRate else 4))
    assert report.verdict == "differs"
    causes = [(c["id"], tuple(c["layers"]), c["variant"]) for c in report.explanations[0]["defects"]]
    assert causes == [(mistake, layers, form)]


@pytest.mark.parametrize(
    "network", [slips.Sgd, slips.Plain, slips.Rate, slips.Averaged, slips.Products], ids=lambda n: n.__name__
)
def test_the_same_code_without_it_agrees(network):
    assert crosscheck.check(network, cases=some_cases(network)).verdict == "agrees"


def test_a_divisor_of_the_code_s_own_is_seen_over_all_cases():
    report = crosscheck.check(slips.NominalBatch)
    assert report.verdict == "differs"
    assert not report.explanations
    assert "dW of every layer is N/20 times what it should be, divided by 20" in report.patterns[0]


def test_velocities_that_start_as_anything_are_seen_over_all_steps():
    report = crosscheck.check(slips.CopiesFromBefore)
    assert report.verdict == "differs"
    assert not report.explanations
    assert report.patterns[0].startswith("the velocities of W do not start as zeros")
