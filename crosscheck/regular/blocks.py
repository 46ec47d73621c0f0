"""The gradients laid out as one vector in one order, and read back in another: right numbers in each other's places."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import product
from typing import TypeAlias

import numpy as np

from crosscheck.ball import Array
from crosscheck.regular.seen import CLOSE, Seen, near

Order: TypeAlias = Callable[[int], list[str]]


def by_layer(n_layers: int) -> list[str]:
    """W1 b1 W2 b2 ..."""
    return [f"{p}{i}" for i in range(1, n_layers + 1) for p in "Wb"]


def biases_first(n_layers: int) -> list[str]:
    """b1 W1 b2 W2 ..."""
    return [f"{p}{i}" for i in range(1, n_layers + 1) for p in "bW"]


def by_kind(n_layers: int) -> list[str]:
    """W1 W2 ... b1 b2 ..."""
    return [f"{p}{i}" for p in "Wb" for i in range(1, n_layers + 1)]


def by_kind_biases_first(n_layers: int) -> list[str]:
    """b1 b2 ... W1 W2 ..."""
    return [f"{p}{i}" for p in "bW" for i in range(1, n_layers + 1)]


def from_the_top(order: Order) -> Order:
    """The same with the last layer first."""
    return lambda n: [f"{name[0]}{n + 1 - int(name[1:])}" for name in order(n)]


PLAIN: tuple[Order, ...] = (by_layer, by_kind, by_kind_biases_first, biases_first)
ORDERS: tuple[Order, ...] = (*PLAIN, *(from_the_top(order) for order in PLAIN))


def blocks_exchanged(cases: Sequence[Seen]) -> str | None:
    """In which order the blocks were laid out and in which they were read back, where that is all that is wrong."""
    wrong = [s for s in cases if s.wrong]
    if not wrong or not all(complete(s) and same_numbers(s) for s in wrong):
        return None
    for turned, (packed, read) in product((True, False), pairs()):
        if all(near_all(s, exchanged(s, packed, read, turned)) for s in cases if complete(s)):
            n = wrong[0].case.n_layers
            return (
                "all gradients of a step together are the right numbers in each other's places: laid out as one vector "
                f"in the order {' '.join(there(wrong[0], packed(n)))} and read back as "
                f"{' '.join(there(wrong[0], read(n)))}"
            )
    return None


def pairs() -> Iterator[tuple[Order, Order]]:
    """Every order with every other one."""
    return ((a, b) for a, b in product(ORDERS, ORDERS) if a is not b)


def there(s: Seen, names: Sequence[str]) -> list[str]:
    """Those that the case has."""
    return [name for name in names if name in s.gradients]


def complete(s: Seen) -> bool:
    """Whether every gradient is known."""
    return set(s.gradients) == set(s.parameters)


def same_numbers(s: Seen) -> bool:
    """Whether all gradients together hold the right numbers, in whatever places."""
    mine = np.sort(np.concatenate([g.ravel() for g in s.gradients.values()]))
    right = np.sort(np.concatenate([g.ravel() for g in s.right_gradients.values()]))
    return near(mine, right)


def exchanged(s: Seen, packed: Order, read: Order, turned: bool) -> dict[str, Array]:
    """The right gradients as they are after packing in one order and unpacking in another.

    `turned` where matrices are flattened as (in, out).
    """
    n, right = s.case.n_layers, s.right_gradients

    def laid(name: str) -> Array:
        return (right[name].T if turned else right[name]).ravel()

    flat = np.concatenate([laid(name) for name in there(s, packed(n))])
    found, at = {}, 0
    for name in there(s, read(n)):
        shape = right[name].shape
        block = flat[at : at + right[name].size]
        found[name] = block.reshape(shape[::-1]).T if turned else block.reshape(shape)
        at += right[name].size
    return found


def near_all(s: Seen, blocks: dict[str, Array]) -> bool:
    """Whether the candidate's gradients are these."""
    return all(near(g, blocks[name], 100 * CLOSE) for name, g in s.gradients.items())
