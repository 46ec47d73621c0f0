"""The shape trace that notebooks print: what flows through a network, layer by layer, in either layout."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from crosscheck.conventions import parameters_to_candidate, samples_to_candidate
from crosscheck.pair import layout_conventions, run_layout
from crosscheck.vocabulary import name_and_parameter
from manual_mlp import losses
from manual_mlp.activations import resolve

if TYPE_CHECKING:
    from crosscheck.case import Case

SMALL = 40  # numbers; an array with more is shown by its shape alone
TITLES = {"numerator": "rows (numerator)", "denominator": "columns (denominator)"}


class Line(NamedTuple):
    """One quantity of a trace: where it belongs, its name, and the array of every layout."""

    section: str
    name: str
    arrays: dict[str, NDArray[Any]]


def trace(case: Case, layouts: tuple[str, ...]) -> list[Line]:
    """Every quantity of the first step, in the order in which it is computed, as each layout holds it."""
    runs = {layout: quantities(layout, case) for layout in layouts}
    first = runs[layouts[0]]
    return [Line(s, n, {layout: run[s, n] for layout, run in runs.items()}) for s, n in first]


def quantities(layout: str, case: Case) -> dict[tuple[str, str], NDArray[Any]]:
    """(section, name) -> array, from the data forward and back to dL/dX."""
    c = layout_conventions(layout)
    weights, biases = parameters_to_candidate(c, case.weights, case.biases)
    # The update is not shown: its settings, which may be some that the layouts do not have, are left out.
    once = case.with_(steps=1, momentum=0.0, dampening=0.0, nesterov=False, momentum_form="torch")
    run = run_layout(layout, once)
    last, axis = case.n_layers, 0 if c.samples == "rows" else 1
    y = samples_to_candidate(c, case.y)
    with np.errstate(divide="ignore", invalid="ignore", over="ignore"):  # an output at exactly 0 or 1
        run["d_output"] = losses.d_output(case.loss, run["output"], y, axis)
    lines: dict[tuple[str, str], NDArray[Any]] = {("", "X"): samples_to_candidate(c, case.x)}
    for i in range(1, last + 1):
        at = f"layer {i}, forward ({label(case.activations[i - 1])})"
        lines[at, f"W{i}"] = weights[i - 1]
        if biases:
            lines[at, f"b{i}"] = biases[i - 1]
        lines |= {(at, f"z{i}"): run[f"Z{i}"], (at, f"a{i}"): activation(run, i, last)}
    at = f"loss ({case.loss})"
    lines |= {(at, "y"): y, (at, "L"): run["loss"]}
    for i in range(last, 0, -1):
        at = f"layer {i}, backward"
        upstream = run["d_output" if i == last else f"dA{i}"]
        lines |= {
            (at, f"dL/da{i}"): upstream,
            (at, f"da{i}/dz{i}"): derivative(case.activations[i - 1], run[f"Z{i}"], activation(run, i, last), axis),
            (at, f"dL/dz{i}"): run[f"dZ{i}"],
            (at, f"dL/dW{i}"): run[f"dW{i}"],
        }
        if biases:
            lines[at, f"dL/db{i}"] = run[f"db{i}"]
    lines["the data's gradient", "dL/dX"] = run["dX"]
    return lines


def activation(run: Mapping[str, NDArray[Any]], layer: int, last: int) -> NDArray[Any]:
    """A layer's activation."""
    return run["output" if layer == last else f"A{layer}"]


def derivative(spec: Any, z: NDArray[Any], a: NDArray[Any], sample_axis: int) -> NDArray[Any]:
    """da/dz: of z's shape, or for softmax a Jacobian (K, K) for every sample, (N, K, K)."""
    if name_and_parameter(spec)[0] != "softmax":
        return np.asarray(resolve(spec)[1](z))
    rows = a if sample_axis == 0 else a.T
    return np.asarray(rows[:, :, None] * (np.eye(rows.shape[1], dtype=rows.dtype) - rows[:, None, :]))


def label(spec: Any) -> str:
    """An activation in words."""
    return spec if isinstance(spec, str) else f"{spec[0]} {spec[1]:g}"


def render(lines: list[Line], values: bool = False) -> str:
    """A table of at most 80 columns: name, then the shape in every layout; small arrays' numbers on demand."""
    layouts = list(lines[0].arrays)
    out = ["            " + "".join(f"{TITLES[layout]:24}" for layout in layouts).rstrip()]
    section = ""
    for line in lines:
        if line.section != section:
            out += ["", line.section]
            section = line.section
        shapes = [str(line.arrays[layout].shape) for layout in layouts]
        out.append(f"  {line.name:10}" + "".join(f"{shape:24}" for shape in shapes).rstrip())
        if values:
            out += [text for layout in layouts for text in numbers(TITLES[layout], line.arrays[layout])]
    return "\n".join(out)


def numbers(title: str, array: NDArray[Any]) -> list[str]:
    """An array's numbers, rounded, behind the first word of its layout's title; nothing where there are too many."""
    if array.size > SMALL:
        return []
    printed = np.array2string(array, precision=4, suppress_small=True, max_line_width=64)
    first, *rest = printed.splitlines()
    return [f"    {title.split(maxsplit=1)[0]:7} {first}", *(" " * 12 + text for text in rest)]
