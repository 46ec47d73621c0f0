"""Mistakes in dW = dZᵀ A_in and in db = Σ dZ."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import numpy as np

from crosscheck import ball as op
from crosscheck.ball import Value, centre
from crosscheck.mistakes.output import has_derivative
from crosscheck.mistakes.site import (
    Change,
    Defect,
    Site,
    Variant,
    by_hand,
    constants,
    labelled,
    one,
    part,
    replaced,
    width,
    wrapped,
)
from crosscheck.steps import Env, regularised
from crosscheck.vocabulary import LOSSES

if TYPE_CHECKING:
    from crosscheck.case import Case


def data_gradient(s: Site, v: Env, p: str) -> Value:
    """The gradient without the regulariser's term."""
    if p == "W":
        return op.matmul(op.transpose(v[s.name("dZ")]), v[s.name("A", s.layer - 1)], extra=3)
    return op.total(v[s.name("dZ")], axis=0, extra=3)


def data(p: str, formula: Callable[[Site, Env], Value]) -> Change:
    """Another data part of a gradient; the regulariser's term stays."""
    return replaced(lambda s, v: regularised(s.case, p, formula(s, v), v[s.name(p)]))


def weight_from(dZ: str, x: Callable[[Site], str]) -> Change:
    """dW from another delta or another input."""
    return data("W", lambda s, v: op.matmul(op.transpose(v[s.name(dZ)]), v[x(s)], extra=3))


def scaled_data(p: str, factor: float) -> Change:
    """The data part times a constant."""
    return data(p, lambda s, v: op.scale(factor, data_gradient(s, v, p), roundings=3))


def scaled_whole(factor: float) -> Change:
    """A gradient times a constant, the regulariser's term with it."""
    return wrapped(lambda s, v, g: op.scale(factor, g, roundings=3))


def has_bias(case: Case) -> bool:
    """Whether there are biases."""
    return case.biases is not None


def transposed(case: Case, i: int) -> Sequence[Variant]:
    """dWᵀ, which fits a square matrix; or, where it does not fit, its numbers poured into the other shape."""
    m, n = width(case, i), width(case, i - 1)
    if 1 in (m, n):
        return ()
    if m == n:
        return one(weight_gradient=data("W", lambda s, v: op.transpose(data_gradient(s, v, "W"))))

    def poured(s: Site, v: Env) -> Value:
        return by_hand(v[s.name("W")], centre(data_gradient(s, v, "W")).reshape(n, m).T)

    def poured_over(s: Site, v: Env) -> Value:
        return by_hand(v[s.name("W")], centre(data_gradient(s, v, "W")).T.reshape(m, n))

    return (
        labelled("reshaped", weight_gradient=data("W", poured)),
        labelled("reshaped, columns", weight_gradient=data("W", poured_over)),
    )


def from_preactivation(case: Case, i: int) -> Sequence[Variant]:
    """dW_i from Z_{i-1}."""
    if i == 1 or case.activations[i - 2] == "identity":
        return ()
    return one(weight_gradient=weight_from("dZ", lambda s: s.name("Z", s.layer - 1)))


def wrong_input(case: Case, i: int) -> Sequence[Variant]:
    """dW_i from the input of another layer: of the same width, or as far as it goes, as zip or a loop would take it."""

    def of(j: int, label: str) -> Variant:
        return labelled(label, weight_gradient=data("W", lambda s, v: as_far_as_it_goes(s, v, j)))

    same = [j for j in range(case.n_layers + 1) if j != i - 1 and width(case, j) == width(case, i - 1)]
    # of another width: what stands beside the right one in the code
    near = {0: "x", i: "its own output", i - 2: f"A{i - 2}"} if i > 1 else {i: "its own output"}
    named = {j: "x" if j == 0 else f"A{j}" for j in same} | {j: text for j, text in near.items() if j not in same}
    return [of(j, "x" if j == 0 else label) for j, label in named.items()]


def as_far_as_it_goes(s: Site, v: Env, j: int) -> Value:
    """dZᵀ A_j, its columns beyond the layer's width left out, and zeros where there are too few."""
    n, a = width(s.case, s.layer - 1), v[s.name("A", j)]
    if width(s.case, j) == n:
        return op.matmul(op.transpose(v[s.name("dZ")]), a, extra=3)
    cut = centre(a)[:, :n]
    padded = np.pad(cut, ((0, 0), (0, n - cut.shape[1])))
    return op.matmul(op.transpose(v[s.name("dZ")]), by_hand(a, padded), extra=3)


