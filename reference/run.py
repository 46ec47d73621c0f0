"""A run of the reference: forward, loss, autograd, SGD; k times, with every number written down."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import ArrayLike, NDArray
from torch import Tensor, nn

from reference import checks
from reference.activations import ActivationSpec, split
from reference.loss import NAMES, loss_of_probabilities, output_activation
from reference.loss import loss as loss_of
from reference.network import network
from reference.optimizer import Penalty, Rule, Updates, kept, penalized


def run(
    *,
    sizes: Sequence[int],
    activations: Sequence[ActivationSpec],
    loss: str,
    weights: Sequence[ArrayLike],
    biases: Sequence[ArrayLike] | None,
    x: ArrayLike,
    y: ArrayLike,
    dtype: str = "float64",
    lr: float,
    momentum: float = 0.0,
    dampening: float = 0.0,
    nesterov: bool = False,
    weight_decay: float = 0.0,
    maximize: bool = False,
    l2: float = 0.0,
    l2_on: str = "weights",
    l2_scale: str = "total",
    momentum_form: str = "torch",
    steps: int = 1,
) -> dict[str, NDArray[np.floating]]:
    """Train the equivalent nn.Module for `steps` full-batch steps on x (N, n_in), y (N, K); record it all.

    Keys in the order of computation, with L layers:

        Z1 A1 ... ZL output  loss  d_output dZL dWL dbL dA(L-1) dZ(L-1) ... dZ1 dW1 db1 dX
        vW1' W1' vb1' b1' ... vWL' WL' vbL' bL'

    Z, A and their gradients are (N, n_out), W (n_out, n_in), b (n_out,), dX (N, n_in), loss (). A prime marks
    a value after the update; from the second step on, keys end in @2, @3, ... Without biases there is no b
    and db, without momentum no v. The arrays are read-only copies in `dtype`.

    Gradients are those of the whole loss: the L2 term (l2/2 times the squared norm, divided by N if l2_scale
    is "per_sample") is in `loss`, in dW, and with l2_on="all" in db. The optimizer's weight_decay is in none
    of them, and with maximize they keep their sign: dW is what torch holds in W.grad.

    d_output is dL/d(output). Under bce and cross_entropy it is infinite where an output has saturated at the
    wrong end; dZL and all that follows do not pass through it there.

    Raises ValueError for anything that does not fit together, for NaN and infinity, for targets out of range.
    Sources: PyTorch's pages `torch.Tensor.retain_grad`, `torch.Tensor.backward`, `torch.optim.SGD`.
    """
    # Also right for a caller who sits inside torch.no_grad() or torch.inference_mode().
    with torch.inference_mode(False), torch.enable_grad():
        rule = Rule(lr, momentum, dampening, nesterov, weight_decay, maximize, momentum_form)
        penalty = Penalty(l2, l2_on, l2_scale)
        steps = checks.count(steps, "steps")
        module = network(sizes, activations, weights, biases, dtype)
        checked_pair(loss, split(activations[-1])[0])
        data = checked_data(x, y, sizes, loss, dtype)
        updates = Updates(module, rule)
        record: dict[str, NDArray[np.floating]] = {}
        for step in range(1, steps + 1):
            suffix = "" if step == 1 else f"@{step}"
            updates.forget_gradients()
            seen = forward(module, data.x)
            for name, value in gradients(module, seen, data, loss, penalty).items():
                record[name + suffix] = fresh(value)
            updates.step()
            for name, value in parameters(module, updates).items():
                record[name + suffix] = fresh(value)
        return record


@dataclass(frozen=True, eq=False)
class Data:
    """Samples x (N, n_in) and targets y (N, K), of a run's own."""

    x: Tensor
    y: Tensor


@dataclass(frozen=True, eq=False)
class Forward:
    """What a forward pass leaves behind: the leaf x, then Z and A of every layer, each (N, n_out)."""

    x: Tensor
    z: list[Tensor]
    a: list[Tensor]


