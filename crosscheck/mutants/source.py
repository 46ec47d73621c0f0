"""Mistakes edited into the source text of the hand-written layouts: no table of the harness makes them.

They are the list of tests/source_mutants.py, so this part runs from a checkout of the repository only.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib import import_module
from typing import Any

import numpy as np

from crosscheck.adapter import Adapter
from crosscheck.case import Case
from crosscheck.compare import compare
from crosscheck.conventions import to_canonical
from crosscheck.declaration import declare
from crosscheck.diagnose import diagnose
from crosscheck.errors import UsageError
from crosscheck.mutants.candidate import is_shown
from crosscheck.mutants.naming import EQUAL, EXACT, FALSE, UNKNOWN, spelled
from crosscheck.pair import layout_conventions
from crosscheck.search import Evidence
from crosscheck.standard_cases import standard_cases

# The id that a mistake should get where it is not called by its own name; None where the catalogue has none for it.
EXPECTED: dict[str, tuple[str, ...] | None] = {
    "bias-of-another-unit": None,
    "bias-along-the-samples": None,
    "one-unit-taken-for-the-output": None,  # at a width of one, and nowhere else
    "activation-on-output-too": ("activation-on-output",),
    "gelu-constant": None,
    "elu-without-alpha": ("activation-formula",),
    "factor-two-forgotten": ("constant-factor",),
    "mean-over-outputs-forgotten": ("constant-factor",),
    "mean-over-samples-forgotten": ("constant-factor",),
    "per-sample-means-per-element": ("constant-factor",),
    "half-forgotten": ("constant-factor",),
    "softmax-diagonal-jacobian-long-way": ("softmax-diagonal-jacobian",),
    "bce-only-where-true": ("gradient-of-another-loss",),
    "joint-gradient-sign": ("gradient-sign",),
    "softmax-gradient-of-a-sigmoid": ("gradient-of-another-loss",),
    "derivative-of-wrong-layer": (
        "derivative-formula",
        "output-derivative-extra",
    ),  # another layer's activation, not its pre-activation
    "derivative-from-the-layer-above": ("derivative-of-wrong-layer",),
    "upstream-ignored-below-zero": ("upstream-gradient-ignored",),
    "derivative-off-by-one-in-two-thousand": None,
    "sigmoid-derivative-without-one-minus": None,
    "silu-derivative-half": ("derivative-formula",),
    "silu-derivative-without-z": ("derivative-formula",),
    "gelu-derivative-without-three": ("derivative-formula",),
    "tanh-derivative-without-square": ("derivative-formula",),
    "leaky-slope-default": ("derivative-formula",),
    "inner-derivative-missing": ("derivative-missing",),
    "weights-of-the-layer-below": ("weights-of-wrong-layer",),
    "weight-gradient-through-the-gradient": ("weight-gradient-skips-derivative",),
    "bias-gradient-of-squeezed-samples": None,  # with one sample, and nowhere else
    "last-sample-left-out": ("sample-left-out",),
    "data-gradient-is-the-first-delta": None,
    "columns-weight-not-transposed": ("weight-not-transposed",),
    "columns-gradient-over-its-width": ("gradient-times-width",),
    "softmax-over-batch-and-classes": ("softmax-over-batch",),
    "columns-bias-gradient-mean": ("bias-gradient-mean",),
    "columns-derivative-at-activation": ("derivative-at-activation",),
    "columns-softmax-over-batch": ("softmax-over-batch",),
    "columns-weight-gradient-from-preactivation": ("weight-gradient-from-preactivation",),
    "columns-jacobian-over-batch": None,
    "decay-not-on-bias": ("decay-on-bias",),
    "decay-not-per-sample": ("decay-factor",),
    "decay-of-the-step-before": None,
    "maximize-ignored": ("gradient-ascent", "gradient-sign"),
    "weight-decay-sign": ("decay-sign",),
    "weight-decay-scaled-by-lr": ("decay-factor",),
    "weight-decay-before-the-sign": ("decay-sign",),
    "weight-decay-times-gradient": ("decay-formula",),
    "momentum-forgotten": ("momentum-omitted",),
    "momentum-undamped-from-the-second-step": ("dampening-wrong",),
    "momentum-damped-from-the-first-step": ("dampening-wrong",),
    "momentum-as-an-average": ("momentum-damped",),
    "nesterov-ignored": ("nesterov-omitted",),
    "nesterov-without-the-fresh-gradient": ("nesterov-formula",),
}


@dataclass(frozen=True)
class SourceOutcome:
    """What became of one edited line."""

    id: str
    visibility: str
    caught: bool
    kind: str  # exact where the expected id is in first place, equal where no run tells it from that, unknown, false
    expected: tuple[str, ...] | None
    said: str = ""
    seconds: float = 0.0
    equals: tuple[str, ...] = field(default=())


@cache
def tests_module() -> Any:
    """tests/source_mutants.py; UsageError where it cannot be reached."""
    try:
        return import_module("tests.source_mutants")
    except ImportError as error:
        raise UsageError(f"run from a checkout of the repository: {error}") from error


def edited_ids() -> list[str]:
    """The names of all edits."""
    return [m.id for m in tests_module().MUTANTS]


def expected(mutant_id: str) -> tuple[str, ...] | None:
    """The catalogue's ids for it; its own where nothing else is said."""
    return EXPECTED.get(mutant_id, (mutant_id,))


