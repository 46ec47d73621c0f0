"""Which name somebody meant: a slip of the finger is made good, another word is not."""

from __future__ import annotations

from collections.abc import Sequence


def distance(a: str, b: str) -> int:
    """Insertions, deletions, substitutions and exchanges of neighbours that lead from one to the other."""
    before: list[int] = []
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        last, row = row, [i]
        for j, y in enumerate(b, 1):
            cost = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (x != y))
            if i > 1 and j > 1 and x == b[j - 2] and a[i - 2] == y:
                cost = min(cost, before[j - 2] + 1)
            row.append(cost)
        before = last
    return row[-1]


def meant(name: str, choices: Sequence[str]) -> str | None:
    """The choice that a name is a misspelling of: at most two slips away, in a word of some length."""
    plain = name.lower().replace("-", "_").replace(" ", "_")
    near = min(choices, key=lambda c: distance(plain, c), default=None)  # of two, the one that stands first
    return near if near is not None and distance(plain, near) <= min(2, len(plain) // 2) else None
