"""The real data that is shipped: the UCI handwritten digits (see README.md beside this file)."""

from __future__ import annotations

import hashlib
import io
from importlib.resources import files
from typing import TYPE_CHECKING

import numpy as np

from crosscheck.errors import UsageError

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

    from numpy.typing import NDArray

DIGITS_SHA256 = "f10b077e7e3037d11006b85b6b71a63e15b2bf746d91c4e4122e42d304e5e54b"


def load_digits() -> tuple[NDArray[np.uint8], NDArray[np.int64]]:
    """The digits' pixels (1797, 64), integers from 0 to 16, and their classes (1797,), from 0 to 9.

    Raises:
        UsageError: if the file is missing or is not the one that was shipped.
    """
    return _read_digits(files(__name__) / "digits.npz")


def _read_digits(path: Traversable) -> tuple[NDArray[np.uint8], NDArray[np.int64]]:
    try:
        packed = path.read_bytes()
    except OSError as error:
        message = f"cannot read the shipped data {path}: {error.strerror}; install crosscheck-mlp again"
        raise UsageError(message) from error
    # Checked before it is parsed: figures in the documents are for these very bytes.
    found = hashlib.sha256(packed).hexdigest()
    if found != DIGITS_SHA256:
        message = (
            f"the shipped data {path} is corrupt: sha256 {found[:12]}..., expected {DIGITS_SHA256[:12]}...; "
            "install crosscheck-mlp again"
        )
        raise UsageError(message)
    with np.load(io.BytesIO(packed), allow_pickle=False) as arrays:
        return arrays["x"], arrays["y"].astype(np.int64)
