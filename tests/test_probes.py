"""Probes: each finds its planted fault, says so by name, and is silent about networks that are right."""

import math
from collections.abc import Sequence
from typing import Any

import numpy as np
import pytest
import torch

from crosscheck import Adapter, Case
from crosscheck.bounds import values
from crosscheck.defects import options, plan_with
from crosscheck.probes import FOUND, NOT_RUN, OK, PROBES, ProbeResult, run_probes
from crosscheck.probes.memory import arrays_of, moves, overlap

CASE = Case.draw((3, 5, 5, 2), 11)  # two layers of one width, so that their arrays could be one
IDS = [
    "parameters-shared-with-reference", "parameters-shared", "inputs-mutated", "nondeterministic",
    "results-depend-on-earlier-calls", "gradients-accumulate", "stale-cache", "single-precision-inside",
    "parameters-clipped", "gradient-clipped", "gradient-not-applied",
]  # fmt: skip


class Net:
    """A tanh network by hand, rows; its variants override one method."""

    def __init__(self, W: list[Any], b: list[Any]) -> None:
        self.W, self.b = W, b
        self.dW: list[Any] = []
        self.db: list[Any] = []
        self.start()

    def start(self) -> None:
        """For the variants."""

    def forward(self, x: Any) -> Any:
        self.A = [x]
        for i, (w, b) in enumerate(zip(self.W, self.b, strict=True)):
            z = self.linear(self.A[-1], w, b)
            self.A.append(np.tanh(z) if i < len(self.W) - 1 else z)
        return self.A[-1]

    def linear(self, a: Any, w: Any, b: Any) -> Any:
        return a @ w + b

    def backward(self, d: Any) -> None:
        self.dW, self.db = [], []
        for i in reversed(range(len(self.W))):
            self.dW.insert(0, self.A[i].T @ d)
            self.db.insert(0, d.sum(axis=0))
            if i:
                d = d @ self.W[i].T * (1 - self.A[i] ** 2)

    def update(self, lr: float) -> None:
        for p, g in zip([*self.W, *self.b], [*self.dW, *self.db], strict=True):
            p[...] = p - lr * g

    def step(self, x: Any, y: Any, lr: float) -> None:
        output = self.forward(x)
        self.backward(2 * (output - y) / y.size)
        self.update(lr)


class Sound(Adapter):
    """The adapter of a Net: everything is shown, live."""

    activations, loss = ("tanh", ..., "identity"), "mse"
    kind: type[Net] = Net

    def build(self, case):
        return self.kind(case.weights, case.biases)

    def step(self, net, x, y, lr):
        net.step(x, y, lr)

    def read(self, net):
        return {"W": net.W, "b": net.b, "dW": net.dW, "db": net.db}


class Staged(Sound):
    """The same in stages."""

    def forward(self, net, x):
        return net.forward(x)

    def backward(self, net, d_output, lr):
        net.backward(d_output)

    def update(self, net, lr):
        net.update(lr)


def of(kind: type[Net], base: type[Sound] = Sound, **attributes: Any) -> Adapter:
    """An adapter of a variant."""
    adapter: Adapter = type(kind.__name__ + base.__name__, (base,), {"kind": kind, **attributes})()
    return adapter


def probe(adapter: Adapter, probe_id: str, case: Case = CASE) -> ProbeResult:
    """One probe's result."""
    return next(r for r in run_probes(adapter, case) if r.id == probe_id)


def found(adapter: Adapter, case: Case = CASE) -> dict[str, str]:
    """Id -> text of everything that was found."""
    return {r.id: r.text for r in run_probes(adapter, case) if r.status == FOUND}


# ------------------------------------------------------------------------------------------ networks that are right


class Flat(Net):
    """All parameters in one vector: views of one array that have no element in common."""

    def start(self) -> None:
        given = [*self.W, *self.b]
        self.theta = np.concatenate([p.ravel() for p in given])
        ends = np.cumsum([0, *(p.size for p in given)])
        cut = [self.theta[i:j].reshape(p.shape) for i, j, p in zip(ends[:-1], ends[1:], given, strict=True)]
        self.W, self.b = cut[: len(self.W)], cut[len(self.W) :]


