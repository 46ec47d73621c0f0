"""Mistakes made in the source text of manual_mlp, as a person would make them; no table of the harness is involved.

Each replaces a piece of text that occurs exactly once in a module. The whole package is then loaded afresh from text
under a name of its own, so that an edited module is used by all the others.
"""

import importlib.util
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

import manual_mlp
from crosscheck.case import Case
from crosscheck.pair import run_layout
from tests.grid import L2, SGD, SIZES, draw

FOLDER = Path(manual_mlp.__file__).parent
MODULES = ("flow", "activations", "checks", "losses", "numerator", "denominator", "sgd", "training")  # as they import

# Cases of the grid on which the mistakes are tried, by what is particular about them.
ON: dict[str, Case] = {
    "tanh": draw(),
    "relu": draw(activations="relu"),
    "silu": draw(activations="silu"),
    "sigmoid": draw(activations="sigmoid"),
    "softplus": draw(activations="softplus"),
    "gelu": draw(activations="gelu_tanh"),
    "elu": draw(activations=[("elu", 0.7), ("elu", 0.7), "identity"]),
    "leaky": draw(activations=[("leaky_relu", 0.05), ("leaky_relu", 0.05), "identity"]),
    "mixed": draw(activations=["tanh", "silu", "identity"], seed=2),
    "output": draw(activations=["tanh", "relu", "tanh"], loss="mse", seed=1),
    "softmax and squares": draw(activations=["tanh", "relu", "softmax"], loss="mse", seed=1),
    "sse": draw(loss="sse"),
    "half_sse_per_sample": draw(loss="half_sse_per_sample"),
    "bce": draw(loss="bce_per_sample"),
    "bce_mean": draw(loss="bce_mean"),
    "cross entropy": draw(loss="cross_entropy_per_sample"),
    "square": draw(SIZES["square"], seed=3),
    "N = hidden": draw(SIZES["N = hidden"], seed=3),
    "N = 1": draw(SIZES["N = 1"], seed=3),
    "width 1 inside": draw(SIZES["width 1 inside"], seed=3),
    **{f"{name}, {k} steps": draw(activations="silu", loss="half_mse", steps=k, seed=4, **settings)
       for name, settings in SGD.items() for k in (1, 3)},
    **{f"l2 {name}": draw(loss="sse_per_sample", steps=3, seed=5, **settings) for name, settings in L2.items()},
}  # fmt: skip


@dataclass(frozen=True, eq=False)
class Mutant:
    """One mistake: what stands in the text, what takes its place, and where it must show first."""

    id: str
    module: str
    old: str
    new: str
    first: str  # the first array that is wrong in itself
    on: str = "tanh"
    joint: bool = True
    also: Mapping[str, str] = field(default_factory=dict)  # further replacements, in the same module

    @property
    def case(self) -> Case:
        return ON[self.on]

    @property
    def layout(self) -> str:
        return "denominator" if self.module == "denominator" else "numerator"


def source(module: str) -> str:
    """The text of a module."""
    return (FOLDER / f"{module}.py").read_text(encoding="utf-8")


def edited(text: str, replacements: Mapping[str, str]) -> str:
    """The text with every replacement made, each exactly once."""
    for old, new in replacements.items():
        assert text.count(old) == 1, f"{old!r} occurs {text.count(old)} times"
        text = text.replace(old, new)
    return text


@cache
def load(mutant: Mutant | None) -> ModuleType:
    """manual_mlp with the mistake in it, or without one, as a package under a fresh name."""
    name = "manual_mlp_" + ("unedited" if mutant is None else mutant.id.replace("-", "_"))
    package = sys.modules[name] = ModuleType(name)
    package.__path__ = []
    for module in MODULES:
        text = source(module)
        if mutant is not None and module == mutant.module:
            text = edited(text, {mutant.old: mutant.new, **mutant.also})
        spec = importlib.util.spec_from_loader(f"{name}.{module}", loader=None)
        assert spec is not None
        loaded = sys.modules[spec.name] = importlib.util.module_from_spec(spec)
        exec(compile(text.replace("manual_mlp", name), f"{name}/{module}.py", "exec"), loaded.__dict__)
        setattr(package, module, loaded)
    return package


