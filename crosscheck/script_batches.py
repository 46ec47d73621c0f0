"""Which of the names that a script is given is the size of its mini-batches: of twice the data, it then makes two."""

from __future__ import annotations

import ast
import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

import numpy as np

LIKE_A_BATCH = re.compile(r"batch|^mb|^bs$", re.IGNORECASE)


def sizes_of_batches(source: str, names: Mapping[str, Any], n_samples: int) -> tuple[str, ...]:
    """Those with a value of n_samples or more that are called so, or are the stride of a `range`.

    Args:
        source: the script.
        names: what it is given.
        n_samples: N.
    """
    large = [
        name for name, value in names.items()
        if isinstance(value, int | np.integer) and not isinstance(value, bool) and value >= n_samples
    ]  # fmt: skip
    strides = strides_of(source) if large else frozenset()
    return tuple(name for name in large if LIKE_A_BATCH.search(name.rpartition(".")[2]) or name in strides)


@lru_cache(maxsize=64)  # a check runs the same script a hundred times
def strides_of(source: str) -> frozenset[str]:
    """What stands third in a call of `range`: names, and attributes such as "cfg.bs"."""
    try:
        tree = ast.parse(source)
    except SyntaxError:
        return frozenset()
    calls = (n for n in ast.walk(tree) if isinstance(n, ast.Call) and isinstance(n.func, ast.Name))
    thirds = (c.args[2] for c in calls if isinstance(c.func, ast.Name) and c.func.id == "range" and len(c.args) > 2)
    return frozenset(ast.unparse(a) for a in thirds if isinstance(a, ast.Name | ast.Attribute))
