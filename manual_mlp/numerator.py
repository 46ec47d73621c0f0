"""Rows are samples: each line reads from left to right, as the data flow.

N    samples, one a row          n_in   what comes into a layer          n_out  its units
X    (N, n_in)                   W      (n_in, n_out)                    b      (n_out,)

Layers are numbered from 1 to L, lists from 0: W[i], Z[i] and A[i] belong to layer i + 1.
"""

# The shapes stand in a column of their own, so that they can be read downwards:
# fmt: off

from collections.abc import Sequence

from manual_mlp import checks
from manual_mlp.activations import resolve, softmax, softmax_backward
from manual_mlp.flow import Activation, Cache, FloatArray, Gradients

SAMPLE_AXIS = 0
UNIT_AXIS = 1


def forward(
    X: FloatArray, W: Sequence[FloatArray], b: Sequence[FloatArray] | None, activations: Sequence[Activation]
) -> tuple[FloatArray, Cache]:
    """The output (N, n_out) of the last layer, and the cache that backward needs. b is None without biases.

    Raises ValueError or TypeError for input that does not fit (see checks.py).
    Nielsen, Neural Networks and Deep Learning, ch. 2, eq. 25, transposed.
    """
    checks.network(X, W, b, activations, SAMPLE_AXIS)
    Z: list[FloatArray] = []
    A: list[FloatArray] = []
    A_in = X                                                      # (N, n_in)
    for i, activation in enumerate(activations):
        z = A_in @ W[i]                                           # (N, n_out)
        if b is not None:
            z = z + b[i]                                          # (N, n_out), b under every row
        if activation == "softmax":
            a = softmax(z, axis=UNIT_AXIS)                        # (N, n_out)
        else:
            f, _ = resolve(activation)
            a = f(z)                                              # (N, n_out)
        Z.append(z)
        A.append(a)
        A_in = a                                                  # (N, n_in) of the next layer
    return A[-1], Cache(X, Z, A, tuple(activations), biased=b is not None)


def backward(d_output: FloatArray, cache: Cache, W: Sequence[FloatArray], joint: bool = False) -> Gradients:
    """Every gradient, given dL/dŷ (N, n_out), or, with joint=True, dL/dZ of the last layer.

    A softmax output takes its full Jacobian, unless joint. W are the weights that forward was given.
    Raises ValueError or TypeError for input that does not fit. Nielsen, ch. 2, BP1 to BP4, transposed.
    """
    checks.upstream(d_output, cache, W, SAMPLE_AXIS)
    X, Z, A, activations, biased = cache
    A_in = [X, *A[:-1]]                                           # A_in[i] (N, n_in) came into W[i]
    gradients = []
    dA = d_output                                                 # (N, n_out)
    for i in reversed(range(len(W))):
        if joint and i == len(W) - 1:
            dZ = dA                                               # (N, n_out), already through the output
        elif activations[i] == "softmax":
            dZ = softmax_backward(dA, A[i], axis=UNIT_AXIS)       # (N, n_out)
        else:
            _, df = resolve(activations[i])
            dZ = dA * df(Z[i])                                    # (N, n_out)
        dW = A_in[i].T @ dZ                                       # (n_in, n_out)
        db = dZ.sum(axis=SAMPLE_AXIS)                             # (n_out,)
        gradients.append((dW, db, dZ, dA))
        dA = dZ @ W[i].T                                          # (N, n_in)
    dX = dA                                                       # (N, n_in) of the first layer
    dW_all, db_all, dZ_all, dA_all = (list(g) for g in zip(*reversed(gradients), strict=True))
    return Gradients(dW_all, db_all if biased else None, dX, dZ_all, dA_all)
