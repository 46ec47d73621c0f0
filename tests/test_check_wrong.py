"""Networks that are wrong, by a constant or by a mistake, and adapters that contradict their network."""

from types import SimpleNamespace

import numpy as np
import pytest

import crosscheck
from crosscheck.adapter import Adapter
from crosscheck.run_adapter import run_adapter


def name_of(factor):
    assert factor is not None
    return factor["name"]


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


class Net(Adapter):
    """A right network for half the sum of squares, with every line that tests change in a method of its own."""

    activations, loss = ("sigmoid", "sigmoid"), "half_sse"

    def build(self, case):
        return SimpleNamespace(
            W=case.weights, b=case.biases, lam=case.l2, v=[0 * w for w in case.weights], mu=case.momentum
        )

    def error(self, a, y):
        return a - y

    def slope(self, a, z):
        return a * (1 - a)

    def decay(self, net, w):
        return net.lam * w

    def shown(self, dW, db):
        return {}

    def step(self, net, x, y, lr):
        W, b = net.W, net.b
        z1 = x @ W[0] + b[0]
        a1 = sigmoid(z1)
        z2 = a1 @ W[1] + b[1]
        a2 = sigmoid(z2)
        d2 = self.error(a2, y) * self.slope(a2, z2)
        d1 = d2 @ W[1].T * self.slope(a1, z1)
        dW, db = [x.T @ d1, a1.T @ d2], [d1.sum(0), d2.sum(0)]
        dW = [g + self.decay(net, w) for g, w in zip(dW, W, strict=True)]
        self.apply(net, dW, db, lr)
        return self.shown(dW, db)

    def apply(self, net, dW, db, lr):
        net.W = [w - lr * g for w, g in zip(net.W, dW, strict=True)]
        net.b = [w - lr * g for w, g in zip(net.b, db, strict=True)]

    def read(self, net):
        return {"W": net.W, "b": net.b}


FACTORS = [
    ("N", lambda n, k: n), ("K", lambda n, k: k), ("N·K", lambda n, k: n * k), ("N/2", lambda n, k: n / 2),
    ("N·K/2", lambda n, k: n * k / 2), ("2", lambda n, k: 2), ("1/2", lambda n, k: 0.5), ("-1", lambda n, k: -1),
    ("1/N", lambda n, k: 1 / n), ("1/(N·K)", lambda n, k: 1 / (n * k)), ("-N", lambda n, k: -n),
    ("0.7", lambda n, k: 0.7),
]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "c", "settings"),
    [
        *[(*f, {}) for f in FACTORS],
        *[(*f, s) for f in (FACTORS[0], FACTORS[5], FACTORS[-1])
          for s in ({"l2": 0.25}, {"momentum": 0.5}, {"gradients": True}, {"dtype": "float32"})],
    ],
    ids=lambda v: None if callable(v) else str(v),
)  # fmt: skip
def test_a_constant_factor_is_named(name, c, settings):
    class Scaled(Net):
        l2, momentum = settings.get("l2", 0.0), settings.get("momentum", 0.0)

        def error(self, a, y):
            return (a - y) * c(len(a), a.shape[1])

        def apply(self, net, dW, db, lr):
            if self.momentum:
                net.v = [net.mu * v + g for v, g in zip(net.v, dW, strict=True)]
                net.vb = [net.mu * v + g for v, g in zip(getattr(net, "vb", [0, 0]), db, strict=True)]
                dW, db = net.v, net.vb
            super().apply(net, dW, db, lr)

        def shown(self, dW, db):
            return {"dW": dW, "db": db} if settings.get("gradients") else {}

    report = crosscheck.check(Scaled, dtype=settings.get("dtype"))
    assert report.verdict == "agrees up to a factor", str(report)
    assert name_of(report.factor) == name
    expected = {"2": ("sse",), "1/N": ("half_sse_per_sample",), "1/(N·K)": ("half_mse",)}.get(name, ())
    assert report.exact_for == expected
    assert not report.passed


def test_the_factor_may_hold_the_penalty_as_well():
    class Whole(Net):
        l2 = 0.25

        def apply(self, net, dW, db, lr):
            super().apply(net, dW, db, 2 * lr)

    report = crosscheck.check(Whole)
    assert (report.verdict, name_of(report.factor)) == ("agrees up to a factor", "2")
    assert report.exact_for == ()


