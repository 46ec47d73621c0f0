"""The arrays and the calls of one training step of fused.py, for one batch size."""

# The shapes stand in a column of their own, so that they can be read downwards:
# fmt: off

from __future__ import annotations

import math
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

import numpy as np

from manual_mlp import fused_parts as parts
from manual_mlp import losses
from manual_mlp.flow import FloatArray

if TYPE_CHECKING:
    from manual_mlp.fused import Network

CACHE_LINE = 64  # bytes
NO_SMALL_KERNEL, SMALL_PRODUCT = 1200, 1_000_000  # results, multiplications


def empty(*shape: int, dtype: np.dtype[Any]) -> FloatArray:
    """An array that begins at a cache line."""
    memory = np.empty(math.prod(shape) * dtype.itemsize + CACHE_LINE, np.uint8)
    start = -memory.ctypes.data % CACHE_LINE
    array: FloatArray = memory[start : memory.size - CACHE_LINE + start].view(dtype).reshape(shape)
    return array


class Plan:
    """X (n_in, N) and y (n_out, N) are to be filled; then forward, loss and backward are lists of calls to be made.

    A and dZ hold (n_out, N) of each layer, dX (n_in, N) or None; value() is the loss, once the calls of loss were made.
    """

    forward: parts.Calls
    loss: parts.Calls
    backward: parts.Calls
    value: Callable[[], float]

    def __init__(self, net: Network, N: int) -> None:
        self.new = partial(empty, dtype=net.dtype)
        self.specs = [parts.split(f) for f in net.activations]
        self.N, self.seen, self.sizes = N, False, net.sizes
        self.sums = self.new(N)
        self.constants: dict[tuple[float, Any], Any] = {}
        self.scratch = [self.new(max(net.sizes) * N) for _ in range(3)]
        # What comes into a layer stands on a row of ones; so does what is handed down to it, where they mean nothing.
        self.A_in = [self.new(n + net.biased, N) for n in net.sizes[:-1]]
        dA_in = [self.new(n + net.biased, N) for n in net.sizes[:-1]]
        for rows, n in zip(self.A_in, net.sizes, strict=False):
            rows[n:] = 1
        self.X, *hidden = [rows[:n] for rows, n in zip(self.A_in, net.sizes, strict=False)]
        self.y = self.new(net.sizes[-1], N)
        self.A = [*hidden, self.new(net.sizes[-1], N)]
        self.Z = [a if self.in_place(i) else self.new(*a.shape) for i, a in enumerate(self.A)]
        self.dA_in = dA_in
        self.dX, *dZ = [rows[:n] for rows, n in zip(dA_in, net.sizes, strict=False)]
        self.dZ = [*dZ, self.new(net.sizes[-1], N)]
        self.plan_forward(net)
        self.plan_loss(net)
        self.plan_backward(net)
        self.forward_and_loss = self.forward + self.loss
        self.X_shape: tuple[int, ...] = self.X.shape
        self.y_shape: tuple[int, ...] = self.y.shape

    def in_place(self, i: int) -> bool:
        """Whether a layer's activation may overwrite its pre-activation: the output's has to last."""
        name = self.specs[i][0]
        return name == "identity" or (name in parts.IN_PLACE and i < len(self.specs) - 1)

    def plan_forward(self, net: Network) -> None:
        """Z = V A_in, A = f(Z)."""
        do = parts.Notebook(self.constants)
        self.forward = do.calls
        for i, (name, p) in enumerate(self.specs):
            Z, A, t, _, _ = self.of_layer(i)
            do(net.V[i].dot, self.A_in[i], Z)                            # (n_out, N)
            if name == "softmax":
                parts.softmax(do, Z, A, t, self.sums)                    # (n_out, N)
            else:
                for z, a, s in parts.blocks(Z, A, t):                    # piece by piece
                    parts.activate(do, name, p, z, a, s)

    def plan_loss(self, net: Network) -> None:
        """L, and dZ of the output, or, for the squares, dL/dŷ in its place."""
        do = parts.Notebook(self.constants)
        self.loss = do.calls
        family, factor, averaged_over = losses.kind(net.loss_name)
        count = {"nothing": 1, "samples": self.N, "elements": self.y.size}[averaged_over]
        Z, A, t, _, _ = self.of_layer(-1)
        divisor = factor * count
        self.slope = (2 if family == "squares" else 1) / divisor
        self.value = value = parts.value(do, family, Z, A, self.y, self.dZ[-1], t, self.sums, divisor)
        if net.l2 == 0:
            return
        half = net.l2 / 2 / (self.N if net.l2_per_sample else 1)
        self.penalty = self.new(net.parameters.size)
        theta, penalty = net.parameters, self.penalty
        do(np.multiply, theta, net.penalised, penalty)                   # (P,)
        self.value = lambda: value() + half * float(penalty.dot(theta))

    def plan_backward(self, net: Network) -> None:
        """DZ = dA ∘ f'(Z), dV = dZ A_inᵀ, dA_in = Vᵀ dZ."""
        do = parts.Notebook(self.constants)
        self.backward = do.calls
        last = len(self.specs) - 1
        do(np.multiply, self.dZ[-1], parts.number(self.slope, self.y), self.dZ[-1])
        if losses.kind(net.loss_name).family == "squares":
            self.through(do, last)
        for i in range(last, -1, -1):
            self.plan_gradient(do, self.dZ[i], self.A_in[i], net.dV[i])  # (n_out, n_in + 1)
            if i > 0 or net.input_gradient:
                do(net.V[i].T.dot, self.dZ[i], self.dA_in[i])            # (n_in + 1, N)
            if i > 0:
                self.through(do, i - 1)                                  # (n_in, N)
        if net.l2 != 0:
            decay = net.l2 / (self.N if net.l2_per_sample else 1)
            do(np.multiply, self.penalty, parts.number(decay, self.y), self.penalty)
            do(np.add, net.gradients, self.penalty, net.gradients)

    def plan_gradient(self, do: parts.Notebook, dZ: FloatArray, A_in: FloatArray, dV: FloatArray) -> None:
        """DV = dZ A_inᵀ. OpenBLAS has a kernel for small products, but not for this form above 1200 results."""
        if dV.size > NO_SMALL_KERNEL and dV.size * self.N <= SMALL_PRODUCT:
            transposed = self.new(*dZ.T.shape)                           # (N, n_out)
            do(np.copyto, transposed, dZ.T)
            dZ = transposed.T                                            # (n_out, N), now by columns
        do(dZ.dot, A_in.T, dV)                                           # (n_out, n_in + 1)

    def through(self, do: parts.Notebook, i: int) -> None:
        """DA becomes dZ, in place. A hidden layer's A is used up; the output stays, a copy of it is used up."""
        Z, A, t, u, spare = self.of_layer(i)
        name, p = self.specs[i]
        if name == "identity":
            return
        if name == "softmax":
            parts.through_softmax(do, A, self.dZ[i], t, self.sums)
            return
        if i == len(self.specs) - 1:
            do(np.copyto, spare, A)
            A = spare
        for z, a, s, r, delta in parts.blocks(Z, A, t, u, self.dZ[i]):
            if name == "relu":
                parts.through_relu(do, a, delta)
            else:
                do(np.multiply, delta, parts.derivative(do, name, p, z, a, s, r), delta)

    def of_layer(self, i: int) -> tuple[FloatArray, FloatArray, FloatArray, FloatArray, FloatArray]:
        """Z and A of a layer, and three scratch arrays of their shape (n_out, N)."""
        t, u, spare = (s[: self.A[i].size].reshape(self.A[i].shape) for s in self.scratch)
        return self.Z[i], self.A[i], t, u, spare
