"""What an adapter declares, and what the network is handed."""

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

import crosscheck
from crosscheck.adapter import ATTRIBUTES, Adapter
from crosscheck.collect import assign, collect, flatten, unflatten
from crosscheck.conventions import Conventions
from crosscheck.declaration import declare
from crosscheck.handed import hand_over, hand_over_data
from crosscheck.load import fresh_module, load
from crosscheck.parameters import Kept
from crosscheck.run_adapter import ignored
from crosscheck.script import run_script
from crosscheck.standard_cases import standard_cases


class Plain(Adapter):
    activations = ("tanh", "identity")

    def build(self, case):
        return case

    def step(self, net, x, y, lr):
        pass

    def read(self, net):
        return {}


def plain(**attributes):
    return type("Mine", (Plain,), attributes)()


@pytest.mark.parametrize(
    ("attributes", "message"),
    [
        ({"samples": "batch"}, "unknown samples 'batch'.*rows, columns, vector, row, column"),
        ({"weight": "in-out"}, r"unknown weight 'in-out' \(did you mean in_out\?\)"),
        ({"bias": "folded"}, "unknown bias"),
        ({"bias": "folded_first_row", "weight": "out_in"}, "goes with weight 'in_out'"),
        ({"bias_sign": 2}, "bias_sign is 2"),
        ({"targets": "labels"}, "unknown targets"),
        ({"activations": "tanh"}, "expected one a layer"),
        ({"activations": ()}, "expected one a layer"),
        ({"activations": ("tahn", "identity")}, "did you mean tanh"),
        ({"activations": (..., "identity")}, "repeats the hidden activation"),
        ({"activations": ("softmax", "identity")}, "softmax in layer 1"),
        ({"loss": "mean_squared_error"}, "unknown loss.*half_sse"),
        ({"loss": "cross_entropy_sum"}, "follows a softmax output"),
        ({"l2": "0.1"}, "l2 is '0.1'"),
        ({"l2_on": "biases"}, "unknown l2_on"),
        ({"l2_scale": "N"}, "unknown l2_scale"),
        ({"momentum": None}, "momentum is None"),
        ({"nesterov": 1}, "nesterov is 1"),
        ({"momentum_form": "adam"}, "unknown momentum_form"),
        ({"gradient": "up"}, "unknown gradient"),
        ({"batch": 2.5}, "batch is 2.5"),
        ({"batch": 0}, "batch is 0"),
        ({"sizes": (3, 5)}, "expected 3 widths"),
        ({"sizes": 3}, "sizes is 3"),
        ({"sizes": (3, 0, 1)}, "at least 1"),
        ({"sizes": (3, 5.0, 1)}, "whole number"),
        ({"activation": "tanh"}, "did you mean activations"),
        ({"learning": 1, "sample": "rows"}, "Mine.sample is unknown: did you mean samples"),
        ({"momentun": 0.9}, "did you mean momentum"),
        ({"wieght": "out_in"}, "did you mean weight"),
        ({"Weight": "out_in"}, "did you mean weight"),
        ({"reads": lambda self, net: {}}, "did you mean read"),
        ({"backwards": lambda self, net: {}}, "did you mean backward"),
        ({"read": None}, r"lacks read\(self, net\)"),
        ({"step": None, "train": lambda self: 0}, r"lacks step.*is train meant to be step"),
        ({"step": None, "forward": lambda self: 0}, "lacks step"),
    ],
    ids=lambda value: "-".join(value) if isinstance(value, dict) else "",
)  # fmt: skip
def test_refused_in_one_line(attributes, message):
    with pytest.raises(crosscheck.UsageError, match=message) as error:
        declare(plain(**attributes))
    assert "\n" not in str(error.value)


def test_other_names_are_left_alone():
    declare(plain(learning_rate=0.1, hidden=3, _activation=1, epochs=7, helper=lambda self: 1, net_type=dict))


def test_every_attribute_has_a_default():
    assert {
        "samples", "weight", "bias", "bias_sign", "targets", "activations", "loss", "l2", "l2_on", "l2_scale",
        "momentum", "dampening", "nesterov", "weight_decay", "momentum_form", "gradient", "batch", "lr", "sizes",
        "parameters", "flat", "draws",
    } == set(ATTRIBUTES)  # fmt: skip


