"""Parametrizes the suite by the candidate's own layers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from crosscheck.errors import UsageError

if TYPE_CHECKING:
    from crosscheck.suite.conformance import Candidate

STAGES = {"forward": "forward", "gradient": "backward", "updated": "update"}


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """One test for each quantity of a stage."""
    for argument in STAGES.keys() & set(metafunc.fixturenames):
        try:
            names = of(metafunc.config).names(STAGES[argument])
        except UsageError as error:
            raise pytest.Collector.CollectError(f"--candidate: {error}") from None
        metafunc.parametrize(argument, names)


@pytest.fixture
def candidate(request: pytest.FixtureRequest) -> Candidate:
    """The network under test, its report computed once."""
    mine = of(request.config)
    if mine.refused and request.function.__name__ != "test_the_adapter_fits_the_network":
        pytest.skip("the adapter is refused, see test_the_adapter_fits_the_network")
    return mine


def of(config: pytest.Config) -> Candidate:
    """The network of --candidate."""
    from crosscheck.suite import conformance

    spec = config.getoption("--candidate")
    if not spec:
        raise UsageError("expected FILE:NAME")
    return conformance.candidate(str(spec))
