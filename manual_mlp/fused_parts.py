"""The element-wise pieces of fused.py: each activation and each family of losses, as calls that allocate nothing.

Nothing is computed here. A piece is handed its arrays and a function `do`, and notes with do(f, *arguments) which calls
are to be made, in order, with which output arrays; fused.py makes the same calls again in every step.

An activation gets z and a, arrays of one shape (n, N), and two scratch arrays t and u of that shape, of any content.
For those in IN_PLACE, a *is* z. `derivative` may destroy z and a, and returns the array that f'(z) will be in.
A constant beside minimum and maximum is a whole array: only then does NumPy use their vector form.
"""

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from manual_mlp.activations import GELU_CUBIC, GELU_SLOPE
from manual_mlp.flow import Activation, FloatArray

# Elements of a block: what is worked on stays in the second cache from one call to the next, and the calls cost little.
BLOCK = 1 << 15
IN_PLACE = ("identity", "relu", "tanh", "sigmoid")
DEFAULTS = {"leaky_relu": 0.01, "elu": 1.0}


Calls: TypeAlias = list[Callable[[], Any]]


class Notebook:
    """Notes calls for later: do(f, *arguments, **keywords) appends f with its arguments bound to do.calls.

    constants are shared by those notebooks that are given the same dictionary.
    """

    def __init__(self, constants: dict[tuple[float, Any], Any]) -> None:
        self.calls: Calls = []
        self._constants = constants

    def __call__(self, f: Callable[..., Any], *arguments: object, **keywords: object) -> None:
        """Note f(*arguments, **keywords)."""
        self.calls.append(partial(f, *arguments, **keywords))

    def full(self, value: float, like: NDArray[Any]) -> NDArray[Any]:
        """An array of one number, of like's shape and dtype: minimum and maximum are slow with anything smaller."""
        key = value, like.dtype
        if key not in self._constants or self._constants[key].size < like.size:
            self._constants[key] = np.full(like.size, value, like.dtype)
        constant: NDArray[Any] = self._constants[key][: like.size].reshape(like.shape)
        return constant


def blocks(*arrays: FloatArray) -> Iterator[list[FloatArray]]:
    """Contiguous arrays of one size as flat pieces of at most BLOCK elements, the same piece of each at a time."""
    flat = [a.reshape(-1) for a in arrays]
    for start in range(0, flat[0].size, BLOCK):
        yield [a[start : start + BLOCK] for a in flat]


def split(activation: Activation) -> tuple[str, float]:
    """The name of an activation and its parameter, 0.0 for those that have none."""
    if isinstance(activation, str):
        return activation, DEFAULTS.get(activation, 0.0)
    return activation[0], float(activation[1])


def number(value: float, like: FloatArray) -> FloatArray:
    """A constant as an array (), in like's dtype: a Python float would be converted anew in every call."""
    return np.array(value, like.dtype)


def activate(do: Notebook, name: str, p: float, z: FloatArray, a: FloatArray, t: FloatArray) -> None:
    """A = f(z), with p the parameter of leaky_relu and elu. softmax is the losses' and the output's affair."""
    zero = do.full(0, z)
    if name == "relu":
        do(np.maximum, z, zero, out=a)
    elif name == "tanh":
        do(np.tanh, z, a)
    elif name == "sigmoid":
        sigmoid(do, z, a, t)
    elif name == "leaky_relu":
        do(np.multiply, z, number(p, z), t)
        do(np.maximum if p <= 1 else np.minimum, z, t, out=a)
    elif name == "elu":
        do(np.minimum, z, zero, out=t)
        do(np.expm1, t, t)
        do(np.multiply, t, number(p, z), t)
        do(np.maximum, z, zero, out=a)
        do(np.add, a, t, a)
    elif name == "softplus":
        softplus_tail(do, z, t)
        do(np.maximum, z, zero, out=a)
        do(np.add, a, t, a)
    elif name in ("silu", "gelu_tanh"):
        if name == "silu":
            do(np.copyto, a, z)
        else:
            gelu_argument(do, z, a, t)
        sigmoid(do, a, a, t)
        do(np.multiply, a, z, a)


