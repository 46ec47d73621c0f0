"""The standard cases are chosen by what they can tell: each mistake shows, and factors have one name."""

from functools import cache
from itertools import combinations
from math import gcd

import numpy as np
import pytest

from crosscheck.bounds import global_balls
from crosscheck.compare import signal_of
from crosscheck.declaration import declare
from crosscheck.defects import CATALOGUE, by_id
from crosscheck.mistakes.site import constants
from crosscheck.mutants.candidate import run
from crosscheck.mutants.classes import NEEDS_PROBE, all_classes, separable
from crosscheck.mutants.mutation import singles
from crosscheck.mutants.networks import NETWORKS, QUICK, cases, references
from crosscheck.probes import PROBES, probe_id
from crosscheck.record import parse_name
from crosscheck.standard_cases import OUTLINES, standard_cases
from tests.test_check_wrong import Net

VACUOUS = 1e-8


@cache
def right(case):
    """What no mistake shows; it is compared with every mistake."""
    return run(case, ())


def shows(n, m):
    """Whether a mistake changes more than the last digits of anything but the printed loss, in some case."""
    for case in cases(n):
        wrong = run(case, (m,))
        for name, a in right(case).items():
            if not name.startswith(("loss", "d_output")) and not np.allclose(wrong[name], a, rtol=1e-9, atol=1e-12):
                return True
    return False


WRITTEN_OUT = {"one-weight-slip"}  # of networks smaller than these: test_one_weight.py


def test_every_mistake_can_be_made_and_shows():
    missing = {d.id for d in CATALOGUE} - WRITTEN_OUT
    for n in range(len(NETWORKS)):
        for m in singles(n):
            if m.id in missing and shows(n, m):
                missing.discard(m.id)
    assert missing == set()


def test_the_quick_networks_have_nearly_all_of_them():
    found = {m.id for n in QUICK for m in singles(n)}
    # what needs a declaration that none of the four makes
    assert by_id().keys() - found <= WRITTEN_OUT | {
        "nesterov-omitted", "nesterov-formula", "dampening-wrong", "decay-past-the-momentum",
    }  # fmt: skip


def test_cases_that_tell_less_are_noticed(monkeypatch):
    """In two steps, whoever sees gradients cannot tell a velocity made of the gradient before from the right one."""
    short = tuple(c.with_(steps=min(c.steps, 2)) for c in cases(2))
    monkeypatch.setattr("crosscheck.mutants.classes.cases", lambda n: short)
    momentum = tuple(m for m in singles(2) if m.id == "momentum-on-previous-gradient")
    monkeypatch.setattr("crosscheck.mutants.classes.singles", lambda n: momentum)
    assert any("momentum-on-previous-gradient" in pair for pair in separable(2, all_classes(2, ("gradients",))))


def test_what_needs_a_probe_has_one():
    assert {probe_id(p) for p in PROBES} >= NEEDS_PROBE


@pytest.mark.parametrize("outline", OUTLINES[:2], ids=str)
def test_every_factor_has_one_name(outline):
    case = next(c for n in range(4) for c in cases(n) if c.n_samples == outline.n_samples)
    named = [v for v in constants(case).values() if case.n_samples > 1]
    assert all(abs(a - b) > 1e-6 for a, b in combinations(named, 2))


def test_ordinary_sizes_are_coprime_and_none_is_two():
    o = OUTLINES[0]
    numbers = [o.n_in, *o.hidden[:2], o.n_out, o.n_samples]
    assert all(gcd(a, b) == 1 for a, b in combinations(numbers, 2))
    assert 2 not in numbers


@pytest.mark.parametrize("n", QUICK)
def test_no_case_has_vacuous_bounds(n):
    for case, reference in zip(cases(n), references(n), strict=True):
        if case.inputs != "random":
            continue  # what cancels, or may take either side of a kink: no parameter is judged on these alone
        for name, ball in global_balls(case, reference).items():
            signal = signal_of(case, parse_name(name), reference[name].astype(np.float64), reference)
            if signal > 0:
                assert float(np.sqrt(np.mean(ball.radius**2))) < VACUOUS * signal, (case.id, name)


def test_a_network_of_many_widths_of_its_own_has_cases() -> None:
    """There were no more numbers for the fourteenth, and the check ended."""
    sizes = tuple(f"n{i}" for i in range(31))
    deep = type("Deep", (Net,), {"activations": ("tanh",) * 30, "loss": "mse", "sizes": sizes})
    assert {len(set(case.sizes)) for case in standard_cases(declare(deep()))} == {31}