@pytest.mark.parametrize("wrong", [object(), 3, dict, SimpleNamespace()], ids=["object", "int", "class", "other"])
def test_only_adapters_are_checked(wrong):
    with pytest.raises(crosscheck.UsageError, match=r"expected a crosscheck\.Adapter"):
        crosscheck.check(wrong)


def test_parameters_are_fresh_writable_and_contiguous():
    case = crosscheck.Case.draw((3, 5, 2), 7)
    for c in (Conventions(), Conventions(weight="out_in", bias="column"), Conventions(bias="folded_last_row")):
        one, two = hand_over(case, c), hand_over(case, c)
        assert isinstance(one.weights, list)
        assert isinstance(one.biases, list)
        for a, b in zip(one.weights + one.biases, two.weights + two.biases, strict=True):
            assert a.flags.writeable
            assert a.flags.c_contiguous
            assert not np.shares_memory(a, b)
            assert not any(np.shares_memory(a, w) for w in case.weights)
    assert hand_over(case, Conventions(bias="folded_last_row")).biases == []


def test_one_samples_class_index_is_an_integer():
    x, y = np.ones((1, 3)), np.array([[0.0, 0.0, 1.0]])
    given, label = hand_over_data(x, y, Conventions(samples="vector", targets="class_index"))
    assert given.shape == (3,)
    assert label == 2
    assert np.ndim(label) == 0
    assert list(range(5))[label] == 2


@pytest.mark.parametrize(
    ("sizes", "expected"),
    [((4, 6, 2), lambda s: s == (4, 6, 2)), (("n", "h", "k"), lambda s: len(set(s)) == 3),
     (("n", "n", "n"), lambda s: len(set(s)) == 1), (("n", "h", 1), lambda s: s[2] == 1 and s[0] != s[1]),
     (("n", "h", "n"), lambda s: s[0] == s[2])],
    ids=["fixed", "symbols", "all equal", "one output", "autoencoder"],
)  # fmt: skip
def test_declared_sizes_are_respected(sizes, expected):
    cases = standard_cases(declare(plain(sizes=sizes, loss="mse")))
    assert len(cases) > 1
    assert expected(cases[0].sizes)
    if "h" not in sizes:
        assert all(expected(c.sizes) for c in cases)
    if sizes == ("n", "h", "n"):
        assert all(c.sizes[0] == c.sizes[2] for c in cases)


def test_a_fixed_batch_and_momentum_are_respected():
    cases = standard_cases(declare(plain(batch=4, loss="mse", momentum=0.5)))
    assert {c.n_samples for c in cases} == {4}
    assert min(c.steps for c in cases if c.inputs != "scaled") == 3
    assert {c.n_layers for c in standard_cases(declare(plain(activations=("tanh", ..., "identity"))))} == {2, 3}


def test_standard_cases_tell_every_factor_apart():
    from crosscheck.factor import BY_NAME

    cases = standard_cases(declare(plain(loss="mse")))
    values = {name: tuple(f(c.n_samples, c.n_outputs) for c in cases) for name, f in BY_NAME.items()}
    assert len(set(values.values())) == len(values)


class Layer:
    def __init__(self):
        self.W = self.b = None


class Activation:
    pass


def test_collect_and_assign_by_every_shape_of_code():
    W, b = [np.ones((2, 3)), np.ones((3, 1))], [np.zeros(3), np.zeros(1)]
    layers = [Layer(), Activation(), Layer(), Activation()]
    targets: list[Any] = [layers, {}, SimpleNamespace()]
    for target in targets:
        assign(target, "W", W)
        assign(target, "b", b)
        assert all(x is y for x, y in zip(collect(target, "W"), W, strict=True))
        assert all(x is y for x, y in zip(collect(target, "b"), b, strict=True))
    nested = [SimpleNamespace(linear=Layer()), SimpleNamespace(act=1)]
    assign(nested, "linear.W", W[:1])
    assert collect(nested, "linear.W")[0] is W[0]
    ten = {f"W{i}": i for i in range(12, 0, -1)}
    assert collect(ten, "W") == list(range(1, 13))
    assign(layers, "b", [])
    with pytest.raises(crosscheck.UsageError, match="3 arrays for 2 layers"):
        assign(layers, "W", [1, 2, 3])
    with pytest.raises(crosscheck.UsageError, match="none of the 4 layers"):
        collect(layers, "weights")
    with pytest.raises(crosscheck.UsageError, match="nothing is called V1"):
        collect({"W1": 1}, "V")