def derivative(
    do: Notebook, name: str, p: float, z: FloatArray, a: FloatArray, t: FloatArray, u: FloatArray
) -> FloatArray:
    """f'(z): returns the array that it will be in, z or a, both of which may be destroyed."""
    one = number(1, z)
    if name == "tanh":  # 1 - a²
        do(np.multiply, a, a, a)
        do(np.subtract, one, a, a)
        return a
    if name == "sigmoid":  # a - a²
        do(np.multiply, a, a, t)
        do(np.subtract, a, t, a)
        return a
    if name == "leaky_relu":  # s (1 - h) + h, h = 1 for z > 0 and otherwise 0
        step(do, z)
        do(np.subtract, one, z, t)
        do(np.multiply, t, number(p, z), t)
        do(np.add, z, t, z)
    elif name == "elu":  # α e^min(z, 0) (1 - h) + h
        do(np.minimum, z, do.full(0, z), out=t)
        do(np.exp, t, t)
        do(np.multiply, t, number(p, z), t)
        step(do, z)
        do(np.subtract, one, z, a)
        do(np.multiply, t, a, t)
        do(np.add, z, t, z)
    elif name == "softplus":  # σ(z)
        sigmoid(do, z, z, t)
    elif name == "silu":  # σ + a (1 - σ), since a = z σ
        sigmoid(do, z, z, t)
        do(np.subtract, one, z, t)
        do(np.multiply, t, a, t)
        do(np.add, z, t, z)
    elif name == "gelu_tanh":  # σ + a (1 - σ) 2u', with σ = σ(2u), a = z σ, 2u' = 2 √(2/π) (1 + 3 · 0.044715 z²)
        do(np.minimum, z, do.full(100, z), out=u)
        do(np.maximum, u, do.full(-100, z), out=u)
        do(np.multiply, u, u, u)
        do(np.multiply, u, number(6 * GELU_SLOPE * GELU_CUBIC, z), u)
        do(np.add, u, number(2 * GELU_SLOPE, z), u)
        do(np.multiply, u, a, u)
        gelu_argument(do, z, a, t)
        sigmoid(do, a, z, t)
        do(np.subtract, one, z, t)
        do(np.multiply, t, u, t)
        do(np.add, z, t, z)
    return z


def through_relu(do: Notebook, a: FloatArray, delta: FloatArray) -> None:
    """delta ∘ relu'(z), in place, from a = max(z, 0), which is destroyed.

    As integers: the bits of a positive float are a positive integer, whose minimum with 1 is 1, those of 0.0 are 0; and
    the bits of delta times 1 or 0 are delta or 0.0. (The bits of -0.0 are -2³¹, and any integer times that is ±0.0.)
    Two passes at full speed: np.sign takes 4 times as long, a bool times a float is converted piece by piece.
    """
    integer = np.dtype(np.int32 if a.dtype == np.float32 else np.int64)
    bits, delta_bits = a.view(integer), delta.view(integer)
    do(np.minimum, bits, do.full(1, bits), out=bits)
    do(np.multiply, delta_bits, bits, delta_bits)


def step(do: Notebook, z: FloatArray) -> None:
    """Z becomes 1 where it was above 0, and otherwise 0. np.heaviside is 50 times slower on mixed signs."""
    do(np.maximum, z, do.full(0, z), out=z)
    do(np.minimum, z, do.full(1, z), out=z)
    do(np.ceil, z, z)


def sigmoid(do: Notebook, z: FloatArray, a: FloatArray, t: FloatArray) -> None:
    """σ(z) = e / (1 + e), e = eᶻ, which stays below overflow as z is cut off where σ has long been 1. a may be z."""
    do(np.minimum, z, do.full(88 if z.dtype == np.float32 else 709, z), out=a)
    do(np.exp, a, a)
    do(np.add, a, number(1, z), t)
    do(np.divide, a, t, a)


