"""Where networks keep their parameters: every shape of code is filled, read, and stays what it was."""

from collections import namedtuple
from itertools import pairwise
from types import SimpleNamespace

import numpy as np
import pytest

import crosscheck
from crosscheck import Adapter, Case, UsageError
from crosscheck.collect import collect
from crosscheck.conventions import Conventions
from crosscheck.declaration import declare
from crosscheck.handed import hand_over
from crosscheck.load import load
from crosscheck.parameters import Kept
from crosscheck.standard_cases import standard_cases

CASE = Case.draw((5, 7, 3), 4)
SHAPES = ((5, 7), (7, 3))
Four = namedtuple("Four", "W1 b1 W2 b2")


class Plain(Adapter):
    activations, loss = ("tanh", "identity"), "half_sse"

    def step(self, net, x, y, lr):
        pass


def arrays():
    """[W1, b1, W2, b2] of zeros."""
    return [np.zeros(s) for m, n in SHAPES for s in ((m, n), (n,))]


def boxed(key):
    """The same, each in an object of its own."""
    return [SimpleNamespace(**{key: a}) for a in arrays()]


def neurons(kind):
    """Layers of neurons; a weight vector and a bias each, as plain Python keeps them."""
    return [[kind(w=[0.0] * m, b=0.0) for _ in range(n)] for m, n in SHAPES]


def layers():
    return [SimpleNamespace(neurons=layer) for layer in neurons(SimpleNamespace)]


def kept(names, made, **declared):
    """(what is read, what was handed over, the network)."""
    build = {} if made is None else {"build": lambda self, case: made()}
    adapter = type("Mine", (Plain,), {"parameters": names, **build, **declared})()
    c = Conventions(weight=adapter.weight, bias=adapter.bias)
    given, mine = hand_over(CASE, c), Kept(adapter)
    net = mine.build(given)
    return mine.read(net), given, net


def under(*keys):
    """W1, b1, W2, b2 under four names."""
    return dict(zip(keys, arrays(), strict=True))


def named():
    """A dictionary of layers."""
    a = arrays()
    return {"hid": {"kernel": a[0], "bias": a[1]}, "out": {"kernel": a[2], "bias": a[3]}}


def pairs(dtype="d"):
    a = [x.astype(dtype) for x in arrays()]
    return {"p": [(a[0], a[1]), (a[2], a[3])]}


def with_gaps():
    return [SimpleNamespace(w=0, b=0), object(), SimpleNamespace(w=0, b=0)]


BOXES = ("Win", "bin", "Wout", "bout")
HELD = {
    "attributes by name": (("hin aus", "h_b a_b"), lambda: SimpleNamespace(**under("hin", "h_b", "aus", "a_b"))),
    "boxes": (
        ("Win.data Wout.data", "bin.data bout.data"),
        lambda: SimpleNamespace(**dict(zip(BOXES, boxed("data"), strict=True))),
    ),
    "named layers": (("hid.kernel out.kernel", "hid.bias out.bias"), named),
    "named layers in turn": (("net.kernel", "net.bias"), lambda: {"net": named()}),
    "keys with dots": (
        ("store.fc1.w store.head.w", "store.fc1.b store.head.b"),
        lambda: SimpleNamespace(store=under("fc1.w", "fc1.b", "head.w", "head.b")),
    ),
    "a list in turn": (("p.0 p.2", "p.1 p.3"), lambda: {"p": arrays()}),
    "a slice of a list": (("p.::2", "p.1::2"), lambda: {"p": arrays()}),
    "a list as the network": (("::2.data", "1::2.data"), lambda: boxed("data")),
    "positions of layers": (("0.w 2.w", "0.b 2.b"), with_gaps),
    "a tuple": (("p.0 p.2", "p.1 p.3"), lambda: {"p": (None,) * 4}),
    "a namedtuple": (("p.W1 p.W2", "p.b1 p.b2"), lambda: SimpleNamespace(p=Four(*arrays()))),
    "pairs": (("p.0", "p.1"), pairs),
    "float32 pairs": (("p.0", "p.1"), lambda: pairs("f")),
    "nothing": (("syn0 syn1", "beta0 beta1"), dict),
    "no build": (("W", "b"), None),
    "nothing, a list": (("p.0 p.2", "p.1 p.3"), dict),
    "an empty dictionary in an object": (("params.W", "params.b"), lambda: SimpleNamespace(params={})),
}


