"""Bad input: one line that says what was wrong, what was expected and what to do."""

import numpy as np
import pytest
import torch

import reference


def problem(**changes):
    r = np.random.default_rng(0)
    arguments = {
        "sizes": (3, 5, 2), "activations": ["tanh", "identity"], "loss": "mse", "lr": 0.25,
        "weights": [r.normal(size=(5, 3)), r.normal(size=(2, 5))],
        "biases": [r.normal(size=5), r.normal(size=2)],
        "x": r.normal(size=(7, 3)), "y": r.normal(size=(7, 2)),
    }  # fmt: skip
    return {**arguments, **changes}


def with_value(array, value):
    array = np.array(array)
    array[1, 1] = value
    return array


P = problem()
W, B = P["weights"], P["biases"]
SIGMOID, SOFTMAX = ["tanh", "sigmoid"], ["tanh", "softmax"]
BCE = {"loss": "bce_mean", "activations": SIGMOID}
CROSS_ENTROPY = {"loss": "cross_entropy_mean", "activations": SOFTMAX}
HALVES, ONE_HOT = np.full((7, 2), 0.5), np.eye(2)[[0, 1, 1, 0, 1, 0, 0]]

BAD = [
    ("sizes-zero", {"sizes": (3, 0, 2)}, "sizes[1] is 0"),
    ("sizes-float", {"sizes": (3, 5.0, 2)}, "sizes[1] is 5.0"),
    ("sizes-bool", {"sizes": (3, True, 2)}, "sizes[1] is True"),
    ("sizes-one", {"sizes": (3,)}, "at least two widths"),
    ("sizes-int", {"sizes": 3}, "at least two widths"),
    ("sizes-str", {"sizes": "352"}, "at least two widths"),
    ("dtype-unknown", {"dtype": "float16"}, "dtype is 'float16'"),
    ("dtype-type", {"dtype": np.float64}, "float32 or float64"),
    ("activation-unknown", {"activations": ["tan", "identity"]}, "choose from identity, sigmoid"),
    ("activation-count", {"activations": ["tanh"]}, "activations has 1 entries, expected 2"),
    ("activation-one-string", {"activations": "tanh"}, "activations is a str"),
    ("activation-parameter", {"activations": [("tanh", 0.1), "identity"]}, "tanh has a parameter 0.1"),
    ("activation-triple", {"activations": [("elu", 1, 2), "identity"]}, "a name or (name, parameter)"),
    ("activation-nan", {"activations": [("elu", float("nan")), "identity"]}, "the parameter of elu is nan"),
    ("activation-word", {"activations": [("elu", "x"), "identity"]}, "the parameter of elu is 'x'"),
    ("softmax-hidden", {"activations": ["softmax", "identity"]}, "activation 1 of 2 is softmax"),
    ("loss-unknown", {"loss": "rmse"}, "loss is 'rmse'"),
    ("bce-without-sigmoid", {"loss": "bce_mean", "y": HALVES}, "sigmoid on the output"),
    ("bce-with-softmax", {"loss": "bce_sum", "y": HALVES, "activations": SOFTMAX}, "sigmoid on the output"),
    ("ce-without-softmax", {"loss": "cross_entropy_sum", "y": ONE_HOT, "activations": SIGMOID}, "softmax on the"),
    ("bce-above", {**BCE, "y": with_value(HALVES, 1.5)}, "y[1, 1] is 1.5"),
    ("bce-below", {**BCE, "y": with_value(HALVES, -0.1)}, "from 0 to 1"),
    ("ce-above", {**CROSS_ENTROPY, "y": with_value(ONE_HOT, 2)}, "y[1, 1] is 2"),
    ("ce-sum", {**CROSS_ENTROPY, "y": with_value(HALVES, 0)}, "y[1] sums to 0.5"),
    ("x-shape", {"x": np.ones((7, 4))}, "x has shape (7, 4), expected shape (N, 3)"),
    ("x-vector", {"x": np.ones(3)}, "x has shape (3,), expected shape (N, 3)"),
    ("x-empty", {"x": np.ones((0, 3)), "y": np.ones((0, 2))}, "at least one sample"),
    ("x-ragged", {"x": [[1, 2, 3], [1, 2]]}, "x has rows of unequal length"),
    ("x-complex", {"x": np.ones((7, 3), complex)}, "x has dtype complex128"),
    ("x-strings", {"x": [["a", "b", "c"]] * 7}, "x has dtype <U1"),
    ("x-nan", {"x": with_value(P["x"], np.nan)}, "x[1, 1] is nan"),
    ("x-too-large", {"x": with_value(P["x"], 1e39), "dtype": "float32"}, "is 1e+39, expected a finite float32"),
    ("y-shape", {"y": np.ones((7, 1))}, "y has shape (7, 1), expected shape (7, 2)"),
    ("y-vector", {"y": np.ones(7)}, "y has shape (7,)"),
    ("y-inf", {"y": with_value(P["y"], np.inf)}, "y[1, 1] is inf"),
    ("weights-transposed", {"weights": [w.T for w in W]}, "weights[0] has shape (3, 5), expected shape (5, 3)"),
    ("weights-count", {"weights": W[:1]}, "weights has 1 entries, expected 2"),
    ("weights-none", {"weights": None}, "weights is a NoneType"),
    ("weights-inf", {"weights": [W[0], with_value(W[1], -np.inf)]}, "weights[1][1, 1] is -inf"),
    ("biases-column", {"biases": [b[:, None] for b in B]}, "biases[0] has shape (5, 1), expected shape (5,)"),
    ("biases-count", {"biases": []}, "biases has 0 entries, expected 2"),
    ("steps-zero", {"steps": 0}, "steps is 0"),
    ("steps-float", {"steps": 1.5}, "steps is 1.5"),
    ("lr-negative", {"lr": -0.1}, "lr is -0.1, expected a finite number >= 0"),
    ("lr-nan", {"lr": float("nan")}, "lr is nan"),
    ("lr-word", {"lr": "0.1"}, "lr is '0.1', expected a number"),
    ("momentum-negative", {"momentum": -0.5}, "momentum is -0.5"),
    ("dampening-inf", {"dampening": float("inf")}, "dampening is inf"),
    ("weight-decay-negative", {"weight_decay": -1}, "weight_decay is -1"),
    ("nesterov-word", {"nesterov": "yes", "momentum": 0.9}, "nesterov is 'yes'"),
    ("nesterov-alone", {"nesterov": True}, "momentum > 0 and dampening 0"),
    ("nesterov-dampening", {"nesterov": True, "momentum": 0.9, "dampening": 0.1}, "and dampening 0"),
    ("maximize-word", {"maximize": 1}, "maximize is 1"),
    ("l2-negative", {"l2": -0.1}, "l2 is -0.1"),
    ("l2-on", {"l2": 0.1, "l2_on": "biases"}, "l2_on is 'biases'"),
    ("l2-scale", {"l2": 0.1, "l2_scale": "mean"}, "l2_scale is 'mean'"),
    ("form-unknown", {"momentum_form": "adam"}, "momentum_form is 'adam'"),
    ("ema-dampening", {"momentum_form": "ema", "momentum": 0.9, "dampening": 0.9}, "neither dampening nor"),
    ("ema-nesterov", {"momentum_form": "ema", "momentum": 0.9, "nesterov": True}, "neither dampening nor"),
]  # fmt: skip


