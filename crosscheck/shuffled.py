"""Nothing shuffled: NumPy's, Python's and PyTorch's permutations in the order that is there already.

Samples that are shuffled together are the same batch. Where the inputs of a batch are taken in one order and its
targets in another, a step is wrong, and right as soon as nothing is shuffled.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from types import ModuleType
from typing import TYPE_CHECKING, Any, ClassVar
from unittest.mock import patch

import numpy as np

from crosscheck.candidate_code import is_own
from crosscheck.watch import own_place

if TYPE_CHECKING:
    from crosscheck.adapter import Adapter

APART = "rows-shuffled-apart"
APART_TEXT = "samples are shuffled, and not everywhere in the same order: with every shuffle left out, "
ALONE, BESIDE = "all agrees", "the network is right but for what is named above"


@dataclass
class Shuffles:
    """The line of the candidate's at which something was to be shuffled first; "" where nothing was."""

    place: str = ""

    def seen(self) -> None:
        """Note the caller's line, the first time."""
        self.place = self.place or own_place(sys._getframe(1))  # noqa: SLF001


@contextmanager
def unshuffled(adapter: Adapter) -> Iterator[Shuffles]:
    """Permutations are the identity while this lasts; generators that are global variables of the code take part."""
    noted = Shuffles()
    new_generator, new_state = np.random.default_rng, np.random.RandomState
    still: type[StillGenerator] = type("Generator", (StillGenerator,), {"noted": noted})
    stream: type[StillState] = type("RandomState", (StillState,), {"noted": noted})

    def generator(seed: Any = None) -> Any:
        return still(new_generator(seed).bit_generator)

    with ExitStack() as stack:
        for owner, name, value in (
            (np.random, "default_rng", generator), (np.random, "RandomState", stream),
            (np.random, "permutation", lambda x: permutation(noted, x)),
            (np.random, "shuffle", lambda x: noted.seen()),
            (np.random, "choice", choice_of(noted, np.random.choice)),
            (random, "shuffle", lambda x, *_: noted.seen()),
            (random, "sample", sample_of(noted, random.sample)),
        ):  # fmt: skip
            stack.enter_context(patch.object(owner, name, value))
        if "torch" in sys.modules:
            torch = sys.modules["torch"]
            stack.enter_context(patch.object(torch, "randperm", lambda n, **k: in_order(noted, torch, n)))
        for names in namespaces(adapter):
            for name, value in list(names.items()):
                if isinstance(value, np.random.Generator):
                    stack.enter_context(patch.dict(names, {name: generator(value.bit_generator)}))
                elif isinstance(value, new_state):
                    stack.enter_context(patch.dict(names, {name: stream()}))
                elif id(value) in ORIGINALS:  # from numpy.random import permutation
                    stack.enter_context(patch.dict(names, {name: getattr(np.random, ORIGINALS[id(value)])}))
        yield noted


ORIGINALS = {id(getattr(np.random, n)): n for n in ("permutation", "shuffle", "choice", "default_rng", "RandomState")}


def namespaces(adapter: Adapter) -> list[dict[str, Any]]:
    """The global variables of the adapter's module, and of the modules beside it that it uses."""
    own = {c.__module__ for c in type(adapter).__mro__ if not c.__module__.startswith(("crosscheck.", "builtins"))}
    found = [vars(sys.modules[name]) for name in own if name in sys.modules]
    used = {getattr(value, "__module__", None) for names in found for value in list(names.values())}
    used |= {value.__name__ for names in found for value in list(names.values()) if isinstance(value, ModuleType)}
    others = [sys.modules[name] for name in used - own if isinstance(name, str) and name in sys.modules]
    return [*found, *(vars(m) for m in others if is_own(getattr(m, "__file__", None) or "<frozen"))]


class Still:
    """A generator of NumPy's that draws, but does not shuffle."""

    noted: ClassVar[Shuffles]

    def permutation(self, x: Any, axis: int = 0) -> Any:
        """In order."""
        return permutation(self.noted, x)

    def shuffle(self, x: Any, axis: int = 0) -> None:
        """Nothing."""
        self.noted.seen()

    def choice(self, a: Any, size: Any = None, replace: bool = True, *more: Any, **named: Any) -> Any:
        """In order, where all are drawn."""
        return choice_of(self.noted, super().choice)(a, size, replace, *more, **named)  # type: ignore[misc]


class StillGenerator(Still, np.random.Generator):
    """Of the newer kind."""


class StillState(Still, np.random.RandomState):
    """Of the older kind."""


def permutation(noted: Shuffles, x: Any) -> Any:
    """0, 1, ... n - 1; or a copy."""
    noted.seen()
    return np.arange(x) if np.ndim(x) == 0 else np.array(x)


def choice_of(noted: Shuffles, original: Callable[..., Any]) -> Callable[..., Any]:
    """All of them in order, where all are drawn once; else what is drawn."""

    def choice(a: Any, size: Any = None, replace: bool = True, *more: Any, **named: Any) -> Any:
        all_of = np.arange(a) if np.ndim(a) == 0 else np.asarray(a)
        if not replace and size is not None and int(np.prod(size)) == len(all_of):
            noted.seen()
            return all_of.copy()
        return original(a, size, replace, *more, **named)

    return choice


def sample_of(noted: Shuffles, original: Callable[..., Any]) -> Callable[..., Any]:
    """The whole population in order, where all of it is drawn."""

    def sample(population: Any, k: int, **named: Any) -> Any:
        if k != len(population):
            return original(population, k, **named)
        noted.seen()
        return list(population)

    return sample


def in_order(noted: Shuffles, torch: Any, n: int) -> Any:
    """torch.arange(n)."""
    noted.seen()
    return torch.arange(n)