@pytest.mark.parametrize(("names", "made"), HELD.values(), ids=HELD)
def test_what_is_put_in_comes_out(names, made):
    shown, given, _ = kept(names, made)
    assert all(np.array_equal(a, b) for a, b in zip(shown["W"], given.weights, strict=True))
    assert all(np.array_equal(a, b) for a, b in zip(shown["b"], given.biases, strict=True))


@pytest.mark.parametrize(
    ("names", "made"),
    [
        (("layers.neurons.w", "layers.neurons.b"), lambda: SimpleNamespace(layers=layers())),
        (("hid.neurons.w out.neurons.w", "hid.neurons.b out.neurons.b"),
         lambda: SimpleNamespace(**dict(zip(("hid", "out"), layers(), strict=True)))),
        (("w", "b"), lambda: neurons(dict)),
    ],
    ids=["objects", "named layers", "dictionaries"],
)  # fmt: skip
def test_neurons_hold_a_row_each(names, made):
    shown, given, net = kept(names, made, weight="out_in")
    assert all(np.array_equal(a, b) for a, b in zip(shown["W"], given.weights, strict=True))
    assert all(np.array_equal(a, b) for a, b in zip(shown["b"], given.biases, strict=True))
    first = net[0][0] if isinstance(net, list) else None
    assert first is None or (type(first["w"]), type(first["w"][0]), type(first["b"])) == (list, float, float)


def test_numbers_in_boxes_are_neurons_too():
    def box():
        return SimpleNamespace(data=0.0)

    made = [[SimpleNamespace(w=[box() for _ in range(m)], b=box()) for _ in range(n)] for m, n in SHAPES]
    shown, given, _ = kept(("w.data", "b.data"), lambda: made, weight="out_in")
    assert np.array_equal(shown["W"][1], given.weights[1])
    assert np.array_equal(shown["b"][1], given.biases[1])


def test_one_neuron_has_a_vector_and_a_number():
    class One(Plain):
        weight, parameters = "out_in", ("w", "c")

        def build(self, case):
            return SimpleNamespace(w=np.zeros(4), c=0.5)

    given, mine = hand_over(Case.draw((4, 1), 3), Conventions(weight="out_in")), Kept(One())
    net = mine.build(given)
    assert net.w.shape == (4,)
    assert isinstance(net.c, float)
    shown = mine.read(net)
    assert shown["W"][0].shape == (1, 4)
    assert shown["b"][0].shape == (1,)


def test_what_is_there_keeps_its_kind():
    def made():
        return SimpleNamespace(v=[np.zeros(s, "f").view(np.matrix) for s in SHAPES], c=[[0.0] * 7, [0.0] * 3])

    _, given, net = kept(("v.0 v.1", "c.0 c.1"), made)
    assert isinstance(net.v[0], np.matrix)
    assert net.v[0].dtype == np.float64
    assert net.c == [b.tolist() for b in given.biases]


@pytest.mark.parametrize(
    ("names", "made", "message"),
    [
        (("syn0 syn2", "b0 b1"), lambda: {"syn0": 0, "syn1": 0}, r"leads to 1 arrays .* a dict with syn0, syn1: .* 2"),
        (("a b c", "d e f"), dict, "a b c leads to 0 arrays"),
        (("W", "b"), lambda: {"W": [np.zeros((4, 9)), np.zeros((9, 3))], "b": [0, 0]}, r"fixed, sizes = \(4, 9, 3\)"),
        (("w", "b"), lambda: neurons(dict), r"shape \(7, 5\), declared is \(5, 7\): declare the other weight"),
        (("W", "b"), lambda: ((np.zeros((5, 7), "f"), np.zeros((7, 3), "f")), ()), "W leads to 0 arrays"),
        (("::2", "1::2"), lambda: tuple(a.astype("f") for a in arrays()), "which cannot be written to"),
        (("W..x", "b"), dict, "parameters is"),
        ((" ", "b"), dict, "parameters is"),
    ],
)
def test_what_does_not_fit_is_refused(names, made, message):
    adapter = type("Mine", (Plain,), {"parameters": names, "build": lambda self, case: made()})
    with pytest.raises(UsageError, match=message):
        crosscheck.check(adapter, cases=[CASE])


