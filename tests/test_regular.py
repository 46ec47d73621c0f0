"""What all cases of a network prove together, where no mistake with a name gives its numbers."""

from dataclasses import replace
from functools import partial

import numpy as np
import pytest

from crosscheck.bounds import values
from crosscheck.case import Case
from crosscheck.conventions import CANONICAL
from crosscheck.regular import REGULARITIES, regular
from crosscheck.run_adapter import Run
from crosscheck.steps import plan

CASES = (
    Case.draw((5, 7, 3), 11, activations=("silu", "identity"), loss="half_sse", lr=0.25, seed=1),
    Case.draw((4, 6, 5, 2), 9, activations=("silu", "silu", "identity"), loss="half_sse", lr=0.5, seed=2),
)


def run_of(case, arrays):
    return Run(case, CANONICAL, arrays, arrays)


def parameters(case):
    return {**{f"W{i}": w for i, w in enumerate(case.weights, 1)}, **{f"b{i}": b for i, b in enumerate(case.biases, 1)}}


def updated(case, step):
    """A run that shows parameters alone; step(name, gradient) is what is taken from each."""
    right = values(case)
    return run_of(case, {f"{p}'": w - step(p, right[f"d{p}"]) for p, w in parameters(case).items()})


def by_sgd(change):
    """Runs with gradients changed: change(case, name, gradient)."""
    return [updated(case, lambda p, g, case=case: case.lr * change(case, p, g)) for case in CASES]


def layer(name):
    return int(name[1:])


def per_sample(case, name, weights):
    right, i = values(case), layer(name)
    delta = right[f"dZ{i}"] * weights[:, None]
    below = case.x if i == 1 else right[f"A{i - 1}"]
    return delta.T @ below if name[0] == "W" else delta.sum(axis=0)


def ends(case):
    """The last of four pieces."""
    weights = np.zeros(case.n_samples)
    weights[np.array_split(np.arange(case.n_samples), 4)[-1]] = 1
    return weights


def mean_of_means(case):
    pieces = np.array_split(np.arange(case.n_samples), 4)
    return np.concatenate([np.full(len(p), case.n_samples / (4 * len(p))) for p in pieces])


def arbitrary(case):
    return np.linspace(0.5, 1.5, case.n_samples)


def packed(case, name):
    """Laid out as W1 W2 b1 b2, read back as W1 b1 W2 b2."""
    right, n = values(case), case.n_layers
    flat = np.concatenate([right[f"d{p}{i}"].ravel() for p in "Wb" for i in range(1, n + 1)])
    at = 0
    for other in (f"{p}{i}" for i in range(1, n + 1) for p in "Wb"):
        g = right[f"d{other}"]
        if other == name:
            return flat[at : at + g.size].reshape(g.shape)
        at += g.size
    raise KeyError(name)


def with_derivative(slope):
    """Runs of a way back with another derivative of silu, given z and the sigmoid of z."""

    def run(case):
        def formula(v, step):
            dA, z = v[f"dA{step.layer}"], v[f"Z{step.layer}"]
            return dA * slope(z, 1 / (1 + np.exp(-z)))

        steps = [
            replace(s, formula=partial(formula, step=s)) if s.kind == "delta" and s.layer < case.n_layers else s
            for s in plan(case)
        ]
        got = values(case, steps)
        return run_of(case, {f"{p}'": got[f"{p}'"] for p in parameters(case)})

    return [run(case) for case in CASES]


