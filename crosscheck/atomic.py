"""Writing a file whole or not at all."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from crosscheck.errors import UsageError


def write_atomically(path: str | os.PathLike[str], content: bytes) -> None:
    """Write a file beside its place, then move it there: a reader sees the old content or the new, never half of it.

    What is no regular file (/dev/stdout, a pipe) is written to directly.

    Raises:
        UsageError: if the file cannot be written.
    """
    target = Path(path)
    try:
        if target.exists() and not target.is_file() and not target.is_dir():
            target.write_bytes(content)
            return
        _replace(target.resolve(), content)  # resolved, so that a link stays a link
    except OSError as error:
        raise UsageError(f"cannot write {target}: {error.strerror or error}; choose another place") from error


def check_place(path: str | os.PathLike[str]) -> None:
    """Make a file beside its place, and take it away again: what can be written at all can be written later.

    Raises:
        UsageError: if that is refused.
    """
    target = Path(path)
    if target.exists() and not target.is_file() and not target.is_dir():
        return
    target = target.resolve()
    beside = target.with_name(f".{target.name}.{secrets.token_hex(4)}.tmp")
    try:
        beside.touch(exist_ok=False)
        beside.unlink()
    except OSError as error:
        raise UsageError(f"cannot write {path}: {error.strerror or error}; choose another place") from error


def _replace(target: Path, content: bytes) -> None:
    beside = target.with_name(f".{target.name}.{secrets.token_hex(4)}.tmp")
    try:
        # "x": created by us, with the permissions that the user's umask gives
        with beside.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(target)
    finally:
        beside.unlink(missing_ok=True)