@pytest.mark.parametrize("order", ["C", "F"])
def test_flat_vectors(order):
    W, b = [np.arange(6.0).reshape(2, 3), np.arange(3.0).reshape(3, 1)], [np.ones(3), np.ones(1)]
    theta = flatten(W, b, order=order)
    assert theta.shape == (13,)
    again, biases = unflatten(theta, W, b, order=order)
    assert all(np.array_equal(x, y) for x, y in zip([*again, *biases], [*W, *b], strict=True))
    with pytest.raises(crosscheck.UsageError, match="12 numbers for parameters with 13"):
        unflatten(theta[:-1], W, b)


ADAPTER = """
import crosscheck
class {name}(crosscheck.Adapter):
    activations = ("tanh", "identity")
    def build(self, case): return case
    def step(self, net, x, y, lr): pass
    def read(self, net): return {{}}
"""


def test_load_from_a_file(tmp_path):
    one = tmp_path / "one.py"
    one.write_text(ADAPTER.format(name="First"))
    two = tmp_path / "two.py"
    two.write_text(ADAPTER.format(name="First") + ADAPTER.format(name="Second"))
    assert type(load(str(one))).__name__ == "First"
    assert type(load(f"{two}:Second")).__name__ == "Second"
    with pytest.raises(crosscheck.UsageError, match=r"2 adapters.*First, Second"):
        load(str(two))
    with pytest.raises(crosscheck.UsageError, match=r"no adapter 'Third': it has First, Second"):
        load(f"{two}:Third")
    (tmp_path / "none.py").write_text("x = 1")
    with pytest.raises(crosscheck.UsageError, match=r"none.py has no adapter"):
        load(str(tmp_path / "none.py"))
    with pytest.raises(crosscheck.UsageError, match="no such file"):
        load(str(tmp_path / "missing.py"))
    (tmp_path / "broken.py").write_text("x = 1\ny = x / 0\n")
    with pytest.raises(crosscheck.UsageError, match=r"does not import: ZeroDivisionError.* at broken.py:2"):
        load(str(tmp_path / "broken.py"))
    (tmp_path / "syntax.py").write_text("x = 1\ny = = 2\n")
    with pytest.raises(crosscheck.UsageError, match=r"does not import: SyntaxError.* at syntax.py:2"):
        load(str(tmp_path / "syntax.py"))
    (tmp_path / "leaves.py").write_text("import sys\nsys.exit()\n")
    with pytest.raises(crosscheck.UsageError, match=r"exit"):
        load(str(tmp_path / "leaves.py"))


def test_a_fresh_load_shares_no_globals(tmp_path):
    (tmp_path / "network.py").write_text("W = []")
    (tmp_path / "script.py").write_text("import network\nnetwork.W.append(1)\nW = network.W")
    one, two = fresh_module(tmp_path / "script.py"), fresh_module(tmp_path / "script.py")
    assert one.W == two.W == [1]
    assert one.W is not two.W


SCRIPT = """\
import numpy as np
import matplotlib.pyplot as plt
from tqdm import tqdm
epochs = 1000
W1, W2 = np.random.randn(3, 4), np.random.randn(4, 1)
name = input("your name? ")
fig, ax = plt.subplots()
def forward(x):
    return np.tanh(x @ W1) @ W2
losses = []
for epoch in tqdm(range(epochs)):
    losses.append(epoch)
    W1 = W1 - 1
plt.plot(losses); plt.show()
X = open("data.csv")
# --- evaluation
import urllib.request
urllib.request.urlopen("http://example.com")
"""


def test_a_script_is_run_up_to_a_line(tmp_path):
    file = tmp_path / "train.py"
    file.write_text(SCRIPT)
    W = [np.ones((3, 4)), np.ones((4, 1))]
    names = {"W1": W[0], "W2": W[1], "epochs": 2}
    before = set(__import__("sys").modules)
    space = run_script(file, until="X = open", names=names)
    assert space["losses"] == [0, 1]
    assert np.array_equal(space["W1"], W[0] - 2)
    assert space["forward"](np.ones((2, 3))).shape == (2, 1)
    assert space["name"] == ""
    assert not {m for m in set(__import__("sys").modules) - before if m.startswith("matplotlib")}
    assert run_script(file, until=5, substitute={"1000": "3"})["epochs"] == 3
    with pytest.raises(crosscheck.UsageError, match="does not contain"):
        run_script(file, substitute={"nowhere": ""})
    with pytest.raises(crosscheck.UsageError, match="no line of"):
        run_script(file, until="nowhere")
    with pytest.raises(crosscheck.UsageError, match="has 18 lines"):
        run_script(file, until=40)
    with pytest.raises(crosscheck.UsageError, match="cut a statement"):
        run_script(file, until=12)
    with pytest.raises(OSError, match="network is kept out"):
        run_script(file, names=names, substitute={'open("data.csv")': "0"})


