"""What a printed loss is, where it is not the declared one and every gradient holds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from math import log, sqrt

import numpy as np

from crosscheck.bounds import values
from crosscheck.case import Case
from crosscheck.declaration import compatible_losses
from crosscheck.extreme import is_extreme
from crosscheck.factor import BY_NAME
from crosscheck.finding import DIFFERS, Remark
from crosscheck.judge_run import Judged
from crosscheck.record import suffix
from crosscheck.steps import Names, decay, penalised, start
from crosscheck.vocabulary import LOSSES

KIND = "loss-value"
GRADIENTS_HOLD = "; every gradient holds"


def losses_named(judged: Sequence[Judged]) -> list[Judged]:
    """The runs, each remark on the value of the loss with what that value is, where one thing is it in all of them."""
    concerned = [j for j in judged if any(r.kind == KIND for r in j.remarks) and not is_extreme(j)]
    if not concerned:
        return list(judged)
    meaning = shared_meaning(concerned)
    says = f": it is {meaning}" if meaning else ". Is it computed by the forward pass that is trained?"

    def said(r: Remark) -> Remark:
        return Remark(KIND, r.text + says) if r.kind == KIND else r

    return [replace(j, remarks=tuple(said(r) for r in j.remarks)) for j in judged]


def of_wrong_network(r: Remark) -> Remark:
    """A remark on the value of the loss without the praise, which only holds in its own case."""
    return Remark(KIND, r.text.replace(GRADIENTS_HOLD, "")) if r.kind == KIND else r


def shared_meaning(judged: Sequence[Judged]) -> str:
    """The first of all meanings that fits every value shown; "" where none does."""
    left: list[str] | None = None
    for j in judged:
        off = [f for f in j.findings if f.stage == "loss" and f.status == DIFFERS and f.index is not None]
        shown = {f.step: f.candidate for f in off}
        exact = 1e-9 if j.run.case.dtype == "float64" else 1e-4
        fitting = [
            label
            for label, value in meanings(j.run.case)
            if all(np.isclose(value[k - 1], v, rtol=exact, atol=0) for k, v in shown.items())
        ]
        left = fitting if left is None else [label for label in left if label in fitting]
        if not left:
            return ""
    return left[0] if left else ""


def meanings(case: Case) -> Iterator[tuple[str, list[float]]]:
    """What people print for a loss, and its value in each training step; the simplest first."""
    steps = range(1, case.steps + 1)
    v = values(case.with_(steps=case.steps + 1))
    whole = [float(v["loss" + suffix(k)]) for k in range(1, case.steps + 2)]
    terms = [penalties(case, v, k) for k in steps]
    data = [whole[k - 1] - sum(terms[k - 1]) for k in steps]
    if case.l2:
        yield "the loss without its penalty", data
        for i in range(case.n_layers) if case.n_layers > 1 else ():
            yield (
                f"the loss without the penalty of layer {i + 1}",
                [w - t[i] for w, t in zip(whole, terms, strict=False)],
            )
        n = case.n_samples
        for c, label in ((2, "twice the penalty"), (0.5, "half the penalty"), (n, "N times the penalty"),
                         (1 / n, "1/N of the penalty"), (-1, "the penalty subtracted")):  # fmt: skip
            yield f"the loss with {label}", [d + c * sum(t) for d, t in zip(data, terms, strict=True)]
    yield "the loss of the parameters after the update", whole[1:]
    yield from of_the_bank(case, [sum(t) for t in terms])
    for name, factor in BY_NAME.items():
        c = factor(case.n_samples, case.n_outputs)
        if c != 1:
            yield f"the loss times {name}", [c * w for w in whole[:-1]]
    penalty = [sum(t) for t in terms]
    for label, value in sums(case, v, data):
        if case.l2:
            yield f"{label}, and the penalty", [d + p for d, p in zip(value, penalty, strict=True)]
        yield label, value
    yield "the loss with logarithms to base 2", [d / log(2) for d in data]
    yield "the loss with logarithms to base 10", [d / log(10) for d in data]
    yield "the sum of the losses of all steps so far", [float(w) for w in np.cumsum(whole[:-1])]


def penalties(case: Case, v: dict[str, np.ndarray], k: int) -> list[float]:
    """½λ‖θ‖² of each layer, before step k."""
    if not case.l2:
        return [0.0] * case.n_layers
    env, n = {**start(case), **v}, Names(case, k)
    return [
        0.5 * decay(case) * float(sum(np.sum(np.square(env[n.before(p, i)])) for p in penalised(case)))
        for i in range(1, case.n_layers + 1)
    ]


def of_the_bank(case: Case, penalty: Sequence[float]) -> Iterator[tuple[str, list[float]]]:
    """The other losses that the output allows, with the penalty and without; of the declared one's own gradients."""
    v = values(case)
    for name in compatible_losses(case.activations[-1]):
        if name == case.loss:
            continue
        kind = LOSSES[name]
        c = kind.coefficient(case.n_samples, case.n_outputs)
        plain = [c * total(kind.family, v, case, k) for k in range(1, case.steps + 1)]
        yield name, [p + t for p, t in zip(plain, penalty, strict=True)]
        if case.l2:
            yield f"{name}, without a penalty", plain