class Constants(Net):
    """A table that all networks share is no parameter."""

    TABLE = np.linspace(0, 1, 25).reshape(5, 5)


class OnlyParameters(Sound):
    """As most networks are: only updated parameters are shown."""

    def read(self, net):
        return {"W": net.W, "b": net.b}


@pytest.mark.parametrize(
    "adapter",
    [Sound(), Staged(), of(Flat), of(Constants, Staged), OnlyParameters(), of(Net, loss="half_sse", l2=0.1),
     of(Net, activations=("relu", "tanh", "sigmoid"))],
    ids=lambda a: type(a).__name__,
)  # fmt: skip
@pytest.mark.parametrize("dtype", ["float64", "float32"])
def test_a_sound_network_is_left_in_peace(adapter, dtype):
    results = run_probes(adapter, CASE.with_(dtype=dtype))
    assert [r.id for r in results] == IDS
    assert [r.text for r in results if r.status == FOUND] == []
    assert [r.id for r in results if r.status == NOT_RUN and r.id != "gradient-not-applied"] == [IDS[0]]


@pytest.mark.parametrize("inputs", ["zeros", "saturated", "large", "scaled"])
@pytest.mark.parametrize("n", [1, 4])
def test_nor_on_extreme_inputs(inputs, n):
    case = Case.draw((3, 7, 5, 2), n, inputs=inputs)
    assert found(Staged(), case) == {}


def test_momentum_is_a_memory_that_is_meant():
    class Heavy(Net):
        def start(self) -> None:
            self.v: list[Any] = []

        def update(self, lr: float) -> None:
            g = [*self.dW, *self.db]
            self.v = [0.9 * v + h for v, h in zip(self.v, g, strict=True)] if self.v else g
            for p, v in zip([*self.W, *self.b], self.v, strict=True):
                p[...] = p - lr * v

    adapter, case = of(Heavy, momentum=0.9), CASE.with_(momentum=0.9)
    assert found(adapter, case) == {}
    assert "momentum" in probe(adapter, "stale-cache", case).text


# ------------------------------------------------------------------------------------------------ memory


class Linear(Sound):
    """Built from an nn.Module whose parameters it takes without a copy, as network 12 does."""

    copied = False
    shown_as_copies = False

    def build(self, case):
        layers = [torch.nn.Linear(m, n).double() for m, n in zip(case.sizes[:-1], case.sizes[1:], strict=True)]
        module = torch.nn.Sequential(*layers)
        with torch.no_grad():
            for layer, w, b in zip(layers, case.weights, case.biases, strict=True):
                layer.weight.copy_(torch.from_numpy(w.T))
                layer.bias.copy_(torch.from_numpy(b))
        W, b = ([getattr(la, name).detach().numpy() for la in layers] for name in ("weight", "bias"))
        W = [w.T for w in W]
        net = Net([w.copy() for w in W], [v.copy() for v in b]) if self.copied else Net(W, b)
        net.module = module  # type: ignore[attr-defined]
        return net

    def torch_module(self, net):
        return net.module

    def read(self, net):
        return {"W": [w.copy() for w in net.W], "b": [b.copy() for b in net.b]} if self.shown_as_copies else \
            {"W": net.W, "b": net.b}  # fmt: skip


class Copies(Linear):
    shown_as_copies = True


class Apart(Linear):
    copied = True


@pytest.mark.parametrize("adapter", [Linear(), Copies()], ids=lambda a: type(a).__name__)
def test_memory_shared_with_the_reference(adapter):
    r = probe(adapter, "parameters-shared-with-reference")
    assert r.status == FOUND
    assert r.text.startswith("W1 of the network and 0.weight of the module")
    assert r.evidence["moved_by_a_step"] == r.evidence["parameters"]
    assert r.place.startswith("test_probes.py:")
    assert {tuple(p) for p in r.evidence["pairs"]} >= {("W3", "2.weight"), ("b1", "0.bias")}


