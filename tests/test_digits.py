"""The shipped data is the data it claims to be."""

import hashlib
from importlib.resources import files

import numpy as np
import pytest

from crosscheck.data import DIGITS_SHA256, _read_digits, load_digits
from crosscheck.errors import UsageError

# Taken from scikit-learn's copy, not from ours.
CLASS_COUNTS = [178, 182, 177, 183, 181, 182, 181, 179, 174, 180]
PIXELS_SHA256 = "8f26b2bd9d135c256808f68f14fdabddde6d9c7f869ae419704b051f0f14b3b3"
CLASSES_SHA256 = "8ba4f891220f5e4c9c819638d1602d74b83618f167043c6da52a2a247841ddf0"


def test_shapes_and_types():
    x, y = load_digits()
    assert x.shape == (1797, 64)
    assert x.dtype == np.uint8
    assert y.shape == (1797,)
    assert y.dtype == np.int64


def test_values():
    x, y = load_digits()
    assert (x.min(), x.max()) == (0, 16)
    assert x.sum(dtype=np.int64) == 561718
    assert np.bincount(y).tolist() == CLASS_COUNTS


def test_checksums():
    x, y = load_digits()
    assert hashlib.sha256(x.tobytes()).hexdigest() == PIXELS_SHA256
    assert hashlib.sha256(y.astype(np.uint8).tobytes()).hexdigest() == CLASSES_SHA256


def test_each_call_gives_arrays_of_its_own():
    first, _ = load_digits()
    first[:] = 0
    again, _ = load_digits()
    assert again.any()


def test_same_numbers_as_scikit_learn():
    sklearn_datasets = pytest.importorskip("sklearn.datasets")
    theirs = sklearn_datasets.load_digits()
    x, y = load_digits()
    assert np.array_equal(x, theirs.data)
    assert np.array_equal(y, theirs.target)


def test_one_changed_bit_is_refused_in_one_line(tmp_path):
    packed = bytearray((files("crosscheck.data") / "digits.npz").read_bytes())
    packed[len(packed) // 2] ^= 1
    damaged = tmp_path / "digits.npz"
    damaged.write_bytes(packed)
    with pytest.raises(UsageError, match=r"is corrupt.*install crosscheck-mlp again") as refusal:
        _read_digits(damaged)
    assert DIGITS_SHA256[:12] in str(refusal.value)
    assert "\n" not in str(refusal.value)


def test_a_missing_file_is_refused_in_one_line(tmp_path):
    with pytest.raises(UsageError, match=r"cannot read .*No such file.*install crosscheck-mlp again"):
        _read_digits(tmp_path / "digits.npz")
