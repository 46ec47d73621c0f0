"""Many quantities in few words."""

from __future__ import annotations

from collections.abc import Sequence

from crosscheck.record import Name, parse_name

FEW = 12  # names that are read at a glance, one by one


def listed(names: Sequence[str]) -> str:
    """Z1 A1 Z2; from a dozen on, layers in a row and steps are taken together: Z1-Z20 A1-A19 output dW1-dW20 (60)."""
    found = list(dict.fromkeys(names))
    if len(found) <= FEW:
        return " ".join(found)
    groups: dict[str, list[Name]] = {}
    for name in map(parse_name, found):
        groups.setdefault(name.quantity, []).append(name)
    return " ".join(group(quantity, members) for quantity, members in groups.items())


def group(quantity: str, members: Sequence[Name]) -> str:
    """One quantity of several layers; in brackets how many arrays, where there are more than layers: other steps."""
    layers = sorted({n.layer for n in members if n.layer is not None})
    words = " ".join(span(quantity, first, last) for first, last in runs(layers)) or quantity
    return words if len(members) <= max(len(layers), 1) else f"{words} ({len(members)})"


def span(quantity: str, first: int, last: int) -> str:
    """dW2, or dW2-dW5: what comes after the layer's number stays there, as in W2'."""
    stem, prime = (quantity[:-1], "'") if quantity.endswith("'") else (quantity, "")
    if last == first:
        return f"{stem}{first}{prime}"
    return f"{stem}{first}{prime}{' ' if last == first + 1 else '-'}{stem}{last}{prime}"


def runs(numbers: Sequence[int]) -> list[tuple[int, int]]:
    """Ends of the stretches without a gap: 1 2 3 7 -> (1, 3), (7, 7)."""
    found: list[tuple[int, int]] = []
    for n in numbers:
        if found and n == found[-1][1] + 1:
            found[-1] = (found[-1][0], n)
        else:
            found.append((n, n))
    return found