def test_memory_copied_from_the_reference():
    assert probe(Apart(), "parameters-shared-with-reference").status == OK
    assert found(Apart()) == {}


class OneBias(Net):
    """[b] * L in place of L arrays."""

    def start(self) -> None:
        self.b[1] = self.b[0]


class Template(Net):
    """Weights kept on the class: every network has the same."""

    KEPT: tuple[Any, ...] = tuple(np.zeros(s) for s in ((3, 5), (5, 5), (5, 2)))

    def start(self) -> None:
        for kept, w in zip(self.KEPT, self.W, strict=True):
            kept[...] = w
        self.W = list(self.KEPT)


def test_layers_that_share_an_array():
    r = probe(of(OneBias), "parameters-shared")
    assert r.status == FOUND
    assert ["b1", "b2"] in r.evidence["layers"]
    assert "b1 and b2 are the same memory" in r.text


def test_builds_that_share_an_array():
    r = probe(of(Template), "parameters-shared")
    assert r.status == FOUND
    assert "two networks built one after the other share" in r.text


def test_one_network_only_is_no_sharing():
    only: list[Net] = []

    class Singleton(Sound):
        def build(self, case):
            only[:] = only or [Net(case.weights, case.biases)]
            only[0].W, only[0].b = case.weights, case.biases
            return only[0]

    r = probe(Singleton(), "parameters-shared")
    assert r.status == OK
    assert "same object" in r.text


def test_canary_and_address():
    a = np.arange(12.0)
    assert overlap(a, a[3:5])
    assert moves(a, a[3:5])
    assert not overlap(a[:6], a[6:])
    assert not moves(a[:6], a[6:])
    assert not overlap(a[::2], a[1::2])
    assert np.array_equal(a, np.arange(12.0))
    a.flags.writeable = False
    assert moves(a, a[3:5]) is None


def test_arrays_are_found_wherever_they_are():
    class Layer:
        __slots__ = ("w",)

        def __init__(self, w: Any) -> None:
            self.w = w

    layer, w = Layer(np.zeros(2)), np.ones(3)
    hidden = np.full(4, 2.0)
    net = {"layers": [layer], "f": lambda: hidden, "module": torch.nn.Linear(2, 2), "raw": torch.from_numpy(w)}
    reached = [a for _, a in arrays_of(net)]
    assert len(reached) == 3
    assert any(a is layer.w for a in reached)
    assert any(a is hidden for a in reached)
    assert any(overlap(a, w) for a in reached)


# ------------------------------------------------------------------------------------------------ inputs


class Centring(Net):
    def forward(self, x: Any) -> Any:
        x -= x.mean(axis=0)
        return super().forward(x)


class InPlaceError(Net):
    def step(self, x: Any, y: Any, lr: float) -> None:
        output = self.forward(x)
        np.subtract(output, y, out=y)
        self.backward(2 * y / y.size)
        self.update(lr)


class InPlaceUpstream(Net):
    def backward(self, d: Any) -> None:
        d *= 1.0
        super().backward(d)
        d *= 2


@pytest.mark.parametrize(("kind", "name"), [(Centring, "x"), (InPlaceError, "y"), (InPlaceUpstream, "d_output")])
def test_inputs_that_are_written_to(kind, name):
    r = probe(of(kind, Staged), "inputs-mutated")
    assert r.status == FOUND
    assert name in r.evidence["places"]
    assert r.place.startswith("test_probes.py:")


# ------------------------------------------------------------------------------------------------ nondeterminism


class Dropout(Net):
    def linear(self, a: Any, w: Any, b: Any) -> Any:
        return (a * (np.random.uniform(size=a.shape) < 0.9)) @ w + b


