"""A Record, and the conventions it is stored in, as one .npz; docs/files.md lists every key."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import asdict, fields
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from crosscheck.conventions import CANONICAL, Conventions
from crosscheck.errors import UsageError
from crosscheck.npz import read_npz, write_npz
from crosscheck.npz_fields import text, whole, word
from crosscheck.record import Record, parse_name

PREFIX = "convention_"
CASE_ID = "case_id"


class Result(NamedTuple):
    """What a program hands in: its arrays, how they are stored, and the id of the case they answer, if it says so."""

    record: Record
    conventions: Conventions
    case_id: str | None


def save_record(
    record: Mapping[str, Any],
    path: str | os.PathLike[str],
    conventions: Conventions | None = None,
    case_id: str | None = None,
) -> None:
    """Write named arrays, with what is declared of them.

    Raises:
        UsageError: a name that is no quantity, or a file that cannot be written.
    """
    arrays: dict[str, NDArray[Any]] = {parse_name(n).text: np.asarray(a) for n, a in record.items()}
    for key, value in asdict(conventions).items() if conventions else ():
        arrays[PREFIX + key] = np.asarray(np.int64(value)) if isinstance(value, int) else text(value, 32)
    if case_id is not None:
        arrays[CASE_ID] = text(case_id, len(case_id))
    write_npz(path, arrays)


def load_record(path: str | os.PathLike[str]) -> Result:
    """Read named arrays; conventions that are not declared are the canonical ones.

    Raises:
        UsageError: a file that is missing or damaged, unknown names, unknown conventions.
    """
    arrays = read_npz(path, "a result")
    try:
        declared = {k: a for k, a in arrays.items() if k.startswith(PREFIX)}
        case_id = word(arrays, CASE_ID) if CASE_ID in arrays else None
        named = {k: a for k, a in arrays.items() if not k.startswith(PREFIX) and k != CASE_ID}
        for name in named:
            parse_name(name)
        return Result(Record(named), conventions_of(declared), case_id)
    except UsageError as error:
        raise UsageError(f"{path}: {error}") from error


def conventions_of(declared: Mapping[str, NDArray[Any]]) -> Conventions:
    """Conventions of the keys that are there, their prefix included."""
    known = {PREFIX + f.name: f.name for f in fields(Conventions)}
    settings: dict[str, Any] = asdict(CANONICAL)
    for key in declared:
        if key not in known:
            raise UsageError(f"unknown key {key!r}: expected one of {', '.join(sorted(known))}")
        name = known[key]
        settings[name] = whole(declared, key, ndim=0)[0] if name == "bias_sign" else word(declared, key)
    return Conventions(**settings)
