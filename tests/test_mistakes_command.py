"""`crosscheck mistakes`, and the worked examples: the numbers are computed, and the conditions in the texts hold."""

import subprocess
import sys

import numpy as np
import pytest

from crosscheck.bounds import values
from crosscheck.case import Case
from crosscheck.catalogue import texts
from crosscheck.cli import main
from crosscheck.commands.mistakes import FAMILIES, numbers
from crosscheck.defects import CATALOGUE, Planted, plan_with
from crosscheck.worked_example import Example, example, first_difference

IDS = [d.id for d in CATALOGUE]


def shown(mistake: str) -> Example:
    """The worked example, which has to be there."""
    found = example(mistake)
    assert found is not None, "it shows in no case of the ladder"
    return found


def test_all_are_listed_by_family(capsys):
    assert main(["mistakes"]) == 0
    out = capsys.readouterr().out
    lines = out.splitlines()
    assert {line.strip() for line in lines if line.startswith("  ") and line[2] != " "} == set(texts())
    assert [line for line in lines[1:] if line and not line.startswith(" ")] == list(FAMILIES.values())
    assert max(map(len, lines)) <= 80


@pytest.mark.parametrize("mistake", texts())
def test_each_is_explained(mistake, capsys):
    assert main(["mistakes", mistake]) == 0
    out = capsys.readouterr().out
    assert max(map(len, out.splitlines())) <= 80
    assert ("  mistaken  " in out) == (mistake in IDS)
    assert all(f"\n{title}: " in out for title in ("Why people make it", "When it shows", "Hint"))


def test_an_unknown_id_names_the_nearest(capsys):
    assert main(["mistakes", "bias-sing"]) == 2
    err = capsys.readouterr().err
    assert "did you mean bias-sign?" in err
    assert err.count("\n") == 1