FOUND = {
    "the number of inputs": (
        by_sgd(lambda case, p, g: g * case.sizes[layer(p) - 1] / case.n_samples),
        "factors",
        "dW and db of every layer is n_in/N times",
    ),
    "of biases": (
        by_sgd(lambda case, p, g: g * case.sizes[layer(p)] if p[0] == "b" else g),
        "factors",
        ("db of every layer is n_out times what it should be, the number of its units: 7 in layer 1, 3 in layer 2"),
    ),
    "the last samples": (
        by_sgd(lambda case, p, g: per_sample(case, p, ends(case))),
        "samples",
        "every gradient: only samples 10 and 11 of 11 count ",
    ),
    "the last samples, for the weights": (
        by_sgd(lambda case, p, g: per_sample(case, p, ends(case)) if p[0] == "W" else g),
        "samples",
        "dW: only samples 10 and 11 of 11 count ",
    ),
    "a mean of means": (
        by_sgd(lambda case, p, g: per_sample(case, p, mean_of_means(case))),
        "samples",
        (
            "every gradient: the samples do not count alike: 1-9 count 11/12 times, 10 and 11 count 11/8 times: "
            "the mean of the means of 4 pieces of 3, 3, 3, 2 samples"
        ),
    ),
    "blocks": (
        by_sgd(lambda case, p, g: packed(case, p)),
        "blocks",
        (
            "all gradients of a step together are the right numbers in each other's places: laid out as one "
            "vector in the order W1 W2 b1 b2 and read back as W1 b1 W2 b2"
        ),
    ),
    "adam": (
        [updated(case, lambda p, g, case=case: case.lr * g / (np.abs(g) + 1e-8)) for case in CASES],
        "optimizer",
        "the first update is lr times the sign of the gradient",
    ),
    "adam, one array after the other": (
        [updated(case, lambda p, g, case=case: case.lr * g / (np.abs(g) + 1e-8) / layer(p)) for case in CASES],
        "optimizer",
        "the first update is a constant (1 lr in W1, 1 lr in b1, 0.5 lr in W2",
    ),
    "derivative": (
        with_derivative(lambda z, s: s + s * (1 - s)),
        "derivative",
        "layers 1 and 2: the derivative of silu is wrong: at z = 0 it gives 0.75, right is 0.5",
    ),
}


@pytest.mark.parametrize(("runs", "kind", "words"), FOUND.values(), ids=FOUND)
def test_what_all_cases_prove_is_said(runs, kind, words):
    found, sentence = regular(runs)
    assert (found, sentence[: len(words)]) == (kind, words)


NOISE = np.random.RandomState(5).standard_normal(1000)

NOT = {
    "right": by_sgd(lambda case, p, g: g),
    "noise": by_sgd(lambda case, p, g: g + NOISE[: g.size].reshape(g.shape)),
    "one constant": by_sgd(lambda case, p, g: 1.37 * g),
    "weights of no few values": by_sgd(lambda case, p, g: per_sample(case, p, arbitrary(case))),
    "a derivative in one case, noise in the other": [
        with_derivative(lambda z, s: s + s * (1 - s))[0],
        by_sgd(lambda case, p, g: g + NOISE[: g.size].reshape(g.shape))[1],
    ],
    "two mistakes": by_sgd(lambda case, p, g: per_sample(case, p, ends(case)) * (2 if p[0] == "b" else 1)),
    "a multiple of the right derivative": by_sgd(lambda case, p, g: 1.5 * g if layer(p) == 1 else g),
    "not of Z alone": by_sgd(lambda case, p, g: g if layer(p) > 1 else np.abs(g)),
    "factors of no size": by_sgd(lambda case, p, g: g * (1.1 + 0.1 * layer(p))),
}


@pytest.mark.parametrize("runs", NOT.values(), ids=NOT)
def test_nothing_is_said_that_does_not_hold(runs):
    assert regular(runs) == ("", "")


@pytest.mark.parametrize("find", REGULARITIES.values(), ids=REGULARITIES)
def test_no_runs_prove_nothing(find):
    assert find([]) is None


def test_blocks_are_found_as_they_are_stored_by_columns_too():
    from crosscheck.regular.blocks import by_kind, by_layer, exchanged
    from crosscheck.regular.seen import seen

    case = CASES[0]
    right = seen(run_of(case, {f"d{p}": values(case)[f"d{p}"] for p in parameters(case)}))
    runs = [run_of(case, {f"d{p}": g for p, g in exchanged(right, by_kind, by_layer, turned=turned).items()})
            for turned in (True, False)]  # fmt: skip
    assert not np.array_equal(runs[0].canonical["dW2"], runs[1].canonical["dW2"])
    assert [regular([run])[0] for run in runs] == ["blocks", "blocks"]