def test_declared_and_exact_loss():
    class Reported(Net):
        loss = "mse"

    report = crosscheck.check(Reported)
    assert name_of(report.factor) == "N·K/2"
    assert report.exact_for == ("half_sse",)
    data = report.to_dict()
    assert data["factor"]["name"] == "N·K/2"
    assert data["exact_for"] == ["half_sse"]
    assert "half_sse" in str(report)


def test_with_an_unknown_loss_a_factor_keeps_its_simplest_name():
    class Odd(Net):
        loss = "unknown"

        def error(self, a, y):
            return (a - y) * len(a) ** 2

    report = crosscheck.check(Odd)
    assert report.verdict == "agrees up to a factor"


def test_a_cross_family_gradient_is_named_and_differs():
    class Wrong(Net):
        loss = "mse"
        targets = "one_hot"

        def slope(self, a, z):
            return 1.0 if a.shape[1] == self.k else a * (1 - a)

        def build(self, case):
            self.k = case.n_outputs
            return super().build(case)

    report = crosscheck.check(Wrong)
    assert report.verdict == "differs"
    assert report.exact_for == ("bce_sum",)


def wrong(**methods):
    return type("Wrong", (Net,), methods)


def applying(change, **methods):
    """A network whose update is made with other gradients: change(dW, db, lr) -> dW, db, lr."""
    return wrong(apply=lambda self, net, dW, db, lr: Net.apply(self, net, *change(dW, db, lr)), **methods)


class DecayWithoutLr(Net):
    l2 = 0.25

    def decay(self, net, w):
        return 0

    def apply(self, net, dW, db, lr):
        super().apply(net, [g + 0.25 * w / lr for g, w in zip(dW, net.W, strict=True)], db, lr)


def assign_biases(net, dW, db, lr):
    net.W, net.b = [w - lr * g for w, g in zip(net.W, dW, strict=True)], [-lr * g for g in db]


MISTAKES = {
    "derivative at the activation": (
        wrong(slope=lambda self, a, z: sigmoid(a) * (1 - sigmoid(a))),
        "derivative-at-activation",
    ),
    "derivative missing": (wrong(slope=lambda self, a, z: 1.0), "output-derivative-missing derivative-missing"),
    "derivative formula at z": (wrong(slope=lambda self, a, z: z * (1 - z)), "derivative-at-preactivation"),
    "biases never updated": (applying(lambda dW, db, lr: (dW, [0 * g for g in db], lr)), "bias-not-updated"),
    "scalar bias gradient": (applying(lambda dW, db, lr: (dW, [g.sum() for g in db], lr)), "bias-gradient-scalar"),
    "lr squared": (applying(lambda dW, db, lr: (dW, db, lr * lr)), "lr-squared"),
    "one layer twice": (applying(lambda dW, db, lr: ([dW[0], 2 * dW[1]], db, lr)), "parameter-factor"),
    "bias assigned": (wrong(apply=lambda self, net, dW, db, lr: assign_biases(net, dW, db, lr)), "bias-assigned"),
    "zero step": (wrong(apply=lambda self, net, dW, db, lr: None), "step-is-zero"),
    "decay without lr": (DecayWithoutLr, "decay-without-lr"),
    "decay sign": (wrong(l2=0.25, decay=lambda self, net, w: -net.lam * w), "decay-sign"),
    "shown gradient is another": (wrong(shown=lambda self, dW, db: {"dW": [g + 1 for g in dW], "db": db}), ""),
    "momentum left out": (wrong(momentum=0.9), "momentum-omitted"),
}


@pytest.mark.parametrize(("adapter", "named"), MISTAKES.values(), ids=MISTAKES)
def test_mistakes_differ_and_are_named(adapter, named):
    report = crosscheck.check(adapter)
    assert report.verdict == "differs", str(report)
    assert [d["id"] for e in report.explanations for d in e["defects"]] == named.split()
    assert report.first_cause is not None
    str(report)
    report.to_dict()


def test_a_shown_gradient_and_the_update_are_judged_apart():
    class NotNormalised(Net):
        """Shows the sum, applies the mean: the update is right."""

        loss = "half_sse_per_sample"

        def step(self, net, x, y, lr):
            self.n = len(x)
            return super().step(net, x, y, lr)

        def apply(self, net, dW, db, lr):
            super().apply(net, dW, db, lr / self.n)

        def shown(self, dW, db):
            return {"dW": dW, "db": db}

    report = crosscheck.check(NotNormalised)
    assert report.verdict == "agrees up to a factor"
    assert {g: f["name"] for g, f in report.factors.items()} == {"shown": "N", "applied": "1"}
    assert {f.name[0] for f in report.findings if f.status == "differs" and not f.follows} == {"d"}


