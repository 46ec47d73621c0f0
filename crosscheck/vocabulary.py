"""The words that users write: losses, activations, and how a wrong one is refused."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

from crosscheck.errors import UsageError
from crosscheck.misspelt import meant

Spec: TypeAlias = str | tuple[str, float]


@dataclass(frozen=True)
class LossKind:
    """A loss is a family and the constant in front of its sum: half or whole; over N, over N K, or neither."""

    family: str  # squares, bce or cross_entropy
    half: bool
    divisor: str  # "", "N" or "NK"

    def coefficient(self, n_samples: int, n_outputs: int) -> float:
        """The real constant c in L = c Σ ..."""
        m = {"": 1, "N": n_samples, "NK": n_samples * n_outputs}[self.divisor]
        return (0.5 if self.half else 1.0) / m


LOSSES = {
    "sse": LossKind("squares", False, ""),
    "half_sse": LossKind("squares", True, ""),
    "sse_per_sample": LossKind("squares", False, "N"),
    "half_sse_per_sample": LossKind("squares", True, "N"),
    "mse": LossKind("squares", False, "NK"),
    "half_mse": LossKind("squares", True, "NK"),
    "bce_sum": LossKind("bce", False, ""),
    "bce_per_sample": LossKind("bce", False, "N"),
    "bce_mean": LossKind("bce", False, "NK"),
    "cross_entropy_sum": LossKind("cross_entropy", False, ""),
    "cross_entropy_per_sample": LossKind("cross_entropy", False, "N"),
    "cross_entropy_mean": LossKind("cross_entropy", False, "NK"),
}
ACTIVATIONS = (
    "identity", "sigmoid", "tanh", "relu", "leaky_relu", "elu", "softplus", "gelu_tanh", "silu", "softmax",
)  # fmt: skip
# the same functions by other names; and others by names that are near to one of ours
OTHER_NAMES = {
    "linear": "identity", "none": "identity", "logistic": "sigmoid", "sigm": "sigmoid", "logsig": "sigmoid",
    "tansig": "tanh", "swish": "silu", "lrelu": "leaky_relu", "leakyrelu": "leaky_relu", "gelu_new": "gelu_tanh",
}  # fmt: skip
OTHER_ACTIVATIONS = (
    "selu", "celu", "gelu", "prelu", "rrelu", "crelu", "relu6", "relu2", "srelu", "mish", "tan", "atan", "arctan",
    "sin", "cos", "sinh", "cosh", "asinh", "softsign", "softmin", "sparsemax", "hardtanh", "hard_tanh", "hard_sigmoid",
    "hard_swish", "hardsigmoid", "log_sigmoid", "logsigmoid", "log_softmax", "swiglu", "glu", "step", "heaviside",
    "sign", "abs", "square", "gaussian", "exp",
)  # fmt: skip
PARAMETERS = {"leaky_relu": 0.01, "elu": 1.0}  # PyTorch's defaults
KINKED = ("relu", "leaky_relu", "elu")
LAST_ACTIVATION = {"squares": "identity", "bce": "sigmoid", "cross_entropy": "softmax"}


def name_and_parameter(spec: Spec) -> tuple[str, float]:
    """('leaky_relu', 0.05) of a name or a pair, with PyTorch's default where no parameter is given, else 0."""
    if isinstance(spec, str):
        return spec, PARAMETERS.get(spec, 0.0)
    return spec[0], float(spec[1])


def canonical_activations(specs: Sequence[Spec]) -> tuple[Spec, ...]:
    """Names, with a parameter only where it is not the default; UsageError for anything else."""
    if isinstance(specs, str):
        raise UsageError(f"activations is the string {specs!r}: expected one a layer, such as ('tanh', 'identity')")
    return tuple(canonical_activation(s) for s in specs)


def canonical_activation(spec: Spec) -> Spec:
    """One of them."""
    given: object = spec
    if not isinstance(given, str) and not (isinstance(given, tuple | list) and len(given) == 2):
        raise UsageError(f"activation {spec!r}: expected a name, or a pair such as ('leaky_relu', 0.05)")
    name, parameter = name_and_parameter(spec)
    check_activation(name)
    if isinstance(spec, str) or parameter == PARAMETERS.get(name):
        return name
    if name not in PARAMETERS:
        raise UsageError(f"activation {name} takes no parameter, found {parameter!r}")
    if not 0 < parameter < float("inf"):
        raise UsageError(f"the parameter of {name} is {parameter!r}: expected a finite number above 0")
    return (name, parameter)


def check_choice(what: str, value: object, choices: Sequence[str]) -> None:
    """UsageError with the list of valid names, and the one that is meant where the value is a misspelling."""
    if value in choices:
        return
    near = meant(str(value), choices)
    hint = f" (did you mean {near}?)" if near else ""
    raise UsageError(f"unknown {what} {value!r}{hint}: expected one of {', '.join(choices)}")


def check_activation(name: object) -> None:
    """UsageError for a function that the harness does not know: a network with another one cannot be judged."""
    if name in ACTIVATIONS:
        return
    plain = str(name).lower()
    if plain in OTHER_NAMES:
        raise UsageError(f"unknown activation {name!r}: it is called {OTHER_NAMES[plain]!r} here")
    near = None if plain in OTHER_ACTIVATIONS else meant(plain, (*ACTIVATIONS, *OTHER_ACTIVATIONS))
    hint = f" (did you mean {near}?)" if near in ACTIVATIONS else ""
    raise UsageError(
        f"unknown activation {name!r}{hint}: expected one of {', '.join(ACTIVATIONS)}; "
        "a network with another activation cannot be judged"
    )


def check_network(sizes: Sequence[int], activations: Sequence[Spec], loss: str) -> None:
    """Sizes, activations and loss that fit each other."""
    if len(sizes) < 2 or any(n < 1 for n in sizes):
        raise UsageError(f"sizes are {'-'.join(map(str, sizes))}: expected two or more widths of at least 1")
    if len(activations) != len(sizes) - 1:
        raise UsageError(f"{len(activations)} activations for {len(sizes) - 1} layers: expected one a layer")
    check_choice("loss", loss, tuple(LOSSES))
    names = [name_and_parameter(s)[0] for s in activations]
    if "softmax" in names[:-1]:
        raise UsageError(f"softmax in layer {names.index('softmax') + 1}: expected on the output only")
    needed = LAST_ACTIVATION[LOSSES[loss].family]
    if needed != "identity" and names[-1] != needed:
        raise UsageError(f"{loss} follows a {needed} output, found {names[-1]}: change the last activation or the loss")
