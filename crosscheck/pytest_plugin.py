"""The pytest plugin: options, two fixtures, and the way to crosscheck.suite.

pytest loads it in every project of an environment, so that nothing heavy is imported before it is used.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from crosscheck.case import Case
    from crosscheck.suite.crosschecker import Crosschecker

SUITE = "crosscheck.suite"


def pytest_addoption(parser: pytest.Parser) -> None:
    """--candidate and --allow-not-judged."""
    group = parser.getgroup("crosscheck", "crosscheck: hand-written networks")
    group.addoption("--candidate", metavar="FILE:NAME", help="the adapter that the conformance suite runs")
    group.addoption("--allow-not-judged", action="store_true", help="what could not be judged does not fail")


def pytest_configure(config: pytest.Config) -> None:
    """Without a candidate the suite has nothing to run."""
    asked = any(str(argument).partition("::")[0].startswith(SUITE) for argument in config.args)
    if asked and not config.getoption("--candidate"):
        raise pytest.UsageError(f"{SUITE} needs a network: add --candidate FILE:NAME")


def pytest_report_header(config: pytest.Config) -> list[str]:
    """Which network is meant."""
    candidate = config.getoption("--candidate")
    return [f"crosscheck: candidate {candidate}"] if candidate else []


@pytest.fixture(scope="session")
def crosschecker(request: pytest.FixtureRequest) -> Crosschecker:
    """Call it on an adapter, or on arrays and a Case: returns the Report, or fails with it.

    crosschecker(Mine)                      an Adapter, its class, or "FILE:NAME"
    crosschecker({"dW1": dW1}, case)        arrays under the harness's names, canonical unless conventions= is given
    """
    from crosscheck.suite.crosschecker import Crosschecker

    config = request.config
    return Crosschecker(config.getoption("--candidate"), allow_not_judged=bool(config.getoption("--allow-not-judged")))


@pytest.fixture
def crosscheck_case(request: pytest.FixtureRequest) -> Case | Callable[..., Case]:
    """What makes Cases.

    crosscheck_case("3-5-2_N7_tanh_mse_f64_s0") or crosscheck_case((3, 5, 2), 7, loss="mse").

    Parametrized indirectly, it is the Case:
    @pytest.mark.parametrize("crosscheck_case", ["3-5-2_N7_tanh_mse_f64_s0"], indirect=True)
    """
    from crosscheck.suite.crosschecker import make_case

    given: Any = getattr(request, "param", None)
    if given is None:
        return make_case
    return make_case(*given) if isinstance(given, tuple) else make_case(given)
