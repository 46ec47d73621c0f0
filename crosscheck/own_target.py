"""Networks that learn their input: what they are given as y, they do not look at."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from crosscheck.run_adapter import run_adapter
from crosscheck.steps import start
from crosscheck.vocabulary import LOSSES

if TYPE_CHECKING:
    from crosscheck.adapter import Adapter
    from crosscheck.case import Case
    from crosscheck.declaration import Declaration

# Probes that make the targets larger: here they would change nothing.
BY_TARGETS = {"gradient-clipped", "parameters-clipped"}


def learns_its_input(adapter: Adapter, case: Case, d: Declaration) -> bool:
    """Whether a step moves the parameters, is the same for any y, and x could be the target: an autoencoder."""
    if case.sizes[0] != case.sizes[-1] or LOSSES[case.loss].family != "squares" or d.conventions.targets != "values":
        return False
    one = case.with_(steps=1)
    if d.one_at_a_time and one.n_samples > 1:
        return False
    here, there = (run_adapter(adapter, c, declaration=d) for c in (one, one.with_(y=0.5 - one.y)))
    if here.failure is not None or there.failure is not None:
        return False
    shown = [n for n in here.canonical if n.partition("@")[0] not in ("loss", "d_output")]
    before = start(one)
    moved = any(n[:-1] in before and not np.array_equal(here.canonical[n], before[n[:-1]]) for n in shown)
    return moved and all(
        n in there.canonical and np.array_equal(here.canonical[n], there.canonical[n], equal_nan=True) for n in shown
    )


def with_own_targets(cases: Sequence[Case]) -> list[Case]:
    """The same problems with x as the target; exact zeros aside, which belong to numbers that were drawn for them."""
    return [c.with_(y=c.x) for c in cases if c.inputs != "zeros"]
