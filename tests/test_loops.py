"""Two updates in one call: what an adapter's `epochs` and `batch_size` bring to light, and what they must not blame."""

from typing import ClassVar

import numpy as np
import pytest

import crosscheck
from crosscheck.declaration import declare
from crosscheck.script_batches import sizes_of_batches
from crosscheck.standard_cases import standard_cases


class Fit(crosscheck.Adapter):
    """A right network with a loop over epochs and shuffled mini-batches."""

    activations, loss, parameters = ("tanh", "identity"), "half_sse_per_sample", ("W", "b")
    zeroed, rate, share, slope = "batch", 1.0, "batch", 1.0

    def build(self, case):
        velocities = [np.zeros_like(a) for a in (*case.weights, *case.biases)]
        return {"W": case.weights, "b": case.biases, "v": velocities}

    def step(self, net, x, y, lr, epochs, batch_size):
        self.fit(net, x, y, lr, epochs, batch_size)

    def fit(self, net, x, y, lr, epochs, batch_size):
        W, b = net["W"], net["b"]
        g = [np.zeros_like(a) for a in (*W, *b)]
        for _ in range(epochs):
            order = np.random.permutation(len(x))
            if self.zeroed == "epoch":
                g = [np.zeros_like(a) for a in (*W, *b)]
            for k in range(0, len(x), batch_size):
                at = order[k : k + batch_size]
                if self.zeroed == "batch":
                    g = [np.zeros_like(a) for a in (*W, *b)]
                xb, h = x[at], np.tanh(x[at] @ W[0] + b[0])
                d2 = (h @ W[1] + b[1] - y[at]) / len(at)
                d1 = d2 @ W[1].T * (1 - self.slope * h**2)
                for i, (a, d) in enumerate(((xb, d1), (h, d2))):
                    n = len(at) if self.share == "batch" else len(x)
                    g[i] += a.T @ d + self.l2 / n * W[i]
                    g[2 + i] += d.sum(axis=0)
                for v, gradient, parameter in zip(net["v"], g, (*W, *b), strict=True):
                    v[...] = self.momentum * v + gradient
                    parameter[...] = parameter - lr * v
            lr *= self.rate


def told(**attributes):
    adapter = type("Mine", (Fit,), attributes)()
    report = crosscheck.check(adapter, cases=list(standard_cases(declare(adapter)))[:3])
    found = [p["id"] for p in report.probes if p["status"] == "found"]
    return report, found, [d["id"] for e in report.explanations[:1] for d in e["defects"]]


class OnlyEpochs(Fit):
    def step(self, net, x, y, lr, epochs=1):  # type: ignore[override]  # the harness asks which arguments it takes
        self.fit(net, x, y, lr, epochs, len(x))


class Neither(Fit):
    def step(self, net, x, y, lr):  # type: ignore[override]  # the harness asks which arguments it takes
        self.fit(net, x, y, lr, 1, len(x))


@pytest.mark.parametrize("kind", [Fit, OnlyEpochs, Neither])
def test_a_right_loop_agrees(kind):
    report = crosscheck.check(kind, cases=list(standard_cases(declare(kind())))[:3])
    assert report.verdict == "agrees", str(report)


@pytest.mark.parametrize(
    ("zeroed", "argument"), [("epoch", "batch_size"), ("never", "epochs")], ids=["once an epoch", "once a call"]
)
def test_gradients_that_live_on_in_the_loop_are_named(zeroed, argument):
    report, found, causes = told(zeroed=zeroed)
    assert report.verdict == "differs"
    assert (found, causes) == (["state-within-the-loop"], ["gradients-accumulate"])
    assert report.probes[0]["evidence"]["argument"] == argument


def test_what_the_loop_adds_to_another_mistake_is_named_beside_it():
    report, found, causes = told(zeroed="epoch", slope=0.0)
    assert report.verdict == "differs"
    assert (found, sorted(causes)) == (["state-within-the-loop"], ["derivative-missing", "gradients-accumulate"])


def test_another_mistake_alone_has_its_own_name():
    _, found, causes = told(slope=0.0)
    assert (found, causes) == ([], ["derivative-missing"])


def test_without_the_arguments_nothing_of_it_is_seen():
    adapter = type("Mine", (Neither,), {"zeroed": "never"})
    assert crosscheck.check(adapter, cases=list(standard_cases(declare(adapter())))[:3]).verdict == "agrees"


@pytest.mark.parametrize(
    ("attributes", "remark"),
    [
        ({"rate": 0.9}, "learning-rate-schedule"),
        ({"rate": 0.5, "momentum": 0.9}, "learning-rate-schedule"),
        ({"l2": 0.3, "l2_scale": "per_sample", "share": "all"}, "penalty-per-batch"),
        ({"momentum": 0.9}, None),
    ],
)
def test_a_schedule_and_a_share_of_the_penalty_are_remarks(attributes, remark):
    report, found, _ = told(**attributes)
    assert report.verdict == "agrees", str(report)
    assert not found
    assert [r.kind for r in report.remarks if r.kind in ("learning-rate-schedule", "penalty-per-batch")] == (
        [remark] if remark else []
    )


class Anew(Fit):
    """The velocities are local variables of the method that trains."""

    momentum = 0.9

    def step(self, net, x, y, lr, epochs):  # type: ignore[override]  # the harness asks which arguments it takes
        net["v"] = [np.zeros_like(v) for v in net["v"]]
        self.fit(net, x, y, lr, epochs, len(x))


class Damped(Anew):
    momentum_form = "ema"  # declared, and not what `fit` does


def test_a_velocity_that_each_call_makes_anew_is_judged_in_one_call():
    report = crosscheck.check(Anew, cases=list(standard_cases(declare(Anew())))[:3])
    assert report.verdict == "agrees", str(report)
    assert "velocity-per-call" in {r.kind for r in report.remarks}


