"""Case: one problem to run, in canonical form (PyTorch's: samples are rows, W is (n_out, n_in), b is (n_out,))."""

from __future__ import annotations

import hashlib
import operator
from collections.abc import Sequence
from dataclasses import dataclass, field, fields, replace
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from crosscheck.errors import UsageError
from crosscheck.vocabulary import LOSSES, Spec, canonical_activations, check_choice, check_network

Floats = NDArray[np.floating[Any]]

DTYPES = ("float64", "float32")
MAX_STEPS = 999_999  # the six digits that an id has for them
INPUTS = ("random", "zeros", "saturated", "large", "scaled", "pixels", "data")


@dataclass(frozen=True, eq=False)
class Case:
    """A network, its data, its loss and its optimizer; the same Case gives the same numbers everywhere.

    Compared by identity. Every array is read-only and of `dtype`.

    Attributes:
        sizes: widths from the input to the output, (n_0, ..., n_L).
        activations: L of them; a name, or a pair of name and parameter.
        loss: a name of the loss bank.
        x: (N, n_0). y: (N, n_L); class labels as one-hot rows.
        weights: L arrays (n_l, n_{l-1}). biases: L arrays (n_l,), or None.
        lr, momentum, dampening, nesterov, weight_decay, maximize: as torch.optim.SGD.
        momentum_form: "torch", or "ema" for v = μv + (1-μ)g from zero.
        l2, l2_on, l2_scale: the L2 term of the loss, ½λ‖·‖² ("total") or ½λ‖·‖²/N ("per_sample"), over the "weights"
            or "all" parameters.
        steps: how many updates follow one another on the same batch.
        inputs: how the numbers were drawn; "data" when they were given.
        seed: of NumPy's RandomState, whose streams are frozen; None when the numbers were given.
    """

    sizes: tuple[int, ...]
    activations: tuple[Spec, ...]
    loss: str
    x: Floats = field(repr=False)
    y: Floats = field(repr=False)
    weights: tuple[Floats, ...] = field(repr=False)
    biases: tuple[Floats, ...] | None = field(repr=False)
    lr: float = 0.125
    momentum: float = 0.0
    dampening: float = 0.0
    nesterov: bool = False
    weight_decay: float = 0.0
    maximize: bool = False
    momentum_form: str = "torch"
    l2: float = 0.0
    l2_on: str = "weights"
    l2_scale: str = "total"
    steps: int = 1
    dtype: str = "float64"
    inputs: str = "data"
    seed: int | None = None

    def __post_init__(self) -> None:
        object.__setattr__(self, "sizes", tuple(whole_number("a width in sizes", n) for n in self.sizes))
        object.__setattr__(self, "steps", whole_number("steps", self.steps))
        for name in ("lr", "momentum", "dampening", "weight_decay", "l2"):
            object.__setattr__(self, name, real_number(name, getattr(self, name)))
        object.__setattr__(self, "activations", canonical_activations(self.activations))
        check_settings(self)
        n_0, *widths = self.sizes
        set_array(self, "x", self.x, (None, n_0))
        set_array(self, "y", self.y, (self.n_samples, self.sizes[-1]))
        shapes = list(zip(widths, self.sizes[:-1], strict=True))
        set_arrays(self, "weights", self.weights, shapes)
        if self.biases is not None:
            set_arrays(self, "biases", self.biases, [(n,) for n in widths])
        check_targets(self)

    @property
    def n_layers(self) -> int:
        """L, the number of weight matrices."""
        return len(self.sizes) - 1

    @property
    def n_samples(self) -> int:
        """N, the number of rows of x."""
        return int(self.x.shape[0])

    @property
    def n_outputs(self) -> int:
        """K, the width of the last layer."""
        return self.sizes[-1]

    @cached_property  # every Finding carries it
    def id(self) -> str:
        """Reads like 3-5-7-2_N11_tanh_mse_f64_s0_1f0c2a; rebuilds the Case unless its numbers were given."""
        from crosscheck.case_id import format_id

        return format_id(self)

    @cached_property
    def digest(self) -> str:
        """Six hexadecimal digits over every array, so that an id cannot silently mean other numbers."""
        h = hashlib.sha256()
        for a in (self.x, self.y, *self.weights, *(self.biases or ())):
            h.update(np.ascontiguousarray(a).tobytes())
        return h.hexdigest()[:6]

    def with_(self, **changes: Any) -> Case:
        """A copy with some settings changed; the arrays stay unless they are given, and then no seed draws them."""
        if changes.keys() & {"x", "y", "weights", "biases"}:
            changes = {"inputs": "data", "seed": None, **changes}
        return replace(self, **changes)

    def settings(self) -> dict[str, Any]:
        """Everything but the arrays, by field name."""
        arrays = {"x", "y", "weights", "biases"}
        return {f.name: getattr(self, f.name) for f in fields(self) if f.name not in arrays}

    @staticmethod
    def draw(sizes: Sequence[int], n_samples: int, **settings: Any) -> Case:
        """Draw a Case from a seed: see `crosscheck.draw.draw`."""
        from crosscheck.draw import draw

        return draw(sizes, n_samples, **settings)

    @staticmethod
    def parse(case_id: str) -> Case:
        """Rebuild a Case from its id; UsageError where it does not parse or its digest differs."""
        from crosscheck.case_id import parse_id

        return parse_id(case_id)


