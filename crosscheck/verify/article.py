"""What `crosscheck verify` found, as an article of the page: the pair next to PyTorch, and their training."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from crosscheck.environment import environment
from crosscheck.kept import as_run
from crosscheck.report.html.article import difference, findings_table
from crosscheck.report.html.curves import Line
from crosscheck.report.html.graph import Shown, graphs_of, judged_elements
from crosscheck.report.html.model import Article, Plot, Table
from crosscheck.report.html.training import plot
from crosscheck.report.html.words import at, number
from crosscheck.report.place import shown_case, sources
from crosscheck.verify.comparison import Comparison
from crosscheck.verify.free_run import PERMUTED
from crosscheck.verify.outcome import FreeRun, Outcome
from crosscheck.verify.own import own
from crosscheck.verify.table import drift_words, verdict
from crosscheck.verify.tally import Quantity

IDENT = "verify"
TONES = {"agrees": "good", "differs": "bad"}
REMARKS = 20  # arrays that were not judged, named one by one


def article(outcome: Outcome) -> Article:
    """The networks in the first training step, or in the first comparison that differs; training; all quantities."""
    first = outcome.first_difference
    tables = [quantities(outcome.quantities), accuracies(outcome.free_runs)]
    if first is not None:
        tables.insert(0, findings_table(first.report))
    return Article(
        id=IDENT,
        title="manual_mlp, numerator and denominator layout and fused, next to PyTorch",
        verdict=outcome.verdict,
        tone=TONES.get(outcome.verdict, "open"),
        lines=tuple(opening(outcome)),
        difference=None if first is None else difference(first.report),
        graphs=graphs_of(IDENT, [shown(c) for c in ([first] if first is not None else outcome.sample)]),
        plots=tuple(p for run in outcome.free_runs for p in plots(run)),
        tables=tuple(tables),
        remarks=tuple(unjudged(outcome)),
        environment=tuple(environment().items()),
    )


def opening(outcome: Outcome) -> list[str]:
    """The verdict in a line, and what was run."""
    settings = outcome.settings
    epochs = "1 epoch" if settings["epochs"] == 1 else f"{settings['epochs']} epochs"
    spent = f" ({epochs}, seed {settings['seed']})"
    said = [
        verdict(outcome).partition(": ")[2],
        f"{outcome.n_steps} training steps of the digits in lockstep{spent}, and {outcome.n_grid} cases of a grid.",
    ]
    if outcome.first_difference is not None:
        said.append(f"The first that differs: {outcome.first_difference.layout}, {outcome.first_difference.where}.")
    return said


def shown(c: Comparison) -> Shown:
    """One layout's run."""
    assert c.case is not None
    first = next(iter(sources(c.report, shown_case(c.report))), None)
    run = as_run(c.case, own(c.layout).conventions, c.shown)
    return judged_elements(f"{c.layout}, {c.where}", run, "" if first is None else first.name)


def plots(run: FreeRun) -> tuple[Plot, Plot]:
    """The loss of all networks, and their drift against its bound."""
    steps = [m.step for m in run.moments]
    losses = [Line(n, np.array([m.losses[n] for m in run.moments])) for n in run.moments[0].losses]
    drift = [Line(n, np.array([m.drift[n] for m in run.moments])) for n in run.moments[0].drift]
    bound = Line("bound", np.array([m.bound if m.judged else np.nan for m in run.moments]))
    more = {"worst error ÷ bound": np.array([m.ratio for m in run.moments])}
    loss_caption = f"Loss of each batch before its update, every network going its own way in {run.dtype}."
    drift_caption = (
        f"How far each network's parameters are from PyTorch's, as a share of the largest parameter; "
        f"{PERMUTED} is PyTorch itself with the samples of each batch in another order. {drift_words(run)}"
    )
    return (
        plot(f"{IDENT}-{run.dtype}-loss", f"Loss, {run.dtype}", steps, losses, "loss (cross entropy)", log=False,
             caption=loss_caption),
        plot(f"{IDENT}-{run.dtype}-drift", f"Drift of the parameters, {run.dtype}", steps, [*drift, bound],
             "relative drift", log=True, caption=drift_caption, more=more),
    )  # fmt: skip


def quantities(found: Sequence[Quantity]) -> Table:
    """One row a quantity: the worst against PyTorch in each precision, and on its own inputs."""
    rows, tones = [], []
    for q in found:
        cells = [q.name, f"{q.judged:,}", str(q.not_judged), str(q.differ)]
        for figures in (q.torch.get("float64"), q.torch.get("float32"), q.own):
            worst = figures.worst if figures is not None else None
            cells += ["–"] if worst is None else [number(worst.ratio)]
        worst = (q.torch.get("float64") or q.own).worst
        cells.append("" if worst is None else f"{at(worst.name, worst.index)}, {worst.layout}, {worst.where}")
        rows.append(tuple(cells))
        tones.append("bad" if q.differ else "")
    head = ("quantity", "judged", "not judged", "out", "float64", "float32", "own inputs", "worst in float64 at")
    return Table("Worst error ÷ bound of every quantity", head, tuple(rows), tuple(tones))


def accuracies(runs: Sequence[FreeRun]) -> Table:
    """What the networks are good for."""
    names = list(runs[0].accuracy)
    rows = tuple((run.dtype, *(f"{run.accuracy[n]:.2%}" for n in names)) for run in runs)
    return Table("Held-out digits recognised after running free", ("precision", *names), rows)


def unjudged(outcome: Outcome) -> list[str]:
    """Arrays that no bound could judge."""
    found = outcome.not_judged
    said = [f"Not judged: {n.name}, {n.layout}, {n.where}: {n.why}" for n in found[:REMARKS]]
    return said + ([f"and {len(found) - REMARKS} more that were not judged"] if len(found) > REMARKS else [])