def test_a_global_variable_script_is_an_adapter(tmp_path):
    file = tmp_path / "globals.py"
    file.write_text(
        "import numpy as np\nW1 = np.random.randn(2, 3)\nb1 = np.zeros(3)\n"
        "W2 = np.random.randn(3, 1)\nb2 = np.zeros(1)\n"
        "def train(x, y, lr):\n"
        "    global W1, b1, W2, b2\n"
        "    h = np.tanh(x @ W1 + b1)\n"
        "    d2 = 2 * (h @ W2 + b2 - y)\n"
        "    d1 = d2 @ W2.T * (1 - h ** 2)\n"
        "    W2 = W2 - lr * h.T @ d2; b2 = b2 - lr * d2.sum(0)\n"
        "    W1 = W1 - lr * x.T @ d1; b1 = b1 - lr * d1.sum(0)\n"
        "train(np.ones((3, 2)), np.ones((3, 1)), 0.1)\n"
    )

    class Script(Adapter):
        activations, loss = ("tanh", "identity"), "sse"

        def build(self, case):
            space = run_script(file, until="train(np.ones")
            assign(space, "W", case.weights)
            assign(space, "b", case.biases)
            return space

        def step(self, net, x, y, lr):
            net["train"](x, y, lr)

        def read(self, net):
            return {"W": collect(net, "W"), "b": collect(net, "b")}

    report = crosscheck.check(Script)
    assert report.passed, str(report)
    assert Path(file).is_file()


def arrays(*shapes):
    return [np.zeros(s) for s in shapes]


WS, BS = ((5, 7), (7, 3)), ((7,), (3,))
HELD = {
    "lists": (("W", "b"), lambda: SimpleNamespace(W=arrays(*WS), b=arrays(*BS))),
    "a placeholder first": (("W", "b"), lambda: SimpleNamespace(W=[None, *arrays(*WS)], b=[0, *arrays(*BS)])),
    "a tuple": (("W", "b"), lambda: SimpleNamespace(W=tuple(arrays(*WS)), b=tuple(arrays(*BS)))),
    "dictionaries by number": (
        ("W", "b"), lambda: {"W": dict(enumerate(arrays(*WS), 1)), "b": dict(enumerate(arrays(*BS), 1))}
    ),
    "numbered attributes": (
        ("w", "b"), lambda: SimpleNamespace(b2=np.zeros(3), w2=np.zeros((7, 3)), w1=np.zeros((5, 7)), b1=np.zeros(7))
    ),
    "numbered keys": (("p.W", "p.b"), lambda: SimpleNamespace(p={"W1": 0, "W2": 0, "b1": 0, "b2": 0})),
    "layers": (
        ("layers.w", "layers.b"),
        lambda: SimpleNamespace(layers=[SimpleNamespace(w=0, b=0), object(), SimpleNamespace(w=0, b=0)]),
    ),
    "a list of layers": (("core.w", "core.b"), lambda: [SimpleNamespace(core=SimpleNamespace(w=0, b=0)) for _ in "12"]),
}  # fmt: skip


@pytest.mark.parametrize(("names", "make"), HELD.values(), ids=HELD)
def test_parameters_are_put_where_the_network_keeps_them_and_read_there(names, make):
    adapter = plain(parameters=names, read=None, build=lambda self, case: make())
    case = crosscheck.Case.draw((5, 7, 3), 4)
    given = hand_over(case, declare(adapter).conventions)
    kept = Kept(adapter)
    shown = kept.read(kept.build(given))
    assert all(np.array_equal(a, b) for q, old in (("W", given.weights), ("b", given.biases))
               for a, b in zip(shown[q], old, strict=True))  # fmt: skip


def test_parameters_that_others_hold_as_well_are_written_into():
    W, b = arrays(*WS), arrays(*BS)
    adapter = plain(parameters=("W", "b"), build=lambda self, case: SimpleNamespace(W=W, b=b))
    case = crosscheck.Case.draw((5, 7, 3), 4)
    Kept(adapter).build(hand_over(case, Conventions()))
    assert np.array_equal(W[0], case.weights[0].T)


