"""The loss that a network's gradients belong to, where the adapter does not know it."""

from __future__ import annotations

from collections.abc import Sequence

from crosscheck.declaration import UNKNOWN, Declaration, compatible_losses
from crosscheck.factor import APPLIED, BY_NAME, SHOWN, exact_for, find_factor, precision, proportion, with_loss
from crosscheck.finding import Remark
from crosscheck.run_adapter import Run
from crosscheck.vocabulary import LOSSES

DEFAULT_LOSS = {"squares": "mse", "bce": "bce_mean", "cross_entropy": "cross_entropy_per_sample"}


def best_loss(runs: Sequence[Run], d: Declaration) -> str:
    """Of the losses that the output allows: the one that is exact; else with the simplest factor; else the nearest."""
    sound = [r for r in runs if r.failure is None and not r.broken] or list(runs)
    exact = exact_for(sound)
    if exact:
        return exact[0]
    losses = compatible_losses(runs[0].case.activations[-1])
    tried = {loss: [with_loss(r, loss) for r in sound] for loss in losses}
    fitting = {loss: [r for r in found if r is not None] for loss, found in tried.items() if None not in found}
    factors = {loss: f[0] for loss, found in fitting.items() if (f := find_factor(found)) is not None}
    if factors:
        rank = list(BY_NAME)
        return min(
            factors, key=lambda loss: rank.index(factors[loss].name) if factors[loss].name in rank else len(rank)
        )
    return nearest_loss(fitting) or d.losses[0]


def nearest_loss(fitting: dict[str, list[Run]]) -> str | None:
    """The loss whose last layer's gradients are the candidate's in most runs; else the nearest family's usual one."""
    score: dict[str, tuple[int, float]] = {}
    for loss, runs in fitting.items():
        last = [(r, p) for r in runs for g in (SHOWN, APPLIED)
                if (p := proportion(r, g, only=f"dW{r.case.n_layers}")) is not None]  # fmt: skip
        hits = sum(abs(p.value - 1) + p.misfit <= precision(r.case) for r, p in last)
        usual = loss == DEFAULT_LOSS[LOSSES[loss].family]
        score[loss] = (-hits, sum(min(p.misfit, 10.0) for _, p in last) - 1e-9 * usual)
    return min(score, key=lambda loss: score[loss]) if score else None


def loss_notes(runs: Sequence[Run], d: Declaration, exact: tuple[str, ...]) -> list[Remark]:
    """Which loss was found where none was declared, and which ones these cases cannot tell apart."""
    notes = []
    if d.loss == UNKNOWN and runs:
        text = (
            f"the gradient is that of {' or '.join(exact)}"
            if exact
            else f"no loss fits; held against {runs[0].case.loss}"
        )
        notes.append(Remark("loss-unknown", text))
    if d.one_at_a_time and runs:
        text = "one sample at a time: whether the loss is summed or averaged over samples cannot be told apart"
        notes.append(Remark("sum-or-mean", text + (f" ({', '.join(exact)})" if d.loss in exact else "")))
    return notes
