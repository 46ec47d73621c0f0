"""What a candidate declares: there and back for all of them, the hint that fits, and the index that points at it."""

import itertools

import numpy as np
import pytest

from crosscheck import Case, Conventions, UsageError, compare, run_reference
from crosscheck.conventions import (
    BIAS,
    CANONICAL,
    DENOMINATOR,
    NUMERATOR,
    candidate_index,
    candidate_shape,
    parameters_to_candidate,
    samples_to_candidate,
    targets_to_candidate,
    to_canonical,
)
from crosscheck.record import names_of, parse_name

FOLDED = {
    "folded_first_row": "in_out",
    "folded_last_row": "in_out",
    "folded_first_column": "out_in",
    "folded_last_column": "out_in",
}
PLAIN = ("vector", "row", "column")


def orientations():
    sides = [(w, b) for w, b in itertools.product(("in_out", "out_in"), PLAIN)] + [(w, b) for b, w in FOLDED.items()]
    return [
        Conventions(samples=s, weight=w, bias=b, bias_sign=sign, gradient=g)
        for s, (w, b), sign, g in itertools.product(("rows", "columns"), sides, (1, -1), ("descent", "ascent"))
    ]


def name(c):
    return f"{c.samples}-{c.weight}-{c.bias}{'-minus' if c.bias_sign < 0 else ''}{'-ascent' * (c.gradient == 'ascent')}"


ALL = pytest.mark.parametrize("c", orientations(), ids=name)
CASE = Case.draw((3, 5, 2), 7, momentum=0.5, steps=2)
BIASES = CASE.biases or ()
ONE = Case.draw((3, 5, 2), 1)
TRUTH = run_reference(CASE)


def stored(c, case, truth):
    """The reference's arrays as a candidate with these conventions would hand them in."""
    arrays = {}
    for text in names_of(case):
        n, array = parse_name(text), truth[text]
        sign = -1 if c.gradient == "ascent" and n.quantity in ("dW", "db") else 1
        if n.parameter == "W":
            bias = truth.get(text.replace("W", "b", 1))
            arrays[text] = sign * parameters_to_candidate(c, [array], None if bias is None else [bias])[0][0]
        elif n.parameter == "b":
            one = parameters_to_candidate(c, [np.ones((array.size, 1))], [array])[1]
            arrays |= {text: sign * one[0]} if one else {}
        elif n.quantity == "loss":
            arrays[text] = array
        else:
            arrays[text] = samples_to_candidate(c, array)
    return arrays


@ALL
def test_there_and_back(c):
    shapes = {n: a.shape for n, a in TRUTH.items()}
    back, mismatches = to_canonical(c, stored(c, CASE, TRUTH), CASE, shapes)
    assert mismatches == []
    assert set(back) == set(TRUTH)
    assert [n for n in TRUTH if not np.array_equal(back[n], TRUTH[n])] == []


@ALL
def test_the_reference_agrees_with_itself_however_it_is_stored(c):
    report = compare(stored(c, CASE, TRUTH), CASE, c, TRUTH)
    assert report.passed
    assert report.not_exposed == ()


