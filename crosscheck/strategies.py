"""Hypothesis strategies: networks, numbers and SGD settings, put together to Cases. Needs the extra `property`.

from hypothesis import given
from crosscheck.strategies import cases

@given(cases(Mine))
def test_my_network(crosschecker, case):
    crosschecker(Mine, case)
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

import numpy as np
from hypothesis import strategies as st
from numpy.typing import NDArray

from crosscheck.adapter import Adapter
from crosscheck.case import Case
from crosscheck.declaration import Declaration, compatible_losses, declare, instance
from crosscheck.standard_cases import labels_needed
from crosscheck.vocabulary import LOSSES, Spec, name_and_parameter

HIDDEN = ("tanh", "sigmoid", "relu", "leaky_relu", "elu", "softplus", "gelu_tanh", "silu", "identity")
OUTPUT = ("identity", "sigmoid", "softmax", "tanh")
EIGHTHS = st.integers(-16, 16).map(lambda n: n / 8)  # exact in binary, and shrinks to whole numbers


@st.composite
def networks(draw: st.DrawFn, max_layers: int = 3, max_width: int = 4) -> tuple[tuple[int, ...], tuple[Spec, ...], str]:
    """Widths, an activation for each layer, and a loss that fits the output."""
    n_layers = draw(st.integers(1, max_layers))
    output = draw(st.sampled_from(OUTPUT))
    widths = [draw(st.integers(1, max_width)) for _ in range(n_layers)]
    n_out = draw(st.integers(2 if output == "softmax" else 1, max_width))
    hidden = [draw(st.sampled_from(HIDDEN)) for _ in range(n_layers - 1)]
    return (*widths, n_out), (*hidden, output), draw(st.sampled_from(compatible_losses(output)))


@st.composite
def sgd_settings(draw: st.DrawFn, max_steps: int = 3) -> dict[str, Any]:
    """Fields of Case: lr, steps, momentum and what goes with it, weight_decay, an L2 term."""
    settings: dict[str, Any] = {
        "lr": draw(st.sampled_from((0.125, 0.25, 0.5))),
        "steps": draw(st.integers(1, max_steps)),
        "weight_decay": draw(st.sampled_from((0.0, 0.125))),
        "l2": draw(st.sampled_from((0.0, 0.25))),
        "momentum": draw(st.sampled_from((0.0, 0.5, 0.875))),
    }
    if settings["l2"]:
        settings["l2_on"] = draw(st.sampled_from(("weights", "all")))
        settings["l2_scale"] = draw(st.sampled_from(("total", "per_sample")))
    if settings["momentum"]:
        further: list[dict[str, Any]] = [{}, {"dampening": 0.25}, {"nesterov": True}]
        settings |= draw(st.sampled_from(further))
    return settings


def numbers(shape: Sequence[int]) -> st.SearchStrategy[NDArray[np.float64]]:
    """An array of eighths between -2 and 2."""
    size = int(np.prod(shape))
    return st.lists(EIGHTHS, min_size=size, max_size=size).map(lambda v: np.array(v, dtype=np.float64).reshape(shape))


@st.composite
def targets(draw: st.DrawFn, kind: str, n_samples: int, n_outputs: int) -> NDArray[np.float64]:
    """Eighths; or zeros and ones ("binary"); or one-hot rows ("one_hot"), for one output zeros and ones as well."""
    if kind == "one_hot" and n_outputs > 1:
        classes = draw(st.lists(st.integers(0, n_outputs - 1), min_size=n_samples, max_size=n_samples))
        return np.asarray(np.eye(n_outputs)[classes])
    if kind:
        flags = draw(st.lists(st.integers(0, 1), min_size=n_samples * n_outputs, max_size=n_samples * n_outputs))
        return np.array(flags, dtype=np.float64).reshape(n_samples, n_outputs)
    return draw(numbers((n_samples, n_outputs)))


@st.composite
def cases(
    draw: st.DrawFn,
    adapter: Adapter | type[Adapter] | None = None,
    *,
    max_width: int = 4,
    max_samples: int = 4,
    max_steps: int = 3,
) -> Case:
    """Cases: any at all, or such as an adapter's network can take (its activations, loss, sizes, batch, settings)."""
    if adapter is None:
        sizes, activations, loss = draw(networks(max_width=max_width))
        settings, n, bias = draw(sgd_settings(max_steps)), draw(st.integers(1, max_samples)), draw(st.booleans())
        kind = {"squares": "", "bce": "binary", "cross_entropy": "one_hot"}[LOSSES[loss].family]
    else:
        d = declare(instance(adapter))
        sizes, activations, loss = draw(fitting(d, max_width))
        lr = d.lr or draw(st.sampled_from((0.125, 0.25)))
        settings = {**d.settings, "lr": lr, "steps": draw(st.integers(1, max_steps))}
        n = d.batch or (1 if d.one_at_a_time else draw(st.integers(1, max_samples)))
        bias = d.bias
        kind = labels_needed(d) or {"squares": "", "bce": "binary", "cross_entropy": "one_hot"}[LOSSES[loss].family]
    return Case(
        sizes=sizes, activations=activations, loss=loss,
        x=draw(numbers((n, sizes[0]))), y=draw(targets(kind, n, sizes[-1])),
        weights=tuple(draw(numbers((m, k))) for k, m in pairwise(sizes)),
        biases=tuple(draw(numbers((m,))) for m in sizes[1:]) if bias else None, **settings,
    )  # fmt: skip


@st.composite
def fitting(draw: st.DrawFn, d: Declaration, max_width: int) -> tuple[tuple[int, ...], tuple[Spec, ...], str]:
    """Widths, activations and loss of a network that is declared."""
    n_layers = draw(st.sampled_from(sorted(d.depths)))
    specs = d.activations_for(n_layers)
    least = 2 if name_and_parameter(specs[-1])[0] == "softmax" else 1
    meaning: dict[str, int] = {}
    sizes: list[int] = []
    for i, declared in enumerate(d.sizes or [f"free {i}" for i in range(n_layers + 1)]):
        if isinstance(declared, str):
            at_output = i == n_layers or (d.sizes is not None and declared == d.sizes[-1])
            smallest = least if at_output else 1
            meaning.setdefault(declared, draw(st.integers(smallest, max(smallest, max_width))))
        sizes.append(meaning[declared] if isinstance(declared, str) else declared)
    return tuple(sizes), specs, d.losses[0]
