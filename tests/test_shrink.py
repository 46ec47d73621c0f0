"""A failing candidate shrunk to the smallest network and the simplest numbers, and its ten lines of NumPy."""

import ast
import contextlib
import io
from types import SimpleNamespace

import numpy as np
import pytest
from hypothesis import find, given, settings

import crosscheck
from crosscheck import Case
from crosscheck.adapter import Adapter
from crosscheck.bounds import values
from crosscheck.conventions import DENOMINATOR, NUMERATOR, Conventions
from crosscheck.declaration import declare
from crosscheck.finding import DIFFERS, Finding
from crosscheck.pair import run_layout
from crosscheck.record import names_of, parse_name
from crosscheck.run_adapter import Run
from crosscheck.shrink import Search, shrink, simpler_values
from crosscheck.strategies import cases
from crosscheck.ten_lines import ten_lines
from crosscheck.vocabulary import ACTIVATIONS, LAST_ACTIVATION, LOSSES


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


class Net(Adapter):
    """Right; the lines that tests change are methods of their own."""

    activations, loss = ("sigmoid", "sigmoid"), "half_sse"

    def build(self, case):
        return SimpleNamespace(W=case.weights, b=case.biases)

    def slope(self, a, z):
        return a * (1 - a)

    def down(self, d2, W2):
        return d2 @ W2.T

    def gradients(self, dW, db, net):
        return dW, db

    def step(self, net, x, y, lr):
        W, b = net.W, net.b
        z1 = x @ W[0] + b[0]
        a1 = sigmoid(z1)
        a2 = sigmoid(a1 @ W[1] + b[1])
        d2 = (a2 - y) * a2 * (1 - a2)
        d1 = self.down(d2, W[1]) * self.slope(a1, z1)
        dW, db = self.gradients([x.T @ d1, a1.T @ d2], [d1.sum(0), d2.sum(0)], net)
        net.W = [w - lr * g for w, g in zip(W, dW, strict=True)]
        net.b = [w - lr * g for w, g in zip(b, db, strict=True)]

    def read(self, net):
        return {"W": net.W, "b": net.b}


class AtActivation(Net):
    def slope(self, a, z):
        return sigmoid(a) * (1 - sigmoid(a))


class Reshaped(Net):
    def down(self, d2, W2):
        return d2 @ W2.reshape(W2.T.shape)


class Averaged(Net):
    def gradients(self, dW, db, net):
        return dW, [np.full_like(g, g.mean()) for g in db]


class FromTheSecondStep(Net):
    def gradients(self, dW, db, net):
        net.before = getattr(net, "before", 0.0)
        dW, net.before = [dW[0], dW[1] + net.before], dW[1]
        return dW, db


class Stale(Net):
    """Only with more than two samples."""

    def step(self, net, x, y, lr):
        if len(x) > 2:
            raise RuntimeError(f"too many: {len(x)}")
        super().step(net, x, y, lr)


def run_lines(lines):
    ast.parse(lines)
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(lines, {})
    words = printed.getvalue().split(" should be ")[1].split(" and is ")
    return float(words[0]), float(words[1])


@pytest.mark.parametrize(
    ("adapter", "sizes", "n_samples", "steps"),
    [
        (AtActivation, (1, 1, 1), 1, 1),
        (Reshaped, (1, 2, 2), 1, 1),
        (Averaged, (1, 2, 1), 1, 1),
        (FromTheSecondStep, (1, 1, 1), 1, 2),
        (Stale, (1, 1, 1), 3, 1),
    ],
)
def test_the_smallest_network_that_still_fails(adapter, sizes, n_samples, steps):
    found = shrink(adapter())
    assert found is not None
    assert (found.case.sizes, found.case.n_samples, found.case.steps) == (sizes, n_samples, steps)
    numbers = np.concatenate(
        [a.ravel() for a in (found.case.x, found.case.y, *found.case.weights, *(found.case.biases or ()))]
    )
    assert np.array_equal(numbers, np.round(2 * numbers) / 2), numbers  # whole and half numbers alone
    assert not np.any(np.signbit(numbers[numbers == 0]))  # no -0.0
    with np.errstate(all="ignore"):
        report = crosscheck.check(adapter, cases=[found.case])
    assert report.verdict == "differs"
    assert report.first_cause is not None
    assert report.first_cause.name == found.finding.name
    if found.finding.index is not None:
        right, candidate = run_lines(found.lines)
        assert right == pytest.approx(found.finding.reference, rel=1e-12)
        assert candidate == found.finding.candidate
        assert len(found.lines.splitlines()) <= 16