def forward(module: nn.Sequential, x: Tensor) -> Forward:
    """module(x), layer by layer, each intermediate told to keep its gradient."""
    x = x.detach().requires_grad_()  # a new leaf, with no gradient of an earlier step in it
    seen = Forward(x, [], [])
    value = x
    for layer in module:
        value = layer(value)
        value.retain_grad()
        (seen.z if isinstance(layer, nn.Linear) else seen.a).append(value)
    return seen


def gradients(module: nn.Sequential, seen: Forward, data: Data, loss: str, penalty: Penalty) -> dict[str, Tensor]:
    """One backward pass: all that was computed from Z1 to dX, by name."""
    z, a, last = seen.z, seen.a, len(seen.z)
    value = penalized(loss_of(loss, z[-1], a[-1], data.y), penalty, module, n=len(data.y))
    torch.autograd.backward(value)

    named: dict[str, Tensor] = {}
    for i in range(1, last + 1):
        named[f"Z{i}"] = z[i - 1]
        named[f"A{i}" if i < last else "output"] = a[i - 1]
    named["loss"] = value
    named["d_output"] = d_output(loss, a[-1], data.y)
    for i in range(last, 0, -1):
        if i < last:
            named[f"dA{i}"] = kept(a[i - 1])
        named[f"dZ{i}"] = kept(z[i - 1])
        for kind, parameter in parameters_of(module[2 * i - 2]).items():
            named[f"d{kind}{i}"] = kept(parameter)
    named["dX"] = kept(seen.x)
    return named


def d_output(loss: str, output: Tensor, y: Tensor) -> Tensor:
    """dL/d(output), (N, K)."""
    if output_activation(loss) is None:
        return kept(output)
    # bce and cross_entropy are computed from z, past the output, whose gradient the backward pass thus never
    # meets. Here the same loss is written in terms of p and differentiated in a small graph of its own.
    p = output.detach().requires_grad_()
    (gradient,) = torch.autograd.grad(loss_of_probabilities(loss, p, y), p)
    return gradient


def parameters(module: nn.Sequential, updates: Updates) -> dict[str, Tensor]:
    """Parameters after an update, each after its momentum buffer if there is one, by name."""
    momenta = updates.momenta()
    named: dict[str, Tensor] = {}
    for i in range(1, len(module) // 2 + 1):
        for kind, parameter in parameters_of(module[2 * i - 2]).items():
            buffer = momenta.get(parameter)
            if buffer is not None:
                named[f"v{kind}{i}'"] = buffer
            named[f"{kind}{i}'"] = parameter
    return named


def parameters_of(linear: nn.Module) -> dict[str, nn.Parameter]:
    """W, and b if there is one."""
    short = {"weight": "W", "bias": "b"}
    return {short[name]: parameter for name, parameter in linear.named_parameters()}


def fresh(tensor: Tensor) -> NDArray[np.floating]:
    """A read-only, contiguous NumPy copy, of the tensor's shape."""
    array: NDArray[np.floating] = tensor.detach().numpy().copy(order="C")
    array.setflags(write=False)
    return array


def checked_data(x: ArrayLike, y: ArrayLike, sizes: Sequence[int], loss: str, dtype: str) -> Data:
    """x (N, sizes[0]) and y (N, sizes[-1]) as tensors of their own memory."""
    samples = checks.array(x, (None, int(sizes[0])), dtype, "x")
    targets = checks.array(y, (len(samples), int(sizes[-1])), dtype, "y")
    checks.targets(targets, loss)
    return Data(torch.from_numpy(samples), torch.from_numpy(targets))  # copies already, and nobody else's


def checked_pair(loss: str, activation: str) -> None:
    """Raises ValueError for an unknown loss, or one that does not go with the output's activation."""
    needed = output_activation(checks.one_of(loss, NAMES, "loss"))
    if needed not in (None, activation):
        raise checks.wrong(f"loss {loss} follows {activation}", f"{needed} on the output", "change either")