def weight_skips_derivative(case: Case, i: int) -> Sequence[Variant]:
    """dW_i from dA_i: the local derivative forgotten in this product only."""
    if not has_derivative(case, i):
        return ()
    return one(weight_gradient=weight_from("dA", lambda s: s.name("A", s.layer - 1)))


def bias_skips_derivative(case: Case, i: int) -> Sequence[Variant]:
    """db_i from dA_i."""
    if not has_derivative(case, i) or not has_bias(case):
        return ()
    return one(bias_gradient=data("b", lambda s, v: op.total(v[s.name("dA")], axis=0)))


def bias_variants(formula: Callable[[Site, Env], Value], needs: Callable[[Case, int], bool]) -> object:
    """One variant of db where `needs` holds."""

    def variants(case: Case, i: int) -> Sequence[Variant]:
        return one(bias_gradient=data("b", formula)) if has_bias(case) and needs(case, i) else ()

    return variants


def spread(s: Site, v: Env) -> Value:
    """One number, the sum over samples and units, for every unit."""
    return op.add(op.total(v[s.name("dZ")]), np.zeros(width(s.case, s.layer)))


def averaged_twice(case: Case, i: int) -> Sequence[Variant]:
    """Divided by N once more, in dW and db."""
    if case.n_samples == 1:
        return ()
    weights = {"weight-gradient": scaled_data("W", 1 / case.n_samples)}
    if not has_bias(case):
        return (Variant("", weights),)
    # the biases alone: see bias-gradient-mean
    both = {**weights, "bias-gradient": scaled_data("b", 1 / case.n_samples)}
    found = (Variant("", both), Variant("weights only", weights))
    return (*found, *with_the_penalty(case, "", 1 / case.n_samples))


def with_the_penalty(case: Case, label: str, c: float) -> list[Variant]:
    """dW with its penalty, and db, times a constant; and dW alone."""
    if not case.l2 or c == 1:
        return []
    whole, tail = scaled_whole(c), "the penalty too"
    found = [labelled(f"dW × {label}, {tail}" if label else f"weights only, {tail}", weight_gradient=whole)]
    if has_bias(case):
        both = f"dW and db × {label}, {tail}" if label else tail
        found.append(labelled(both, weight_gradient=whole, bias_gradient=whole))
    return found


def one_sample(case: Case, i: int) -> Sequence[Variant]:
    """Only the first or the last sample counts."""
    if case.n_samples == 1:
        return ()
    found: list[Variant] = []
    for label, k in (("first", 0), ("last", case.n_samples - 1)):
        found += of_either(case, label, data("W", product_of_row(k)), data("b", delta_of_row(k)))
    return found


def sample_left_out(case: Case, i: int) -> Sequence[Variant]:
    """A loop over the samples that begins one too late, or ends one too early."""
    n = case.n_samples
    found: list[Variant] = []
    for label, rows in (("the last", slice(0, n - 1)), ("the first", slice(1, n))):
        found += of_either(case, label, data("W", product_of(rows)), data("b", sum_of(rows)))
    return found


def of_either(case: Case, label: str, weights: Change, biases: Change) -> list[Variant]:
    """The same slip in both gradients of a layer, in that of the bias alone, and in that of the weights alone."""
    if not has_bias(case):
        return [labelled(label, weight_gradient=weights)]
    return [
        labelled(label, weight_gradient=weights, bias_gradient=biases),
        labelled(f"{label}, bias only", bias_gradient=biases),
        labelled(f"{label}, weights only", weight_gradient=weights),
    ]


def product_of(rows: slice) -> Callable[[Site, Env], Value]:
    """The product over some of the samples."""
    return lambda s, v: op.matmul(
        op.transpose(part(v[s.name("dZ")], rows)), part(v[s.name("A", s.layer - 1)], rows), extra=3
    )


def sum_of(rows: slice) -> Callable[[Site, Env], Value]:
    """The sum over some of the samples."""
    return lambda s, v: op.total(part(v[s.name("dZ")], rows), axis=0, extra=3)


