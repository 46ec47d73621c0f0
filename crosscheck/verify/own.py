"""The project's own networks, and all that their verification has to know of each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from types import ModuleType
from typing import TYPE_CHECKING, Any

from numpy.typing import NDArray

from crosscheck.conventions import Conventions
from crosscheck.pair import LAYOUTS, layout_conventions, name_of, run_layout
from crosscheck.pair_fused import CONVENTIONS, FUSED, OVERWRITTEN, run_fused

if TYPE_CHECKING:
    from crosscheck.case import Case

Layout = str | ModuleType  # by name, or a module with a layout's functions (an edited copy, say)
NETWORKS = (*LAYOUTS, FUSED)


@dataclass(frozen=True)
class Own:
    """A network of manual_mlp.

    Attributes:
        name: numerator, denominator or fused.
        conventions: how it stores its arrays.
        run: every array of its run on a Case, in its own orientation.
        the_long_way: the same, through the output's derivative; None where it has the joint gradient alone.
        overwritten: quantities that it works on in place, and cannot show.
        keeps_parameters: whether it holds its parameters and updates them itself.
    """

    name: str
    conventions: Conventions
    run: Callable[[Case], dict[str, NDArray[Any]]]
    the_long_way: Callable[[Case], dict[str, NDArray[Any]]] | None = None
    overwritten: tuple[str, ...] = ()
    keeps_parameters: bool = False


def own(layout: Layout) -> Own:
    """What there is to know of a network."""
    if layout == FUSED:
        return Own(FUSED, CONVENTIONS, run_fused, overwritten=OVERWRITTEN, keeps_parameters=True)
    return Own(
        name_of(layout), layout_conventions(layout), partial(run_layout, layout),
        the_long_way=partial(run_layout, layout, joint=False),
    )  # fmt: skip