@pytest.mark.parametrize(
    ("names", "made", "message"),
    [
        ("W", None, r"parameters is 'W': expected .* such as \('W', 'b'\)"),
        (("W", 3), None, "parameters is"),
        (("W", "b", "c"), None, "parameters is"),
        (("weights", "b"), lambda: SimpleNamespace(W=arrays(*WS), b=arrays(*BS)), "weights leads to 0 arrays"),
        (("W", "b"), lambda: SimpleNamespace(W=arrays(*WS, WS[1]), b=arrays(*BS)), "W leads to 3 arrays.*expected 2"),
        (("W", "b"), lambda: SimpleNamespace(W=arrays((7, 5), (3, 7)), b=arrays(*BS)), "declare the other weight"),
        (("W", "b"), lambda: SimpleNamespace(W=arrays(*WS), b=arrays((1, 7), (1, 3))), "declare bias = 'row'"),
        (("W", "b"), lambda: SimpleNamespace(W=arrays((6, 7), (8, 3)), b=arrays(*BS)), "'folded_first_row'"),
        (("W", "b"), lambda: SimpleNamespace(W=arrays((4, 9), (9, 3)), b=arrays(*BS)), "of the widths case.sizes"),
    ],
)
def test_parameters_that_are_kept_otherwise_are_refused(names, made, message):
    adapter = plain(parameters=names, loss="half_sse", build=lambda self, case: made())
    with pytest.raises(crosscheck.UsageError, match=message):
        crosscheck.check(adapter, cases=[crosscheck.Case.draw((5, 7, 3), 4, loss="half_sse")])


@pytest.mark.parametrize(
    ("returned", "said"),
    [
        (0.5, "if it is the loss"),
        (np.float32(0.5), "if it is the loss"),
        ([1.0, 2.0], "a list, which is ignored"),
        ((np.zeros(2), "text"), "a tuple, which is ignored"),
        ((None, None), None),
        (object(), None),
        ("trained", None),
    ],
)
def test_what_a_step_returns_beside_a_dictionary_is_remarked_on_where_it_may_be_meant(returned, said):
    remarks = ignored(returned)
    assert [said in r.text for r in remarks] == ([] if said is None else [True])


class Asked(Adapter):
    """A network whose loss is a function of its own, which leaves something behind that a step must not find."""

    activations, loss, parameters = ("identity",), "half_sse", ("W", "b")
    factor = 0.5

    def build(self, case):
        return {"W": [np.zeros_like(W) for W in case.weights], "b": list(case.biases)}

    def loss_of(self, net, x, y):
        net["cache"] = x @ net["W"][0] + net["b"][0] - y
        return self.factor * (net["cache"] ** 2).sum()

    def step(self, net, x, y, lr):
        assert "cache" not in net
        d = x @ net["W"][0] + net["b"][0] - y
        net["W"][0] -= lr * x.T @ d
        net["b"][0] -= lr * d.sum(axis=0)


@pytest.mark.parametrize(("factor", "remarks"), [(0.5, []), (1.0, ["loss-value"])])
def test_a_loss_that_is_asked_for_is_that_of_before_the_step(factor, remarks):
    cases = list(standard_cases(declare(Asked())))[:2]
    report = crosscheck.check(type("Mine", (Asked,), {"factor": factor}), cases=cases)
    assert report.verdict == "agrees", str(report)
    assert "loss" not in report.not_exposed
    assert [r.kind for r in report.remarks] == remarks


@pytest.mark.parametrize(
    ("activations", "sizes", "widths"),
    [
        (("tanh", ..., "identity"), ("n", ..., 1), 4),
        (("tanh", "relu", "tanh", "identity"), (7, ..., "k"), 5),
        (("identity",), ("n", ..., 1), 2),
    ],
)
def test_dots_in_sizes_are_as_many_widths_as_there_are_layers(activations, sizes, widths):
    class Mine(Adapter):
        parameters = "W", "b"

        def step(self, net, x, y, lr):
            """Nothing."""

    Mine.activations, Mine.sizes = activations, sizes
    found = declare(Mine()).sizes
    assert found is not None
    assert (len(found), found[0], found[-1]) == (widths, sizes[0], sizes[-1])
    assert len(set(found)) == widths
