"""Declaration: what an adapter declares, checked once, with every wrong value refused in one line."""

from __future__ import annotations

from dataclasses import dataclass
from types import EllipsisType
from typing import Any

from crosscheck.adapter import ATTRIBUTES, Adapter, Width, misspelt, nearest_method
from crosscheck.case import real_number, whole_number
from crosscheck.conventions import ONE_AT_A_TIME, Conventions
from crosscheck.draws import check_draws
from crosscheck.errors import UsageError
from crosscheck.flat_vector import check_flat
from crosscheck.parameters import check_parameters
from crosscheck.vocabulary import (
    LAST_ACTIVATION,
    LOSSES,
    Spec,
    canonical_activations,
    check_choice,
    name_and_parameter,
)  # fmt: skip

UNKNOWN = "unknown"
MOMENTUM_STEPS = 3  # from the third step on, every form of momentum is different from every other
DEPTHS = (2, 3)  # tried where the network takes any depth


@dataclass(frozen=True)
class Declaration:
    """An adapter's attributes, valid and in one form.

    Attributes:
        conventions: how arrays are stored.
        activations: one a layer; `...` repeats the one before it as often as the depth asks for.
        loss: a name of the loss bank, or "unknown".
        settings: the fields of Case that follow from the adapter (momentum, l2 ...).
        batch, sizes, lr: as declared, None where free.
    """

    conventions: Conventions
    activations: tuple[Spec | EllipsisType, ...]
    loss: str
    settings: dict[str, Any]
    batch: int | None
    sizes: tuple[Width, ...] | None
    lr: float | None = None

    @property
    def one_at_a_time(self) -> bool:
        """Whether the network takes one sample a call."""
        return self.conventions.samples in ONE_AT_A_TIME

    @property
    def one_output(self) -> bool:
        """Whether the targets allow of a single output only."""
        return self.conventions.targets == "vector"

    @property
    def bias(self) -> bool:
        """Whether there are biases, folded ones included."""
        return self.conventions.bias != "none"

    @property
    def depths(self) -> tuple[int, ...]:
        """The numbers of layers that can be run, the most telling first."""
        if Ellipsis not in self.activations:
            return (len(self.activations),)
        if self.sizes is not None:
            return (len(self.sizes) - 1,)
        least = len(self.activations) - 1
        return tuple(n for n in DEPTHS if n >= least) or (least, least + 1)

    def activations_for(self, n_layers: int) -> tuple[Spec, ...]:
        """One a layer."""
        if Ellipsis not in self.activations:
            return canonical_activations([a for a in self.activations if not isinstance(a, EllipsisType)])
        at = self.activations.index(Ellipsis)
        before, after = self.activations[:at], self.activations[at + 1 :]
        further = n_layers - len(before) - len(after)
        if further < 0:
            raise UsageError(f"{n_layers} layers are fewer than the {len(before) + len(after)} activations declared")
        specs = (*before, *[before[-1]] * further, *after)
        return canonical_activations([a for a in specs if not isinstance(a, EllipsisType)])

    @property
    def losses(self) -> tuple[str, ...]:
        """The declared loss; or, where it is unknown, all that the output and the targets allow."""
        if self.loss != UNKNOWN:
            return (self.loss,)
        return compatible_losses(self.activations_for(self.depths[0])[-1])


def compatible_losses(output: Spec) -> tuple[str, ...]:
    """The losses of the bank that can follow this output activation."""
    name = name_and_parameter(output)[0]
    return tuple(
        loss for loss, kind in LOSSES.items() if kind.family == "squares" or LAST_ACTIVATION[kind.family] == name
    )


def instance(adapter: object) -> Adapter:
    """An Adapter of an Adapter or of its class; UsageError for anything else."""
    if isinstance(adapter, type) and issubclass(adapter, Adapter):
        try:
            return adapter()
        except TypeError as error:
            raise UsageError(f"{adapter.__name__}() fails: {error}; hand over an instance") from error
    if isinstance(adapter, Adapter):
        return adapter
    found = adapter.__name__ if isinstance(adapter, type) else type(adapter).__name__
    raise UsageError(f"expected a crosscheck.Adapter, found {found}: write `class Mine(crosscheck.Adapter)`")


def declare(adapter: Adapter) -> Declaration:
    """Read and check an adapter's declarations.

    Raises:
        UsageError: a missing method, a misspelt name, a value that is not one of the valid ones, or that contradicts
            another.
    """
    name = type(adapter).__name__
    for wrong, meant in misspelt(adapter):
        raise UsageError(f"{name}.{wrong} is unknown: did you mean {meant}? (a name with _ in front is left alone)")
    check_methods(adapter)
    conventions = Conventions(
        samples=adapter.samples, weight=adapter.weight, bias=adapter.bias, bias_sign=adapter.bias_sign,
        targets=adapter.targets, gradient=adapter.gradient,
    )  # fmt: skip
    check_flat(name, adapter.flat, adapter.parameters)
    if adapter.parameters is not None and adapter.flat is None:
        check_parameters(name, adapter.parameters, biases=not conventions.folded and conventions.bias != "none")
    check_draws(name, adapter.draws, adapter.parameters is not None)
    activations = check_activations(name, adapter.activations)
    check_choice("loss", adapter.loss, (*LOSSES, UNKNOWN))
    sizes = check_sizes(spelled_out(adapter.sizes, activations), activations)
    if conventions.targets == "vector" and activations[-1] == "softmax":
        raise UsageError(
            f"{name}: targets 'vector' means one output, over which a softmax is always 1: expected another "
            "activation, or targets = 'class_index' or 'one_hot'"
        )
    if conventions.targets == "vector" and sizes is not None:
        if sizes[-1] != 1 and (isinstance(sizes[-1], int) or sizes[-1] in sizes[:-1]):
            raise UsageError(f"sizes is {sizes!r}, targets 'vector': expected one output, or targets = 'values'")
        sizes = (*sizes[:-1], 1)
    batch = None if adapter.batch is None else whole_number("batch", adapter.batch)
    if batch is not None and batch < 1:
        raise UsageError(f"batch is {batch}: expected a number of samples, or None where it is free")
    lr = None if adapter.lr is None else real_number("lr", adapter.lr)
    if lr is not None and lr <= 0:
        raise UsageError(
            f"lr is {lr}: expected the learning rate that the network's code fixes, or None where it is free"
        )
    d = Declaration(conventions, activations, adapter.loss, check_settings(adapter), batch, sizes, lr)
    check_output(d)
    return d