def test_it_needs_no_torch():
    code = (
        "import sys; from crosscheck.cli import main; main(['mistakes', 'bias-sign']); sys.exit('torch' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False, capture_output=True).returncode == 0


@pytest.mark.parametrize("mistake", IDS)
def test_worked_example_is_small_and_true(mistake):
    e = shown(mistake)
    assert max(e.case.sizes) <= 2
    assert e.case.n_samples <= 2
    right, wrong = values(e.case), values(e.case, plan_with(e.case, [e.planted]))
    names = list(right)
    at = names.index(e.name)
    assert all(np.array_equal(right[n], wrong[n]) for n in names[:at])
    np.testing.assert_array_equal(right[e.name], e.right)
    np.testing.assert_array_equal(wrong[e.name], e.mistaken)
    assert numbers(e.right, 17) != numbers(e.mistaken, 17)
    assert e.inputs


@pytest.mark.parametrize("mistake", sorted(set(IDS) - {"single-precision-inside", "logarithm-kept-off-zero"}))
def test_worked_example_is_visible_in_a_few_digits(mistake):
    e = shown(mistake)
    assert numbers(e.right, 3) != numbers(e.mistaken, 3)


def test_worked_example_by_hand():
    e = shown("derivative-at-activation")
    a = 1 / (1 + np.exp(-2.0))
    b = 1 / (1 + np.exp(-a))
    assert (e.name, e.case.sizes) == ("dZ1", (1, 1))
    np.testing.assert_allclose(e.right, [[(a - 3) * a * (1 - a)]], rtol=1e-14)
    np.testing.assert_allclose(e.mistaken, [[(a - 3) * b * (1 - b)]], rtol=1e-14)
    assert list(e.inputs) == ["Z1", "output", "d_output"]


def test_probes_have_no_worked_example():
    assert example("nondeterministic") is None


def drawn(sizes=(2, 3, 2), n=3, **settings) -> Case:
    """A random Case."""
    return Case.draw(sizes, n, **settings)


def without_bias(case: Case) -> Case:
    """The Case with biases that are all zero."""
    return case.with_(biases=tuple(np.zeros_like(b) for b in case.biases or ()))


RELU, TWICE = drawn(activations="relu"), drawn(steps=2)
# id, layer, label, a case in which the text says that it hides
HIDES = [
    ("bias-omitted", 1, "", without_bias(drawn())),
    ("bias-sign", 1, "", without_bias(drawn())),
    ("bias-assigned", 1, "-η db", without_bias(drawn())),
    ("decay-on-bias", 1, "", without_bias(drawn(l2=0.5))),
    ("derivative-at-activation", 1, "", RELU),
    ("derivative-at-activation", 1, "", drawn(activations="leaky_relu")),
    ("relu-gradient-at-zero", 1, "", RELU),
    ("relu-gradient-at-zero", 1, "", drawn(activations="elu", inputs="zeros")),
    ("weights-updated-before-propagation", 2, "", drawn(lr=0.0)),
    ("dampening-wrong", 1, "never", drawn(momentum=0.5, dampening=0.5)),
    ("nesterov-formula", 1, "v + μv", drawn(momentum=0.5, nesterov=True)),
    (
        "parameter-assigned",
        1,
        "-η d, weights only",
        drawn().with_(weights=tuple(np.zeros_like(w) for w in drawn().weights)),
    ),
]
# ... and one in which it shows
SHOWS = [
    ("bias-omitted", 1, "", without_bias(TWICE), "Z1@2"),
    ("bias-sign", 1, "", without_bias(TWICE), "Z1@2"),
    ("bias-assigned", 1, "-η db", without_bias(TWICE), "b1'@2"),
    ("derivative-at-activation", 1, "", drawn(activations="elu"), "dZ1"),
    ("relu-gradient-at-zero", 1, "", drawn(activations="relu", inputs="zeros"), "dZ1"),
    ("relu-gradient-at-zero", 1, "", drawn(activations=(("elu", 0.5), "identity"), inputs="zeros"), "dZ1"),
    ("derivative-at-preactivation", 1, "", drawn(activations="elu"), "dZ1"),
    ("momentum-on-previous-gradient", 1, "", drawn(momentum=0.5, steps=3), "vW1'@3"),
    ("momentum-omitted", 1, "", drawn(momentum=0.5, steps=2), "vW1'@2"),
    ("nesterov-omitted", 1, "", drawn(momentum=0.5, nesterov=True), "W1'"),
    ("gradients-accumulate", 1, "", TWICE, "dW1@2"),
    ("stale-cache", 2, "", TWICE, "dW2@2"),
    ("dampening-wrong", 1, "never", drawn(momentum=0.5, dampening=0.5, steps=2), "vW1'@2"),
    ("velocity-shared", 2, "", drawn(sizes=(3, 3, 3), momentum=0.5), "vW2'"),
    ("velocity-rows-aliased", 1, "one for all inputs", drawn(momentum=0.5), "vW1'"),
    ("velocity-used-before-update", 1, "", drawn(momentum=0.5), "W1'"),
    ("nesterov-formula", 1, "g + v", drawn(momentum=0.5, nesterov=True), "W1'"),
    ("nesterov-formula", 1, "v + μv", drawn(momentum=0.5, nesterov=True, steps=2), "W1'@2"),
    ("bias-row-sent-down", 2, "the bias comes first", drawn(), "dA1"),
    ("bias-row-sent-down", 1, "the bias comes first", drawn(), "dX"),
    ("gradient-packed-in-another-order", 1, "packed W2 b2 W1 b1, read W1 b1 W2 b2", drawn(), "W1'"),
]


@pytest.mark.parametrize(("mistake", "layer", "label", "case"), HIDES)
def test_it_hides_where_the_text_says_so(mistake, layer, label, case):
    assert first_difference(case, Planted(mistake, layer, label)) is None


@pytest.mark.parametrize(("mistake", "layer", "label", "case", "name"), SHOWS)
def test_it_shows_where_the_text_says_so(mistake, layer, label, case, name):
    found = first_difference(case, Planted(mistake, layer, label))
    assert found is not None
    assert found.name == name


# id, and cases in which it has no place at all
NO_PLACE = [
    ("activation-on-output", drawn(sizes=(3, 2))),
    ("layer-input-reused", drawn(sizes=(2, 3, 5))),
    ("targets-broadcast", drawn()),
    ("targets-broadcast", drawn(sizes=(2, 3, 1), n=1)),
    ("output-derivative-missing", drawn()),
    ("derivative-missing", RELU),
    ("derivative-always-one", drawn()),
    ("derivative-of-wrong-layer", drawn(sizes=(2, 3, 5))),
    ("derivative-twice", RELU),
    ("delta-skips-derivative", drawn(sizes=(2, 3))),
    ("softmax-maximum", drawn()),
    ("ones-at-the-wrong-end", drawn(bias=False)),
    ("labels-as-columns", drawn(sizes=(2, 3, 1))),
    ("cross-entropy-derivative", drawn()),
    ("sum-runs-on", drawn(sizes=(1, 1))),
    ("weight-not-transposed", drawn(sizes=(3, 2, 4))),
    ("weights-of-wrong-layer", drawn(sizes=(2, 3, 5))),
    ("weight-gradient-transposed", drawn(sizes=(2, 1))),
    ("bias-gradient-scalar", drawn(sizes=(2, 1))),
    ("bias-gradient-mean", drawn(n=1)),
    ("bias-gradient-wrong-axis", drawn(sizes=(3, 2, 5))),
    ("bias-gradient-zero", drawn(bias=False)),
    ("averaged-twice", drawn(n=1)),
    ("one-sample-only", drawn(n=1)),
    ("decay-sign", drawn()),
    ("decay-without-lr", drawn()),
    ("decay-past-the-momentum", drawn(l2=0.1)),
    ("lr-sent-down", drawn(lr=1.0)),
    ("momentum-coefficient", drawn()),
    ("velocity-from-wrong-array", drawn()),
    ("gradient-besides-velocity", drawn(momentum=0.5, nesterov=True)),
    ("gradient-in-the-weights-array", drawn()),
    ("gradients-accumulate", drawn()),
    ("stale-cache", drawn(sizes=(3, 2), steps=2)),
    ("lr-squared", drawn(lr=1.0)),
    ("momentum-on-previous-gradient", drawn(momentum=0.5, steps=2)),
    ("momentum-damped", drawn(momentum=0.5, momentum_form="ema", steps=2)),
    ("nesterov-omitted", drawn(momentum=0.5)),
    ("nesterov-formula", drawn(momentum=0.5)),
    ("layer-skipped", drawn(sizes=(2, 3, 5))),
    ("labels-shifted", drawn(sizes=(2, 3, 1))),
    ("gradient-masked-by-itself", drawn()),
    ("bias-row-sent-down", drawn(bias=False)),
    ("gradient-times-width", drawn(sizes=(1, 1), loss="sse")),
    ("decay-formula", drawn()),
    ("gradient-of-another-layer", drawn(sizes=(2, 3, 5))),
    ("dampening-wrong", drawn(momentum=0.5, steps=2)),
    ("velocity-shared", drawn(sizes=(2, 3, 5), momentum=0.5)),
    ("velocity-shared", drawn(sizes=(3, 3, 3))),
    ("velocity-rows-aliased", drawn(sizes=(1, 1, 1), momentum=0.5)),
    ("velocity-used-before-update", drawn(momentum=0.5, nesterov=True)),
    ("gradient-packed-in-another-order", drawn(sizes=(3, 1), bias=False)),
]


@pytest.mark.parametrize(("mistake", "case"), NO_PLACE)
def test_it_has_no_place_where_the_text_says_so(mistake, case):
    defect = next(d for d in CATALOGUE if d.id == mistake)
    assert not [v for i in range(1, case.n_layers + 1) for v in defect.variants(case, i)]
