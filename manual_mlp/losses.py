"""Each loss beside its gradient.

All of a batch's arrays have one shape: (N, K) with sample_axis=0, (K, N) with sample_axis=1, for N samples
and K outputs. Every loss is a sum over all elements, divided by a plain number:

    sum: 1     per_sample, the mean over samples: N     mean, over every element: N K     half: twice that

The squares are a function of the output ŷ. bce follows a sigmoid and cross_entropy a softmax; their values
are computed from the last pre-activation z, because log p of a p that has been rounded to 0 is lost.
Each has two gradients: the long way, dL/dŷ, to be sent back through the output's derivative, and the
joint one, dL/dz of output and loss together, which is simply p - y and never divides by p.
"""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from manual_mlp import checks
from manual_mlp.activations import log_softmax, sigmoid, softmax, softplus
from manual_mlp.flow import FloatArray, FloatScalar


class Kind(NamedTuple):
    """The family of a loss, and what divides its sum: factor times the count of what is averaged over."""

    family: str
    factor: int
    averaged_over: str


KINDS: dict[str, Kind] = {
    "sse": Kind("squares", 1, "nothing"),
    "half_sse": Kind("squares", 2, "nothing"),
    "sse_per_sample": Kind("squares", 1, "samples"),
    "half_sse_per_sample": Kind("squares", 2, "samples"),
    "mse": Kind("squares", 1, "elements"),
    "half_mse": Kind("squares", 2, "elements"),
    "bce_sum": Kind("bce", 1, "nothing"),
    "bce_per_sample": Kind("bce", 1, "samples"),
    "bce_mean": Kind("bce", 1, "elements"),
    "cross_entropy_sum": Kind("cross_entropy", 1, "nothing"),
    "cross_entropy_per_sample": Kind("cross_entropy", 1, "samples"),
    "cross_entropy_mean": Kind("cross_entropy", 1, "elements"),
}
NAMES: tuple[str, ...] = tuple(KINDS)
OUTPUT_OF = {"bce": "sigmoid", "cross_entropy": "softmax"}


def squares(output: FloatArray, y: FloatArray) -> FloatScalar:
    """Σ (ŷ - y)²: Deep Learning, ch. 5.1.4; https://docs.pytorch.org/docs/stable/generated/torch.nn.MSELoss."""
    total: FloatScalar = ((output - y) ** 2).sum()
    return total


def d_squares(output: FloatArray, y: FloatArray) -> FloatArray:
    """dL/dŷ = 2 (ŷ - y)."""
    return 2 * (output - y)


def bce(z: FloatArray, y: FloatArray) -> FloatScalar:
    """-Σ y log p + (1 - y) log(1 - p) with p = σ(z), so log p = -softplus(-z) and log(1 - p) = -softplus(z).

    Bishop, Pattern Recognition and Machine Learning, eq. 4.90;
    https://docs.pytorch.org/docs/stable/generated/torch.nn.BCEWithLogitsLoss.html.
    A sum of terms of one sign: nothing cancels, where softplus(z) - y z would.
    """
    total: FloatScalar = (y * softplus(-z) + (1 - y) * softplus(z)).sum()
    return total


def d_bce(p: FloatArray, y: FloatArray) -> FloatArray:
    """dL/dp = (p - y) / (p (1 - p)), the long way. Infinite where p is 0 or 1 and y is not.

    Where p = y = 0 or p = y = 1 this is 0/0, and the limit, 1 or -1, is taken.
    """
    with np.errstate(divide="ignore", invalid="ignore"):
        slope = (p - y) / (p * (1 - p))
    return np.where((p == y) & (p * (1 - p) == 0), 1 - 2 * y, slope)


def d_bce_joint(z: FloatArray, y: FloatArray) -> FloatArray:
    """dL/dz = p - y of sigmoid and bce together: PRML, eq. 4.91."""
    return sigmoid(z) - y


def cross_entropy(z: FloatArray, y: FloatArray, axis: int) -> FloatScalar:
    """-Σ y log p with p = softmax(z) along axis: PRML, eq. 4.108.

    https://docs.pytorch.org/docs/stable/generated/torch.nn.CrossEntropyLoss, y as probabilities.
    """
    total: FloatScalar = -(y * log_softmax(z, axis)).sum()
    return total


