"""Whatever a candidate does, the harness reports it with its place, and never takes it for agreement."""

import random
import re
import sys
import warnings
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest

import crosscheck
from crosscheck.adapter import Adapter


class Net(Adapter):
    """A right network; each test below breaks one of its methods."""

    activations, loss = ("tanh", "identity"), "half_sse"

    def build(self, case):
        return SimpleNamespace(W=case.weights, b=case.biases)

    def step(self, net, x, y, lr):
        (W1, W2), (b1, b2) = net.W, net.b
        a = np.tanh(x @ W1 + b1)
        d2 = a @ W2 + b2 - y
        d1 = d2 @ W2.T * (1 - a * a)
        net.W, net.b = [W1 - lr * x.T @ d1, W2 - lr * a.T @ d2], [b1 - lr * d1.sum(0), b2 - lr * d2.sum(0)]

    def read(self, net):
        return {"W": net.W, "b": net.b}


def stepping(function):
    """The step done right, then something else."""

    def step(self, net, x, y, lr):
        Net.step(self, net, x, y, lr)
        return function(net, x, y)

    return type("Stepping", (Net,), {"step": step})


def reading(function):
    return type("Reading", (Net,), {"read": lambda self, net: function(net)})


def write_x(net, x, y):
    x[0] = 0


def write_y(net, x, y):
    y += 1


def boom(net, x, y):
    raise RuntimeError("boom\nand more")


def leave(net, x, y):
    sys.exit(3)


def recurse(*args):
    return recurse(*args)


class YieldingStep(Net):
    def step(self, net, x, y, lr):
        yield Net.step(self, net, x, y, lr)


class YieldingRead(Net):
    def read(self, net):
        yield {"W": net.W}


class FailingBuild(Net):
    def build(self, case):
        return vars(self)["missing"]


class EmptyBuild(Net):
    def build(self, case):
        pass


BAD = {
    "raises": (stepping(boom), "step", "RuntimeError: boom", "in boom"),
    "exits": (stepping(leave), "step", "exit\\(3\\)", "in leave"),
    "recurses": (stepping(recurse), "step", "RecursionError", "in recurse"),
    "writes to x": (stepping(write_x), "x", "written to", "in write_x"),
    "writes to y": (stepping(write_y), "y", "written to", "in write_y"),
    "build raises": (FailingBuild, "build", "KeyError", "in build"),
    "build returns nothing": (EmptyBuild, "step", "AttributeError", "in step"),
    "step yields": (YieldingStep, "step", "generator", "in step"),
    "read yields": (YieldingRead, "read", "generator", "in read"),
    "read returns nothing": (reading(lambda net: None), "read", "nothing", "in <lambda>"),
    "read returns a list": (reading(lambda net: [net.W]), "read", "a list", "in <lambda>"),
    "read returns no arrays": (reading(lambda net: {}), "read", "showed nothing", ""),
    "only None": (reading(lambda net: {"W": None, "b": [None, None]}), "read", "showed nothing", ""),
    "None in place of W": (reading(lambda net: {"W": "abc", "b": net.b}), "W", "of type str", ""),
    "wrong shape": (reading(lambda net: {"W": [net.W[0][:, :-1], net.W[1]], "b": net.b}), "W1'", "has shape", ""),
    "too many layers": (reading(lambda net: {"W": [*net.W, *net.W], "b": net.b}), "W", "4 arrays for 2", ""),
    "one too many": (reading(lambda net: {"W": [*net.W, net.W[0]], "b": net.b}), "W", "3 arrays for 2", ""),
    "a third layer": (reading(lambda net: {"W3": net.W[0], "W": net.W, "b": net.b}), "W3", "is of layer 3", ""),
    "one array": (reading(lambda net: {"W": net.W[0], "b": net.b}), "W", "one array", ""),
    "objects": (reading(lambda net: {"W": [np.array([object()]), net.W[1]], "b": net.b}), "W1'", "dtype object", ""),
    "strings": (reading(lambda net: {"W": [net.W[0].astype(str), net.W[1]], "b": net.b}), "W1'", "dtype <U", ""),
    "complex": (reading(lambda net: {"W": [net.W[0] + 0j, net.W[1]], "b": net.b}), "W1'", "complex", ""),
    "ragged": (reading(lambda net: {"W": [[[1.0], [1.0, 2.0]], net.W[1]], "b": net.b}), "W1'", "no array", ""),
    "masked": (reading(lambda net: {"W": [np.ma.masked_less(w, 0) for w in net.W], "b": net.b}), "W1'", "masked", ""),
    "NaN": (reading(lambda net: {"W": [w * np.nan for w in net.W], "b": net.b}), "W1'", "NaN", ""),
    "infinite": (reading(lambda net: {"W": net.W, "b": [b / 0 for b in net.b]}), "b1'", "infinite", ""),
    "a number": (reading(lambda net: {"W": 3.0, "b": net.b}), "W", "float", ""),
}  # fmt: skip


@pytest.mark.parametrize(("adapter", "name", "why", "place"), BAD.values(), ids=BAD)
def test_it_is_a_finding_with_its_place(adapter, name, why, place):
    report = crosscheck.check(adapter)
    assert report.verdict == "differs"
    assert not report.passed
    found = [f for f in report.findings if f.name == name and f.status == "differs"]
    assert found, str(report)
    assert re.search(why, found[0].why), found[0].why
    assert "\n" not in found[0].why
    assert found[0].place.endswith(place)
    if place:
        assert found[0].place.startswith(Path(__file__).name + ":")
    str(report)
    report.to_dict()


