"""The same training step without an allocation in steady state: the column layout, made fast.

N    samples, one a column       n_in   what comes into a layer          n_out  its units
X    (n_in, N)                   W      (n_out, n_in)                    b      (n_out, 1)

What is done, and in brackets how many times faster the piece of a step it concerns becomes (float32, one thread, one
AMD processor; `python -m benchmarks.tricks` measures it anew). All together: a step of 3-4-1 [14], of 64-32-10 [9].

1. A step is a list of calls, written down once per batch size, each a function with its arrays bound to it: nothing is
   looked up, checked, sliced or allocated again. [of the output arrays alone: 1.05]
2. b is the last column of V = (W b), and a row of ones stands below what comes into a layer: W x + b is one product,
   and so are dW and db. Samples are columns so that the rows above the ones are contiguous. [4.0 at 4-4, 1.5 at 64-32]
3. All parameters are one vector, all gradients another, W, b, dW and db views into them: the update of all layers is
   two calls, or two for every block that fits into the cache. [5 at 3-4-1, 1 where the layers are large themselves]
4. An activation overwrites its pre-activation, a derivative its activation, dZ its dA [tanh: 1.03], all of it in
   blocks that fit into the cache, like the update [sigmoid: 1.05 at 1024 x 1024].
5. dX, which training never uses, is computed only when asked for. [a whole step: 1.06 to 1.3]
6. Every product is V.dot of contiguous arrays, without the overhead of np.matmul [3.8 at 4-4], and without copies. What
   is handed down is therefore Vᵀ dZ with the column b in V: the row of ones gets a gradient, which nobody reads.
7. Functions are taken in the form that NumPy has vector code for (fused_parts.py). [relu: 2 to 5, its derivative: 2]
8. A small dZ is transposed before dW = dZ Aᵀ, where OpenBLAS is slow with both operands by rows. [1.5 to 2.5]
9. Arrays begin at a cache line, so that no vector load straddles two. [a product of 2¹⁵ numbers: 1.5]
"""

from collections.abc import Sequence
from math import isfinite
from typing import Any, Unpack

import numpy as np
from numpy import ndarray

from manual_mlp import checks, denominator, losses, sgd, training
from manual_mlp.flow import Activation, FloatArray
from manual_mlp.fused_plan import Plan, empty
from manual_mlp.fused_update import update

SAMPLE_AXIS = 1
PLANS = 8  # batch sizes that are remembered