def row(a: Value, k: int) -> tuple[Value, Value]:
    """Row k as a vector, and as a matrix of one row."""
    if isinstance(a, op.Ball):
        e = None if a.e is None else a.e[k]
        return op.Ball(a.v[k], e, a.r), op.Ball(a.v[k : k + 1], None if e is None else e[None], a.r)
    return a[k], a[k : k + 1]


def product_of_row(k: int) -> Callable[[Site, Env], Value]:
    """The outer product of one sample."""
    return lambda s, v: op.matmul(op.transpose(row(v[s.name("dZ")], k)[1]), row(v[s.name("A", s.layer - 1)], k)[1])


def delta_of_row(k: int) -> Callable[[Site, Env], Value]:
    """The delta of one sample."""
    return lambda s, v: row(v[s.name("dZ")], k)[0]


def parameter_factor(case: Case, i: int) -> Sequence[Variant]:
    """dW or db of one layer times a constant."""
    named = constants(case) | {"-1": -1.0}
    variants = [labelled(f"dW × {x}", weight_gradient=scaled_data("W", c)) for x, c in named.items()]
    if has_bias(case):
        variants += [labelled(f"db × {x}", bias_gradient=scaled_data("b", c)) for x, c in named.items()]
        variants += [
            labelled(f"dW and db × {x}", weight_gradient=scaled_data("W", c),
                     bias_gradient=scaled_data("b", c)) for x, c in named.items()
        ]  # fmt: skip
    return [*variants, *with_the_penalty(case, "N", case.n_samples)]


def times_width(case: Case, i: int) -> Sequence[Variant]:
    """dW, db or both times a width of the layer, or divided by one, besides N or in place of it."""
    n, below, above = float(case.n_samples), float(width(case, i - 1)), float(width(case, i))
    named = {"1/nᵢ": 1 / above, "1/nᵢ₋₁": 1 / below, "nᵢ₋₁": below, "nᵢ": above}
    if LOSSES[case.loss].divisor:
        named |= {"N/nᵢ": n / above, "N/nᵢ₋₁": n / below}
    variants = []
    for label, c in named.items():
        if c == 1:
            continue
        both = {"weight-gradient": scaled_data("W", c)}
        if has_bias(case):
            both["bias-gradient"] = scaled_data("b", c)
            variants.append(Variant(f"dW and db × {label}", both))
            variants.append(labelled(f"db × {label}", bias_gradient=scaled_data("b", c)))
        variants.append(labelled(f"dW × {label}", weight_gradient=scaled_data("W", c)))
        if label == "N/nᵢ₋₁":
            variants += with_the_penalty(case, label, c)
    return variants


def gradient_zero(case: Case, i: int) -> Sequence[Variant]:
    """A bias gradient that is never computed."""
    if not has_bias(case):
        return ()
    return one(bias_gradient=data("b", lambda s, v: by_hand(v[s.name("b")], np.zeros(width(s.case, s.layer)))))


DEFECTS = (
    Defect("weight-gradient-transposed", "parameters", transposed),
    Defect("weight-gradient-from-preactivation", "parameters", from_preactivation),
    Defect("weight-gradient-wrong-input", "parameters", wrong_input),
    Defect("weight-gradient-skips-derivative", "parameters", weight_skips_derivative),
    Defect("bias-gradient-skips-derivative", "parameters", bias_skips_derivative),
    Defect("bias-gradient-scalar", "parameters", bias_variants(spread, lambda c, i: width(c, i) > 1)),  # type: ignore[arg-type]
    Defect("bias-gradient-mean", "parameters",
           bias_variants(lambda s, v: op.scale(1 / s.case.n_samples, data_gradient(s, v, "b"), 3),
                         lambda c, i: c.n_samples > 1)),  # type: ignore[arg-type]
    Defect("bias-gradient-wrong-axis", "parameters",
           bias_variants(lambda s, v: op.total(v[s.name("dZ")], axis=1),
                         lambda c, i: c.n_samples == width(c, i) and c.n_samples > 1)),  # type: ignore[arg-type]
    Defect("bias-gradient-zero", "parameters", gradient_zero),
    Defect("averaged-twice", "parameters", averaged_twice),
    Defect("one-sample-only", "parameters", one_sample),
    Defect("sample-left-out", "parameters", sample_left_out),
    Defect("parameter-factor", "parameters", parameter_factor, generic=2),
    Defect("gradient-times-width", "parameters", times_width, generic=2),
)  # fmt: skip