def test_its_mistakes_are_named_too():
    report = crosscheck.check(Damped, cases=list(standard_cases(declare(Damped())))[:3])
    assert [d["id"] for d in report.explanations[0]["defects"]] == ["dampening-wrong"]
    assert "velocity-per-call" in {r.kind for r in report.remarks}


def test_without_the_argument_no_momentum_is_seen():
    class Single(Anew):
        def step(self, net, x, y, lr):  # type: ignore[override]  # the harness asks which arguments it takes
            net["v"] = [np.zeros_like(v) for v in net["v"]]
            self.fit(net, x, y, lr, 1, len(x))

    report = crosscheck.check(Single, cases=list(standard_cases(declare(Single())))[:3])
    assert [d["id"] for d in report.explanations[0]["defects"]] == ["momentum-omitted"]


def test_epochs_that_are_not_handed_on_are_refused():
    class NotHandedOn(Fit):
        def step(self, net, x, y, lr, epochs):  # type: ignore[override]  # the harness asks which arguments it takes
            self.fit(net, x, y, lr, 1, len(x))

    with pytest.raises(crosscheck.UsageError, match="step takes epochs, but a call asked for two updates makes one"):
        crosscheck.check(NotHandedOn, cases=list(standard_cases(declare(NotHandedOn())))[:3])


class Overflowing(crosscheck.Adapter):
    """Right, with velocities of its own in each call, and a softplus that overflows for large numbers."""

    activations, loss, parameters = ("softplus", "identity"), "half_sse_per_sample", ("W", "b")
    momentum = 0.9

    def build(self, case):
        return {"W": case.weights, "b": case.biases}

    def step(self, net, x, y, lr, epochs):
        theta = [*net["W"], *net["b"]]
        v = [np.zeros_like(p) for p in theta]
        for _ in range(epochs):
            z = x @ theta[0] + theta[2]
            with np.errstate(all="ignore"):
                h = np.log(1 + np.exp(z))
            d = (h @ theta[1] + theta[3] - y) / len(x)
            e = d @ theta[1].T / (1 + np.exp(-z))
            for parameter, u, g in zip(theta, v, (x.T @ e, h.T @ d, e.sum(0), d.sum(0)), strict=True):
                u[...] = self.momentum * u + g
                parameter[...] = parameter - lr * u


def test_a_second_update_on_inputs_far_from_one_may_overflow():
    report = crosscheck.check(Overflowing)
    assert report.verdict == "agrees", str(report)
    assert "velocity-per-call" in {r.kind for r in report.remarks}


SCRIPT = """
import numpy as np
X = np.random.randn(40, 3); T = np.sin(X[:, :1]); BS = 8
n_all = len(X)
W1 = np.random.randn(3, 4); c1 = np.zeros(4); W2 = np.random.randn(4, 1); c2 = np.zeros(1)
for epoch in range(300):
    order = np.random.permutation(len(X))
    {epoch}
    for start in range(0, len(X), BS):
        {batch}
        xb = X[order[start : start + BS]]; tb = T[order[start : start + BS]]
        h = np.tanh(xb @ W1 + c1)
        e = (h @ W2 + c2 - tb) / {n}
        dh = e @ W2.T * (1 - h * h)
        for g, d in zip(grads, (xb.T @ dh, dh.sum(0), h.T @ e, e.sum(0))):
            g += d
        W1 -= 0.1 * grads[0]; c1 -= 0.1 * grads[1]; W2 -= 0.1 * grads[2]; c2 -= 0.1 * grads[3]
"""
ZERO = "grads = [np.zeros_like(p) for p in (W1, c1, W2, c2)]"


def script(tmp_path, **lines):
    text = SCRIPT.format(**({"epoch": "pass", "batch": "pass", "n": "len(xb)"} | lines))
    (tmp_path / "train.py").write_text(text)

    class Mine(crosscheck.Script):
        file, parameters, substitute = "train.py", ("W", "c"), {"0.1 *": "rate *", "range(300)": "range(1)"}
        names: ClassVar = {"X": "x", "T": "y", "BS": "len(x)", "rate": "lr"}
        activations, loss, sizes = ("tanh", "identity"), "half_sse_per_sample", (3, 4, 1)

    Mine._folder = tmp_path
    return crosscheck.check(Mine, cases=list(standard_cases(declare(Mine())))[:3])


def test_a_script_s_mini_batches_show_what_lives_on_between_them(tmp_path):
    report = script(tmp_path, epoch=ZERO)
    assert report.verdict == "differs"
    assert [d["id"] for e in report.explanations[:1] for d in e["defects"]] == ["gradients-accumulate"]
    assert "one call with two mini-batches is not what two calls are" in str(report)


@pytest.mark.parametrize("lines", [{"batch": ZERO}, {"batch": ZERO, "n": "n_all"}])
def test_the_companion_a_script_that_keeps_nothing_is_right(tmp_path, lines):
    assert script(tmp_path, **lines).verdict == "agrees"


@pytest.mark.parametrize(
    ("source", "names", "found"),
    [
        ("", {"batch_size": 11}, ("batch_size",)),
        ("", {"BS": 11, "MB": 12, "n": 11}, ("BS", "MB")),
        ("for k in range(0, len(x), n):\n    pass", {"n": 11}, ("n",)),
        ("for k in range(0, n):\n    pass", {"n": 11}, ()),
        ("", {"n_batches": 1, "batch": 11.0, "batched": True}, ()),
        ("this is no Python", {"n": 11, "batch": 99}, ("batch",)),
    ],
)
def test_which_names_are_sizes_of_batches(source, names, found):
    assert sizes_of_batches(source, names, 11) == found
