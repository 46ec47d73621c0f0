"""A mistake and where it is made, whatever the depth; all of them, and pairs of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations
from zlib import crc32

from numpy.random import RandomState

from crosscheck.case import Case
from crosscheck.defects import CATALOGUE, Planted, variant_of, variants
from crosscheck.mutants.networks import cases

PLACES = ("first", "middle", "last", "hidden", "all")


@dataclass(frozen=True, order=True)
class Mutation:
    """A mistake of the catalogue, in one of its forms, at a place."""

    id: str
    label: str
    place: str

    def __str__(self) -> str:
        return f"{self.id}{f' ({self.label})' if self.label else ''} at {self.place}"

    def planted(self, case: Case) -> tuple[Planted, ...]:
        """Where it stands in a case; nowhere, where it cannot be made."""
        found = (Planted(self.id, i, self.label) for i in layers(self.place, case.n_layers))
        return tuple(p for p in found if variant_of(case, p) is not None)


def layers(place: str, n: int) -> tuple[int, ...]:
    """The layers of a place in a network of n."""
    return {
        "first": (1,), "middle": tuple(range(2, n)), "last": (n,), "hidden": tuple(range(1, n)),
        "all": tuple(range(1, n + 1)),
    }[place]  # fmt: skip


def planted(mutations: Sequence[Mutation], case: Case) -> tuple[Planted, ...]:
    """Several at once; the same mistake at the same layer counts once."""
    return tuple(dict.fromkeys(p for m in mutations for p in m.planted(case)))


@cache
def singles(n: int) -> tuple[Mutation, ...]:
    """Every mistake that can be made in a network, in every form and at every place; a place of one layer is named so.

    Of two places that mean the same layers in every case, the first counts.
    """
    found: dict[tuple[str, str, tuple[tuple[Planted, ...], ...]], Mutation] = {}
    for defect in CATALOGUE:
        there = ((c, i) for c in cases(n) for i in range(1, c.n_layers + 1))
        labels = dict.fromkeys(label for c, i in there for label in variants(defect.id, c, i))
        for label in labels:
            for place in ("all",) if defect.everywhere else PLACES:
                m = Mutation(defect.id, label, place)
                where = tuple(m.planted(c) for c in cases(n))
                if any(where):
                    found.setdefault((defect.id, label, where), m)
    return tuple(found.values())


def sampled_singles(n: int) -> tuple[Mutation, ...]:
    """The same, each at each place in one of its forms; in another network in another."""
    forms: dict[tuple[str, str], list[Mutation]] = {}
    for m in singles(n):
        forms.setdefault((m.id, m.place), []).append(m)
    return tuple(g[(crc32(f"{m_id} {place}".encode()) + n) % len(g)] for (m_id, place), g in forms.items())


def pairs(networks: Sequence[int], draws: int, seed: int = 0) -> Iterable[tuple[int, Mutation, Mutation]]:
    """A sample stratified by pairs of ids: so many draws of each pair that some network allows."""
    ids: dict[int, dict[str, list[Mutation]]] = {}
    for n in networks:
        ids[n] = {}
        for m in sampled_singles(n):
            ids[n].setdefault(m.id, []).append(m)
    for a, b in combinations([d.id for d in CATALOGUE], 2):
        possible = [n for n in networks if a in ids[n] and b in ids[n]]
        if not possible:
            continue
        stream = RandomState(crc32(f"{seed} {a} {b}".encode()))
        for _ in range(draws):
            n = possible[stream.randint(len(possible))]
            first, second = (ids[n][i][stream.randint(len(ids[n][i]))] for i in (a, b))
            yield n, first, second
