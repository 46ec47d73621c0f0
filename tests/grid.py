"""The verification grid: which problems both layouts are run on, and what each axis is there to catch.

Not one blind product: each block varies the axes that can interact, and keeps the others at their defaults (sizes
3-5-7-2, all different, with N = 11; tanh; mse; biases; float64; plain SGD; one step; the joint gradient).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from typing import Any

from crosscheck.case import Case
from crosscheck.pair import LAYOUTS
from crosscheck.vocabulary import LOSSES, Spec

SMOOTH: tuple[Spec, ...] = ("sigmoid", "tanh", "softplus", "gelu_tanh", "silu")
KINKED: tuple[Spec, ...] = ("relu", "leaky_relu", ("leaky_relu", 0.05), "elu", ("elu", 0.7))
HIDDEN: tuple[Spec, ...] = ("identity", *SMOOTH, *KINKED)
SQUARES = tuple(name for name, kind in LOSSES.items() if kind.family == "squares")
JOINED = tuple(name for name, kind in LOSSES.items() if kind.family != "squares")
THREE_LOSSES = ("mse", "bce_per_sample", "cross_entropy_per_sample")
DTYPES = ("float64", "float32")

DEFAULT = ((3, 5, 7, 2), 11)
# Widths and N. All different, a wrong transposition cannot even be multiplied; where some are equal it can, and code
# that looks at shapes to find out what it is given guesses wrong.
SIZES: dict[str, tuple[tuple[int, ...], int]] = {
    "depth 1": ((3, 2), 11),
    "depth 2": ((3, 5, 2), 11),
    "depth 3": DEFAULT,
    "depth 4": ((3, 5, 7, 4, 2), 11),
    "depth 5": ((3, 5, 7, 4, 6, 2), 11),
    "one output": ((3, 5, 7, 1), 11),
    "width 1 inside": ((3, 5, 1, 2), 11),
    "one input": ((1, 5, 7, 2), 11),
    "N = 1": ((3, 5, 7, 2), 1),
    "square": ((4, 4, 4, 4), 11),
    "N = input": ((3, 5, 7, 2), 3),
    "N = hidden": ((3, 5, 7, 2), 5),
    "N = outputs": ((3, 5, 7, 2), 2),
    "all equal": ((4, 4, 4, 4), 4),
}
# Single settings show a term that is missing; combinations show terms that are right but meet in the wrong order (the
# decay before or after the sign is turned, inside or outside of the momentum).
SGD: dict[str, dict[str, Any]] = {
    "plain": {},
    "lr": {"lr": 0.03},
    "momentum": {"momentum": 0.9},
    "dampening": {"momentum": 0.9, "dampening": 0.5},
    "nesterov": {"momentum": 0.9, "nesterov": True},
    "decay": {"weight_decay": 0.1},
    "maximize": {"maximize": True},
    "momentum decay": {"momentum": 0.9, "weight_decay": 0.1},
    "momentum maximize": {"momentum": 0.9, "maximize": True},
    "decay maximize": {"weight_decay": 0.1, "maximize": True},
    "nesterov decay": {"momentum": 0.9, "nesterov": True, "weight_decay": 0.1},
    "nesterov decay maximize": {"momentum": 0.9, "nesterov": True, "weight_decay": 0.1, "maximize": True},
    "dampening decay maximize": {"momentum": 0.9, "dampening": 0.5, "weight_decay": 0.1, "maximize": True},
}
L2: dict[str, dict[str, Any]] = {
    "weights": {"l2": 0.3},
    "all": {"l2": 0.3, "l2_on": "all"},
    "weights per sample": {"l2": 0.3, "l2_scale": "per_sample"},
    "all per sample": {"l2": 0.3, "l2_on": "all", "l2_scale": "per_sample"},
}


@dataclass(frozen=True)
class Entry:
    """One verification: a problem, a layout, and the way back through the output."""

    case: Case
    layout: str
    joint: bool = True

    @property
    def id(self) -> str:
        return f"{self.case.id}-{self.layout}" + ("" if self.joint else "-long")


def draw(size: tuple[tuple[int, ...], int] = DEFAULT, **settings: Any) -> Case:
    """A Case of the grid, by sizes and N."""
    return Case.draw(*size, **settings)


def ways(loss: str) -> tuple[bool, ...]:
    """Both ways back through an output and its loss, where there are two."""
    return (True, False) if loss in JOINED else (True,)


def cases() -> Iterator[tuple[Case, bool]]:
    """Every case, with the way back."""
    for block in (every_loss, every_output, mixed_layers, every_size, every_update, every_penalty, single_precision):
        for case in block():
            for joint in ways(case.loss):
                yield case, joint


def every_loss() -> Iterator[Case]:
    """Every hidden activation meets every loss, with and without biases.

    A derivative may be right for one activation (relu) and wrong for all others, a factor for all losses but one.
    """
    for f, loss, bias in product(HIDDEN, LOSSES, (True, False)):
        yield draw(activations=[f, f, output_of(loss)], loss=loss, bias=bias)


def every_output() -> Iterator[Case]:
    """Every activation on the output, where its derivative meets the loss; softmax by its full Jacobian."""
    for f, loss in product((*HIDDEN[1:], "softmax"), SQUARES):
        yield draw(activations=["tanh", "relu", f], loss=loss, seed=1)


def mixed_layers() -> Iterator[Case]:
    """Another activation in every layer: a derivative taken from the wrong layer."""
    for f, g, loss in product(("relu", "tanh", "softplus"), ("silu", "elu", "sigmoid"), THREE_LOSSES):
        yield draw(activations=[f, g, output_of(loss)], loss=loss, seed=2)


def every_size() -> Iterator[Case]:
    """Depth, widths of 1, N = 1, N equal to a width, square layers.

    In both precisions, since a longer sum and a deeper chain round more often.
    """
    for size, f, loss, bias, dtype in product(SIZES.values(), ("tanh", "relu"), THREE_LOSSES, (True, False), DTYPES):
        if loss.startswith("cross_entropy") and size[0][-1] == 1:
            continue  # the softmax of one number is 1: there is no gradient
        hidden = [f] * (len(size[0]) - 2)
        yield draw(size, activations=[*hidden, output_of(loss)], loss=loss, bias=bias, dtype=dtype, seed=3)


def every_update() -> Iterator[Case]:
    """The optimizer: what an update does shows after one step, what it remembers after three."""
    for sgd, steps, bias, dtype in product(SGD.values(), (1, 3), (True, False), DTYPES):
        yield draw(activations="silu", loss="half_mse", bias=bias, dtype=dtype, steps=steps, seed=4, **sgd)


def every_penalty() -> Iterator[Case]:
    """The L2 term of the loss, which is no weight decay, alone and beside it."""
    for l2, sgd, bias in product(L2.values(), ("plain", "nesterov decay"), (True, False)):
        yield draw(loss="sse_per_sample", bias=bias, steps=3, seed=5, **l2, **SGD[sgd])


def single_precision() -> Iterator[Case]:
    """Three steps in float32: where a constant, a count or a zero of another dtype shows."""
    for f, loss in product(HIDDEN, THREE_LOSSES):
        yield draw(activations=[f, f, output_of(loss)], loss=loss, dtype="float32", momentum=0.9, lr=0.05, steps=3,
                   seed=6)  # fmt: skip


def output_of(loss: str) -> str:
    """The output activation that a loss expects."""
    return {"squares": "identity", "bce": "sigmoid", "cross_entropy": "softmax"}[LOSSES[loss].family]


def grid() -> list[Entry]:
    """Every case in both layouts, once: where blocks meet, they have cases in common."""
    entries = [Entry(case, layout, joint) for case, joint in cases() for layout in LAYOUTS]
    return list({e.id: e for e in entries}.values())
