"""A Case as one .npz, so that a program in any language can take part; docs/files.md lists every key."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from crosscheck.case import Case
from crosscheck.errors import UsageError
from crosscheck.npz import read_npz, write_npz
from crosscheck.npz_fields import column, decoded, flag, number, text, whole, word
from crosscheck.record import Record
from crosscheck.vocabulary import LOSSES, PARAMETERS, Spec, name_and_parameter

Arrays: TypeAlias = dict[str, NDArray[Any]]

FORMAT_VERSION = 1
REFERENCE = "reference_"  # prefix of the reference's arrays, which are there for the reader and never read back
WORDS = ("momentum_form", "l2_on", "l2_scale", "dtype", "inputs")
NUMBERS = ("lr", "momentum", "dampening", "weight_decay", "l2")
FLAGS = ("nesterov", "maximize")
REQUIRED = ("format_version", "sizes", "activations", "loss", "x")
OPTIONAL = (
    "id", "n_samples", "has_bias", "activation_parameters", "y", "class_index", "steps", "seed",
    *WORDS, *NUMBERS, *FLAGS,
)  # fmt: skip


def save_case(case: Case, path: str | os.PathLike[str], reference: Record | None = None) -> None:
    """Write a Case, and the reference's run of it beside it where it is given.

    Raises:
        UsageError: if the file cannot be written; it is then not there, or as it was.
    """
    write_npz(path, case_arrays(case) | {REFERENCE + name: a for name, a in (reference or {}).items()})


def load_case(path: str | os.PathLike[str]) -> Case:
    """Read a Case: bit for bit what was written.

    Raises:
        UsageError: a file that is missing or damaged, no case, of another version, or whose content is refused by Case.
    """
    try:
        return case_from_arrays(read_npz(path, "a case"))
    except UsageError as error:
        message = str(error)
        raise UsageError(message if str(path) in message else f"{path}: {message}") from error


def case_arrays(case: Case) -> Arrays:
    """Every setting and array of a Case, as arrays that C can read: float64, int64 and fixed-length bytes."""
    arrays: dict[str, Any] = {
        "format_version": np.int64(FORMAT_VERSION),
        "id": text(case.id, len(case.id)),
        "sizes": np.array(case.sizes, dtype=np.int64),
        "n_samples": np.int64(case.n_samples),
        "activations": np.array([name_and_parameter(s)[0].encode() for s in case.activations], dtype="S16"),
        "activation_parameters": np.array([parameter_or_nan(s) for s in case.activations], dtype=np.float64),
        "loss": text(case.loss, 32),
        "has_bias": np.int64(case.biases is not None),
        **{name: np.float64(getattr(case, name)) for name in NUMBERS},
        **{name: np.int64(getattr(case, name)) for name in FLAGS},
        **{name: text(getattr(case, name), 16) for name in WORDS},
        "steps": np.int64(case.steps),
        "seed": np.int64(-1 if case.seed is None else case.seed),
        "x": case.x,
        "y": case.y,
    }
    arrays |= {f"W{i}": w for i, w in enumerate(case.weights, 1)}
    arrays |= {f"b{i}": b for i, b in enumerate(case.biases or (), 1)}
    if LOSSES[case.loss].family == "cross_entropy" and np.array_equal(case.y, case.y.astype(bool)):
        arrays["class_index"] = np.argmax(case.y, axis=1).astype(np.int64)
    return {name: np.asarray(a) for name, a in arrays.items()}


def parameter_or_nan(spec: Spec) -> float:
    """The parameter, given or by default; NaN for an activation that has none."""
    name, parameter = name_and_parameter(spec)
    return parameter if name in PARAMETERS else float("nan")


def case_from_arrays(arrays: Mapping[str, NDArray[Any]]) -> Case:
    """The Case that these arrays describe; UsageError for what is missing, unknown, or contradicts itself."""
    check_version(arrays)
    missing = [k for k in REQUIRED if k not in arrays]
    if missing:
        raise UsageError(f"{missing[0]} is missing: expected a case with at least {', '.join(REQUIRED)}, y and W1")
    sizes = tuple(whole(arrays, "sizes", ndim=1))
    layers = range(1, len(sizes))
    has_bias = "b1" in arrays
    parameters = [f"W{i}" for i in layers] + [f"b{i}" for i in layers if has_bias]
    check_keys(arrays, parameters)
    settings: dict[str, Any] = {name: number(arrays, name) for name in NUMBERS if name in arrays}
    settings |= {name: flag(arrays, name) for name in FLAGS if name in arrays}
    settings |= {name: word(arrays, name) for name in WORDS if name in arrays}
    if "steps" in arrays:
        settings["steps"] = whole(arrays, "steps", ndim=0)[0]
    dtype = settings.setdefault("dtype", str(arrays["x"].dtype))
    for name in ("x", *(["y"] if "y" in arrays else []), *parameters):
        if str(arrays[name].dtype) != dtype:  # nothing is converted: a float32 that was meant as one stays one
            raise UsageError(f"{name} has dtype {arrays[name].dtype}: expected {dtype} in every array of the case")
    case = Case(
        sizes=sizes,
        activations=activations(arrays),
        loss=word(arrays, "loss"),
        x=arrays["x"],
        y=targets(arrays, sizes),
        weights=tuple(arrays[f"W{i}"] for i in layers),
        biases=tuple(arrays[f"b{i}"] for i in layers) if has_bias else None,
        seed=seed(arrays),
        **settings,
    )
    check_against_itself(arrays, case)
    return case


def check_version(arrays: Mapping[str, NDArray[Any]]) -> None:
    """A case, and of a version that is known here."""
    if "format_version" not in arrays:
        names = ", ".join(list(arrays)[:6])
        raise UsageError(f"this is no case: format_version is missing, found {names or 'nothing'}")
    version = whole(arrays, "format_version", ndim=0)[0]
    if version != FORMAT_VERSION:
        raise UsageError(f"format_version is {version}: expected {FORMAT_VERSION}; export the case again")


def check_keys(arrays: Mapping[str, NDArray[Any]], parameters: list[str]) -> None:
    """Every parameter is there, and nothing that would be silently ignored."""
    for name in parameters:
        if name not in arrays:
            raise UsageError(f"{name} is missing: expected {', '.join(parameters)}")
    for name in arrays:
        if name not in (*REQUIRED, *OPTIONAL, *parameters) and not name.startswith(REFERENCE):
            raise UsageError(f"unknown key {name!r}: expected {', '.join((*REQUIRED, *OPTIONAL, *parameters))}")


def check_against_itself(arrays: Mapping[str, NDArray[Any]], case: Case) -> None:
    """What a file says twice it must say alike: a case that was edited by half is not the case that its id names."""
    if "n_samples" in arrays and whole(arrays, "n_samples", ndim=0) != [case.n_samples]:
        raise UsageError(f"n_samples is {int(arrays['n_samples'])}, x has {case.n_samples} rows: make them agree")
    if "has_bias" in arrays and flag(arrays, "has_bias") != (case.biases is not None):
        raise UsageError(
            f"has_bias is {int(arrays['has_bias'])}, b1 is {'there' if case.biases else 'not'}: make them agree"
        )
    if "id" in arrays and word(arrays, "id") != case.id:
        raise UsageError(f"its id is {word(arrays, 'id')}, its content {case.id}: export it again, or leave id out")


def activations(arrays: Mapping[str, NDArray[Any]]) -> tuple[Spec, ...]:
    """Names, with the parameters that are not NaN."""
    names = [decoded(a, "activations") for a in column(arrays, "activations")]
    if "activation_parameters" not in arrays:
        return tuple(names)
    parameters = column(arrays, "activation_parameters")
    if len(parameters) != len(names) or parameters.dtype.kind != "f":
        raise UsageError(f"activation_parameters must be {len(names)} floats, one a layer, NaN where there is none")
    return tuple(n if np.isnan(p) else (n, float(p)) for n, p in zip(names, parameters, strict=True))


def targets(arrays: Mapping[str, NDArray[Any]], sizes: tuple[int, ...]) -> NDArray[Any]:
    """`y`, or one-hot rows of `class_index` (N,); where both are there they must say the same."""
    if "class_index" not in arrays:
        if "y" not in arrays:
            raise UsageError("y is missing: expected y (N, K), or class_index (N,) for cross entropy")
        return arrays["y"]
    classes, k = np.array(whole(arrays, "class_index", ndim=1)), sizes[-1] if sizes else 0
    outside = (classes < 0) | (classes >= k)
    if outside.any():
        at = int(np.argmax(outside))
        raise UsageError(f"class_index[{at}] is {classes[at]}: expected a class from 0 to {k - 1}")
    one_hot = (classes[:, None] == np.arange(k)).astype(arrays["x"].dtype)
    if "y" in arrays and not np.array_equal(arrays["y"], one_hot):
        raise UsageError("y and class_index name different classes: make them agree, or leave one out")
    return arrays.get("y", one_hot)


def seed(arrays: Mapping[str, NDArray[Any]]) -> int | None:
    """None for -1: the numbers were given."""
    value = whole(arrays, "seed", ndim=0)[0] if "seed" in arrays else -1
    return None if value < 0 else value