# Each way to store a network meets two kinds of arrays, in turn: between them, everything meets everything.
TEXTS = ("Z1", "output", "dZ2", "dA1", "dX", "dW1", "db1", "W2'", "b2'", "vW1'", "vb2'@2")
IN_TURN = [(c, TEXTS[n % len(TEXTS)]) for i, c in enumerate(orientations()) for n in (i, i + len(TEXTS) // 2)]


@pytest.mark.parametrize("field", ["samples", "weight", "bias"])
def test_in_turn_everything_meets_everything(field):
    met = {(getattr(c, field), text) for c, text in IN_TURN}
    assert len(met) == len({getattr(c, field) for c in orientations()}) * len(TEXTS)


@pytest.mark.parametrize(("c", "text"), IN_TURN, ids=[f"{name(c)}-{text}" for c, text in IN_TURN])
def test_the_index_points_at_the_element_that_was_changed(c, text):
    at = tuple(n - 1 for n in TRUTH[text].shape)
    where = candidate_index(c, parse_name(text), at, CASE)
    arrays = stored(c, CASE, TRUTH)
    held = text if text in arrays else text.replace("b", "W", 1)  # a folded bias is a line of its weight
    arrays[held] = np.array(arrays[held])
    arrays[held][where] += 1.0
    found = next(f for f in compare(arrays, CASE, c, TRUTH).findings if f.name == text)
    assert found.status == "differs"
    assert found.canonical_index == at
    assert found.index == where
    assert found.n_out == 1
    assert found.error == pytest.approx(1.0)


@ALL
def test_parameters_are_fresh_contiguous_and_writable(c):
    weights, biases = parameters_to_candidate(c, CASE.weights, CASE.biases)
    arrays = [*weights, *biases]
    assert all(a.flags.writeable and a.flags.c_contiguous for a in arrays)
    assert not any(np.shares_memory(a, own) for a in arrays for own in (*CASE.weights, *BIASES))


@pytest.mark.parametrize(("bias", "weight"), FOLDED.items())
def test_a_folded_bias_stands_where_it_says(bias, weight):
    (w, *_), biases = parameters_to_candidate(Conventions(bias=bias, weight=weight), CASE.weights, CASE.biases)
    line = {"first_row": w[0], "last_row": w[-1], "first_column": w[:, 0], "last_column": w[:, -1]}
    assert biases == []
    assert np.array_equal(line[bias.removeprefix("folded_")], BIASES[0])


@pytest.mark.parametrize(
    ("c", "x", "w", "b"),
    [
        (CANONICAL, (7, 3), (5, 3), (5,)),
        (NUMERATOR, (7, 3), (3, 5), (5,)),
        (DENOMINATOR, (3, 7), (5, 3), (5, 1)),
        (Conventions(bias="row"), (7, 3), (3, 5), (1, 5)),
    ],
)
def test_the_shapes_of_the_usual_layouts(c, x, w, b):
    weights, biases = parameters_to_candidate(c, CASE.weights, CASE.biases)
    assert (samples_to_candidate(c, CASE.x).shape, weights[0].shape, biases[0].shape) == (x, w, b)
    assert candidate_shape(c, parse_name("dW1"), (5, 3)) == w
    assert candidate_shape(c, parse_name("dX"), (7, 3)) == x


def test_a_subtracted_bias_is_negated():
    _, biases = parameters_to_candidate(Conventions(bias_sign=-1), CASE.weights, CASE.biases)
    assert np.array_equal(biases[0], -BIASES[0])


@pytest.mark.parametrize(("samples", "shape"), [("vector", (3,)), ("row", (1, 3)), ("column", (3, 1))])
def test_one_sample_at_a_time(samples, shape):
    c, truth = Conventions(samples=samples), run_reference(ONE)
    arrays = stored(c, ONE, truth)
    assert arrays["dX"].shape == shape
    assert compare(arrays, ONE, c, truth).passed
    arrays["dX"] = arrays["dX"] + np.array([0, 0, 1.0]).reshape(shape)
    found = next(f for f in compare(arrays, ONE, c, truth).findings if f.name == "dX")
    assert arrays["dX"][found.index] == found.candidate
    assert found.canonical_index == (0, 2)


def test_one_sample_at_a_time_is_refused_for_several():
    with pytest.raises(UsageError, match="samples is 'vector', which is one at a time, and the case has 7"):
        compare({"Z1": np.ones(5)}, CASE, Conventions(samples="vector"), TRUTH)


def test_class_numbers():
    case = Case.draw((3, 4), 6, activations=("softmax",), loss="cross_entropy_mean")
    labels = targets_to_candidate(Conventions(targets="class_index"), case.y)
    assert np.array_equal(np.eye(4)[labels], case.y)


@pytest.mark.parametrize(
    ("c", "text", "shape", "sentence"),
    [
        (CANONICAL, "dW1", (3, 5), "has shape (3, 5), expected (5, 3); it is the transpose: declare weight = 'in_out'"),
        (NUMERATOR, "dW1", (5, 3), "has shape (5, 3), expected (3, 5); it is the transpose: declare weight = 'out_in'"),
        (
            NUMERATOR,
            "Z1",
            (5, 7),
            "has shape (5, 7), expected (7, 5); it is the transpose: declare samples = 'columns'",
        ),
        (DENOMINATOR, "dX", (7, 3), "has shape (7, 3), expected (3, 7); it is the transpose: declare samples = 'rows'"),
        (NUMERATOR, "db1", (1, 5), "has shape (1, 5), expected (5,); declare bias = 'row' if that is how it is meant"),
        (NUMERATOR, "db1", (5, 1), "has shape (5, 1), expected (5,); declare bias = 'column'"),
        (DENOMINATOR, "db1", (5,), "has shape (5,), expected (5, 1); declare bias = 'vector'"),
        (DENOMINATOR, "b2'", (1, 2), "has shape (1, 2), expected (2, 1); it is the transpose: declare bias = 'row'"),
        (NUMERATOR, "dW1", (3, 4), "has shape (3, 4), expected (3, 5)"),
        (NUMERATOR, "db1", (), "has shape (), expected (5,)"),
        (NUMERATOR, "loss", (2,), "has shape (2,), expected ()"),
    ],
)
def test_a_wrong_shape_is_a_finding_with_the_convention_that_fits(c, text, shape, sentence):
    found = compare({text: np.ones(shape)}, CASE, c, TRUTH).findings[0]
    assert found.status == "differs"
    assert found.index is None
    assert found.why.startswith(sentence)


@pytest.mark.parametrize("shape", [(), (1,), (1, 1)])
def test_a_loss_may_be_any_single_number(shape):
    report = compare({"loss": np.reshape(TRUTH["loss"], shape)}, CASE, NUMERATOR, TRUTH)
    assert report.findings[0].status == "agrees"


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ({"samples": "row_major"}, "unknown samples 'row_major': expected one of rows, columns, vector, row, column"),
        ({"weight": "inout"}, r"unknown weight 'inout' \(did you mean in_out\?\)"),
        ({"bias": "folded"}, f"unknown bias 'folded'.*expected one of {', '.join(BIAS)}"),
        ({"targets": "labels"}, "unknown targets 'labels'"),
        ({"gradient": "up"}, "unknown gradient 'up': expected one of descent, ascent"),
        ({"bias_sign": 0}, "bias_sign is 0: expected 1, or -1"),
        ({"bias": "folded_last_column"}, "folded_last_column goes with weight 'out_in'"),
        ({"bias": "folded_first_row", "weight": "out_in"}, "folded_first_row goes with weight 'in_out'"),
    ],
)
def test_an_unknown_convention_is_refused_with_the_valid_ones(settings, message):
    with pytest.raises(UsageError, match=message) as caught:
        Conventions(**settings)
    assert "\n" not in str(caught.value)
