"""What is timed, by name. A candidate's libraries are imported when it is built, so that others stay without them."""

from collections.abc import Callable
from typing import Any, Protocol

from numpy.typing import NDArray

from crosscheck.case import Case
from crosscheck.conventions import Conventions


class Candidate(Protocol):
    """One way to compute a training step."""

    conventions: Conventions

    def record(self) -> dict[str, NDArray[Any]]:
        """The first step's arrays under canonical names. Called before anything is timed."""

    def step(self) -> None:
        """Forward, loss, backward and update of one batch."""


def numerator(case: Case) -> Any:
    from benchmarks.by_numpy import Textbook

    return Textbook("numerator", case)


def denominator(case: Case) -> Any:
    from benchmarks.by_numpy import Textbook

    return Textbook("denominator", case)


def torch(case: Case) -> Any:
    from benchmarks.by_torch import Torch

    return Torch(case)


CANDIDATES: dict[str, Callable[[Case], Any]] = {
    "numerator": numerator,
    "denominator": denominator,
    "torch": torch,
}
