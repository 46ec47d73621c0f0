"""Which mistakes nobody can tell apart from what is shown: those whose numbers are the same in every standard case."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from crosscheck.case import Case
from crosscheck.mutants.candidate import VISIBILITIES
from crosscheck.mutants.mutation import Mutation, singles
from crosscheck.mutants.networks import NETWORKS, cases, unlike_cases
from crosscheck.mutants.numbers import Array, same, signatures

# A limit shows where a gradient reaches it, and how large one may be nobody knows: the probe of that name enlarges the
# data until one does.
NEEDS_PROBE = {"gradient-clipped"}


@dataclass(frozen=True)
class Class:
    """Mistakes of one network that show the same numbers; `right` where these are the reference's."""

    network: int
    visibility: str
    members: tuple[Mutation, ...]
    right: bool

    @property
    def ids(self) -> tuple[str, ...]:
        """Each of them once."""
        return tuple(sorted({m.id for m in self.members}))

    @property
    def group(self) -> str:
        """The ids in one line; a mistake that changes nothing stands beside the reference."""
        return " = ".join((*(["right"] if self.right else []), *self.ids))


def all_classes(n: int, visibilities: Sequence[str] = VISIBILITIES) -> list[Class]:
    """Those of a network under each visibility."""
    right = signatures(cases(n), (), visibilities)
    numbers = {m: signatures(cases(n), (m,), visibilities) for m in singles(n)}
    return [c for v in visibilities for c in classes(n, v, right[v], {m: s[v] for m, s in numbers.items()})]


def separable(n: int, found: Iterable[Class]) -> list[str]:
    """Members of one class that cases unlike the standard ones tell apart: what the standard cases fail to separate."""
    on = unlike_cases(n)
    several = [c for c in found if len(c.members) > 1 or c.right]
    return [f"{NETWORKS[n].name}, {c.visibility}: {a} and {b}" for c in several for a, b in told_apart(c, on)]


def classes(n: int, visibility: str, right: Array, signed: Mapping[Mutation, Array]) -> list[Class]:
    """Mistakes by their numbers, those that are alone among them; the first class holds what changes nothing."""
    found: list[tuple[Array, list[Mutation]]] = [(right, [])]
    by_key: dict[int, list[int]] = {}
    for m, numbers in signed.items():
        if same(numbers, right):
            found[0][1].append(m)
            continue
        for key in keys(numbers):
            i = next((i for i in by_key.get(key, ()) if same(found[i][0], numbers)), None)
            if i is not None:
                found[i][1].append(m)
                break
        else:
            found.append((numbers, [m]))
            for key in keys(numbers):
                by_key.setdefault(key, []).append(len(found) - 1)
    return [Class(n, visibility, tuple(members), i == 0) for i, (_, members) in enumerate(found) if members]


def told_apart(c: Class, on: Sequence[Case]) -> list[tuple[str, str]]:
    """Members, or a member and the right network, whose numbers are not the same on other cases; in words."""
    members = [m for m in c.members if m.id not in NEEDS_PROBE]
    first = () if c.right else tuple(members[:1])
    numbers = signatures(on, first, (c.visibility,))[c.visibility]
    return [
        (str(first[0]) if first else "right", str(m))
        for m in (members if c.right else members[1:])
        if not same(signatures(on, (m,), (c.visibility,))[c.visibility], numbers)
    ]


def keys(numbers: Array) -> tuple[int, int]:
    """The two nearest marks on a coarse ruler: equal numbers always share one, however they are rounded."""
    with np.errstate(all="ignore"):
        known = np.abs(np.where(np.isfinite(numbers), numbers, 0.0))
        size = float(np.sum(np.minimum(known, 1e300)))  # a sum of what has nearly overflowed would overflow
    place = np.log(size + 1e-300) * 1e5
    return int(np.floor(place)), int(np.floor(place + 0.5)) + 2**40


def groups(found: Iterable[Class]) -> list[str]:
    """Classes of several ids, and what changes nothing, in words; each once."""
    return sorted({c.group for c in found if len(c.ids) > 1 or c.right})


def largest(found: Iterable[Class]) -> int:
    """The greatest number of ids that share their numbers."""
    return max((len(c.ids) for c in found if not c.right), default=0)
