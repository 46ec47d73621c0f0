"""What a report keeps of the runs behind it, so that a page can show every number, and how that crosses a process."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

from numpy.typing import NDArray

from crosscheck.conventions import Conventions, to_canonical
from crosscheck.errors import UsageError
from crosscheck.finding import DIFFERS
from crosscheck.shown import shape_of

if TYPE_CHECKING:
    from crosscheck.adapter import Adapter
    from crosscheck.case import Case
    from crosscheck.judge_run import Judged
    from crosscheck.run_adapter import Run

Array = NDArray[Any]
TRAINING_STEPS = 20
HALVINGS = 10
WORK, FEWEST = 1_000_000, 4  # parameters × steps: bounds of a wide network take their time


@dataclass(frozen=True, eq=False)
class Kept:
    """Runs that are worth showing; their reference and bounds are computed again when they are asked for.

    Attributes:
        deciding: the run in which something differs first; else the first one.
        training: the run of the most steps, where there is one of several.
    """

    deciding: Run
    training: Run | None = None


def keep(judged: Sequence[Judged], case: str) -> Kept | None:
    """Of all runs those that are kept; None where nothing was shown in any.

    Args:
        judged: every run.
        case: the id of the one that the report shows.
    """
    showing = [j.run for j in judged if j.run.canonical]
    if not showing:
        return None
    off = [j.run for j in judged if j.run in showing and any(f.status == DIFFERS and not f.follows for f in j.findings)]
    first = next((r for r in (*off, *showing) if r.case.id == case), showing[0])
    longest = max(showing, key=lambda r: (r.case.steps, not r.staged))
    return Kept(first, longest if longest.case.steps > 1 else None)


def with_training(kept: Kept, adapter: Adapter, steps: int = TRAINING_STEPS) -> Kept:
    """With a run of more steps on the deciding case; as it is where that shows no parameters to go on from."""
    from crosscheck.declaration import declare
    from crosscheck.run_adapter import run_adapter

    d = declare(adapter)
    case = kept.deciding.case
    parameters = sum(a.size for a in (*case.weights, *(case.biases or ())))
    case = case.with_(steps=max(min(steps, WORK // parameters), FEWEST, case.steps))
    if d.lr is None:
        case = that_descends(case)
    run = run_adapter(adapter, case, declaration=d)
    return replace(kept, training=run) if any(name.endswith("'") for name in run.canonical) else kept


def that_descends(case: Case) -> Case:
    """The same with the largest learning rate (lr, lr/2, lr/4 ...) at which the reference's loss only falls.

    The cases are drawn to tell mistakes apart by single steps; trained on, many of them would overflow.
    """
    from crosscheck.compare import run_reference
    from crosscheck.record import suffix

    for halved in range(HALVINGS):
        tried = case.with_(lr=case.lr / 2**halved)
        truth = run_reference(tried)
        losses = [float(truth["loss" + suffix(k)]) for k in range(1, case.steps + 1)]
        if all(later < earlier for earlier, later in pairwise(losses)):
            return tried
    return case


def save_kept(kept: Kept, folder: Path) -> None:
    """Write the runs into a folder; UsageError where that cannot be done."""
    save_run(kept.deciding, folder, "deciding")
    if kept.training is not None:
        save_run(kept.training, folder, "training")


def save_run(run: Run, folder: Path, name: str) -> None:
    """One run as two files."""
    from crosscheck.case_file import save_case
    from crosscheck.record_file import save_record

    save_case(run.case, folder / f"{name}-case.npz")
    save_record(run.shown, folder / f"{name}.npz", run.conventions)


def load_kept(folder: Path) -> Kept | None:
    """Read them back; what is not there, or was tampered with, is left out."""
    deciding = load_run(folder, "deciding")
    return None if deciding is None else Kept(deciding, load_run(folder, "training"))


def load_run(folder: Path, name: str) -> Run | None:
    """One run of its two files."""
    from crosscheck.case_file import load_case
    from crosscheck.record_file import load_record

    try:
        case = load_case(folder / f"{name}-case.npz")
        record, conventions, _ = load_record(folder / f"{name}.npz")
        return as_run(case, conventions, record)
    except UsageError:
        return None


def as_run(case: Case, conventions: Conventions, shown: Mapping[str, Array]) -> Run:
    """A Run of arrays that are at hand, in the orientation of these conventions."""
    from crosscheck.run_adapter import Run

    canonical, _ = to_canonical(conventions, dict(shown), case, {n: shape_of(n, case) for n in shown})
    return Run(case=case, conventions=conventions, shown=shown, canonical=canonical)
