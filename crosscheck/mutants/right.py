"""Correct networks: none of them may be called wrong, and none be given a diagnosis."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.random import RandomState

from crosscheck.case import Case
from crosscheck.compare import compare, run_reference
from crosscheck.conventions import to_canonical
from crosscheck.diagnose import diagnose
from crosscheck.mutants.networks import NETWORKS, Network
from crosscheck.pair import LAYOUTS, layout_conventions, run_layout
from crosscheck.search import Evidence
from crosscheck.vocabulary import LAST_ACTIVATION, LOSSES


@dataclass
class Alarms:
    """What was said about correct networks."""

    runs: int = 0
    differs: int = 0
    diagnosed: int = 0
    judged: int = 0  # arrays
    arrays: int = 0
    examples: list[str] = field(default_factory=list)

    def add(self, other: Alarms) -> None:
        """Both together."""
        self.runs, self.differs = self.runs + other.runs, self.differs + other.differs
        self.diagnosed, self.examples = self.diagnosed + other.diagnosed, self.examples + other.examples
        self.judged, self.arrays = self.judged + other.judged, self.arrays + other.arrays


def right_networks(numbers: Sequence[int]) -> Alarms:
    """Each number a network of its own, run by both layouts in both precisions: four runs."""
    total = Alarms()
    for number in numbers:
        for dtype in ("float64", "float32"):
            case = drawn(number, dtype)
            reference = run_reference(case)
            if not all(np.all(np.isfinite(a)) for a in reference.values()):
                continue
            for layout in LAYOUTS:
                total.add(judged(case, layout, compare_with=reference))
    return total


def drawn(number: int, dtype: str) -> Case:
    """A network with sizes, data and settings of its own."""
    stream = RandomState(number)
    network = NETWORKS[number % len(NETWORKS)]
    depth = 1 + stream.randint(4)
    sizes = tuple(int(n) for n in stream.randint(1, 12, depth + 1))
    last = network.output or LAST_ACTIVATION[LOSSES[network.loss].family]
    if last == "softmax" and sizes[-1] == 1:
        sizes = (*sizes[:-1], 3)
    settings = settings_of(network)
    return Case.draw(
        sizes, int(stream.randint(1, 16)), activations=(*[network.hidden] * (depth - 1), last), loss=network.loss,
        inputs=("random", "random", "zeros", "saturated")[stream.randint(4)], dtype=dtype, seed=number,
        lr=float(2.0 ** -stream.randint(1, 6)), steps=int(stream.randint(1, 4)), **settings,
    )  # fmt: skip


def settings_of(network: Network) -> dict[str, object]:
    """The fields of Case; the hand-written network knows torch's form of momentum alone."""
    settings = {k: v for k, v in network.settings.items() if k not in ("bias", "momentum_form")}
    return {**settings, "bias": network.settings.get("bias") != "none"}


def judged(case: Case, layout: str, compare_with: object) -> Alarms:
    """One run."""
    c = layout_conventions(layout)
    mine = run_layout(layout, case)
    report = compare(mine, case, c, compare_with)  # type: ignore[arg-type]
    found = Alarms(runs=1, arrays=len(report.findings), judged=sum(f.status != "not judged" for f in report.findings))
    if report.verdict not in ("agrees", "not judged"):
        found.differs = 1
        found.examples.append(f"{case.id} {layout}: {report.verdict}")
    shapes = {n: compare_with[n].shape for n in mine}  # type: ignore[index]
    canonical, _ = to_canonical(c, mine, case, shapes)
    for explanation in diagnose([Evidence(case, canonical)]):
        found.diagnosed = 1
        found.examples.append(f"{case.id} {layout}: {explanation.causes}")
    return found


def chunks(n: int, size: int = 25) -> Iterable[range]:
    """The numbers below n, some at a time."""
    return (range(i, min(i + size, n)) for i in range(0, n, size))