def total(family: str, v: dict[str, np.ndarray], case: Case, k: int) -> float:
    """Σ of a family, before its constant."""
    out, y = np.asarray(v["output" + suffix(k)], dtype=np.float64), np.asarray(case.y, dtype=np.float64)
    return float(np.sum((out - y) ** 2)) if family == "squares" else -log_likelihood(family, y, out, 1 - out)


def log_likelihood(family: str, y: np.ndarray, p: np.ndarray, q: np.ndarray) -> float:
    """Σ y log p, and for a sigmoid's (1 - y) log q, where q is 1 - p or what the code has in its place."""
    with np.errstate(divide="ignore", invalid="ignore"):
        ones = np.where(y > 0, y * np.log(p), 0.0)
        zeros = np.where(y < 1, (1 - y) * np.log(q), 0.0) if family == "bce" else 0.0
        return float(np.sum(ones + zeros))


def sums(case: Case, v: dict[str, np.ndarray], data: Sequence[float]) -> Iterator[tuple[str, list[float]]]:
    """Other sums of the same errors: not squared, of one sample, of the ones alone."""
    n, k = case.n_samples, case.n_outputs
    outs = [np.asarray(v["output" + suffix(s)], dtype=np.float64) for s in range(1, case.steps + 1)]
    y = np.asarray(case.y, dtype=np.float64)
    kind = LOSSES[case.loss]
    c = kind.coefficient(n, k)
    off = [out - y for out in outs]
    if kind.family == "squares":
        yield (
            "the sum of the norms ‖ŷ - y‖, not squared",
            [c * float(np.sum(np.sqrt(np.sum(d**2, 1)))) for d in off],
        )
    yield "the root of the loss", [sqrt(abs(d)) for d in data]
    yield "the mean of |ŷ - y|", [float(np.mean(np.abs(d))) for d in off]
    yield "the sum of |ŷ - y|", [float(np.sum(np.abs(d))) for d in off]
    yield "the sum of ŷ - y, not squared, times the loss's constant", [c * float(np.sum(d)) for d in off]
    if kind.family == "bce":
        with np.errstate(divide="ignore", invalid="ignore"):
            ones = [-c * float(np.sum(np.where(y > 0, y * np.log(out), 0.0))) for out in outs]
            zeros = [-c * float(np.sum(np.where(y < 1, (1 - y) * np.log(1 - out), 0.0))) for out in outs]
        yield "the loss without (1 - y) log(1 - ŷ)", ones
        yield "the loss without y log ŷ", zeros
        yield (
            "the loss with the sign of one of its logarithms turned",
            [a - b for a, b in zip(ones, zeros, strict=True)],
        )