class OwnGenerator(Net):
    generator = np.random.default_rng()

    def linear(self, a: Any, w: Any, b: Any) -> Any:
        return a @ w + b + 1e-6 * self.generator.standard_normal(b.shape)


class NeverFilled(Net):
    def backward(self, d: Any) -> None:
        super().backward(d)
        rest = np.empty_like(self.dW[1])
        rest[1:] = self.dW[1][1:]
        self.dW[1] = rest


@pytest.mark.parametrize("kind", [Dropout, OwnGenerator])
def test_random_numbers_in_the_step(kind):
    r = probe(of(kind), "nondeterministic")
    assert r.status == FOUND
    assert (r.evidence["with_the_same_seed"] == []) == (kind is Dropout)
    # and the others do not blame the history for it
    assert "earlier" not in str(found(of(OwnGenerator)).keys())


def test_arrays_that_are_never_filled():
    assert probe(of(NeverFilled), "nondeterministic").status == FOUND


def test_another_order_of_a_sum_is_only_said():
    class Reordered(Net):
        calls = 0

        def linear(self, a: Any, w: Any, b: Any) -> Any:
            type(self).calls += 1
            order = np.roll(np.arange(a.shape[1]), type(self).calls % 5)
            return sum((np.outer(a[:, i], w[i]) for i in order), b + np.zeros((len(a), 1)))

    results = {r.id: r for r in run_probes(of(Reordered), CASE)}
    assert results["nondeterministic"].status == OK
    assert "within their bounds" in results["nondeterministic"].text
    assert all(r.status != FOUND for r in results.values())


# ------------------------------------------------------------------------------------------------ history


class Adding(Net):
    """+= without a reset."""

    def start(self) -> None:
        self.sums = [0 * p for p in [*self.W, *self.b]]

    def backward(self, d: Any) -> None:
        super().backward(d)
        for s, g in zip(self.sums, [*self.dW, *self.db], strict=True):
            s[...] = s + g
        self.dW, self.db = self.sums[: len(self.W)], self.sums[len(self.W) :]


class AddingUntilUpdate(Adding):
    """As PyTorch: gradients add up, and are set to zero after the update."""

    def update(self, lr: float) -> None:
        super().update(lr)
        self.dW, self.db = ([g.copy() for g in gs] for gs in (self.dW, self.db))
        for s in self.sums:
            s[...] = 0


class FirstInput(Net):
    """The input is stored when there is none yet."""

    def start(self) -> None:
        self.x: Any = None

    def forward(self, x: Any) -> Any:
        self.x = x if self.x is None else self.x
        return super().forward(self.x)


class GrowingCache(Net):
    """Activations are appended to a list that is never emptied, and read from its beginning."""

    def start(self) -> None:
        self.seen: list[Any] = []

    def forward(self, x: Any) -> Any:
        output = super().forward(x)
        self.seen += self.A
        self.A = self.seen[: len(self.A)]
        return output


class OldTranspose(Net):
    """A transposed copy of the weights, made once."""

    def start(self) -> None:
        self.T = [w.T.copy() for w in self.W]

    def backward(self, d: Any) -> None:
        kept, self.W = self.W, [t.T for t in self.T]
        super().backward(d)
        self.W = kept


class Frozen(Net):
    """Nothing is updated from the second step on."""

    def start(self) -> None:
        self.done = False

    def update(self, lr: float) -> None:
        super().update(0.0 if self.done else lr)
        if self.done:
            self.dW, self.db = ([0 * g for g in gs] for gs in (self.dW, self.db))
        self.done = True


class GlobalCounter(Net):
    """A schedule that counts the steps of all networks together."""

    steps = 0

    def update(self, lr: float) -> None:
        GlobalCounter.steps = min(GlobalCounter.steps + 1, 10**6)
        super().update(lr / (1 + 1e-3 * GlobalCounter.steps))


class UsesUpTheCache(Net):
    """The way back changes what the way forward left."""

    def backward(self, d: Any) -> None:
        super().backward(d)
        for a in self.A[1:-1]:
            a[...] = 0.5 * a