def softplus_tail(do: Notebook, z: FloatArray, t: FloatArray) -> None:
    """T = log(1 + e^-|z|), what softplus is above max(z, 0)."""
    do(np.absolute, z, t)
    do(np.negative, t, t)
    do(np.exp, t, t)
    do(np.log1p, t, t)


def gelu_argument(do: Notebook, z: FloatArray, a: FloatArray, t: FloatArray) -> None:
    """A = 2u = 2 √(2/π) (z + 0.044715 z³), |z| cut off at 100 so that z³ cannot overflow."""
    do(np.minimum, z, do.full(100, z), out=a)
    do(np.maximum, a, do.full(-100, z), out=a)
    do(np.multiply, a, a, t)
    do(np.multiply, t, number(2 * GELU_SLOPE * GELU_CUBIC, z), t)
    do(np.add, t, number(2 * GELU_SLOPE, z), t)
    do(np.multiply, a, t, a)


def down(do: Notebook, sums: FloatArray, t: FloatArray) -> None:
    """The row sums (N,) in every row of t (K, N), as a product with a column of ones: broadcasting needs buffers."""
    do(do.full(1, t[:, :1]).dot, sums.reshape(1, -1), t)


def softmax(do: Notebook, z: FloatArray, a: FloatArray, t: FloatArray, sums: FloatArray) -> None:
    """A = softmax of the columns of z (K, N). Leaves z less its maximum m in t, and Σ e^(z - m) in sums (N,)."""
    do(np.maximum.reduce, z, 0, None, sums)
    down(do, sums, t)
    do(np.subtract, z, t, t)
    do(np.exp, t, z)
    do(do.full(1, z[:, 0]).dot, z, sums)  # 2 times faster than add.reduce
    down(do, sums, a)
    do(np.divide, z, a, a)


def through_softmax(do: Notebook, a: FloatArray, delta: FloatArray, t: FloatArray, sums: FloatArray) -> None:
    """Delta becomes a ∘ (delta - Σ delta a), the full Jacobian of softmax."""
    do(np.multiply, delta, a, t)
    do(do.full(1, t[:, 0]).dot, t, sums)
    down(do, sums, t)
    do(np.subtract, delta, t, t)
    do(np.multiply, t, a, delta)


def value(  # noqa: PLR0917
    do: Notebook, family: str, z: FloatArray, a: FloatArray, y: FloatArray, t: FloatArray, u: FloatArray,
    sums: FloatArray, divisor: int,
) -> Callable[[], float]:  # fmt: skip
    """The loss, as a function to be called after do's calls. These leave a - y in t, and use up the rest.

    For cross entropy u and sums are what softmax has left: Σ log s - Σ y (z - m), two sums without a cancellation.
    """
    flat_t, flat_u, flat_y = (x.reshape(-1) for x in (t, u, y))
    if family == "squares":
        do(np.subtract, a, y, t)
        square = flat_t.dot
        return lambda: float(square(flat_t)) / divisor
    if family == "cross_entropy":
        do(np.log, sums, sums)
        do(np.subtract, a, y, t)
        sum_of_logs, ones, labelled = sums.dot, do.full(1, sums), flat_y.dot
        return lambda: (float(sum_of_logs(ones)) - float(labelled(flat_u))) / divisor
    # bce: max(z, 0) - y z + log(1 + e^-|z|), whose first two cancel exactly where y is 1
    softplus_tail(do, z, u)
    do(np.maximum, z, do.full(0, z), out=t)
    do(np.multiply, y, z, z)
    do(np.subtract, t, z, t)
    do(np.add, u, t, u)
    do(np.subtract, a, y, t)
    ones = do.full(1, flat_u)
    return lambda: float(flat_u.dot(ones)) / divisor