@pytest.mark.parametrize("returned", [{}, {"loss": 1.0}], ids=["nothing", "something"])
def test_a_read_that_shows_nothing_wins(returned):
    shown, _, _ = kept(("W", "b"), None, read=lambda self, net: returned)
    assert set(shown) == (set(returned) | {"W", "b"} if returned else set())


class Holder:
    """A network whose optimizer holds its arrays, as libraries do."""

    def __init__(self, sizes, dtype):
        self.W = [np.zeros(s, dtype) for s in pairwise(sizes)]
        self.b = [np.zeros(n, dtype) for n in sizes[1:]]
        self.held = [*self.W, *self.b]

    def train(self, x, y, lr):
        h = np.tanh(x @ self.W[0] + self.b[0])
        d2 = h @ self.W[1] + self.b[1] - y
        d1 = d2 @ self.W[1].T * (1 - h**2)
        for i, g in enumerate((x.T @ d1, h.T @ d2, d1.sum(0), d2.sum(0))):
            self.held[i] -= lr * g


@pytest.mark.parametrize("dtype", ["float64", "float32"])
@pytest.mark.parametrize("made", ["float64", "float32"])
def test_an_optimizer_that_holds_the_old_arrays_is_no_finding(dtype, made):
    class Mine(Plain):
        parameters = "W", "b"

        def build(self, case):
            return Holder(case.sizes, made)

        def step(self, net, x, y, lr):
            net.train(x, y, lr)

    cases = [Case.draw((5, 7, 3), 4, loss="half_sse", dtype=dtype)]
    if dtype == made:
        assert crosscheck.check(Mine, cases=cases).verdict == "agrees"
    else:
        with pytest.raises(UsageError, match=f"W of layer 1 was {made} .* moves the old one: .* --dtype {made}"):
            crosscheck.check(Mine, cases=cases)


def test_collect_goes_where_parameters_do():
    nodes = [SimpleNamespace(p={"w": 1}), SimpleNamespace(), SimpleNamespace(p={"w": 2})]
    assert collect(nodes, "p.w") == [1, 2]
    assert collect({"syn0": 1, "syn1": 2}, "syn1 syn0") == [2, 1]
    assert collect(SimpleNamespace(W=[3, 4]), "W") == [3, 4]


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("tahn", "did you mean tanh"), ("sigmiod", "did you mean sigmoid"), ("swish", "it is called 'silu' here"),
        ("linear", "it is called 'identity' here"), ("leaky-relu", "did you mean leaky_relu"),
    ],
)  # fmt: skip
def test_a_misspelt_activation_is_known(name, said):
    with pytest.raises(UsageError, match=said):
        crosscheck.check(type("Mine", (Plain,), {"parameters": ("W", "b"), "activations": (name, "identity")}))


@pytest.mark.parametrize("name", ["arctan", "selu", "gelu", "softsign", "sin", "mish", "relu6"])
def test_another_function_is_not_taken_for_a_misspelt_one(name):
    with pytest.raises(UsageError, match="a network with another activation cannot be judged") as error:
        crosscheck.check(type("Mine", (Plain,), {"parameters": ("W", "b"), "activations": (name, "identity")}))
    assert "did you mean" not in str(error.value)


class Flat(Plain):
    """One output, as a vector (N,); its targets likewise."""

    targets, parameters = "vector", ("W", "b")

    def step(self, net, x, y, lr):
        h = np.tanh(x @ net["W1"] + net["b1"])
        d2 = (h @ net["W2"] + net["b2"])[:, 0] - y
        d1 = np.outer(d2, net["W2"][:, 0]) * (1 - h**2)
        net["W2"] -= lr * (h.T @ d2).reshape(net["W2"].shape)
        net["b2"] -= lr * d2.sum()
        net["W1"] -= lr * x.T @ d1
        net["b1"] -= lr * d1.sum(0)


def test_targets_of_one_output_may_be_a_vector():
    report = crosscheck.check(Flat)
    assert report.verdict == "agrees", str(report)
    assert all(sizes.startswith(("4-", "5-", "6-")) and "-1_N" in sizes for sizes in report.cases)


def test_a_vector_of_targets_is_suggested_where_it_fits():
    with pytest.raises(
        UsageError, match="declares targets = 'values', with which the network fails: targets = 'vector' fits"
    ):
        crosscheck.check(type("Mine", (Flat,), {"targets": "values"}))


