"""Each loss by PyTorch's own functions.

N samples, K outputs. The squares are functions of the output. The two families of logarithms are computed
from the last pre-activation z, which stays accurate where the sigmoid or the softmax saturates: log(p) of a p
that has become 0 would be -inf.
"""

import torch
import torch.nn.functional as F
from torch import Tensor

from reference import checks

NAMES = (
    "sse", "half_sse", "sse_per_sample", "half_sse_per_sample", "mse", "half_mse",
    "bce_sum", "bce_per_sample", "bce_mean",
    "cross_entropy_sum", "cross_entropy_per_sample", "cross_entropy_mean",
)  # fmt: skip


def loss(name: str, z: Tensor, output: Tensor, y: Tensor) -> Tensor:
    """The loss as a scalar tensor, attached to the graph of z (bce, cross_entropy) or of output (squares).

    All are (N, K): z the last pre-activation, output the last activation, y the targets (class labels as
    one-hot rows). `bce_*` takes the output to be sigmoid(z) and `cross_entropy_*` softmax(z); neither reads
    it. The range of the targets is not looked at here (`run` does it once).

    PyTorch computes bce as (1 - y) z - logsigmoid(z), whose absolute error is the rounding of z: in float64, at
    y = 0, the true 2e-9 for z = -20 comes out with six digits, and the true 2e-16 for z = -36 as 0. Its
    gradient, sigmoid(z) - y, is not concerned.

    Raises ValueError for an unknown name or shapes that differ.
    Sources: PyTorch's pages `torch.nn.functional.mse_loss`,
    `torch.nn.functional.binary_cross_entropy_with_logits` and, for targets that are probabilities,
    `torch.nn.functional.cross_entropy`.
    """
    checks.one_of(name, NAMES, "loss")
    if z.ndim != 2 or not z.shape == output.shape == y.shape:
        shapes = ", ".join(str(tuple(t.shape)) for t in (z, output, y))
        raise checks.wrong(f"z, output, y have shapes {shapes}", "(N, K) for each", "reshape them")
    if name.startswith("bce_"):
        total = F.binary_cross_entropy_with_logits(z, y, reduction="sum")
    elif name.startswith("cross_entropy_"):
        total = F.cross_entropy(z, y, reduction="sum")
    else:
        total = F.mse_loss(output, y, reduction="sum")
    return total / divisor(name, *y.shape)


def loss_of_probabilities(name: str, p: Tensor, y: Tensor) -> Tensor:
    """bce or cross entropy written in terms of the output p (N, K), as on the blackboard: a scalar tensor.

    It is there for dL/dp only. A term with factor 0 is left out rather than multiplied: 0 log 0 counts as 0.
    (F.binary_cross_entropy is of no use here: it clamps its logarithm at -100, and the gradient with it.)
    """
    total = minus_sum_of_logs(y, p)
    if name.startswith("bce_"):
        total = total + minus_sum_of_logs(1 - y, 1 - p)
    return total / divisor(name, *y.shape)


def minus_sum_of_logs(y: Tensor, p: Tensor) -> Tensor:
    """- sum of y log p over the elements where y is not 0."""
    counts = y != 0
    return -(y[counts] * torch.log(p[counts])).sum()


def divisor(name: str, n: int, k: int) -> int:
    """What the sum over all elements is divided by."""
    half = 2 if name.startswith("half_") else 1
    if name.endswith("_per_sample"):
        return half * n
    if name.endswith(("mse", "_mean")):
        return half * n * k
    return half


def output_activation(name: str) -> str | None:
    """The activation that a loss needs on the output, or None where any will do."""
    if name.startswith("bce_"):
        return "sigmoid"
    return "softmax" if name.startswith("cross_entropy_") else None