def check_methods(adapter: Adapter) -> None:
    """build, read, and either step or forward with backward."""
    staged = adapter.forward is not None and adapter.backward is not None
    missing = [m for m in ("build", "step", "read") if not callable(getattr(adapter, m))]
    if adapter.parameters is not None:
        missing = [m for m in missing if m not in ("read", "build")]
    if staged and "step" in missing:
        missing.remove("step")
    if not missing:
        return
    signature = {"build": "build(self, case)", "step": "step(self, net, x, y, lr)", "read": "read(self, net)"}
    near = [(m, nearest_method(adapter, m)) for m in missing]
    hint = "".join(f"; is {other} meant to be {m}?" for m, other in near if other)
    raise UsageError(f"{type(adapter).__name__} lacks {', '.join(signature[m] for m in missing)}{hint}")


def check_activations(owner: str, value: Any) -> tuple[Spec | EllipsisType, ...]:
    """A tuple of activations, in it at most one `...` between a hidden activation and the output's."""
    if isinstance(value, str) or not isinstance(value, tuple | list) or not value:
        raise UsageError(
            f"{owner}.activations is {value!r}: expected one a layer, such as ('tanh', 'identity'), "
            "or ('tanh', ..., 'identity') for any depth"
        )
    dots = [i for i, a in enumerate(value) if a is Ellipsis]
    if dots and (len(dots) > 1 or dots[0] == 0 or dots[0] == len(value) - 1):
        raise UsageError(
            f"{owner}.activations: `...` repeats the hidden activation before it: ('tanh', ..., 'identity')"
        )
    canonical = iter(canonical_activations([a for a in value if a is not Ellipsis]))
    return tuple(Ellipsis if a is Ellipsis else next(canonical) for a in value)


def spelled_out(value: Any, activations: tuple[Any, ...]) -> Any:
    """Widths with `...` in their midst as widths: as many hidden ones as there are, all different."""
    if not isinstance(value, tuple | list) or value.count(...) != 1 or value.index(...) in (0, len(value) - 1):
        return value
    n_layers = max(*DEPTHS, len(activations) - 1) if Ellipsis in activations else len(activations)
    at = value.index(...)
    hidden = tuple(f"hidden width {i}" for i in range(1, n_layers + 1 - len(value) + 2))
    return (*value[:at], *hidden, *value[at + 1 :])


def check_sizes(value: Any, activations: tuple[Any, ...]) -> tuple[Width, ...] | None:
    """None, or widths and symbols, one more than there are layers."""
    if value is None:
        return None
    if isinstance(value, str) or not isinstance(value, tuple | list) or len(value) < 2:
        raise UsageError(
            f"sizes is {value!r}: expected widths such as (5, 7, 1), symbols such as ('n', 'h', 'k'), or None"
        )
    sizes = tuple(n if isinstance(n, str) else whole_number("a width in sizes", n) for n in value)
    if any(isinstance(n, int) and n < 1 for n in sizes):
        raise UsageError(f"sizes is {value!r}: expected widths of at least 1")
    n_layers = len(activations)
    if Ellipsis not in activations and len(sizes) != n_layers + 1:
        raise UsageError(
            f"sizes is {value!r} for {n_layers} activations: expected {n_layers + 1} widths, the input's first"
        )
    return sizes


def check_settings(adapter: Adapter) -> dict[str, Any]:
    """The fields of Case that the adapter declares; Case itself checks what follows from their values."""
    numbers = {n: real_number(n, getattr(adapter, n)) for n in ("l2", "momentum", "dampening", "weight_decay")}
    if not isinstance(adapter.nesterov, bool):
        raise UsageError(f"nesterov is {adapter.nesterov!r}: expected True or False")
    check_choice("l2_on", adapter.l2_on, ("weights", "all"))
    check_choice("l2_scale", adapter.l2_scale, ("total", "per_sample"))
    check_choice("momentum_form", adapter.momentum_form, ("torch", "ema"))
    words = {n: getattr(adapter, n) for n in ("nesterov", "l2_on", "l2_scale", "momentum_form")}
    return {**numbers, **words}


def check_output(d: Declaration) -> None:
    """The loss fits the output, and class labels the loss."""
    specs = d.activations_for(d.depths[0])
    names = [name_and_parameter(s)[0] for s in specs]
    if "softmax" in names[:-1]:
        raise UsageError(f"softmax in layer {names.index('softmax') + 1}: expected on the output only")
    if d.loss != UNKNOWN and d.loss not in compatible_losses(specs[-1]):
        needed = LAST_ACTIVATION[LOSSES[d.loss].family]
        raise UsageError(
            f"{d.loss} follows a {needed} output, found {names[-1]}: declare {needed!r} as the last activation even if "
            "the network's code applies it inside the loss, or change the loss"
        )


__all__ = ["ATTRIBUTES", "UNKNOWN", "Declaration", "compatible_losses", "declare", "instance"]