def try_source(mutant_id: str, visibility: str) -> SourceOutcome:
    """Run the edited text on its own case and on the standard ones of its network; judge, and diagnose."""
    import time

    module = tests_module()
    mutant = next(m for m in module.MUTANTS if m.id == mutant_id)
    run = Run(module, mutant, visibility)
    tried = [mutant.case, *cases_of(mutant.case)]
    shown = [e for c in tried if (e := run.evidence(c)) is not None]
    caught = any(run.caught(e) for e in shown)
    begin = time.process_time()
    found = diagnose(shown, run.evidence)
    seconds = time.process_time() - begin
    wanted = expected(mutant_id)
    if not found:
        return SourceOutcome(mutant_id, visibility, caught, UNKNOWN, wanted, seconds=seconds)
    said, ids = " + ".join(spelled(c) for c in found[0].causes), found[0].ids
    equals = tuple(sorted({" + ".join(c.id for c in other) for other in found[0].equivalents}))
    kind = FALSE
    if wanted is not None and (len(ids) == 1 or ids == set(wanted)):
        kind = EXACT if ids <= set(wanted) else EQUAL if set(wanted) & set(equals) else FALSE
    return SourceOutcome(mutant_id, visibility, caught, kind, wanted, said, seconds, equals)


@dataclass(frozen=True)
class Run:
    """An edited layout that can be run on any case."""

    module: Any
    mutant: Any
    visibility: str

    def evidence(self, case: Case) -> Evidence | None:
        """What it shows; None where it fails."""
        try:
            arrays = self.module.run(self.mutant, case, self.mutant.layout, self.mutant.joint)
        except (ValueError, IndexError, TypeError):
            return None
        canonical, _ = to_canonical(layout_conventions(self.mutant.layout), arrays, case, shapes(case))
        return Evidence(case, {n: a for n, a in canonical.items() if is_shown(self.visibility, n)})

    def caught(self, e: Evidence) -> bool:
        """Whether the harness calls it wrong there."""
        return compare(e.arrays, e.case).verdict in ("differs", "agrees up to a factor")


@cache
def shapes(case: Case) -> dict[str, tuple[int, ...]]:
    """The canonical shape of every array of a case."""
    from crosscheck.bounds import values

    return {n: np.shape(a) for n, a in values(case).items()}


def cases_of(case: Case) -> Sequence[Case]:
    """The standard cases of the network that a case belongs to, at its own depth."""
    kept = ("momentum", "dampening", "nesterov", "weight_decay", "l2", "l2_on", "l2_scale")
    attributes: dict[str, Any] = {n: getattr(case, n) for n in kept}
    attributes |= {"activations": case.activations, "loss": case.loss, "bias": "vector" if case.biases else "none"}
    methods = {name: lambda self, *given: None for name in ("build", "step", "read")}
    found = standard_cases(declare(type("Declared", (Adapter,), {**attributes, **methods})()))
    return [c.with_(maximize=case.maximize) for c in found] if case.maximize else found
