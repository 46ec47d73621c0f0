"""What a script in PyTorch is given: tensors, where its own first value is one."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import Any

import numpy as np

from crosscheck.script_names import mentions

WITH_GRADIENT = ("requires_grad=True", ".requires_grad_(")


def tensors_of(tree: ast.Module, given: Iterable[str]) -> Mapping[str, Callable[[Any], Any]]:
    """For each name that is to be a tensor, the function that makes one of an array, or of every array in a list.

    Those are names whose first value is made by torch, or of something that is; all, where the script knows no NumPy.
    """
    torch_names, numpy_names = imported(tree, "torch"), imported(tree, "numpy")
    if not torch_names:
        return {}
    first = first_values(tree)
    return {
        name: partial(as_tensor, follow=with_gradient(first.get(name)))
        for name in given
        if not numpy_names or name in made_of(first, torch_names)
    }


def made_of(first: Mapping[str, ast.expr], torch_names: set[str]) -> set[str]:
    """The names whose first value is made by torch, or of something that is; they come in the order of the text."""
    found = set(torch_names)
    for name, value in first.items():
        if mentions(value, found) and ".numpy()" not in ast.unparse(value):
            found.add(name)
    return found


def imported(tree: ast.Module, package: str) -> set[str]:
    """The names that a package, and what is imported from it, have in a script."""
    found: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {(a.asname or a.name).partition(".")[0] for a in node.names if a.name.partition(".")[0] == package}
        elif isinstance(node, ast.ImportFrom) and (node.module or "").partition(".")[0] == package:
            found |= {a.asname or a.name for a in node.names}
    return found


def first_values(tree: ast.Module) -> dict[str, ast.expr]:
    """The right side of the first assignment to each name, in the order of the text."""
    assigned = [n for n in ast.walk(tree) if isinstance(n, ast.Assign)]
    found: dict[str, ast.expr] = {}
    for statement in sorted(assigned, key=lambda n: n.lineno):
        for target, value in (pair for t in statement.targets for pair in side_by_side(t, statement.value)):
            for node in ast.walk(target):
                if isinstance(node, ast.Name):
                    found.setdefault(node.id, value)
    return found


def side_by_side(target: ast.expr, value: ast.expr) -> list[tuple[ast.expr, ast.expr]]:
    """`a, b = c, d` as a = c and b = d."""
    if isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple) and len(target.elts) == len(value.elts):
        return list(zip(target.elts, value.elts, strict=True))
    return [(target, value)]


def with_gradient(value: ast.expr | None) -> bool:
    """Whether autograd is asked to follow what is made there."""
    return value is not None and any(text in ast.unparse(value) for text in WITH_GRADIENT)


def as_tensor(value: Any, follow: bool) -> Any:
    """A tensor of an array's numbers, in a list of each; anything else as it is."""
    if isinstance(value, list) and value and all(isinstance(v, np.ndarray) for v in value):
        return [as_tensor(v, follow) for v in value]
    if not isinstance(value, np.ndarray):
        return value
    import torch

    made = torch.tensor(value)
    return made.requires_grad_() if follow and made.is_floating_point() else made
