"""What is measured, as tasks that any process can do."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from zlib import crc32

import numpy as np

from crosscheck.case import Case
from crosscheck.mutants import right, source
from crosscheck.mutants.candidate import VISIBILITIES, run
from crosscheck.mutants.classes import Class, all_classes, separable
from crosscheck.mutants.mutation import Mutation, pairs, sampled_singles
from crosscheck.mutants.naming import FALSE, UNKNOWN, Outcome, invisible, try_out
from crosscheck.mutants.networks import NETWORKS, QUICK, cases, references
from crosscheck.mutants.numbers import same
from crosscheck.mutants.others import checks, noticed
from crosscheck.mutants.pool import in_chunks, side_by_side

CHUNK = 12


@dataclass(frozen=True)
class Size:
    """How much is tried.

    Attributes:
        networks: which of them.
        share: of the single mistakes.
        draws: of each pair of ids.
        share_of_pairs: of these.
        right: correct networks, four runs each.
    """

    networks: tuple[int, ...]
    share: float
    draws: int
    share_of_pairs: float
    right: int


FULL = Size(tuple(range(len(NETWORKS))), 1.0, 3, 1.0, 2800)
QUICK_SIZE = Size(QUICK, 0.2, 1, 0.1, 25)


@dataclass
class Measured:
    """Everything that was found out."""

    size: Size
    singles: list[Outcome] = field(default_factory=list)
    pairs: list[Outcome] = field(default_factory=list)
    classes: list[Class] = field(default_factory=list)
    separable: list[str] = field(default_factory=list)  # what other cases tell apart and the standard ones do not
    right: right.Alarms = field(default_factory=right.Alarms)
    source: list[source.SourceOutcome] = field(default_factory=list)
    others: dict[str, tuple[int, int]] = field(default_factory=dict)  # name -> noticed, false alarms
    n_others: int = 0
    n_others_right: int = 0


@dataclass(frozen=True)
class Attempt:
    """Mistakes of one network under one visibility."""

    network: int
    mutations: tuple[Mutation, ...]
    visibility: str

    def chosen(self, share: float) -> bool:
        """Whether it belongs to a sample of this share; always the same ones."""
        return (crc32(repr(self).encode()) % 10_000) < share * 10_000


def single_attempts(size: Size) -> Iterator[Attempt]:
    """Every mistake of every network, in one of its forms at each place, seen in three ways."""
    for n in size.networks:
        for m in sampled_singles(n):
            for v in VISIBILITIES:
                attempt = Attempt(n, (m,), v)
                if attempt.chosen(size.share):
                    yield attempt


def pair_attempts(size: Size) -> Iterator[Attempt]:
    """The stratified sample of pairs, the visibilities in turn."""
    for i, (n, a, b) in enumerate(pairs(size.networks, size.draws)):
        attempt = Attempt(n, (a, b), VISIBILITIES[(i + i // 3) % 3])
        if attempt.chosen(size.share_of_pairs):
            yield attempt


def try_all(attempts: Sequence[Attempt]) -> list[Outcome]:
    """Some of them."""
    return [try_out(a.network, a.mutations, a.visibility) for a in attempts]


def by_network(attempts: Sequence[Attempt]) -> list[list[Attempt]]:
    """Chunks of one network each: what belongs to it is then computed a few times only."""
    ordered = sorted(attempts, key=lambda a: a.network)
    return [c for _, group in groupby(ordered, key=lambda a: a.network) for c in in_chunks(group, CHUNK)]


def try_sources(task: tuple[str, str]) -> source.SourceOutcome:
    """One edited line."""
    return source.try_source(*task)


def classes_of(n: int) -> tuple[list[Class], list[str]]:
    """What the standard cases cannot tell apart in a network, and what of this other cases can."""
    found = all_classes(n)
    return found, separable(n, found)


def others_on(task: tuple[int, tuple[Mutation, ...]]) -> dict[str, bool] | None:
    """What today's checks say about one mistake, on the first standard case in which it shows; None where none does."""
    n, mutations = task
    if invisible(n, mutations, "full"):
        return None
    for case, reference in zip(cases(n), references(n), strict=True):
        if case.inputs != "random" or case.n_samples == 1:
            continue
        if shows(case, mutations):
            return noticed(case, reference, mutations)
    return None


def others_on_right(n: int) -> list[dict[str, bool]]:
    """The same of a correct network, on all its ordinary cases."""
    both = zip(cases(n), references(n), strict=True)
    return [noticed(case, reference, ()) for case, reference in both if case.inputs == "random" and case.n_samples > 1]


def shows(case: Case, mutations: tuple[Mutation, ...]) -> bool:
    """Whether a mistake changes anything in one case."""
    mine, right_arrays = run(case, mutations), run(case, ())
    aside = ("loss", "d_output")
    return any(
        not same(np.asarray(mine[k]) / scale, np.asarray(a) / scale)
        for k, a in right_arrays.items()
        if not k.startswith(aside) and (scale := float(np.max(np.abs(a))) or 1.0)
    )


def measure(size: Size, workers: int, with_source: bool = True, quiet: bool = False) -> Measured:
    """Everything, one part after the other."""
    m = Measured(size)
    tasks = by_network(list(single_attempts(size)))
    m.singles = [o for part in side_by_side("singles", try_all, tasks, workers, quiet) for o in part]
    report(m.singles, quiet)
    tasks = by_network(list(pair_attempts(size)))
    m.pairs = [o for part in side_by_side("pairs", try_all, tasks, workers, quiet) for o in part]
    report(m.pairs, quiet)
    for alarms in side_by_side("right", right.right_networks, list(right.chunks(size.right)), workers, quiet):
        m.right.add(alarms)
    if with_source:
        edits = [(i, v) for i in source.edited_ids() for v in VISIBILITIES]
        m.source = side_by_side("source", try_sources, edits, workers, quiet)
    compare_with_others(m, workers, quiet)
    for found, missed in side_by_side("classes", classes_of, size.networks, workers, quiet):
        m.classes += found
        m.separable += missed
    return m


def report(outcomes: Sequence[Outcome], quiet: bool) -> None:
    """The counts so far, on stderr: the whole takes an hour."""
    if not quiet:
        print(dict(Counter(f"{o.visibility} {o.kind}" for o in outcomes)), file=sys.stderr)
        for o in outcomes:
            if o.kind in (UNKNOWN, FALSE):
                print(f"{o.kind}: {NETWORKS[o.network].name} {o.visibility}: "
                      f"{' + '.join(map(str, o.mutations))} -> {o.said}", file=sys.stderr)  # fmt: skip


def compare_with_others(m: Measured, workers: int, quiet: bool) -> None:
    """The same single mistakes under what people use today; and correct networks."""
    wrong = list(dict.fromkeys((o.network, o.mutations) for o in m.singles if o.visibility == "full"))
    said = [s for s in side_by_side("others", others_on, wrong, workers, quiet) if s is not None]
    alarms = [s for part in side_by_side("others, right", others_on_right, m.size.networks, 1, quiet) for s in part]
    m.n_others, m.n_others_right = len(said), len(alarms)
    m.others = {name: (sum(s[name] for s in said), sum(s[name] for s in alarms)) for name in checks()}