def test_gradients_that_accumulate():
    names = found(of(Adding))
    assert set(names) == {"results-depend-on-earlier-calls", "gradients-accumulate"}
    assert "the first step's plus its own" in names["gradients-accumulate"]
    assert "after a step on other data" in names["results-depend-on-earlier-calls"]


def test_gradients_that_accumulate_until_the_update_are_meant():
    results = {r.id: r for r in run_probes(of(AddingUntilUpdate, Staged), CASE)}
    assert [i for i, r in results.items() if r.status == FOUND] == []
    assert "add up, as in PyTorch" in results["gradients-accumulate"].text


@pytest.mark.parametrize("kind", [FirstInput, Frozen])
def test_stale_caches(kind):
    names = found(of(kind))
    assert set(names) == {"results-depend-on-earlier-calls", "stale-cache"}
    assert ("is zero" if kind is Frozen else "that of the inputs before") in names["stale-cache"]


def test_a_copy_of_the_weights_that_is_never_renewed():
    names = found(of(OldTranspose))
    assert set(names) == {"results-depend-on-earlier-calls"}  # old weights and new activations: neither of the two


def test_a_cache_that_grows():
    # the error is that of the new data, and the activations those of the old: neither the one gradient nor the other
    assert "results-depend-on-earlier-calls" in found(of(GrowingCache))


def test_a_prediction_before_the_step():
    r = probe(of(GrowingCache, Staged), "results-depend-on-earlier-calls")
    assert r.status == FOUND
    assert r.evidence["before"] == "a prediction on other data"


def test_another_network_before_the_step():
    results = {r.id: r for r in run_probes(of(GlobalCounter), CASE)}
    assert results["nondeterministic"].status == FOUND  # every run is another one
    assert "two fresh builds differ already" in results["results-depend-on-earlier-calls"].text


def test_a_global_that_another_network_leaves_behind():
    last: dict[str, Any] = {}

    class Leftover(Net):
        def start(self) -> None:
            self.scale = 1.0 if last.get("w", self.W[0][0, 0]) == self.W[0][0, 0] else 0.5
            last["w"] = self.W[0][0, 0]

        def update(self, lr: float) -> None:
            super().update(self.scale * lr)

    r = probe(of(Leftover, OnlyParameters), "results-depend-on-earlier-calls")
    assert r.status == FOUND
    assert r.evidence["before"] == "another network in the same program"


def test_a_second_way_back_that_finds_other_activations():
    r = probe(of(UsesUpTheCache, Staged), "stale-cache")
    assert r.status == FOUND
    assert "neither the same nor twice" in r.text


# ------------------------------------------------------------------------------------------------ precision


class Cast(Net):
    dtype: type = np.float32

    def linear(self, a: Any, w: Any, b: Any) -> Any:
        return (a.astype(self.dtype) @ w.astype(self.dtype) + b.astype(self.dtype)).astype(np.float64)


class Half(Cast):
    dtype = np.float16


class CastGradient(Net):
    def backward(self, d: Any) -> None:
        super().backward(d)
        self.dW = [g.astype(np.float32).astype(np.float64) for g in self.dW]


class Epsilon(Net):
    """A small mistake, as small as single precision's rounding."""

    def linear(self, a: Any, w: Any, b: Any) -> Any:
        return a @ w * (1 + 1e-7) + b


class FiniteDifferences(Net):
    """A gradient that is measured is off by 1e-10, and erratically so; it is no single precision."""

    def backward(self, d: Any) -> None:
        super().backward(d)
        stream = np.random.RandomState(int(1e6 * abs(float(d.sum()))))
        self.dW = [g + 1e-11 * stream.standard_normal(g.shape) for g in self.dW]


