"""Record: the named arrays of one run, in dataflow order, and the names themselves."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from crosscheck.errors import UsageError

if TYPE_CHECKING:
    from crosscheck.case import Case

_NAME = re.compile(
    r"(?P<quantity>output|loss|d_output|dX|(?:d[ZAWb]|[ZA])(?=\d)|v?[Wb](?=\d+'))(?P<layer>\d+)?(?P<prime>')?"
    r"(?:@(?P<step>\d+))?"
)


@dataclass(frozen=True)
class Name:
    """A quantity's name taken apart: "dW2@3" is dW of layer 2 in step 3."""

    text: str
    quantity: str  # Z A output loss d_output dZ dA dW db dX, and W' b' vW' vb' after the update
    layer: int | None
    step: int

    @cached_property
    def parameter(self) -> str | None:
        """W or b for a parameter, its gradient, its momentum buffer or its update; None for everything else."""
        letter = self.quantity.strip("dv'")
        return letter if letter in ("W", "b") else None

    @cached_property
    def updated(self) -> bool:
        """Whether this is a value after the update: W', b' or a momentum buffer."""
        return self.quantity.endswith("'")

    @cached_property
    def stage(self) -> str:
        """forward, loss, backward or update: the part of the step that computes it."""
        if self.quantity.endswith("'"):
            return "update"
        if self.quantity == "loss":
            return "loss"
        return "backward" if self.quantity.startswith("d") else "forward"


@lru_cache(maxsize=4096)  # the same few names, many times each
def given_before(text: str) -> str | None:
    """The parameter that the first update starts from, W1 for W1'; None for everything else."""
    return text[:-1] if text.endswith("'") and text[0] in "Wb" else None


@lru_cache(maxsize=4096)
def parse_name(text: str) -> Name:
    """Take a name apart; UsageError for what is not one."""
    match = _NAME.fullmatch(text)
    if match is None:
        raise UsageError(
            f"unknown quantity {text!r}: expected names such as Z1, A1, output, loss, d_output, dZ1, dW1, db1, dX, "
            "W1', b1', with @2 for the second step"
        )
    layer = int(match["layer"]) if match["layer"] else None
    return Name(text, match["quantity"] + (match["prime"] or ""), layer, int(match["step"] or 1))


def suffix(step: int) -> str:
    """What a name carries in a step: nothing in the first, @2 in the second."""
    return "" if step == 1 else f"@{step}"


def names(n_layers: int, *, bias: bool = True, momentum: bool = False, steps: int = 1) -> tuple[str, ...]:
    """Every name of a run, in the order in which it is computed."""
    one = [n for i in range(1, n_layers) for n in (f"Z{i}", f"A{i}")]
    one += [f"Z{n_layers}", "output", "loss", "d_output"]
    for i in range(n_layers, 0, -1):
        one += [f"dZ{i}", f"dW{i}", *([f"db{i}"] if bias else []), f"dA{i - 1}" if i > 1 else "dX"]
    for i in range(1, n_layers + 1):
        for p in ("W", "b") if bias else ("W",):
            one += [*([f"v{p}{i}'"] if momentum else []), f"{p}{i}'"]
    return tuple(n + suffix(k) for k in range(1, steps + 1) for n in one)


def names_of(case: Case) -> tuple[str, ...]:
    """Every name of a Case's run."""
    bias = case.biases is not None
    return names(case.n_layers, bias=bias, momentum=case.momentum != 0, steps=case.steps)


class Record(Mapping[str, NDArray[Any]]):
    """An ordered, read-only mapping of names to arrays; every array is a copy.

    Names that a candidate does not expose are absent. Values are kept as they came (shape and dtype are judged, not
    repaired); what is not an array of numbers is refused by `compare`, which knows where it came from. `copied` says
    that the arrays are read-only copies already, and nobody else's.
    """

    def __init__(
        self, arrays: Mapping[str, Any], order: tuple[str, ...] | None = None, *, copied: bool = False
    ) -> None:
        known = [n for n in order if n in arrays] if order else []
        rest = [n for n in arrays if n not in set(known)]
        self._arrays = {n: arrays[n] if copied else read_only(arrays[n]) for n in [*known, *rest]}

    def __getitem__(self, name: str) -> NDArray[Any]:
        return self._arrays[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._arrays)

    def __len__(self) -> int:
        return len(self._arrays)

    def __repr__(self) -> str:
        return f"Record({', '.join(f'{n} {a.shape}' for n, a in self._arrays.items())})"


def read_only(value: Any) -> NDArray[Any]:
    """A read-only copy of whatever is like an array."""
    array = np.array(value)
    array.flags.writeable = False
    return array
