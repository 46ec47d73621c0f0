"""The first of the standard cases of an adapter, for tests that need no more: square layers are among them."""

from __future__ import annotations

from typing import Any

from crosscheck.case import Case
from crosscheck.declaration import declare, instance
from crosscheck.standard_cases import standard_cases


def some_cases(adapter: Any, n: int = 4) -> list[Case]:
    """As many of them, at most."""
    return list(standard_cases(declare(instance(adapter))))[:n]
