"""What a right network does, one test a property. Every test is judged over all standard cases."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from crosscheck.suite.conformance import Answer, Candidate
    from crosscheck.suite.crosschecker import Crosschecker


def require(answer: Answer, crosschecker: Crosschecker) -> None:
    """Pass, fail, or skip with the reason; what is only remarked is an expected failure."""
    __tracebackhide__ = True
    if answer.status == "skips":
        pytest.skip(answer.why)
    if answer.status == "remarked":
        pytest.xfail(f"a remark, no mistake: {answer.why}")
    if answer.status == "not judged":
        if crosschecker.allow_not_judged:
            pytest.skip(f"not judged: {answer.why}")
        pytest.fail(f"not judged (--allow-not-judged lets it pass): {answer.why}", pytrace=False)
    if answer.status == "fails":
        pytest.fail(answer.why, pytrace=False)


def test_the_adapter_fits_the_network(candidate: Candidate) -> None:
    """Parameters go in and come out unchanged; what is declared fits the shapes seen."""
    if candidate.refused:
        pytest.fail(candidate.refused, pytrace=False)


def test_build_step_and_read_come_back(candidate: Candidate, crosschecker: Crosschecker) -> None:
    """Nothing is raised, and what is shown are arrays of numbers."""
    require(candidate.calls(), crosschecker)


def test_forward(candidate: Candidate, crosschecker: Crosschecker, forward: str) -> None:
    """Each layer's pre-activation and activation."""
    require(candidate.quantity(forward), crosschecker)


def test_loss(candidate: Candidate, crosschecker: Crosschecker) -> None:
    """The loss value; where it is off and every gradient is right, that is a remark."""
    require(candidate.quantity("loss"), crosschecker)


def test_gradient(candidate: Candidate, crosschecker: Crosschecker, gradient: str) -> None:
    """Each layer's gradients, and what is handed down."""
    require(candidate.quantity(gradient), crosschecker)


def test_update(candidate: Candidate, crosschecker: Crosschecker, updated: str) -> None:
    """Each parameter after one step."""
    require(candidate.quantity(updated), crosschecker)


def test_trajectory(candidate: Candidate, crosschecker: Crosschecker) -> None:
    """Three steps, one after the other."""
    require(candidate.trajectory(), crosschecker)


def test_inputs_stay_as_they_are(candidate: Candidate, crosschecker: Crosschecker) -> None:
    """Nothing is written into the caller's x and y."""
    require(candidate.purity(), crosschecker)


def test_the_same_case_gives_the_same_numbers(candidate: Candidate, crosschecker: Crosschecker) -> None:
    """Under another random state, and after another network was built."""
    require(candidate.determinism(), crosschecker)


def test_at_kinks(candidate: Candidate, crosschecker: Crosschecker) -> None:
    """Pre-activations of exactly zero."""
    require(candidate.inputs(("zeros",), "no activation has a kink"), crosschecker)


def test_at_extremes(candidate: Candidate, crosschecker: Crosschecker) -> None:
    """Saturated units: pre-activations around ±10."""
    require(candidate.inputs(("saturated", "large"), "no case is extreme"), crosschecker)


def test_verdict(candidate: Candidate, crosschecker: Crosschecker) -> None:
    """All of it: the failure is the report."""
    if not crosschecker.passes(candidate.report):
        pytest.fail(str(candidate.report), pytrace=False)