GOOD = {
    "read-only arrays": lambda net: {q: [np.asarray(a).view() for a in getattr(net, q)] for q in "Wb"},
    "lists": lambda net: {"W": [w.tolist() for w in net.W], "b": [b.tolist() for b in net.b]},
    "tuples": lambda net: {"W": tuple(net.W), "b": tuple(net.b)},
    "generators": lambda net: {"W": (w for w in net.W), "b": iter(net.b)},
    "object array of arrays": lambda net: {"W": as_objects(net.W), "b": as_objects(net.b)},
    "numbered keys": lambda net: {f"{q}{i}": getattr(net, q)[i - 1] for q in "Wb" for i in (1, 2)},
    "dictionary from 0": lambda net: {q: dict(enumerate(getattr(net, q))) for q in "Wb"},
    "dictionary of names": lambda net: {q: {f"{q}{i}": a for i, a in enumerate(getattr(net, q), 1)} for q in "Wb"},
    "a placeholder first": lambda net: {"W": [None, *net.W], "b": [0, *net.b]},
    "keepdims": lambda net: {"W": net.W, "b": net.b, "db": None},
    "matrices": lambda net: {"W": [np.asmatrix(w) for w in net.W], "b": net.b},
}  # fmt: skip


def as_objects(arrays):
    out = np.empty(len(arrays), dtype=object)
    out[:] = arrays
    return out


@pytest.mark.parametrize("read", GOOD.values(), ids=GOOD)
def test_what_can_be_read_is_read(read):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        report = crosscheck.check(reading(read))
    assert report.passed, str(report)


def test_torch_tensors_are_read():
    torch = pytest.importorskip("torch")
    report = crosscheck.check(reading(lambda net: {
        "W": [torch.tensor(w, requires_grad=True) for w in net.W], "b": [torch.tensor(b) for b in net.b]
    }))  # fmt: skip
    assert report.passed, str(report)


def test_live_buffers_are_copied():
    class Reuses(Net):
        def build(self, case):
            self.buffer = {
                "dW": [np.zeros_like(w) for w in case.weights],
                "db": [np.zeros_like(b) for b in case.biases],
            }
            return super().build(case)

        def step(self, net, x, y, lr):
            then = net.W, net.b
            super().step(net, x, y, lr)
            for q, old, new in (("dW", then[0], net.W), ("db", then[1], net.b)):
                for buffer, o, n in zip(self.buffer[q], old, new, strict=True):
                    buffer[...] = (o - n) / lr
            shown, self.buffer_of_last = dict(self.buffer), self.buffer
            return shown

        def read(self, net):
            return {"W": net.W, "b": net.b}

    case = crosscheck.Case.draw((3, 5, 2), 7, loss="half_sse", steps=3, lr=0.25)
    from crosscheck.run_adapter import run_adapter

    run = run_adapter(Reuses(), case)
    assert not np.array_equal(run.shown["dW1"], run.shown["dW1@2"])


def test_an_unknown_key_is_the_adapters_fault():
    with pytest.raises(crosscheck.UsageError, match="unknown key 'weights'"):
        crosscheck.check(reading(lambda net: {"weights": net.W}))


def test_what_step_returns_besides_a_dictionary_is_ignored():
    report = crosscheck.check(stepping(lambda net, x, y: 3.0))
    assert report.passed
    assert "ignored" in {r.kind for r in report.remarks}


def test_nothing_of_the_callers_is_changed():
    def mess(net, x, y):
        np.random.rand(7)
        np.random.seed(5)
        random.random()
        warnings.simplefilter("error")
        np.seterr(all="raise")
        np.set_printoptions(precision=2)
        sys.path.append("/nowhere")
        print("megabytes " * 1000)

    def state():
        key = np.random.get_state(legacy=False)["state"]["key"].tolist()
        options = np.geterr(), np.get_printoptions(), list(warnings.filters)
        return key, random.getstate(), *options, list(sys.path), Path.cwd()

    np.random.seed(3)
    random.seed(3)
    before = state()
    report = crosscheck.check(stepping(mess))
    after = state()
    assert report.passed, str(report)
    assert before == after


def test_nothing_is_printed(capsys):
    crosscheck.check(stepping(lambda net, x, y: print("hello")))
    assert capsys.readouterr().out == ""


def test_the_first_steps_are_kept_when_a_later_one_fails():
    class Later(Net):
        def step(self, net, x, y, lr):
            net.calls = getattr(net, "calls", 0) + 1
            if net.calls == 2:
                raise ValueError("twice")
            super().step(net, x, y, lr)

    report = crosscheck.check(Later)
    assert report.verdict == "differs"
    failed = [f for f in report.findings if f.stage == "run"]
    assert {f.step for f in failed} == {2}
    assert any(f.case == failed[0].case and f.status == "agrees" for f in report.findings)


def test_overflow_for_extreme_inputs_is_a_remark():
    class LongWay(Net):
        """Binary cross entropy by y/p: infinite where p is exactly 0 or 1."""

        activations, loss = ("tanh", "sigmoid"), "bce_per_sample"

        def step(self, net, x, y, lr):
            (W1, W2), (b1, b2) = net.W, net.b
            a = np.tanh(x @ W1 + b1)
            p = 1 / (1 + np.exp(-(a @ W2 + b2)))
            if np.abs(x @ W1).max() > 12:
                p = np.where(p > 0.5, 1.0, 0.0)
            d2 = ((1 - y) / (1 - p) - y / p) / len(x) * p * (1 - p)
            d1 = d2 @ W2.T * (1 - a * a)
            net.W, net.b = [W1 - lr * x.T @ d1, W2 - lr * a.T @ d2], [b1 - lr * d1.sum(0), b2 - lr * d2.sum(0)]

    report = crosscheck.check(LongWay)
    assert report.passed, str(report)
    assert "unstable" in {r.kind for r in report.remarks}