def whole_number(what: str, value: object) -> int:
    """A Python int; UsageError for what is none, 2.5 and "3" among it."""
    try:
        return operator.index(value)  # type: ignore[arg-type]
    except TypeError:
        raise UsageError(f"{what} is {value!r}: expected a whole number") from None


def real_number(what: str, value: object) -> float:
    """A Python float, whatever kind of number it was, so that an id always spells it the same way."""
    if isinstance(value, bool | np.bool_) or not isinstance(value, int | float | np.integer | np.floating):
        raise UsageError(f"{what} is {value!r}: expected a number")
    return float(value)


def check_settings(case: Case) -> None:
    """Everything that can be refused before an array is looked at."""
    check_network(case.sizes, case.activations, case.loss)
    check_choice("dtype", case.dtype, DTYPES)
    check_choice("inputs", case.inputs, INPUTS)
    check_choice("l2_on", case.l2_on, ("weights", "all"))
    check_choice("l2_scale", case.l2_scale, ("total", "per_sample"))
    check_choice("momentum_form", case.momentum_form, ("torch", "ema"))
    if case.steps < 1:
        raise UsageError(f"steps is {case.steps!r}: expected a whole number of at least 1")
    if case.steps > MAX_STEPS:
        raise UsageError(
            f"steps is {case.steps!r}: expected at most {MAX_STEPS:,}, for every number of each is recorded"
        )
    for name in ("lr", "momentum", "weight_decay", "l2"):
        value = getattr(case, name)
        if not np.isfinite(value) or value < 0:
            raise UsageError(f"{name} is {value!r}: expected a finite number that is not negative")
    if not np.isfinite(case.dampening):
        raise UsageError(f"dampening is {case.dampening!r}: expected a finite number")
    if case.nesterov and (case.momentum <= 0 or case.dampening != 0):
        raise UsageError("nesterov needs a momentum above 0 and no dampening, as in torch.optim.SGD")
    if case.momentum_form == "ema" and (case.dampening != 0 or case.nesterov or case.momentum == 0):
        raise UsageError("momentum_form 'ema' needs a momentum above 0, and neither dampening nor nesterov")


def check_targets(case: Case) -> None:
    """Targets of the bce losses lie in [0, 1]; rows of the cross_entropy losses are probabilities that sum to 1."""
    family = LOSSES[case.loss].family
    if family == "squares":
        return
    if case.y.min() < 0 or case.y.max() > 1:
        raise UsageError(
            f"targets of {case.loss} must lie between 0 and 1, found {case.y.min():g} to {case.y.max():g}: "
            "give class labels as one-hot rows"
        )
    if family == "cross_entropy":
        off = np.abs(case.y.astype(np.float64).sum(axis=1) - 1).max()
        if off > 1e-6:
            raise UsageError(
                f"each row of targets of {case.loss} must sum to 1, one is off by {off:g}: give one-hot rows"
            )


def set_array(case: Case, name: str, value: ArrayLike, shape: tuple[int | None, ...]) -> None:
    """Store a read-only copy in the Case's dtype, after checking shape, kind and finiteness."""
    object.__setattr__(case, name, frozen_array(name, value, shape, case.dtype))


def set_arrays(case: Case, name: str, values: Sequence[ArrayLike], shapes: Sequence[tuple[int, ...]]) -> None:
    """The same for a list of arrays, one a layer."""
    if len(values) != len(shapes):
        raise UsageError(f"{len(values)} arrays of {name} for {len(shapes)} layers: expected one a layer")
    arrays = tuple(
        frozen_array(f"{name}[{i}]", v, shape, case.dtype)
        for i, (v, shape) in enumerate(zip(values, shapes, strict=True))
    )
    object.__setattr__(case, name, arrays)


def frozen_array(name: str, value: ArrayLike, shape: tuple[int | None, ...], dtype: str) -> Floats:
    """A read-only, contiguous copy; UsageError for a wrong shape, for what is not a number, NaN and infinity."""
    given = np.asarray(value)
    if given.dtype.kind not in "fiub":
        raise UsageError(f"{name} has dtype {given.dtype}: expected real numbers ({dtype})")
    wanted = tuple("N" if n is None else n for n in shape)
    if given.ndim != len(shape) or any(w is not None and g != w for g, w in zip(given.shape, shape, strict=True)):
        raise UsageError(f"{name} has shape {given.shape}: expected ({', '.join(map(str, wanted))})")
    if 0 in given.shape:
        raise UsageError(f"{name} has shape {given.shape}: expected at least one sample and one unit")
    if not np.all(np.isfinite(given)):
        bad = np.argwhere(~np.isfinite(given))[0]
        where = tuple(int(i) for i in bad)
        raise UsageError(f"{name} holds {given[where]} at {where}: expected finite numbers")
    with np.errstate(over="ignore"):  # too large for the dtype: infinite, and refused below
        array = np.array(given, dtype=dtype, order="C")
    if not np.all(np.isfinite(array)):
        raise UsageError(f"{name} holds numbers too large for {dtype}")
    array.flags.writeable = False
    return array
