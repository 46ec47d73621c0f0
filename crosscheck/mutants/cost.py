"""What a diagnosis costs: one, two and three mistakes, in networks of more and more layers."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass

from crosscheck.adapter import Adapter
from crosscheck.case import Case
from crosscheck.causes import transferred
from crosscheck.declaration import declare
from crosscheck.defects import Planted, options, plan_with
from crosscheck.diagnose import diagnose
from crosscheck.errors import UsageError
from crosscheck.mutants.candidate import VISIBILITIES, is_shown
from crosscheck.search import Evidence
from crosscheck.standard_cases import standard_cases

MISTAKES = ("derivative-at-activation", "bias-gradient-mean", "output-derivative-extra")
DEEPEST = 8


@dataclass(frozen=True)
class Cost:
    """One diagnosis, in seconds of one processor: others on the machine do not count."""

    n_layers: int
    n_mistakes: int
    visibility: str
    seconds: float
    named: bool
    n_options: int


def measure_cost(depths: Sequence[int] = range(2, DEEPEST + 1)) -> list[Cost]:
    """At every depth: a mistake in the first layer, one more in the middle, one more in the last."""
    found: list[Cost] = []
    for n_layers in depths:
        layers = (1, max(1, n_layers // 2 + (n_layers > 2)), n_layers)
        everything = [Planted(MISTAKES[0], layers[0]), Planted(MISTAKES[1], layers[1])]
        everything.append(Planted(MISTAKES[2], layers[2], "of z"))
        for n_mistakes in (1, 2, 3):
            found += [timed(n_layers, tuple(everything[:n_mistakes]), v) for v in VISIBILITIES]
    return found


def timed(n_layers: int, planted: tuple[Planted, ...], visibility: str) -> Cost:
    """From what is shown to the name, on all standard cases of one depth."""
    from crosscheck.bounds import values

    cases = standard_cases(declare(network(n_layers)()))

    def more(case: Case) -> Evidence | None:
        try:
            there = next(iter(transferred(planted, cases[0], case)))
            arrays = values(case, plan_with(case, there))
        except (UsageError, ValueError):
            return None
        return Evidence(case, {n: a for n, a in arrays.items() if is_shown(visibility, n)})

    shown = [e for c in cases if (e := more(c)) is not None]
    begin = time.process_time()
    found = diagnose(shown, more)
    seconds = time.process_time() - begin
    truth = {p.id for p in planted}
    named = bool(found) and found[0].ids == truth
    n_options = sum(len(options(cases[0], i)) for i in range(1, n_layers + 1))
    return Cost(n_layers, len(planted), visibility, seconds, named, n_options)


def network(n_layers: int) -> type[Adapter]:
    """tanh and mean squared error, of a fixed depth."""
    methods = {name: lambda self, *given: None for name in ("build", "step", "read")}
    specs = (*["tanh"] * (n_layers - 1), "identity")
    return type("Declared", (Adapter,), {"activations": specs, "loss": "mse", **methods})