def test_factors_of_single_quantities_are_listed():
    report = crosscheck.check(
        wrong(apply=lambda self, net, dW, db, lr: Net.apply(self, net, dW, [2 * g for g in db], lr))
    )
    assert report.verdict == "differs"
    assert {name: f["name"] for name, f in report.factors.items()} == {"db1": "2", "db2": "2"}


def declares(**attributes):
    return type("Declares", (Net,), attributes)


def holding(W, b, **attributes):
    """A network that starts from W(case) and b(case)."""
    build = {"build": lambda self, case: SimpleNamespace(W=W(case), b=b(case), lam=0, v=0, mu=0)}
    return declares(**build, **attributes)


def drawn_again(case):
    return [np.random.randn(*w.shape) for w in case.weights]


def constant(case):
    return [np.ones(w.shape) for w in case.weights]


class Classes(crosscheck.Adapter):
    """It takes class labels, and does not declare it."""

    bias, activations, loss = "none", ("softmax",), "cross_entropy_sum"

    def build(self, case):
        return list(case.weights)

    def step(self, net, x, y, lr):
        p = np.exp(x @ net[0])
        p /= p.sum(axis=1, keepdims=True)
        p[np.arange(len(x)), y] -= 1
        net[0] = net[0] - lr * x.T @ p

    def read(self, net):
        return {"W": net}


@pytest.mark.parametrize(
    ("adapter", "message"),
    [
        (Classes, r"targets = 'values' \(the default\), with which the network fails: targets = 'class_index' fits"),
        (declares(build=lambda self, case: case.size), "case has no size: it has n_layers, n_outputs, sizes, "),
        (declares(weight="out_in"), "weight = 'out_in', which contradicts the shapes seen: weight = 'in_out' fits"),
        (declares(samples="columns"), "samples = 'rows' fits"),
        (declares(samples="columns", weight="out_in", bias="column"), "fits"),
        (declares(read=lambda self, net: {"W": net.W[::-1], "b": net.b}), "order of the layers"),
        (declares(read=lambda self, net: {"W": net.W, "b": [-b for b in net.b]}), "bias_sign = -1"),
        (declares(read=lambda self, net: {"W": [w.T for w in net.W], "b": net.b}, sizes=(3, 3, 3)), "transposed"),
        (holding(drawn_again, lambda case: case.biases), "does not depend on it"),
        (holding(constant, lambda case: case.biases), "does not depend on it"),
        (holding(lambda case: case.weights, lambda case: [0 * b for b in case.biases]), "b1, b2 .* not depend on it"),
        (holding(lambda case: case.weights, lambda case: [0, 0], bias="none"), "bias = 'none'"),
    ],
)
def test_adapters_that_contradict_the_network_are_refused(adapter, message):
    with pytest.raises(crosscheck.UsageError, match=message):
        crosscheck.check(adapter)


def test_wrong_code_is_not_taken_for_a_wrong_declaration():
    class Broken(Net):
        def apply(self, net, dW, db, lr):
            net.W = [w - lr * g.T for w, g in zip(net.W, dW, strict=True)]

    report = crosscheck.check(Broken)
    assert report.verdict == "differs"
    # it runs where all widths are equal: what is wrong is named there, and where it breaks off elsewhere is remarked on
    assert "weight-gradient-transposed" in [d["id"] for d in report.explanations[0]["defects"]]
    (raised,) = (r.text for r in report.remarks if r.kind == "equal-widths")
    assert "test_check_wrong.py" in raised


def test_a_step_that_ignores_lr_is_said_so():
    report = crosscheck.check(applying(lambda dW, db, lr: (dW, db, 0.01)))
    assert report.verdict == "differs"
    assert "lr-unused" in {r.kind for r in report.remarks}


def test_recovered_gradients_hold_the_true_ones():
    from crosscheck.bounds import values
    from crosscheck.recovered import recovered_gradients

    case = crosscheck.Case.draw((3, 5, 2), 7, activations=("sigmoid", "sigmoid"), loss="half_sse", steps=2, lr=0.25)
    run = run_adapter(Net(), case)
    found, true = recovered_gradients(run), values(case)
    assert set(found) == {f"d{p}{i}{s}" for p in "Wb" for i in (1, 2) for s in ("", "@2")}
    for name, ball in found.items():
        assert np.all(np.abs(ball.v - true[name]) <= ball.radius + 1e-14), name
        assert np.all(ball.radius < 1e-14)