@pytest.mark.parametrize("sizes", [("n", "h", 3), ("n", "h", "n")])
def test_a_vector_of_targets_is_refused_for_more_outputs(sizes):
    with pytest.raises(UsageError, match="expected one output"):
        crosscheck.check(type("Mine", (Flat,), {"sizes": sizes}))
    with pytest.raises(UsageError, match="the case has 3 outputs"):
        crosscheck.check(Flat, cases=[Case.draw((5, 7, 3), 4, loss="half_sse")])


def test_a_bias_in_some_layers_only_is_refused_with_what_to_do():
    with pytest.raises(UsageError, match=r"one kind for all layers.*bias = 'none'"):
        crosscheck.check(type("Mine", (Flat,), {"bias": ("vector", "none")}))


@pytest.mark.parametrize("names", [("p.::2", "p.1::2"), ("p.::2.data", "p.1::2.data")])
@pytest.mark.parametrize("dtype", ["float32", "float64"])
def test_tensors_in_a_list_are_filled_and_held_by_whoever_holds_them(names, dtype):
    import torch

    class Mine(crosscheck.Adapter):
        activations, loss, parameters = ("tanh", "identity"), "half_sse", names

        def build(self, case):
            pairs = list(pairwise(case.sizes))
            made = [torch.randn(s, dtype=getattr(torch, dtype)) for m, n in pairs for s in ((m, n), (n,))]
            tensors = [p.requires_grad_() for p in made]
            return SimpleNamespace(p=tensors, held=list(tensors))

        def step(self, net, x, y, lr):
            V, a, W, b = net.held
            out = torch.tanh(torch.tensor(x) @ V + a) @ W + b
            loss = ((out - torch.tensor(y)) ** 2).sum() / 2
            gradients = torch.autograd.grad(loss, net.held)
            with torch.no_grad():
                for p, g in zip(net.held, gradients, strict=True):
                    p.sub_(lr * g)

    report = crosscheck.check(Mine, cases=list(standard_cases(declare(Mine())))[:2])
    assert report.verdict == "agrees", str(report)


class Refusing(dict):
    """A dictionary of parameters that takes none."""

    def __setitem__(self, key, value):
        raise RuntimeError("these are frozen")


class Vanishing(dict):
    """Parameters that are gone after a step."""


class OfDict(crosscheck.Adapter):
    activations, loss, parameters = ("tanh", "identity"), "half_sse", ("W", "b")
    kind = dict

    def build(self, case):
        names = [f"{q}{i}" for i in (1, 2) for q in "Wb"]
        values = [a.astype(np.float32) for pair in zip(case.weights, case.biases, strict=True) for a in pair]
        return self.kind(zip(names, values, strict=True))

    def step(self, net, x, y, lr):
        if self.kind is Vanishing:
            net.clear()


@pytest.mark.parametrize(
    ("kind", "message"),
    [
        (Refusing, r"parameters: nothing can be put there in what build returned, a Refusing.*these are frozen"),
        (Vanishing, r"parameters: after a step, nothing can be read there: KeyError"),
    ],
)
def test_what_cannot_be_put_in_place_is_no_finding_on_the_network(kind, message):
    class Mine(OfDict):
        pass

    Mine.kind = kind
    with pytest.raises(UsageError, match=message):
        crosscheck.check(Mine)


class Numbers:
    """Two inputs, two units and one output, each weight a variable of its own."""

    def __init__(self):
        self.w1, self.w2, self.w3, self.w4, self.w5, self.w6 = np.random.normal(size=6)
        self.b1, self.b2, self.b3 = 0.0, 0.0, 0.0

    def train(self, x, y, lr):
        h = [np.tanh(self.w1 * x[0] + self.w2 * x[1] + self.b1), np.tanh(self.w3 * x[0] + self.w4 * x[1] + self.b2)]
        d = self.w5 * h[0] + self.w6 * h[1] + self.b3 - y
        d1, d2 = d * self.w5 * (1 - h[0] ** 2), d * self.w6 * (1 - h[1] ** 2)
        self.w1, self.w2, self.b1 = self.w1 - lr * d1 * x[0], self.w2 - lr * d1 * x[1], self.b1 - lr * d1
        self.w3, self.w4, self.b2 = self.w3 - lr * d2 * x[0], self.w4 - lr * d2 * x[1], self.b2 - lr * d2
        self.w5, self.w6, self.b3 = self.w5 - lr * d * h[0], self.w6 - lr * d * h[1], self.b3 - lr * d


