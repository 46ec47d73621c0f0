"""The outcome as text of at most 80 columns: the same in a terminal and in a CI log."""

from __future__ import annotations

import math
from textwrap import fill

from crosscheck.finding import AGREES, DIFFERS
from crosscheck.report.look import STYLE, WIDTH, Line, Look, as_it_is, line
from crosscheck.report.terminal import compose
from crosscheck.verify.free_run import PERMUTED, Moment
from crosscheck.verify.outcome import FreeRun, Outcome
from crosscheck.verify.tally import Figures, NotJudged, Place, Quantity

NOTHING = Figures(0, None, math.nan)


def summary(outcome: Outcome, verbose: bool = False) -> str:
    """Tables of all quantities, and of the drift."""
    opening = (
        f"Both layouts and the fused network next to PyTorch: {outcome.n_steps} training steps of the digits in "
        f"lockstep, and {outcome.n_grid} cases of the grid."
    )
    parts = [fill(opening, WIDTH), quantities(outcome.quantities), places(outcome.quantities, verbose)]
    if outcome.not_judged:
        parts.append(not_judged(outcome.not_judged, verbose))
    parts += [drift(run, verbose) for run in outcome.free_runs]
    parts.append(accuracies(outcome.free_runs))
    return "\n\n".join(parts)


def quantities(lines: tuple[Quantity, ...]) -> str:
    """Every quantity: the worst error against PyTorch, its bound, and how much the bounds are worth."""
    above = f"{'':8} {'---- against PyTorch, float64 ---':>32}  {'-- float32 ---':14} {'step':>5} {'arrays':>6}"
    torch = f"{'error':>8} {'bound':>8} {'ratio':>5} {'bd/sig':>8}  {'ratio':>5} {'bd/sig':>8}"
    head = [above, f"{'quantity':8} {torch} {'ratio':>5} {'judged':>6} {'not':>4} {'out':>4}"]
    notes = [
        "ratio: error / bound, the worst of all; above 1, no sound evaluation gives the",
        "number. bd/sig: bound / root mean square of the array, the median. step: judged",
        "on the layout's own inputs. not: arrays whose bound is too wide to judge by, or",
        "that are zero. out: arrays that are wrong in themselves.",
    ]
    return "\n".join([*head, *(quantity(q) for q in lines), *notes])


def quantity(q: Quantity) -> str:
    """One line of the table."""
    double, single = q.torch.get("float64", NOTHING), q.torch.get("float32", NOTHING)
    error, bound = (number(double.worst.error), number(double.worst.bound)) if double.worst else ("-", "-")
    torch = f"{error:>8} {bound:>8} {ratio(double.worst):>5} {number(double.sharpness):>8}"
    torch += f"  {ratio(single.worst):>5} {number(single.sharpness):>8}"
    return f"{q.name:8} {torch} {ratio(q.own.worst):>5} {q.judged:>6} {q.not_judged:>4} {q.differ or '':>4}".rstrip()


def places(lines: tuple[Quantity, ...], verbose: bool) -> str:
    """Where the worst ratio of each quantity stands; verbose: of every column."""
    text = ["Where each worst ratio against PyTorch stands (the layout's own indices):"]
    for q in lines:
        found = {dtype: f.worst for dtype, f in sorted(q.torch.items(), reverse=True)} | {"step": q.own.worst}
        if verbose:
            text += [line for column, p in found.items() if p for line in place(p, f"{column:8}")]
            continue
        worst = max((p for c, p in found.items() if p and c != "step"), key=lambda p: p.ratio, default=None)
        text += place(worst) if worst else [f"{q.name}: nowhere judged against PyTorch"]
    return "\n".join(text)


def place(p: Place, column: str = "") -> list[str]:
    """Which element, of which layout, in which case."""
    element = f"{p.name}[{', '.join(map(str, p.index))}]" if p.index else p.name
    start = f"{column}{element:14} {p.layout}"
    # on a line of its own where it does not fit: an id that is broken cannot be copied
    return [f"{start} {p.where}"] if len(start) + len(p.where) < WIDTH else [start, f"    {p.where}"]


def not_judged(found: tuple[NotJudged, ...], verbose: bool) -> str:
    """Which arrays no bound could judge, and why."""
    shown = found if verbose else found[:2]
    lines = [fill(f"{n.name} {n.layout} {n.where}: {n.why}", WIDTH, subsequent_indent="    ") for n in shown]
    more = [f"and {len(found) - len(shown)} more (-v shows all)"] if len(shown) < len(found) else []
    return "\n".join([f"Not judged, and counted for nothing ({len(found)}):", *lines, *more])