@pytest.mark.parametrize(("changes", "says"), [b[1:] for b in BAD], ids=[b[0] for b in BAD])
def test_refused_in_one_line(changes, says):
    with pytest.raises(ValueError, match=r"expected .+: ") as refused:
        reference.run(**problem(**changes))
    assert says in str(refused.value)
    assert "\n" not in str(refused.value)


GOOD = [
    ("lists", {"x": P["x"].tolist(), "weights": [w.tolist() for w in W]}),
    ("tuples", {"sizes": [3, 5, 2], "activations": ("tanh", "identity"), "weights": tuple(W)}),
    ("numpy-sizes", {"sizes": np.array([3, 5, 2]), "lr": np.float64(0.25), "steps": np.int64(1)}),
    ("big-endian", {"x": P["x"].astype(">f8")}),
    ("spec-as-list", {"activations": ["tanh", ["leaky_relu", 1.0]]}),
]


@pytest.mark.parametrize("changes", [g[1] for g in GOOD], ids=[g[0] for g in GOOD])
def test_accepted_as_the_same(changes):
    plain, record = reference.run(**problem()), reference.run(**problem(**changes))
    assert list(plain) == list(record)
    assert all(np.array_equal(plain[k], record[k]) for k in plain)


@pytest.mark.parametrize("shape", [(7,), (7, 1), (1, 2), (6, 2)], ids=str)
def test_loss_refuses_what_would_broadcast(shape):
    z = torch.ones(7, 2)
    with pytest.raises(ValueError, match="expected"):
        reference.loss("mse", z, z, torch.ones(shape))


def test_loss_refuses_an_unknown_name():
    z = torch.ones(7, 2)
    with pytest.raises(ValueError, match="choose from sse"):
        reference.loss("MSE", z, z, z)


def test_one_hot_rows_rounded_to_float32_are_probabilities():
    y = np.random.default_rng(0).dirichlet(np.ones(2), size=7).astype("float32")
    record = reference.run(**problem(loss="cross_entropy_mean", activations=SOFTMAX, y=y))
    assert record["loss"] > 0