class Network:
    """A network and its optimizer. W, b, dW, db, vW, vb are lists of live views into three flat vectors.

    What it is given is copied. What it shows is its own memory and changes with the next call: copy what is to stay.
    A (list) is whole after forward; backward leaves only its last, the output, and dZ (list). Types, shapes and dtypes
    are looked at in every call, the values of a batch only in the first call with its size; the loss always.
    """

    def __init__(
        self,
        W: Sequence[FloatArray],
        b: Sequence[FloatArray] | None,
        activations: Sequence[Activation],
        loss: str,
        *,
        l2: float = 0.0,
        l2_on: str = "weights",
        l2_scale: str = "total",
        input_gradient: bool = False,
        **settings: Unpack[sgd.Settings],
    ) -> None:
        """W (n_out, n_in) and b (n_out, 1) of each layer, and everything else as for training.one_step.

        Raises ValueError or TypeError as that does.
        """
        _try_out(W, b, activations, loss, l2=l2, l2_on=l2_on, l2_scale=l2_scale, **settings)
        self.sizes, self.dtype = (W[0].shape[1], *(w.shape[0] for w in W)), W[0].dtype
        self.activations, self.loss_name, self.biased = tuple(activations), loss, b is not None
        self.l2, self.l2_per_sample, self.input_gradient = float(l2), l2_scale == "per_sample", input_gradient
        self.parameters, self.V = self._flat()  # V = (W b), (n_out, n_in + 1)
        self.gradients, self.dV = self._flat()
        self.velocity, vV = self._flat()
        self.penalised, ones = self._flat()  # 1 where the L2 term applies, otherwise 0
        self.W, self.b = self._parts(self.V)
        self.dW, self.db = self._parts(self.dV)
        self.vW, self.vb = self._parts(vV)
        for i, one in enumerate(self._parts(ones)[0]):
            self.W[i][...] = W[i]
            one[...] = 1
            if b is not None:
                self.b[i][...] = b[i]
        if l2_on == "all":
            self.penalised[...] = 1
        self._lr = np.array(settings["lr"], self.dtype)
        first, later = (update(self.parameters, self.gradients, self.velocity, self._lr, settings, first=first)
                        for first in (True, False))  # fmt: skip
        self._update, self._later_update = first, later
        self._plans: dict[int, Plan] = {}
        self._plan = Plan(self, 1)
        self._plan.X_shape = ()  # until the first batch, nothing fits

    def step(self, X: FloatArray, y: FloatArray) -> float:
        """One training step on X (n_in, N) and y (n_out, N): the loss before the update.

        Raises TypeError or ValueError for what does not fit, or a loss that is not finite; the parameters then stay.
        """
        plan = self._plan
        if not (plan.seen and self._fits(X, plan.X_shape) and self._fits(y, plan.y_shape)):
            plan = self._fitting(X)
            self._check_targets(y)
        plan.X[...] = X
        plan.y[...] = y
        for call in plan.forward_and_loss:
            call()
        loss = self._finite(plan.value())
        for call in plan.backward:
            call()
        for call in self._update:
            call()
        self._update = self._later_update
        return loss

    def forward(self, X: FloatArray) -> FloatArray:
        """The first part of a step: the output (n_out, N) for X (n_in, N). Raises as step does."""
        plan = self._plan
        if not self._fits(X, plan.X_shape):
            plan = self._fitting(X)
        plan.X[...] = X
        for call in plan.forward:
            call()
        return plan.A[-1]

    def backward(self, y: FloatArray) -> float:
        """The second part: the loss of the last forward's output against y (n_out, N), and every gradient."""
        plan = self._plan
        if not (plan.seen and self._fits(y, plan.y_shape)):
            self._check_targets(y)
        plan.y[...] = y
        for call in plan.loss:
            call()
        loss = self._finite(plan.value())
        for call in plan.backward:
            call()
        return loss

    def update(self) -> None:
        """The third part: one step of SGD by the gradients of the last backward."""
        for call in self._update:
            call()
        self._update = self._later_update

    @property
    def A(self) -> list[FloatArray]:  # noqa: N802
        """The activations (n_out, N) of the last batch, the output last."""
        return self._plan.A

    @property
    def dZ(self) -> list[FloatArray]:  # noqa: N802
        """dL/dZ (n_out, N) of the last batch."""
        return self._plan.dZ

    @property
    def dX(self) -> FloatArray | None:  # noqa: N802
        """dL/dX (n_in, N) of the last batch, where input_gradient asked for it."""
        return self._plan.dX

    @property
    def lr(self) -> float:
        """The learning rate; a new one holds from the next update on."""
        return float(self._lr)

    @lr.setter
    def lr(self, lr: float) -> None:
        number = checks.finite_number("lr", lr)
        if number < 0:
            raise ValueError(f"lr is {lr}; expected 0 or more (to ascend, set maximize=True)")
        self._lr[...] = number

    def _flat(self) -> tuple[FloatArray, list[FloatArray]]:
        """A vector of zeros for all layers, and its view (n_out, n_in + 1) of each."""
        shapes = [(m, n + self.biased) for n, m in zip(self.sizes[:-1], self.sizes[1:], strict=True)]
        vector = empty(sum(m * n for m, n in shapes), dtype=self.dtype)
        vector[...] = 0
        ends = np.cumsum([m * n for m, n in shapes])
        return vector, [vector[end - m * n : end].reshape(m, n) for end, (m, n) in zip(ends, shapes, strict=True)]

    def _parts(self, V: list[FloatArray]) -> tuple[list[FloatArray], list[FloatArray]]:
        """The views W (n_out, n_in) and b (n_out, 1) into each of V; no b without biases."""
        widths = self.sizes[:-1]
        W = [v[:, :n] for v, n in zip(V, widths, strict=True)]
        return W, [v[:, n:] for v, n in zip(V, widths, strict=True)] if self.biased else []

    def _fits(self, x: FloatArray, shape: tuple[int, ...]) -> bool:
        """Whether x can be copied in as it is: a look of 0.1 µs, for NumPy has one dtype object of each kind."""
        return x.__class__ is ndarray and x.shape == shape and x.dtype is self.dtype

    def _finite(self, loss: float) -> float:
        """The loss, which shows NaN and infinity anywhere in data or parameters, without a look at these."""
        if not isfinite(loss):
            raise ValueError(f"loss is {loss}; expected a finite number: clean the data, or lower the learning rate")
        return loss

    def _fitting(self, X: FloatArray) -> Plan:
        """The plan for X, after a look at all of it."""
        checks.array("X", X, ndim=2, dtype=self.dtype)
        if X.shape[0] != self.sizes[0]:
            raise ValueError(f"X has shape {X.shape}; expected ({self.sizes[0]}, N), samples as columns: transpose it?")
        N = X.shape[1]
        if N not in self._plans:
            if len(self._plans) == PLANS:
                del self._plans[next(iter(self._plans))]
            self._plans[N] = Plan(self, N)
        self._plan = self._plans[N]
        return self._plan

    def _check_targets(self, y: FloatArray) -> None:
        """Y against the last forward's output, all of it."""
        if not self._plans:
            raise ValueError("backward was called before forward; expected a batch first: call forward(X)")
        expected = self._plan.y_shape
        checks.array("y", y, ndim=2, dtype=self.dtype)
        if y.shape != expected:
            raise ValueError(f"y has shape {y.shape}; expected {expected}, as the output: reshape, or one-hot, it")
        losses.value(self.loss_name, y, y, y, SAMPLE_AXIS)
        self._plan.seen = True


def _try_out(
    W: Sequence[FloatArray],
    b: Sequence[FloatArray] | None,
    activations: Sequence[Activation],
    loss: str,
    **settings: Any,  # noqa: ANN401
) -> None:
    """Everything that can be wrong with a network, found by a textbook step of one sample: nothing is checked twice."""
    checks.listed("W", W)
    checks.array("W[0]", W[0], ndim=2)
    checks.array("W[-1]", W[-1], ndim=2)
    X, y = np.zeros((W[0].shape[1], 1), W[0].dtype), np.zeros((W[-1].shape[0], 1), W[0].dtype)
    y[0] = 1
    training.one_step(denominator, X, y, W, b, activations, loss, **settings)
