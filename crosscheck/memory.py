"""Keeping freed memory: a check allocates and frees tens of megabytes, again and again."""

from __future__ import annotations

from functools import cache

import numpy as np

_LARGEST = 31 * 2**20  # bytes: the limit is not raised beyond 32 MB


@cache
def keep_freed_memory() -> None:
    """Let glibc keep up to 62 MB of freed memory instead of 3, so that every check does not fault it in anew.

    Its malloc hands memory back to the system above twice the size of the largest block that was ever mapped and freed
    (mallopt(3), "dynamic mmap threshold"). This maps one, never touches it, and frees it. Other allocators do not care.
    """
    np.empty(_LARGEST, np.uint8)
