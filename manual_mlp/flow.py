"""What flows between forward and backward: the types that both layouts share."""

# ruff: noqa: N815 (the names are the blackboard's)

from collections.abc import Callable
from typing import Any, NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray

FloatArray: TypeAlias = NDArray[np.floating[Any]]
FloatScalar: TypeAlias = np.floating[Any]
Activation: TypeAlias = str | tuple[str, float]
Elementwise: TypeAlias = Callable[[FloatArray], FloatArray]


class Cache(NamedTuple):
    """What forward leaves for backward. Lists are indexed from 0: Z[i] and A[i] belong to layer i + 1.

    The arrays are held, not copied: X (and W) must still be what they were when backward is called.
    """

    X: FloatArray
    Z: list[FloatArray]
    A: list[FloatArray]
    activations: tuple[Activation, ...]
    biased: bool


class Gradients(NamedTuple):
    """Every gradient of one backward pass; each has the shape of what it is the gradient of.

    dW, db and dZ are indexed as W, b and Z are: dW[i] belongs to layer i + 1. db is None without biases.
    dA[i] is the gradient with respect to A[i], the output of layer i + 1; the last, dA[-1], is the upstream
    gradient as it was given (not copied), so with joint=True it is dL/dZ of the last layer: dL/dŷ is never formed.
    dX is what layer 1 hands down, the gradient with respect to the data.
    """

    dW: list[FloatArray]
    db: list[FloatArray] | None
    dX: FloatArray
    dZ: list[FloatArray]
    dA: list[FloatArray]
