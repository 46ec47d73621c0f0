"""Columns are samples: each line is the matrix calculus of one column vector, z = W x + b, for N of them.

N    samples, one a column       n_in   what comes into a layer          n_out  its units
X    (n_in, N)                   W      (n_out, n_in)                    b      (n_out, 1)

Layers are numbered from 1 to L, lists from 0: W[i], Z[i] and A[i] belong to layer i + 1.
"""

# The shapes stand in a column of their own, so that they can be read downwards:
# fmt: off

from collections.abc import Sequence

from manual_mlp import checks
from manual_mlp.activations import resolve, softmax, softmax_backward
from manual_mlp.flow import Activation, Cache, FloatArray, Gradients

SAMPLE_AXIS = 1
UNIT_AXIS = 0


def forward(
    X: FloatArray, W: Sequence[FloatArray], b: Sequence[FloatArray] | None, activations: Sequence[Activation]
) -> tuple[FloatArray, Cache]:
    """The output (n_out, N) of the last layer, and the cache that backward needs. b is None without biases.

    Raises ValueError or TypeError for input that does not fit (see checks.py).
    Nielsen, Neural Networks and Deep Learning, ch. 2, eq. 25, for N columns at once.
    """
    checks.network(X, W, b, activations, SAMPLE_AXIS)
    Z: list[FloatArray] = []
    A: list[FloatArray] = []
    A_in = X                                                      # (n_in, N)
    for i, activation in enumerate(activations):
        z = W[i] @ A_in                                           # (n_out, N)
        if b is not None:
            z = z + b[i]                                          # (n_out, N), b beside every column
        if activation == "softmax":
            a = softmax(z, axis=UNIT_AXIS)                        # (n_out, N)
        else:
            f, _ = resolve(activation)
            a = f(z)                                              # (n_out, N)
        Z.append(z)
        A.append(a)
        A_in = a                                                  # (n_in, N) of the next layer
    return A[-1], Cache(X, Z, A, tuple(activations), biased=b is not None)


def backward(d_output: FloatArray, cache: Cache, W: Sequence[FloatArray], joint: bool = False) -> Gradients:
    """Every gradient, given dL/dŷ (n_out, N), or, with joint=True, dL/dZ of the last layer.

    A softmax output takes its full Jacobian, unless joint. W are the weights that forward was given.
    Raises ValueError or TypeError for input that does not fit. Nielsen, ch. 2, BP1 to BP4, for N columns.
    """
    checks.upstream(d_output, cache, W, SAMPLE_AXIS)
    X, Z, A, activations, biased = cache
    A_in = [X, *A[:-1]]                                           # A_in[i] (n_in, N) came into W[i]
    gradients = []
    dA = d_output                                                 # (n_out, N)
    for i in reversed(range(len(W))):
        if joint and i == len(W) - 1:
            dZ = dA                                               # (n_out, N), already through the output
        elif activations[i] == "softmax":
            dZ = softmax_backward(dA, A[i], axis=UNIT_AXIS)       # (n_out, N)
        else:
            _, df = resolve(activations[i])
            dZ = dA * df(Z[i])                                    # (n_out, N)
        dW = dZ @ A_in[i].T                                       # (n_out, n_in)
        db = dZ.sum(axis=SAMPLE_AXIS, keepdims=True)              # (n_out, 1)
        gradients.append((dW, db, dZ, dA))
        dA = W[i].T @ dZ                                          # (n_in, N)
    dX = dA                                                       # (n_in, N) of the first layer
    dW_all, db_all, dZ_all, dA_all = (list(g) for g in zip(*reversed(gradients), strict=True))
    return Gradients(dW_all, db_all if biased else None, dX, dZ_all, dA_all)
