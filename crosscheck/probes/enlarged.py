"""A case made larger in several ways: what is limited does not follow."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from crosscheck.probes.bench import is_labels, redrawn, run_once
from crosscheck.probes.result import NotRunError

if TYPE_CHECKING:
    from crosscheck.adapter import Adapter
    from crosscheck.case import Case
    from crosscheck.run_adapter import Run

Family = Callable[["Case", float], "Case | None"]


def large_targets(case: Case, s: float) -> Case | None:
    """Targets s times as large, where they are numbers."""
    return None if is_labels(case) else case.with_(y=case.y * s)


def large_inputs(case: Case, s: float) -> Case:
    """Inputs s times as large, the first layer's weights as much smaller: only dW1 grows, and nothing saturates."""
    return case.with_(x=case.x * s, weights=(case.weights[0] / s, *case.weights[1:]))


def large_everything(case: Case, s: float) -> Case:
    """Data and weights drawn large, and the data s / 1000 times as large again; the targets stay."""
    large = redrawn(case, "large")
    return large.with_(x=large.x * (s / 1e3))


def enlarged(
    adapter: Adapter, case: Case, families: Sequence[Family], scales: Sequence[float]
) -> Iterator[tuple[list[Case], list[Run]]]:
    """For each way to make a case larger: the case at every scale, and the network's runs on them.

    Raises:
        NotRunError: after the last, if the network could be run on none of them.
    """
    reasons: list[NotRunError] = []
    done = 0
    for family in families:
        cases = [larger for s in scales if (larger := family(case, s)) is not None]
        if len(cases) < len(scales):
            continue
        try:
            runs = [run_once(adapter, c) for c in cases]
        except NotRunError as why:
            reasons.append(why)
            continue
        done += 1
        yield cases, runs
    if not done:
        raise next(iter(reasons), NotRunError("no larger version of this case"))
