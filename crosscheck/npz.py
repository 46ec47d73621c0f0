"""Reading and writing .npz: uncompressed, never pickled, the same bytes for the same arrays."""

from __future__ import annotations

import io
import os
import struct
import tokenize
import warnings
import zipfile
import zlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from crosscheck.atomic import write_atomically
from crosscheck.errors import UsageError

_BROKEN = (
    ValueError, KeyError, EOFError, NotImplementedError, RuntimeError, MemoryError, OverflowError, SyntaxError,
    TypeError, struct.error, tokenize.TokenError, zipfile.BadZipFile, zlib.error, Warning,
)  # fmt: skip


def write_npz(path: str | os.PathLike[str], arrays: Mapping[str, NDArray[Any]]) -> None:
    """Write named arrays: little-endian, C order, in the order given.

    Written member by member rather than by numpy.savez, which marks every member as a 64-bit one, so that sizes are not
    where a simple reader looks for them, and stamps the time.

    Raises:
        UsageError: if the file cannot be written; it is then not there, or as it was.
    """
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        for name, array in arrays.items():
            archive.writestr(zipfile.ZipInfo(f"{name}.npy"), npy_bytes(array))
    write_atomically(path, buffer.getvalue())


def npy_bytes(array: NDArray[Any]) -> bytes:
    """An array as a .npy file, little-endian and in C order."""
    buffer = io.BytesIO()
    plain = np.asarray(array, dtype=array.dtype.newbyteorder("<"), order="C")
    np.lib.format.write_array(buffer, plain, allow_pickle=False)
    return buffer.getvalue()


def read_npz(path: str | os.PathLike[str], what: str) -> dict[str, NDArray[Any]]:
    """All arrays of a .npz, in native byte order.

    Args:
        path: the file.
        what: what it should be, for the message: "a case", "a result".

    Raises:
        UsageError: a file that is missing, unreadable, no .npz, damaged, or holds Python objects.
    """
    try:
        content = Path(path).read_bytes()
    except OSError as error:
        raise UsageError(f"cannot read {path}: {error.strerror or error}; expected {what} as .npz") from error
    if not zipfile.is_zipfile(io.BytesIO(content)):
        raise UsageError(f"{path} is not an .npz file, or is cut short: expected {what} as written by numpy.savez")
    try:
        # A warning is an error here: NumPy warns of headers that it has to repair.
        with warnings.catch_warnings(action="error"), np.load(io.BytesIO(content), allow_pickle=False) as archive:
            return {name: native(np.asarray(archive[name])) for name in archive.files}
    except _BROKEN as error:
        why = " ".join(str(error).split())[:120] or type(error).__name__
        raise UsageError(f"{path} is damaged, or holds more than plain arrays ({why}): write it again") from error


def native(array: NDArray[Any]) -> NDArray[Any]:
    """The same numbers in the byte order of this machine."""
    return array.astype(array.dtype.newbyteorder("="), copy=False)