def drift(run: FreeRun, verbose: bool) -> str:
    """How far the networks have come apart; single precision in words, unless something is wrong."""
    names = [name for name in run.moments[0].drift if name != PERMUTED] + [PERMUTED]
    steps = checkpoints(len(run.moments)) | {next((m.step for m in run.moments if m.ratio > 1), 1)}
    lines = [f"Running free in {run.dtype}: largest |W - W_PyTorch| / largest |W_PyTorch|"]
    if verbose or run.dtype == "float64" or not run.passed:
        lines.append(f"{'step':>6}" + "".join(f"{name:>{column(name)}}" for name in names) + "     bound  since")
        lines += [drift_row(m, names) for m in run.moments if verbose or m.step in steps]
    return "\n".join([*lines, fill(drift_words(run), WIDTH)])


def column(name: str) -> int:
    """The width of a network's column: its name's or a number's, and two."""
    return max(len(name), 7) + 2


def drift_row(m: Moment, names: list[str]) -> str:
    """One step."""
    cells = "".join(f"{number(m.drift[name]):>{column(name)}}" for name in names)
    since = "start" if m.since == 0 else str(m.since)
    mark = "" if m.judged else "  vacuous"
    return f"{m.step:>6}{cells}{number(m.bound):>10}{since:>7}{mark}" + "  OUT" * (m.ratio > 1)


def drift_words(run: FreeRun) -> str:
    """What the drift comes to."""
    n = len(run.moments)
    restarts = len({m.since for m in run.moments} - {0})
    words = []
    if run.n_from_start:
        worst = max(m.ratio for m in run.moments if m.since == 0)
        words.append(
            f"The bound carried from the start tells something for {run.n_from_start} steps (until it exceeds 1e-3 of "
            f"what training has changed in the parameters); the worst drift / bound there is {worst:.2g}."
        )
    else:
        words.append("The bound carried from the start exceeds 1e-3 of what training has changed from step 1 on.")
    if restarts:
        words.append(f"It was started afresh from the drift seen, {restarts} times.")
    words.append(f"{run.n_judged} of {n} steps judged: ")
    if run.passed:
        words[-1] += "every network within the bound, in every element."
    else:
        first = next(m for m in run.moments if m.ratio > 1)
        words[-1] += f"OUT from step {first.step} on, {first.worst} is {first.ratio:.3g} times its bound."
    words.append(
        f"At the end the larger drift is {run.drift_ratio:.2g} times that of PyTorch with the samples of each batch "
        "permuted (shown, not judged)."
    )
    return " ".join(words)


def checkpoints(n: int) -> set[int]:
    """1, 2, 5, 10, 20, 50 ... and the end."""
    return {k * 10**i for i in range(9) for k in (1, 2, 5) if k * 10**i < n} | {n}


def accuracies(runs: tuple[FreeRun, ...]) -> str:
    """What all the networks are good for."""
    lines = [
        f"  {run.dtype}: " + ", ".join(f"{name} {share:.2%}" for name, share in run.accuracy.items()) for run in runs
    ]
    return "\n".join(["Held-out digits recognised after running free:", *lines])


def laid_out(outcome: Outcome, look: Look) -> list[Line]:
    """The tables, the first report that differs, and the verdict as the last line."""
    parts = as_it_is(summary(outcome, look.verbose), look)
    if outcome.first_difference is not None:
        c = outcome.first_difference
        parts += [(), line(look, f"The first that differs: {c.layout}, {c.where}"), *compose(c.report, look)]
    return [*parts, (), line(look, verdict(outcome), STYLE[outcome.verdict])]


def verdict(outcome: Outcome) -> str:
    """One line."""
    quick = ", quick" if outcome.settings["quick"] else ""
    end = f"({outcome.n_steps + outcome.n_grid} cases, {outcome.seconds:.0f} s{quick})"
    if outcome.verdict == AGREES:
        return f"AGREES: {outcome.n_judged:,} arrays judged, none out of its bound {end}"
    if outcome.verdict == DIFFERS:
        out = [f"{outcome.n_differ:,} of {outcome.n_judged:,} arrays out of bound"] * (outcome.n_differ > 0)
        out += ["the drift too" if out else "the drift out of bound"] * (not all(r.passed for r in outcome.free_runs))
        return f"DIFFERS: {', '.join(out)} {end}"
    why = [f"{outcome.n_unjudged_cases} comparisons"] * (outcome.n_unjudged_cases > 0)
    why += outcome.never_judged
    why += [f"the drift in {run.dtype}" for run in outcome.blind_runs]
    return f"NOT JUDGED: {', '.join(why)} could not have failed {end}"


def number(x: float) -> str:
    """In few characters."""
    return "-" if math.isnan(x) else "0" if x == 0 else f"{x:.1e}"


def ratio(p: Place | None) -> str:
    """Error ÷ bound: two digits below 1, and never rounded up to 1."""
    if p is None or math.isnan(p.ratio):
        return "-"
    if p.ratio > 1:
        return f"{p.ratio:.3g}" if p.ratio < 1000 else f"{p.ratio:.0e}".replace("e+0", "e").replace("e+", "e")
    return f"{math.floor(p.ratio * 1000) / 1000:.3f}"