@pytest.mark.parametrize(("kind", "dtype"), [(Cast, "float32"), (Half, "float16"), (CastGradient, "float32")])
@pytest.mark.parametrize("base", [Sound, OnlyParameters])
def test_a_coarser_precision_inside(kind, dtype, base):
    r = probe(of(kind, base), "single-precision-inside")
    assert r.status == FOUND
    assert r.evidence["dtype"] == dtype


def test_numbers_that_are_all_single_are_named():
    r = probe(of(CastGradient), "single-precision-inside")
    assert set(r.evidence["representable"]) == {"dW1", "dW2", "dW3"}
    assert max(r.evidence["times_closer_in_float64"].values()) < 1e3


@pytest.mark.parametrize("kind", [Epsilon, FiniteDifferences])
def test_a_small_mistake_is_no_precision(kind):
    r = probe(of(kind), "single-precision-inside")
    assert r.status == OK
    assert "not as by a coarser rounding" in r.text


# ------------------------------------------------------------------------------------------------ gradients


class ByValue(Net):
    def update(self, lr: float) -> None:
        self.dW, self.db = ([np.clip(g, -1, 1) for g in gs] for gs in (self.dW, self.db))
        super().update(lr)


class ByNorm(Net):
    def update(self, lr: float) -> None:
        self.dW, self.db = ([g * min(1, 5 / np.linalg.norm(g)) for g in gs] for gs in (self.dW, self.db))
        super().update(lr)


class ByGlobalNorm(Net):
    def update(self, lr: float) -> None:
        norm = math.sqrt(sum(float(np.sum(g * g)) for g in [*self.dW, *self.db]))
        super().update(lr * min(1, 7 / norm))  # applied, not shown


class LabelsIgnored(Net):
    """Its gradient does not grow with the targets either; that is no limit."""

    def step(self, x: Any, y: Any, lr: float) -> None:
        super().step(x, 0 * y, lr)


@pytest.mark.parametrize(
    ("kind", "measure", "limit"), [(ByValue, "largest element", 1), (ByNorm, "norm", 5), (ByGlobalNorm, "norm", 7)]
)
@pytest.mark.parametrize("base", [Sound, OnlyParameters])
def test_gradients_that_are_clipped(kind, measure, limit, base):
    r = probe(of(kind, base), "gradient-clipped")
    assert r.status == FOUND
    assert r.evidence["measure"] == measure
    assert math.isclose(r.evidence["limit"], limit, rel_tol=1e-5)


def test_clipping_under_a_loss_with_bounded_errors():
    class Softmax(ByNorm):
        def step(self, x: Any, y: Any, lr: float) -> None:
            z = self.forward(x)
            p = np.exp(z - z.max(axis=1, keepdims=True))
            self.backward((p / p.sum(axis=1, keepdims=True) - y) / len(y))
            self.update(lr)

    case = Case.draw((3, 5, 5, 2), 11, loss="cross_entropy_per_sample")
    adapter = of(Softmax, activations=("tanh", "tanh", "softmax"), loss=case.loss)
    assert probe(adapter, "gradient-clipped", case).evidence["array"] == "dW1"


def test_a_gradient_that_does_not_grow_for_another_reason():
    assert probe(of(LabelsIgnored), "gradient-clipped").status == OK


class TwiceApplied(Net):
    def update(self, lr: float) -> None:
        super().update(2 * lr)


class ShownOnly(Net):
    def update(self, lr: float) -> None:
        self.db[0] = 0 * self.db[0]
        super().update(lr)
        self.db[0] = self.db[0] + 1


@pytest.mark.parametrize(
    ("kind", "text"),
    [(TwiceApplied, "dW1 is applied times 2"), (ShownOnly, "db1 is not applied at all"),
     (ByGlobalNorm, "is applied times")],
)  # fmt: skip
def test_a_gradient_that_is_not_applied(kind, text):
    case = CASE if kind is not ByGlobalNorm else Case.draw((3, 5, 5, 2), 11, inputs="large")
    r = probe(of(kind), "gradient-not-applied", case)
    assert r.status == FOUND
    assert text in r.text


