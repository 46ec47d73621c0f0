"""What is timed, by name. A candidate's libraries are imported when it is built, so that others stay without them."""

from collections.abc import Callable
from importlib.util import find_spec
from typing import Any, Protocol

from numpy.typing import NDArray

from crosscheck.case import Case
from crosscheck.conventions import Conventions


class Candidate(Protocol):
    """One way to compute a training step."""

    conventions: Conventions

    def record(self) -> dict[str, NDArray[Any]]:
        """The first step's arrays under canonical names. Called before anything is timed."""

    def batch(self, x: NDArray[Any], y: NDArray[Any]) -> tuple[Any, Any]:
        """Samples x (N, n_in) and targets y (N, n_out) as the candidate takes them."""

    def step(self) -> None:
        """Forward, loss, backward and update of one batch."""

    def step_on(self, x: Any, y: Any) -> None:
        """The same on a batch that `batch` made."""


def numerator(case: Case) -> Any:
    from benchmarks.by_numpy import Textbook

    return Textbook("numerator", case)


def denominator(case: Case) -> Any:
    from benchmarks.by_numpy import Textbook

    return Textbook("denominator", case)


def fused(case: Case) -> Any:
    from benchmarks.by_fused import Fused

    return Fused(case)


def torch(case: Case) -> Any:
    from benchmarks.by_torch import Torch

    return Torch(case)


def torch_fused_sgd(case: Case) -> Any:
    from benchmarks.by_torch import Torch

    return Torch(case, fused=True)


def torch_compile(case: Case) -> Any:
    from benchmarks.by_torch import Torch

    return Torch(case, compiled=True)


def sklearn(case: Case) -> Any:
    from benchmarks.by_sklearn import Sklearn

    return Sklearn(case)


# Those that the harness can take apart, stage by stage; then those that make whole steps only.
STAGED: dict[str, Callable[[Case], Any]] = {
    "numerator": numerator,
    "denominator": denominator,
    "fused": fused,
    "torch": torch,
    "torch-fused-sgd": torch_fused_sgd,
}
CANDIDATES: dict[str, Callable[[Case], Any]] = {
    **STAGED,
    **({"sklearn": sklearn} if find_spec("sklearn") else {}),
}
COMPILED: dict[str, Callable[[Case], Any]] = {"torch-compile": torch_compile}