def d_cross_entropy(p: FloatArray, y: FloatArray) -> FloatArray:
    """dL/dp = -y / p, the long way. 0 where y = 0, whatever p is; infinite where p = 0 and y is not."""
    with np.errstate(divide="ignore"):
        return np.asarray(np.divide(-y, p, out=np.zeros_like(p), where=y != 0))


def d_cross_entropy_joint(z: FloatArray, y: FloatArray, axis: int) -> FloatArray:
    """dL/dz = p - y of softmax and cross entropy together: PRML, eq. 4.109.

    The targets of each sample must sum to 1 (one-hot or soft): in general it is p Σy - y.
    """
    return softmax(z, axis) - y


def value(name: str, z: FloatArray, output: FloatArray, y: FloatArray, sample_axis: int = 0) -> FloatScalar:
    """The loss of a batch, a scalar of the arrays' dtype; squares use the output, the others z (see above).

    Raises ValueError for an unknown name, unequal or empty shapes, NaN or infinity, targets outside [0, 1]
    for bce and cross_entropy, or not summing to 1 for cross_entropy; TypeError for unequal dtypes.
    """
    family = kind(name).family
    if family == "squares":
        divisor = _divisor(name, "output", output, y, sample_axis)
        return squares(output, y) / divisor
    divisor = _divisor(name, "z", z, y, sample_axis)
    if family == "bce":
        return bce(z, y) / divisor
    return cross_entropy(z, y, axis=1 - sample_axis) / divisor


def d_output(name: str, output: FloatArray, y: FloatArray, sample_axis: int = 0) -> FloatArray:
    """dL/dŷ, of the output's shape: the upstream gradient for backward(..., joint=False). Errors as value."""
    divisor = _divisor(name, "output", output, y, sample_axis)
    family = kind(name).family
    if family == "squares":
        return d_squares(output, y) / divisor
    checks.probabilities("output", output, f"loss {name!r} needs {OUTPUT_OF[family]} on the output layer")
    if family == "bce":
        return d_bce(output, y) / divisor
    return d_cross_entropy(output, y) / divisor


def d_preactivation(name: str, z: FloatArray, y: FloatArray, sample_axis: int = 0) -> FloatArray:
    """dL/dz of the last layer, output and loss taken together: the gradient for backward(..., joint=True).

    Of the shape of z. Raises ValueError for the squares, which have no such form; other errors as value.
    """
    divisor = _divisor(name, "z", z, y, sample_axis)
    family = kind(name).family
    if family == "squares":
        raise ValueError(f"loss {name!r} has no joint gradient; expected a bce_ or cross_entropy_ loss: use d_output")
    if family == "bce":
        return d_bce_joint(z, y) / divisor
    return d_cross_entropy_joint(z, y, axis=1 - sample_axis) / divisor


def l2_penalty(parameters: Sequence[FloatArray], l2: float, samples: int = 1) -> FloatScalar:
    """½ λ Σ ‖θ‖² / samples: samples=1 for the total, N for per_sample (Deep Learning, ch. 7.1.1)."""
    norm: FloatScalar = np.asarray([(theta**2).sum() for theta in parameters]).sum()
    return float(l2) / 2 * norm / samples


def d_l2_penalty(parameters: Sequence[FloatArray], l2: float, samples: int = 1) -> list[FloatArray]:
    """dL/dθ = λ θ / samples, for each θ and of its shape."""
    return [float(l2) * theta / samples for theta in parameters]


def kind(name: str) -> Kind:
    """The family and divisor of a loss. Raises ValueError for an unknown name, listing the valid ones."""
    if name not in NAMES:
        raise ValueError(f"unknown loss {name!r}; expected one of: {', '.join(NAMES)}")
    return KINDS[name]


def _divisor(name: str, where: str, prediction: FloatArray, y: FloatArray, sample_axis: int) -> int:
    """What the sum is divided by, after the arrays have been looked at."""
    family, factor, averaged_over = kind(name)
    checks.batch(where, prediction, y, sample_axis)
    if family != "squares":
        checks.probabilities("y", y, f"loss {name!r} needs targets that are probabilities")
    if family == "cross_entropy":
        checks.sums_to_one(y, axis=1 - sample_axis)
    count: int = {"nothing": 1, "samples": y.shape[sample_axis], "elements": y.size}[averaged_over]
    return factor * count