def test_an_l2_term_may_be_shown_or_not():
    class Decaying(Net):
        def update(self, lr: float) -> None:
            super().update(lr)
            for w, old in zip(self.W, [w + lr * g for w, g in zip(self.W, self.dW, strict=True)], strict=True):
                w[...] = w - lr * 0.1 * old

    adapter = of(Decaying, l2=0.1)
    assert probe(adapter, "gradient-not-applied", CASE.with_(l2=0.1)).status == OK
    assert probe(adapter, "gradient-not-applied", CASE.with_(l2=0.3)).status == FOUND


# ------------------------------------------------------------------------------------------------ other mistakes


class Planted(Adapter):
    """The harness's own table with a mistake of the catalogue in it: none that has anything to do with the probes."""

    weight = "out_in"

    def __init__(self, case: Case, mistakes: Sequence[Any]) -> None:
        self.activations, self.loss = case.activations, case.loss
        self._case, self._mistakes = case, mistakes

    def build(self, case):
        return Net(case.weights, case.biases)

    def step(self, net, x, y, lr):
        here = self._case.with_(x=x, y=y, weights=net.W, biases=net.b, lr=lr)
        v = values(here, plan_with(here, self._mistakes))
        net.W, net.b, net.dW, net.db = (
            [v[name.format(i)] for i in (1, 2, 3)] for name in ("W{}'", "b{}'", "dW{}", "db{}")
        )

    def read(self, net):
        return {"W": net.W, "b": net.b, "dW": net.dW, "db": net.db}


@pytest.mark.parametrize("inputs", ["random", "saturated"])
@pytest.mark.parametrize(
    ("activations", "loss"),
    [(["sigmoid", "tanh", "identity"], "mse"), (["relu", "silu", "softmax"], "cross_entropy_per_sample")],
    ids=["mse", "softmax"],
)
def test_mistakes_of_another_kind_get_no_false_name(activations, loss, inputs, seed):
    case = Case.draw((3, 5, 7, 2), 4, activations=activations, loss=loss, inputs=inputs, seed=seed)
    mistakes = [p for layer in (1, 2, 3) for p, _ in options(case, layer)]
    for i in np.random.RandomState(seed).permutation(len(mistakes))[:6]:
        names = set(found(Planted(case, [mistakes[i]]), case)) - {"gradient-not-applied", mistakes[i].id}
        assert names == set(), mistakes[i]


# ------------------------------------------------------------------------------------------------ never raises


class Raising(Sound):
    def step(self, net, x, y, lr):
        raise ZeroDivisionError("no step today")


class NoBuild(Sound):
    def build(self, case):
        raise KeyError("W")


class Hostile(Sound):
    """Objects that raise when they are looked at."""

    def build(self, case):
        class Trap:
            def __array__(self, *_: Any, **__: Any) -> Any:
                raise RuntimeError("do not touch")

        net = super().build(case)
        net.trap = Trap()
        return net

    def torch_module(self, net):
        return net.trap


class NothingShown(Sound):
    def read(self, net):
        return {}


@pytest.mark.parametrize("adapter", [Raising(), NoBuild(), Hostile(), NothingShown()], ids=lambda a: type(a).__name__)
def test_a_probe_never_raises(adapter):
    results = run_probes(adapter, CASE)
    assert [r.id for r in results] == IDS
    assert all(r.status in (OK, NOT_RUN) for r in results)
    if isinstance(adapter, Raising):
        assert all("no step today" in r.text for r in results[2:])
        assert all(r.place.startswith("test_probes.py:") for r in results[2:])


def test_one_sample_at_a_time():
    class OneSample(Sound):
        samples = "row"

    assert found(OneSample()) == {}


def test_results_are_plain_data():
    import json

    for adapter in (Sound(), of(Adding), of(Cast), of(ByValue), Linear()):
        for r in run_probes(adapter, CASE):
            json.dumps(r.as_dict())
    assert len(PROBES) == len(IDS)
