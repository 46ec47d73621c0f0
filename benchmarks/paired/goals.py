"""The goals of the project, held against a comparison in float32 on one thread."""

from collections.abc import Sequence
from typing import Any

from benchmarks.paired.statistics import geometric_mean
from benchmarks.paired.table import against, share_of_limit

LARGEST = ("784-512-512-10", "1024x4")  # where 0.95 counts as level


def goals(cells: Sequence[dict[str, Any]]) -> list[str]:
    """One line a goal: what was asked, what was reached, and where it is worst."""
    floors = {id(cell): 0.95 if cell["network"] in LARGEST else 1.0 for cell in cells}
    ratios = {id(cell): against(cell, "fused").median for cell in cells}
    tiny = [cell for cell in cells if cell["network"] == "3-4-1"]
    wide = [cell for cell in cells if cell["network"] == "1024x4"]
    lines = [line("geometric mean against torch at least 3", geometric_mean(list(ratios.values())), 3)]
    if tiny:
        lines.append(worst("at least 15 at 3-4-1, in every activation", tiny, lambda c: ratios[id(c)] / 15, 15))
    lines.append(
        worst("no cell below 1.0 (0.95 at the two largest)", cells, lambda c: ratios[id(c)] / floors[id(c)], 1)
    )
    for name in ("torch-compile", "sklearn"):
        if name in cells[0]["seconds"]:
            floor = floors if name == "torch-compile" else {}
            lines.append(
                worst(
                    f"ahead of {name} in every cell",
                    cells,
                    lambda c, name=name, floor=floor: against(c, "fused", name).median / floor.get(id(c), 1.0),
                    1,
                )
            )
    if wide:
        lines.append(
            worst("at 1024 wide at least 0.85 of the limit", wide, lambda c: share_of_limit(c, "fused") / 0.85, 0.85)
        )
    return lines


def line(goal: str, reached: float, asked: float) -> str:
    """`goal: reached, met or missed`."""
    return f"{goal}: {reached:.2f}, {'met' if reached >= asked else 'MISSED'}"


def worst(goal: str, cells: Sequence[dict[str, Any]], margin: Any, scale: float) -> str:
    """The line of the cell that is closest to missing its goal; margin is 1 where it is just met."""
    at = min(cells, key=margin)
    reached = margin(at)
    where = f"{at['network']} {at['activation']}"
    return f"{goal}: worst {reached * scale:.2f} ({where}), {'met' if reached >= 1 else 'MISSED'}"
