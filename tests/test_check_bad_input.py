"""Whatever a candidate does, the harness reports it with its place, and never takes it for agreement."""

import random
import re
import sys
import warnings
from pathlib import Path
from types import SimpleNamespace
from typing import Any

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
    "wrong shape": (reading(lambda net: {"W": [net.W[0][:, :-1], net.W[1]], "b": net.b}), "W1'", "has shape", ""),
    "objects": (reading(lambda net: {"W": [np.array([object()]), net.W[1]], "b": net.b}), "W1'", "dtype object", ""),
    "strings": (reading(lambda net: {"W": [net.W[0].astype(str), net.W[1]], "b": net.b}), "W1'", "dtype <U", ""),
    "complex": (reading(lambda net: {"W": [net.W[0] + 0j, net.W[1]], "b": net.b}), "W1'", "complex", ""),
    "ragged": (reading(lambda net: {"W": [[[1.0], [1.0, 2.0]], net.W[1]], "b": net.b}), "W1'", "no array", ""),
    "masked": (reading(lambda net: {"W": [np.ma.masked_less(w, 0) for w in net.W], "b": net.b}), "W1'", "masked", ""),
    "NaN": (reading(lambda net: {"W": [w * np.nan for w in net.W], "b": net.b}), "W1'", "NaN", ""),
    "infinite": (reading(lambda net: {"W": net.W, "b": [b / 0 for b in net.b]}), "b1'", "infinite", ""),
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


class Inside(Net):
    """The network in methods of the adapter's own class."""

    def step(self, net, x, y, lr):
        Net.step(self, net, x, y, self.rate(net, lr))

    def rate(self, net, lr):
        return net.rate


class MisreadsLater(Net):
    activations = ("tanh", ..., "identity")  # type: ignore[assignment]

    def read(self, net):
        return {"W": net.W, "b": (net.b[0], net.b[1] if len(net.b) == 2 else net.c)}

    def step(self, net, x, y, lr):
        pass


def stepped(line):
    """A step that is one line; it passes on, and computes nothing."""
    names: dict[str, Any] = {}
    exec(f"def step(self, net, x, y, lr):\n    {line}", names)
    names["step"].__code__ = names["step"].__code__.replace(co_filename=__file__)
    return type("Mine", (Net,), {"step": names["step"]})


def shows(line):
    """A read that is one expression."""
    return type("Mine", (Net,), {"read": eval(f"lambda self, net: {line}")})


REFUSED = {
    "build raises": (FailingBuild, r"build raised KeyError: 'missing' at test_\w+.py:\d+ in build"),
    "build returns nothing": (EmptyBuild, "step raised AttributeError.* in step"),
    "step yields": (YieldingStep, "step returned a generator"),
    "read yields": (YieldingRead, "read returned a generator"),
    "read raises": (shows("{'W': net.Ws}"), "read raised AttributeError: .*'Ws'.* adapter's own doing"),
    "read raises in a comprehension": (shows("{'W': [w.weight for w in net.W]}"), "no attribute 'weight'"),
    "read raises in NumPy": (shows("{'W': [np.dot(w, net.b) for w in net.W]}"), "read raised"),
    "read fails for three layers": (MisreadsLater, "read raised AttributeError.*'c'.*in 5-7-8-3"),
    "read returns nothing": (shows("None"), r"read returned nothing \(None\): expected a dictionary"),
    "read returns a list": (shows("[net.W]"), "read returned a list: expected a dictionary"),
    "read shows nothing": (shows("{}"), "neither read nor step shows anything"),
    "only None": (shows("{'W': None, 'b': [None, None]}"), "neither read nor step shows anything"),
    "text": (shows("{'W': 'abc', 'b': net.b}"), "as W is of type str: expected a list of arrays"),
    "too many layers": (shows("{'W': [*net.W, *net.W]}"), "4 arrays for 2 layers.*has 2 layers, one for each of act"),
    "one too many": (shows("{'W': [*net.W, net.W[0]]}"), "3 arrays for 2 layers"),
    "a third layer": (shows("{'W3': net.W[0], 'W': net.W}"), "as W3 is of layer 3"),
    "one array": (shows("{'W': net.W[0], 'b': net.b}"), "is one array"),
    "a number": (shows("{'W': 3.0, 'b': net.b}"), "is of type float"),
    "transposed": (
        shows("{'W': [w.T for w in net.W]}"),
        r"W1 comes out of read transposed, \(7, 5\).*weight = 'out_in'",
    ),
    "W and b swapped": (shows("{'W': net.b, 'b': net.W}"), "shows as W1 is b1: check the order"),
    "biases in a row": (shows("{'W': net.W, 'b': [b[None] for b in net.b]}"), "declare bias = 'row'"),
    "no such method": (stepped("net.trian(x, y, lr)"), "step raised AttributeError"),
    "no such name": (stepped("train(net, x, y, lr)"), "step raised NameError"),
    "no such key": (stepped("vars(net)['model'](x)"), "step raised KeyError"),
    "no such argument": (stepped("self.build(x, rate=lr)"), "step raised TypeError"),
}