class OfNumbers(Adapter):
    samples, weight, targets, sizes = "vector", "out_in", "vector", (2, 2, 1)
    activations, loss, parameters = ("tanh", "identity"), "half_sse", ("w", "b")

    def build(self, case):
        return Numbers()

    def step(self, net, x, y, lr):
        net.train(x, y, lr)


def test_single_numbers_are_filled_row_by_row():
    report = crosscheck.check(OfNumbers)
    assert report.verdict == "agrees", str(report)
    wrong = type("Turned", (OfNumbers,), {"weight": "in_out"})
    assert crosscheck.check(wrong).verdict == "differs"
    with pytest.raises(UsageError, match=r"w leads to 6 arrays.*expected 2"):
        crosscheck.check(type("Wider", (OfNumbers,), {"sizes": (2, 3, 1)}))


FLAT = """\
import random
n, h, k = 3, 4, 2
w_hid = [0.0] * (h * n)
w_out = [random.random() for _ in range(k * h)]
rate = 0.5
def train(x, y):
    a = [sum(w_hid[j * n + i] * x[i] for i in range(n)) for j in range(h)]
    e = [sum(w_out[o * h + j] * a[j] for j in range(h)) - y[o] for o in range(k)]
    d = [sum(e[o] * w_out[o * h + j] for o in range(k)) for j in range(h)]
    for o in range(k):
        for j in range(h):
            w_out[o * h + j] -= rate * e[o] * a[j]
    for j in range(h):
        for i in range(n):
            w_hid[j * n + i] -= rate * d[j] * x[i]
if __name__ == "__main__":
    train([1, 0, 1], [0, 1])
"""
FLAT_ADAPTER = """
import crosscheck

class Mine(crosscheck.Script):
    file, until, parameters, names = "flat.py", "if __name__", "w_hid w_out", NAMES
    samples, weight, bias, activations, loss = "vector", WEIGHT, "none", ("identity", "identity"), "half_sse"
    sizes = SIZES

    def step(self, net, x, y, lr):
        net.rate = lr
        net.train(x, y)
"""
WIDTHS = '{"n": "case.sizes[0]", "h": "case.sizes[1]", "k": "case.sizes[2]"}'


@pytest.mark.parametrize(
    ("weight", "names", "sizes", "verdict"),
    [
        ("out_in", "{}", (3, 4, 2), "agrees"),
        ("out_in", WIDTHS, None, "agrees"),
    ],
)
def test_a_flat_list_a_layer_is_filled_row_by_row(tmp_path, weight, names, sizes, verdict):
    (tmp_path / "flat.py").write_text(FLAT, encoding="utf-8")
    text = FLAT_ADAPTER.replace("NAMES", names).replace("WEIGHT", repr(weight)).replace("SIZES", repr(sizes))
    (tmp_path / "mine.py").write_text(text, encoding="utf-8")
    report = crosscheck.check(load(str(tmp_path / "mine.py")))
    assert report.verdict == verdict, str(report)


def test_a_flat_list_in_the_other_order_is_refused_with_what_fits(tmp_path):
    """Its shape cannot tell: but the other order agrees."""
    (tmp_path / "flat.py").write_text(FLAT, encoding="utf-8")
    text = FLAT_ADAPTER.replace("NAMES", "{}").replace("WEIGHT", "'in_out'").replace("SIZES", "(3, 4, 2)")
    (tmp_path / "mine.py").write_text(text, encoding="utf-8")
    with pytest.raises(
        UsageError, match=r"weight = 'in_out', which contradicts the numbers seen: weight = 'out_in' fits"
    ):
        crosscheck.check(load(str(tmp_path / "mine.py")))


def test_a_flat_list_of_another_length_is_refused():
    with pytest.raises(UsageError, match=r"W of layer 1 has shape \(34,\), declared is \(5, 7\)"):
        kept(("W", "b"), lambda: {"W": [[0.0] * 34, [0.0] * 21], "b": [[0.0] * 7, [0.0] * 3]})