def test_ten_lines_for_the_plainest_mistake():
    found = shrink(AtActivation())
    assert found is not None
    assert len(found.lines.splitlines()) <= 11
    text = found.text("net-shrunk.npz", "net.py:Mine")
    assert found.case.id in text
    assert "crosscheck check net.py:Mine --case net-shrunk.npz" in text


def test_shrinking_is_deterministic():
    first, second = shrink(Reshaped()), shrink(Reshaped())
    assert first is not None
    assert second is not None
    assert first.lines == second.lines


def test_a_right_network_has_nothing_to_shrink():
    assert shrink(Net()) is None


def test_what_the_adapter_fixes_stays():
    fixed = shrink(type("Fixed", (AtActivation,), {"sizes": (3, 4, 2), "batch": 5, "lr": 0.3})())
    assert fixed is not None
    assert (fixed.case.sizes, fixed.case.n_samples, fixed.case.lr) == ((3, 4, 2), 5, 0.3)
    tied = shrink(type("Tied", (Reshaped,), {"sizes": ("n", "h", "h")})())
    assert tied is not None
    assert tied.case.sizes == (1, 2, 2)


def test_any_depth_becomes_the_least():
    class Deep(Adapter):
        activations, loss = ("identity", ..., "identity"), "sse"

        def build(self, case):
            return SimpleNamespace(W=case.weights, b=case.biases)

        def step(self, net, x, y, lr):
            A = [x]
            for w, b in zip(net.W, net.b, strict=True):
                A.append(A[-1] @ w + b)
            d = A[-1] - y  # the 2 is missing
            for i in reversed(range(len(net.W))):
                g = A[i].T @ d
                d, net.b[i] = d @ net.W[i].T, net.b[i] - lr * d.sum(0)
                net.W[i] = net.W[i] - lr * g

        def read(self, net):
            return {"W": net.W, "b": net.b}

    found = shrink(Deep())
    assert found is not None
    assert found.case.sizes == (1, 1, 1)


def test_labels_and_softmax_stay_valid():
    class Classifier(Adapter):
        activations, loss, targets = ("softmax",), "cross_entropy_sum", "class_index"

        def build(self, case):
            return SimpleNamespace(W=case.weights, b=case.biases)

        def step(self, net, x, y, lr):
            p = np.exp(x @ net.W[0] + net.b[0])
            p /= p.sum(axis=1, keepdims=True)
            d = p - np.eye(p.shape[1])[y]
            net.W, net.b = [net.W[0] - 2 * lr * x.T @ d], [net.b[0] - lr * d.sum(0)]

        def read(self, net):
            return {"W": net.W, "b": net.b}

    found = shrink(Classifier())
    assert found is not None
    assert found.case.sizes == (1, 2)
    assert np.array_equal(found.case.y.sum(axis=1), [1])
    right, _ = run_lines(found.lines)
    assert right == pytest.approx(found.finding.reference, rel=1e-12)


def test_a_change_of_the_quantity_is_no_smaller_case_of_the_same():
    adapter = AtActivation()
    search = Search(adapter, declare(adapter), 100)
    start = search.start(None)
    assert start is not None
    case, failing = start
    assert search.accepted(case, failing) is not None
    other = type(failing)(failing.run, Finding(case.id, "W2'", 2, "update", 1, DIFFERS, index=(0, 0), ratio=1e9))
    assert search.accepted(case, other) is None
    search.left = 0
    assert search.accepted(case, failing) is None  # and never beyond the budget


