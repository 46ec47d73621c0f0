"""The machine's own limit: the matrix products of one training step alone, by NumPy's BLAS and by torch's.

Every operand is contiguous, no bias, nothing between the products. The form of each product (which operand is
transposed) is that of fused.py; both libraries run every form at the same speed to within a few per cent when large.
"""

from collections.abc import Callable
from functools import partial
from typing import Any

import numpy as np
from numpy.typing import NDArray

from crosscheck.case import Case


class Limit:
    """Forward, dW and dA of each layer, but no dA for the first."""

    def __init__(self, case: Case, library: str) -> None:
        N, sizes = case.n_samples, case.sizes
        make, product = {"numpy": numpy_product, "torch": torch_product}[library]()
        samples = [make(n, N, case.dtype) for n in sizes]
        deltas = [make(n, N, case.dtype) for n in sizes]
        self.calls: list[Callable[[], Any]] = []
        for i in range(1, len(sizes)):
            W = make(sizes[i], sizes[i - 1], case.dtype)
            dW = make(sizes[i], sizes[i - 1], case.dtype)
            self.calls.append(product(W, samples[i - 1], samples[i]))
            self.calls.append(product(deltas[i], samples[i - 1].T, dW))
            if i > 1:
                self.calls.append(product(W.T, deltas[i], deltas[i - 1]))

    def step(self) -> None:
        """Every product once."""
        for call in self.calls:
            call()


def numpy_product() -> tuple[Callable[..., Any], Callable[..., Any]]:
    """How NumPy makes an array, and a product into one."""
    return numbers, (lambda a, b, out: partial(a.dot, b, out))


def torch_product() -> tuple[Callable[..., Any], Callable[..., Any]]:
    """The same in torch."""
    import torch

    return (
        lambda m, n, dtype: torch.from_numpy(numbers(m, n, dtype)),
        lambda a, b, out: partial(torch.mm, a, b, out=out),
    )


def numbers(m: int, n: int, dtype: str) -> NDArray[np.floating[Any]]:
    """Ordinary ones (m, n): zeros draw less power, and a processor might run faster on them."""
    return np.random.RandomState(0).standard_normal((m, n)).astype(dtype)
