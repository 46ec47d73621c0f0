"""One planted mistake, or a pair of them: is it caught, and what is it called?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from crosscheck.case import Case
from crosscheck.causes import Cause
from crosscheck.compare import compare
from crosscheck.conventions import DENOMINATOR, NUMERATOR
from crosscheck.defects import Planted, variant_of
from crosscheck.diagnose import Explanation, diagnose
from crosscheck.mutants.candidate import as_stored, evidence, runner
from crosscheck.mutants.mutation import Mutation, planted
from crosscheck.mutants.networks import HELD_OUT, cases, references
from crosscheck.mutants.numbers import same, signature
from crosscheck.reproduce import holds
from crosscheck.search import Evidence
from crosscheck.verdict import FACTOR

LAYOUTS = (NUMERATOR, DENOMINATOR)

EXACT, EQUAL, MASK, UNKNOWN, FALSE, INVISIBLE = "exact", "equal", "mask", "unknown", "false", "invisible"


@dataclass(frozen=True)
class Outcome:
    """What became of one."""

    network: int
    mutations: tuple[Mutation, ...]
    visibility: str
    caught: bool
    kind: str
    said: str = ""
    listed: bool = True  # whether what was planted is the name, or among its equals
    seconds: float = 0.0

    @property
    def named(self) -> bool:
        """A name that no run could tell from the right one, in first place."""
        return self.kind in (EXACT, EQUAL, MASK)


def try_out(n: int, mutations: tuple[Mutation, ...], visibility: str) -> Outcome:
    """Plant, judge, diagnose, and hold the name against what was planted."""
    import time

    if invisible(n, mutations, visibility):
        return Outcome(n, mutations, visibility, is_caught(n, mutations, visibility), INVISIBLE)
    shown = [e for c in cases(n) if (e := evidence(c, mutations, visibility)) is not None]
    begin = time.process_time()
    found = diagnose(shown, runner(mutations, visibility))
    seconds = time.process_time() - begin
    caught = is_caught(n, mutations, visibility)
    kind, listed = verdict(n, mutations, visibility, found)
    said = " + ".join(spelled(c) for c in found[0].causes) if found else ""
    return Outcome(n, mutations, visibility, caught, kind, said, listed, seconds)


def invisible(n: int, mutations: Sequence[Mutation], visibility: str) -> bool:
    """Whether every number shown is the reference's on every standard case: then it is no mistake there."""
    return same(signature(n, mutations, visibility), signature(n, (), visibility))


def is_caught(n: int, mutations: Sequence[Mutation], visibility: str) -> bool:
    """Whether some standard case differs from the reference; in both layouts alike.

    The arrays are handed over as either layout stores them, so that the translation is part of what is tried.
    """
    for i, (case, reference) in enumerate(zip(cases(n), references(n), strict=True)):
        e = evidence(case, mutations, visibility)
        if e is None:
            return True
        c = LAYOUTS[(i + len(mutations[0].id)) % 2]
        report = compare(as_stored(c, e.arrays), case, c, reference)
        if report.verdict in ("differs", FACTOR):
            return True
    return False


def verdict(n: int, mutations: Sequence[Mutation], visibility: str, found: Sequence[Explanation]) -> tuple[str, bool]:
    """What a diagnosis is worth, and whether what was planted is listed in it."""
    if not found:
        return UNKNOWN, False
    first = found[0]
    truth = set(planted(mutations, first.case))
    forms = {(m.id, m.label) for m in mutations}
    listed = any(is_it(causes, forms, truth, first.case) for causes in (first.causes, *first.equivalents))
    if is_it(first.causes, forms, truth, first.case):
        return EXACT, True
    if not stands(n, mutations, visibility, first):
        return FALSE, listed
    ids = {m.id for m in mutations}
    if first.ids < ids:
        return MASK, listed
    return (EQUAL if len(first.ids) <= len(ids) else FALSE), listed


def is_it(causes: Sequence[Cause], forms: set[tuple[str, str]], truth: set[Planted], case: Case) -> bool:
    """Whether these are the mistakes that were planted, at their layers, as far as they can be made in the case."""
    said = planted_by(causes)
    return {(c.id, c.label) for c in causes} == forms and {p for p in said if variant_of(case, p)} == truth


def planted_by(causes: Sequence[Cause]) -> set[Planted]:
    """Causes taken apart again."""
    return {Planted(c.id, i, c.label) for c in causes for i in c.layers}


def stands(n: int, mutations: Sequence[Mutation], visibility: str, e: Explanation) -> bool:
    """Whether a name gives the planted mistake's numbers also on cases that the diagnosis has never seen."""
    causes = tuple(sorted(planted_by(e.causes)))
    unseen = (evidence(c, mutations, visibility) for c in cases(n, HELD_OUT))
    return all(holds(causes, e.case, u) for u in unseen if u is not None and finite(u))


def finite(e: Evidence) -> bool:
    """Whether the mistake leaves numbers at all."""
    return all(np.all(np.isfinite(a)) for a in e.arrays.values())


def spelled(c: Cause) -> str:
    """A cause in a line of its own."""
    return f"{c.id}{f' ({c.label})' if c.label else ''} @ {','.join(map(str, c.layers))}"