def run(mutant: Mutant | None, case: Case, layout: str, joint: bool = True) -> dict[str, Any]:
    """The arrays of the edited package on a case."""
    package = load(mutant)
    return run_layout(getattr(package, layout), case, joint, package.training)


FORWARD = [
    Mutant("bias-omitted", "numerator", "if b is not None:", "if False:", "Z1"),
    Mutant("bias-sign", "numerator", "z = z + b[i]", "z = z - b[i]", "Z1"),
    Mutant("bias-of-another-unit", "numerator", "z = z + b[i]", "z = z + b[i][::-1]", "Z1"),
    Mutant("activation-omitted", "numerator", "a = f(z)", "a = z + 0", "A1"),
    Mutant(
        "activation-on-output-too",
        "numerator",
        "for i, activation in enumerate(activations):",
        'for i, activation in enumerate([*activations[:-1], "tanh"]):',
        "output",
    ),
    Mutant("preactivation-fed-forward", "numerator", "A_in = a  ", "A_in = z  ", "Z2"),
    Mutant("layer-input-reused", "numerator", "A_in = a  ", "A_in = A[0]  ", "Z3", on="square"),
    Mutant("activation-from-wrong-layer", "numerator", "a = f(z)", "a = f(Z[0] if i == 1 else z)", "A2", on="square"),
    Mutant(
        "softmax-over-batch",
        "numerator",
        "a = softmax(z, axis=UNIT_AXIS)",
        "a = softmax(z, axis=SAMPLE_AXIS)",
        "output",
        on="cross entropy",
    ),
    Mutant(
        "softmax-over-batch-and-classes",
        "numerator",
        "a = softmax(z, axis=UNIT_AXIS)",
        "a = softmax(z, axis=None)",
        "output",
        on="softmax and squares",
    ),
    Mutant(
        "layer-skipped",
        "numerator",
        "A_in = a  ",
        "A_in = X if i == 0 else a  ",
        "Z2",
        on="square",
        also={"A_in = [X, *A[:-1]]": "A_in = [X, X, *A[1:-1]]"},
    ),
    Mutant(
        "single-precision-inside",
        "numerator",
        "z = A_in @ W[i]  ",
        'z = (A_in @ W[i]).astype("float32").astype(A_in.dtype)  ',
        "Z1",
    ),
    Mutant(
        "bias-along-the-samples",
        "numerator",
        "z = z + b[i]",
        "z = z + (b[i][:, None] if len(b[i]) == len(z) else b[i])",
        "Z1",
        on="N = hidden",
    ),
    Mutant(
        "one-unit-taken-for-the-output",
        "numerator",
        "a = f(z)",
        'a = f(z) if z.shape[UNIT_AXIS] > 1 or activation == "sigmoid" else z + 0',
        "A2",
        on="width 1 inside",
    ),
    Mutant(
        "activation-formula", "activations", "np.asarray(np.tanh(z))", "np.asarray(1.7159 * np.tanh(2 * z / 3))", "A1"
    ),
    Mutant("gelu-constant", "activations", "GELU_CUBIC = 0.044715", "GELU_CUBIC = 0.04715", "A1", on="gelu"),
    Mutant("elu-without-alpha", "activations", "float(alpha) * np.expm1", "np.expm1", "A1", on="elu"),
]
OUTPUT = [
    Mutant("gradient-sign", "losses", "return 2 * (output - y)", "return 2 * (y - output)", "d_output"),
    Mutant("factor-two-forgotten", "losses", "return 2 * (output - y)", "return output - y", "d_output"),
    Mutant("labels-ignored", "losses", "return 2 * (output - y)", "return 2 * output", "d_output"),
    Mutant(
        "mean-over-outputs-forgotten", "losses", '"elements": y.size', '"elements": y.shape[sample_axis]', "d_output"
    ),
    Mutant(
        "mean-over-samples-forgotten",
        "losses",
        '"elements": y.size',
        '"elements": y.shape[1 - sample_axis]',
        "d_output",
    ),
    Mutant(
        "per-sample-means-per-element",
        "losses",
        '"samples": y.shape[sample_axis]',
        '"samples": y.size',
        "d_output",
        on="half_sse_per_sample",
    ),
    Mutant(
        "half-forgotten",
        "losses",
        '"half_sse_per_sample": Kind("squares", 2,',
        '"half_sse_per_sample": Kind("squares", 1,',
        "d_output",
        on="half_sse_per_sample",
    ),
    Mutant(
        "output-derivative-missing",
        "numerator",
        "if joint and i == len(W) - 1:",
        "if i == len(W) - 1:",
        "dZ3",
        on="output",
    ),
    Mutant(
        "output-derivative-extra",
        "numerator",
        "dZ = dA                                               #",
        "dZ = dA * A[i] * (1 - A[i])                           #",
        "dZ3",
        on="bce",
    ),
    Mutant(
        "softmax-diagonal-jacobian",
        "activations",
        "p * (dA - (dA * p).sum(axis=axis, keepdims=True))",
        "p * (1 - p) * dA",
        "dZ3",
        on="softmax and squares",
    ),
    Mutant(
        "softmax-diagonal-jacobian-long-way",
        "activations",
        "p * (dA - (dA * p).sum(axis=axis, keepdims=True))",
        "p * (1 - p) * dA",
        "dZ3",
        on="cross entropy",
        joint=False,
    ),
    Mutant(
        "bce-only-where-true",
        "losses",
        "slope = (p - y) / (p * (1 - p))",
        "slope = -y / p",
        "d_output",
        on="bce",
        joint=False,
    ),
    Mutant("joint-gradient-sign", "losses", "return sigmoid(z) - y", "return y - sigmoid(z)", "dZ3", on="bce"),
    Mutant(
        "labels-shifted",
        "losses",
        "return softmax(z, axis) - y",
        "return softmax(z, axis) - np.roll(y, 1, axis)",
        "dZ3",
        on="cross entropy",
    ),
    Mutant(
        "predictions-rounded", "losses", "return sigmoid(z) - y", "return np.round(sigmoid(z)) - y", "dZ3", on="bce"
    ),
    Mutant(
        "softmax-gradient-of-a-sigmoid",
        "losses",
        "return softmax(z, axis) - y",
        "return sigmoid(z) - y",
        "dZ3",
        on="cross entropy",
    ),
]
BACKWARD = [
    Mutant("derivative-at-activation", "numerator", "dZ = dA * df(Z[i])", "dZ = dA * df(A[i])", "dZ2"),
    Mutant(
        "derivative-at-preactivation",
        "activations",
        "return np.asarray(4 * e / (1 + e) ** 2)",
        "return 1 - z**2",
        "dZ2",
    ),
    Mutant("derivative-missing", "numerator", "dZ = dA * df(Z[i])", "dZ = dA * 1", "dZ2"),
    Mutant(
        "derivative-always-one",
        "activations",
        "(z > 0).astype(z.dtype)",
        "np.ones_like(z)",
        "dZ2",
        on="relu",
    ),
    Mutant(
        "derivative-of-wrong-layer",
        "numerator",
        "_, df = resolve(activations[i])",
        "_, df = resolve(activations[max(i - 1, 0)])",
        "dZ3",
        on="mixed",
    ),
    Mutant(
        "derivative-from-the-layer-above",
        "numerator",
        "dZ = dA * df(Z[i])",
        "dZ = dA * df(Z[min(i + 1, len(W) - 1)])",
        "dZ2",
        on="square",
    ),
    Mutant(
        "derivative-off-by-one-in-two-thousand",
        "activations",
        "return np.asarray(4 * e / (1 + e) ** 2)",
        "return np.asarray(4.002 * e / (1 + e) ** 2)",
        "dZ2",
    ),
    Mutant(
        "sigmoid-derivative-without-one-minus",
        "activations",
        "return np.asarray(e / (1 + e) ** 2)",
        "return np.asarray(1 / (1 + e) ** 2)",
        "dZ2",
        on="sigmoid",
    ),
    Mutant(
        "silu-derivative-half",
        "activations",
        "return sigmoid(z) + z * d_sigmoid(z)\n",
        "return sigmoid(z)\n",
        "dZ2",
        on="silu",
    ),
    Mutant("leaky-slope-default", "activations", "float(slope) * one", "0.01 * one", "dZ2", on="leaky"),
    Mutant(
        "silu-derivative-without-z",
        "activations",
        "return sigmoid(z) + z * d_sigmoid(z)\n",
        "return sigmoid(z) + d_sigmoid(z)\n",
        "dZ2",
        on="silu",
    ),
    Mutant("gelu-derivative-without-three", "activations", "(1 + 3 * GELU_CUBIC", "(1 + GELU_CUBIC", "dZ2", on="gelu"),
    Mutant("tanh-derivative-without-square", "activations", "4 * e / (1 + e) ** 2", "1 / np.cosh(z)", "dZ2"),
    Mutant("gradient-masked-by-itself", "numerator", "dZ = dA * df(Z[i])", "dZ = dA * df(dA)", "dZ2", on="relu"),
    Mutant("error-from-some-units", "numerator", "dA = dZ @ W[i].T", "dA = dZ[:, -1:] @ W[i].T[-1:]", "dA2"),
    Mutant(
        "gradient-overwritten",
        "numerator",
        "dW = A_in[i].T @ dZ  ",
        "dW = A_in[i][:1].T @ dZ[:1]  ",
        "dW3",
        also={"dA = dZ @ W[i].T": "dA = dZ[:, :1] @ W[i].T[:1]"},
    ),
    Mutant(
        "upstream-ignored-below-zero",
        "numerator",
        "dZ = dA * df(Z[i])",
        "dZ = (dA - 1) * (Z[i] > 0) + df(Z[i]) if i < len(W) - 1 else dA * df(Z[i])",
        "dZ2",
        on="leaky",
    ),
    Mutant("delta-skips-derivative", "numerator", "dA = dZ @ W[i].T", "dA = dA @ W[i].T", "dA1"),
    Mutant(
        "weight-not-transposed",
        "numerator",
        "dA = dZ @ W[i].T",
        "dA = dZ @ (W[i] if len(W[i]) == dZ.shape[1] else W[i].T)",
        "dA2",
        on="square",
    ),
    Mutant(
        "weights-of-the-layer-below",
        "numerator",
        "dA = dZ @ W[i].T",
        "dA = dZ @ W[max(i - 1, 0)].T",
        "dA2",
        on="square",
    ),
    Mutant(
        "inner-derivative-missing",
        "numerator",
        "dZ = dA * df(Z[i])",
        "dZ = dA * (df(Z[i]) if i in (0, len(W) - 1) else 1)",
        "dZ2",
    ),
]
PARAMETERS = [
    Mutant(
        "weight-gradient-transposed",
        "numerator",
        "dW = A_in[i].T @ dZ",
        "dW = (dZ.T @ A_in[i]).reshape(W[i].shape)",
        "dW3",
    ),
    Mutant("weight-gradient-from-preactivation", "numerator", "A_in = [X, *A[:-1]]", "A_in = [X, *Z[:-1]]", "dW3"),
    Mutant("weight-gradient-wrong-input", "numerator", "A_in = [X, *A[:-1]]", "A_in = [X, *A[1:]]", "dW3", on="square"),
    Mutant("weight-gradient-through-the-gradient", "numerator", "dW = A_in[i].T @ dZ", "dW = A_in[i].T @ dA", "dW2"),
    Mutant(
        "bias-gradient-scalar",
        "numerator",
        "db = dZ.sum(axis=SAMPLE_AXIS)",
        "db = dZ.sum() * np.ones_like(dZ[0])",
        "db3",
        also={"from manual_mlp import checks": "import numpy as np\nfrom manual_mlp import checks"},
    ),
    Mutant("bias-gradient-mean", "numerator", "db = dZ.sum(axis=SAMPLE_AXIS)", "db = dZ.mean(axis=SAMPLE_AXIS)", "db3"),
    Mutant(
        "bias-gradient-of-squeezed-samples",
        "numerator",
        "db = dZ.sum(axis=SAMPLE_AXIS)",
        "db = dZ.squeeze().sum(axis=SAMPLE_AXIS) + 0 * dZ[0]",
        "db3",
        on="N = 1",
    ),
    Mutant("averaged-twice", "numerator", "dW = A_in[i].T @ dZ", "dW = A_in[i].T @ dZ / len(dZ)", "dW3"),
    Mutant("one-sample-only", "numerator", "dW = A_in[i].T @ dZ", "dW = A_in[i][:1].T @ dZ[:1]", "dW3"),
    Mutant(
        "gradient-times-width",
        "numerator",
        "db = dZ.sum(axis=SAMPLE_AXIS)",
        "db = sum(dZ.sum(axis=SAMPLE_AXIS) for weight in W[i])",
        "db3",
    ),
    Mutant("last-sample-left-out", "numerator", "dW = A_in[i].T @ dZ", "dW = A_in[i][:-1].T @ dZ[:-1]", "dW3"),
    Mutant("data-gradient-is-the-first-delta", "numerator", "dX = dA  ", "dX = dZ @ W[0].T * 0.5  ", "dX"),
]
COLUMNS = [
    Mutant(
        "columns-weight-not-transposed",
        "denominator",
        "dA = W[i].T @ dZ",
        "dA = (W[i] if W[i].shape[1] == len(dZ) else W[i].T) @ dZ",
        "dA2",
        on="square",
    ),
    Mutant(
        "columns-bias-gradient-mean",
        "denominator",
        "dZ.sum(axis=SAMPLE_AXIS, keepdims=True)",
        "dZ.mean(axis=SAMPLE_AXIS, keepdims=True)",
        "db3",
    ),
    Mutant("columns-derivative-at-activation", "denominator", "dZ = dA * df(Z[i])", "dZ = dA * df(A[i])", "dZ2"),
    Mutant(
        "columns-gradient-over-its-width",
        "denominator",
        "dW = dZ @ A_in[i].T",
        "dW = dZ @ A_in[i].T / A_in[i].shape[0]",
        "dW3",
    ),
    Mutant(
        "columns-softmax-over-batch",
        "denominator",
        "a = softmax(z, axis=UNIT_AXIS)",
        "a = softmax(z, axis=SAMPLE_AXIS)",
        "output",
        on="cross entropy",
    ),
    Mutant(
        "columns-weight-gradient-from-preactivation", "denominator", "A_in = [X, *A[:-1]]", "A_in = [X, *Z[:-1]]", "dW3"
    ),
    Mutant(
        "columns-jacobian-over-batch",
        "denominator",
        "softmax_backward(dA, A[i], axis=UNIT_AXIS)",
        "softmax_backward(dA, A[i], axis=SAMPLE_AXIS)",
        "dZ3",
        on="softmax and squares",
    ),
]
REGULARISER = [
    Mutant(
        "decay-factor",
        "losses",
        "[float(l2) * theta / samples",
        "[2 * float(l2) * theta / samples",
        "dW3",
        on="l2 weights",
    ),
    Mutant(
        "decay-formula",
        "losses",
        "[float(l2) * theta / samples",
        "[float(l2) * theta / abs(theta) / samples",
        "dW3",
        on="l2 weights",
    ),
    Mutant(
        "decay-sign", "losses", "[float(l2) * theta / samples", "[-float(l2) * theta / samples", "dW3", on="l2 weights"
    ),
    Mutant(
        "decay-on-bias",
        "training",
        'gradients.db is not None and l2_on == "all":',
        "gradients.db is not None:",
        "db3",
        on="l2 weights",
    ),
    Mutant(
        "decay-not-on-bias", "training", 'gradients.db is not None and l2_on == "all":', "False:", "db3", on="l2 all"
    ),
    Mutant(
        "decay-not-per-sample",
        "training",
        'if l2_scale == "per_sample" else 1',
        "if False else 1",
        "dW3",
        on="l2 weights per sample",
    ),
    Mutant(
        "decay-of-the-step-before",
        "training",
        "losses.d_l2_penalty(W, l2, samples)))",
        "losses.d_l2_penalty([w * 0.999 for w in W], l2, samples)))",
        "dW3",
        on="l2 weights",
    ),
]
UPDATE = [
    Mutant("gradient-ascent", "sgd", "theta - lr * d for", "theta + lr * d for", "W3'"),
    Mutant("lr-squared", "sgd", "theta - lr * d for", "theta - lr * lr * d for", "W3'"),
    Mutant("step-is-zero", "sgd", "theta - lr * d for", "theta - 0 * d for", "W3'"),
    Mutant("gradient-clipped", "sgd", "theta - lr * d for", "theta - lr * d.clip(-0.1, 0.1) for", "W3'"),
    Mutant("parameter-assigned", "sgd", "theta - lr * d for", "-lr * d for", "W3'"),
    Mutant(
        "gradient-of-another-layer",
        "sgd",
        "zip(params, direction, strict=True)], v",
        "zip(params, [direction[0], *direction[:1], *direction[2:]], strict=True)], v",
        "W2'",
        on="square",
    ),
    Mutant(
        "weights-left-out",
        "sgd",
        "theta - lr * d for",
        "kept(theta, lr * d) for",
        "W3'",
        also={
            "def step(": (
                "def kept(theta, d):\n    if theta.ndim == 2:\n        d[-1] = 0\n    return theta - d\n\n\ndef step("
            )
        },
    ),
    Mutant("maximize-ignored", "sgd", "-d_theta if maximize else d_theta", "d_theta", "W3'", on="maximize, 1 steps"),
    Mutant(
        "weight-decay-sign", "sgd", "d + weight_decay * theta", "d - weight_decay * theta", "W3'", on="decay, 1 steps"
    ),
    Mutant(
        "weight-decay-scaled-by-lr",
        "sgd",
        "d + weight_decay * theta",
        "d + lr * weight_decay * theta",
        "W3'",
        on="decay, 1 steps",
    ),
    Mutant(
        "weight-decay-before-the-sign",
        "sgd",
        "d + weight_decay * theta",
        "d + (-weight_decay if maximize else weight_decay) * theta",
        "W3'",
        on="decay maximize, 1 steps",
    ),
    Mutant(
        "weight-decay-times-gradient",
        "sgd",
        "d + weight_decay * theta",
        "d + weight_decay * theta * d",
        "W3'",
        on="decay, 1 steps",
    ),
    Mutant(
        "momentum-forgotten",
        "training",
        "velocity, **settings)",
        "None, **settings)",
        "vW3'@2",
        on="momentum, 3 steps",
    ),
    Mutant(
        "momentum-undamped-from-the-second-step",
        "sgd",
        "momentum * past + (1 - dampening) * d",
        "momentum * past + d",
        "vW3'@2",
        on="dampening, 3 steps",
    ),
    Mutant(
        "momentum-damped-from-the-first-step",
        "sgd",
        "[d.copy() for d in g]",
        "[(1 - dampening) * d for d in g]",
        "vW3'",
        on="dampening, 1 steps",
    ),
    Mutant(
        "momentum-on-previous-gradient",
        "sgd",
        "else list(velocity)",
        "else list(velocity)\n    kept = g",
        "vW3'@2",
        on="momentum, 3 steps",
        also={"params, direction, strict=True)], v": "params, direction, strict=True)], kept"},
    ),
    Mutant(
        "momentum-as-an-average",
        "sgd",
        "momentum * past + (1 - dampening) * d",
        "momentum * past + (1 - momentum) * d",
        "vW3'@2",
        on="momentum, 3 steps",
    ),
    Mutant(
        "velocity-used-before-update",
        "sgd",
        "if nesterov else v",
        "if nesterov else velocity or [0 * d for d in g]",
        "W3'",
        on="momentum, 3 steps",
    ),
    Mutant("nesterov-ignored", "sgd", "if nesterov else v", "if False else v", "W3'", on="nesterov, 1 steps"),
    Mutant(
        "nesterov-without-the-fresh-gradient",
        "sgd",
        "[d + momentum * u for",
        "[u + momentum * u for",
        "W3'@2",
        on="nesterov, 3 steps",
    ),
]
MUTANTS = [*FORWARD, *OUTPUT, *BACKWARD, *PARAMETERS, *COLUMNS, *REGULARISER, *UPDATE]