def test_simpler_values_end():
    assert simpler_values(0.0) == []
    assert simpler_values(1.0) == [0.0]
    assert 0.5 in simpler_values(0.4873)
    seen, v = 0, 0.123456
    while options := simpler_values(v):
        v, seen = options[-1], seen + 1
    assert seen < 20


# --- the lines against the table of steps: every quantity of every kind of network


def finding_of(case, name):
    at = tuple(n - 1 for n in values(case)[name].shape)
    n = parse_name(name)
    return Finding(
        case.id, name, n.layer, n.stage, n.step, DIFFERS, index=at, canonical_index=at, candidate=0.25,
        reference=float(values(case)[name][at]),
    )  # fmt: skip


CASES = [
    *(Case.draw((2, 3, 2), 4, activations=(a, "identity"), loss="mse") for a in ACTIVATIONS if a != "softmax"),
    *(Case.draw((2, 3), 4, activations=(LAST_ACTIVATION[kind.family],), loss=loss) for loss, kind in LOSSES.items()),
    Case.draw((2, 3, 2), 4, activations=("tanh", "softmax"), loss="half_sse"),
    Case.draw((2, 2, 2), 3, activations=(("leaky_relu", 0.3), ("elu", 0.7)), loss="sse", bias=False),
    Case.draw((2, 2, 2), 3, steps=3, momentum=0.5, dampening=0.25, weight_decay=0.125, l2=0.5, l2_on="all"),
    Case.draw((2, 2, 2), 3, steps=2, momentum=0.5, nesterov=True, l2=0.5, l2_scale="per_sample", maximize=True),
    Case.draw((2, 2, 2), 3, steps=3, momentum=0.5, momentum_form="ema"),
]


@pytest.mark.parametrize("c", [NUMERATOR, DENOMINATOR, Conventions(weight="out_in"),
                               Conventions("columns", "in_out", "column")], ids=str)  # fmt: skip
@pytest.mark.parametrize("case", CASES, ids=lambda c: c.id)
def test_every_quantity_of_every_network_is_computed_right(case, c):
    for name in names_of(case):
        if name.startswith("v"):
            continue
        right, candidate = run_lines(ten_lines(Run(case, c, {}, {}), finding_of(case, name)))
        assert right == pytest.approx(finding_of(case, name).reference, rel=1e-9, abs=1e-12), name
        assert candidate == 0.25


def test_the_lines_would_be_found_wrong():
    case = CASES[0]
    lines = ten_lines(Run(case, NUMERATOR, {}, {}), finding_of(case, "dW1"))
    right, _ = run_lines(lines.replace("dW1 = ", "dW1 = 1.000001 * "))
    assert right != pytest.approx(finding_of(case, "dW1").reference, rel=1e-9)


# --- any case at all, drawn by Hypothesis


QUICK = settings(max_examples=40, deadline=None, derandomize=True, database=None)


@QUICK
@given(cases())
def test_our_own_networks_agree_in_every_case_that_can_be_drawn(case):
    with np.errstate(all="ignore"):
        report = crosscheck.compare(run_layout("numerator", case), case, NUMERATOR)
    assert report.verdict in ("agrees", "not judged"), str(report)


@QUICK
@given(cases(Net))
def test_a_right_adapter_agrees_in_every_case_that_it_can_take(case):
    assert Search(Net(), declare(Net()), 1).failing(case) is None


@given(cases(type("Fixed", (Net,), {"sizes": ("n", "h", "h"), "batch": 3, "momentum": 0.5})))
@QUICK
def test_cases_of_an_adapter_keep_to_what_it_declares(case):
    assert case.sizes[1] == case.sizes[2]
    assert (case.n_samples, case.momentum, case.activations) == (3, 0.5, ("sigmoid", "sigmoid"))


def test_the_companion_a_wrong_adapter_is_found():
    search = Search(AtActivation(), declare(AtActivation()), 10**6)
    case = find(cases(AtActivation), lambda c: search.failing(c) is not None,
                settings=settings(QUICK, max_examples=200))  # fmt: skip
    assert case.sizes == (1, 1, 1)
    assert case.n_samples == 1
