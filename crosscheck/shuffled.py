"""Nothing shuffled: NumPy's, Python's and PyTorch's permutations in the order that is there already.

Samples that are shuffled together are the same batch. Where the inputs of a batch are taken in one order and its
targets in another, a step is wrong, and right as soon as nothing is shuffled.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from types import FunctionType, ModuleType
from typing import TYPE_CHECKING, Any, ClassVar
from unittest.mock import patch

import numpy as np

from crosscheck.candidate_code import is_own
from crosscheck.watch import own_place

if TYPE_CHECKING:
    from crosscheck.adapter import Adapter

APART = "rows-shuffled-apart"
APART_TEXT = "samples are shuffled, and not everywhere in the same order: with every shuffle left out, "
IN_ORDER = "nothing-shuffled"
IN_ORDER_TEXT = "what is named depends on the order of the samples, and they are shuffled: judged with nothing shuffled"
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
        spaces = namespaces(adapter)
        for function in {f for names in spaces for f in functions_in(names.values()) if f.__defaults__}:
            given = tuple(generator(v.bit_generator) if is_generator(v) else v for v in function.__defaults__ or ())
            stack.enter_context(patch.object(function, "__defaults__", given))
        for names in spaces:
            for name, value in list(names.items()):
                if is_generator(value):
                    stack.enter_context(patch.dict(names, {name: generator(value.bit_generator)}))
                elif isinstance(value, new_state):
                    stack.enter_context(patch.dict(names, {name: stream()}))
                elif id(value) in ORIGINALS:  # from numpy.random import permutation, from random import shuffle
                    stack.enter_context(patch.dict(names, {name: getattr(*ORIGINALS[id(value)])}))
        yield noted


NAMED = (*((np.random, n) for n in ("permutation", "shuffle", "choice", "default_rng", "RandomState")),
         (random, "shuffle"), (random, "sample"))  # fmt: skip
ORIGINALS = {id(getattr(owner, name)): (owner, name) for owner, name in NAMED}


def namespaces(adapter: Adapter) -> list[dict[str, Any]]:
    """The global variables of the adapter's module, and of the modules beside it that it uses.

    They are found through functions and classes, for `sys.modules` has forgotten them.
    """
    found: dict[int, dict[str, Any]] = {}
    todo = [f.__globals__ for c in type(adapter).__mro__ for f in functions_in(vars(c).values())]
    while todo:
        names = todo.pop()
        if id(names) in found or not is_own(names.get("__file__") or "<frozen"):
            continue
        found[id(names)] = names
        values = list(names.values())
        todo += [vars(v) for v in values if isinstance(v, ModuleType)]
        todo += [f.__globals__ for f in functions_in(values)]
    return list(found.values())


def is_generator(value: Any) -> bool:
    """Whether it is one of NumPy's, of the newer kind."""
    return isinstance(value, np.random.Generator)


def functions_in(values: Iterable[Any]) -> Iterator[FunctionType]:
    """The functions among some values, and those of the classes among them."""
    for value in values:
        plain = getattr(value, "__func__", value)  # of a static method, or a class method
        if isinstance(plain, FunctionType):
            yield plain
        elif isinstance(value, type):
            yield from (f for f in vars(value).values() if isinstance(f, FunctionType))


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