@pytest.mark.parametrize(("adapter", "message"), REFUSED.values(), ids=REFUSED)
def test_what_the_adapter_does_wrong_is_no_finding(adapter, message):
    with pytest.raises(crosscheck.UsageError, match=message) as error:
        crosscheck.check(adapter)
    assert "\n" not in str(error.value)


def computes(net, x, y):
    return net.cache


FOUND = {
    "a name in the network's code": (stepping(computes), "AttributeError"),
    "a value that is None": (stepped("net.W = (None).T"), "AttributeError"),
    "a local name": (stepped("y = z = z + 1 if False else z"), "UnboundLocalError"),
    "numbers that do not fit": (stepped("net.W = [x @ y]"), "ValueError"),
    "in another method of the class": (Inside, "AttributeError"),
    "where read calls the network": (reading(lambda net: net.parameters()), "AttributeError"),
}


@pytest.mark.parametrize(("adapter", "what"), FOUND.values(), ids=FOUND)
def test_what_the_network_does_wrong_is_a_finding(adapter, what):
    report = crosscheck.check(adapter)
    assert report.verdict == "differs"
    assert report.first_cause is not None
    assert what in report.first_cause.why


def turned(**shown):
    """A right network that shows some things the other way round."""

    def step(self, net, x, y, lr):
        before, biases = net.W, net.b
        Net.step(self, net, x, y, lr)
        return {key: value(before, biases, net, x, lr) for key, value in shown.items()}

    return type("Turned", (Net,), {"step": step})


@pytest.mark.parametrize(
    "adapter",
    [turned(Z1=lambda W, b, net, x, lr: (x @ W[0] + b[0]).T),
     turned(dW=lambda W, b, net, x, lr: [(a - b).T / lr if lr else 0 * a.T for a, b in zip(W, net.W, strict=True)])],
    ids=["Z", "dW"],
)  # fmt: skip
def test_what_is_shown_the_other_way_round_is_refused(adapter):
    with pytest.raises(crosscheck.UsageError, match=r"the other way round.*show d?[ZW]1\.T"):
        crosscheck.check(adapter)


def test_a_bias_that_becomes_a_matrix_is_the_networks_doing_and_costs_no_search():
    def step(self, net, x, y, lr):
        Net.step(self, net, x, y, lr)
        net.b = [b - lr * x[:, :1] for b in net.b]

    report = crosscheck.check(type("NotSummed", (Net,), {"step": step}))
    assert report.verdict == "differs"
    assert report.explanations == ()
    assert report.first_cause is not None
    assert "has shape (11, 7), expected (7,)" in report.first_cause.why


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


@pytest.mark.parametrize(("dtype", "refused"), [("float64", True), ("float32", False)])
def test_a_network_in_single_precision_is_told_of_the_dtype(dtype, refused):
    torch = pytest.importorskip("torch")

    class Mine(crosscheck.Adapter):
        activations, loss, bias = ("identity",), "half_sse", "none"

        def build(self, case):
            return {"W": torch.tensor(case.weights[0]).float()}

        def step(self, net, x, y, lr):
            x, y = torch.tensor(x), torch.tensor(y)
            net["W"] = net["W"] - lr * x.T @ (x @ net["W"] - y)

        def read(self, net):
            return {"W": [net["W"]]}

    if refused:
        with pytest.raises(crosscheck.UsageError, match="Check with --dtype float32"):
            crosscheck.check(Mine, dtype=dtype)
    else:
        assert crosscheck.check(Mine, dtype=dtype).verdict == "agrees"
