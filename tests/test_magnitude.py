"""Radii by float32 products are never too small and hardly larger; the reference's products spare only the work."""

import numpy as np
import pytest
from numpy.random import RandomState

from crosscheck import Case, compare, run_reference
from crosscheck.bounds import both_walk, global_balls, local_balls
from crosscheck.conventions import NUMERATOR, to_canonical
from crosscheck.judge import judge
from crosscheck.magnitude import Magnitude, product
from crosscheck.pair import run_layout

TINY = float(np.finfo("float64").tiny)
KINDS = {
    "plain": lambda r, shape: r.standard_normal(shape),
    "dead units": lambda r, shape: r.standard_normal(shape) * (r.uniform(size=shape) < 0.5),
    "very different sizes": lambda r, shape: r.standard_normal(shape) * 10.0 ** r.uniform(-40, 40, shape),
    "radii": lambda r, shape: np.abs(r.standard_normal(shape)) * 1e-16 * (r.uniform(size=shape) < 0.5) + TINY,
    "tiny": lambda r, shape: r.standard_normal(shape) * 1e-300,
    "huge": lambda r, shape: r.standard_normal(shape) * 1e150,
    "ones": lambda r, shape: np.ones(shape),
    "zero": lambda r, shape: np.zeros(shape),
}
LARGE = {"activations": "relu", "loss": "cross_entropy_per_sample"}


@pytest.mark.parametrize("left", KINDS)
@pytest.mark.parametrize("right", KINDS)
@pytest.mark.parametrize("k", [1, 100, 4096])
def test_product_is_never_below_and_hardly_above(left, right, k):
    stream = RandomState(k)
    m = n = int(np.ceil((2**20 / k) ** 0.5))
    m, n = min(m, 200), n if m <= 200 else 2**20 // (200 * k) + 1
    x, y = KINDS[left](stream, (m, k)), KINDS[right](stream, (k, n))
    exact = np.abs(x).astype(np.longdouble) @ np.abs(y).astype(np.longdouble)
    found = product(Magnitude(x), Magnitude(y), 1.0, TINY)
    slack = (k + 1) * np.finfo("float64").eps * exact  # of a product in float64, which the caller's inflation covers
    assert np.all(found >= exact - slack - k * TINY)
    assert np.all(found <= exact * (1 + 3e-4) + 64 * k * TINY * (1 + np.abs(x).max() + np.abs(y).max()))


def both_balls(case, truth, shown):
    found = list(both_walk(case, truth, shown, trusted=True))
    return {name: local for name, local, _ in found}, {name: world for name, _, world in found}


def large_case(**settings):
    return Case.draw((100, 90, 80, 7), 120, **{**LARGE, **settings})


@pytest.mark.parametrize("layout", ["numerator", "denominator"])
@pytest.mark.parametrize("settings", [{}, {"steps": 3, "momentum": 0.9}, {"l2": 0.01}, {"dtype": "float32"}])
def test_shared_and_separate_bounds_agree(layout, settings):
    from crosscheck.pair import layout_conventions

    case = large_case(**settings)
    truth, mine = run_reference(case), run_layout(layout, case)
    shapes = {name: a.shape for name, a in truth.items()}
    shown, _ = to_canonical(layout_conventions(layout), mine, case, shapes)
    local, world = both_balls(case, truth, shown)
    alone = local_balls(case, shown)
    for name, ball in global_balls(case, truth).items():
        np.testing.assert_allclose(world[name].radius, ball.radius, rtol=1e-3)
        np.testing.assert_allclose(local[name].radius, alone[name].radius, rtol=1e-3)
        if name in shown:
            one, other = judge(shown[name], local[name], 1.0), judge(shown[name], alone[name], 1.0)
            assert one.n_out == other.n_out == 0
            assert one.ratio == pytest.approx(other.ratio, abs=0.05)


@pytest.mark.parametrize("name", ["Z1", "dW1", "dX", "W1'", "dA1"])
@pytest.mark.parametrize("size", [1e-9, 1e-13])
def test_an_error_is_found_whoever_computes_the_centre(name, size):
    case = large_case()
    mine = run_layout("numerator", case)
    mine[name] = mine[name].copy()
    at = (3, 5)
    mine[name][at] += size * np.sqrt(np.mean(mine[name] ** 2))
    with_shared = compare(mine, case, NUMERATOR)
    with_its_own = compare(mine, case, NUMERATOR, run_reference(case))
    for one, other in zip(with_shared.findings, with_its_own.findings, strict=True):
        assert (one.name, one.status, one.follows, one.n_out) == (other.name, other.status, other.follows, other.n_out)
        if one.status != "agrees":
            assert one.index == other.index
            assert one.bound == pytest.approx(other.bound, rel=1e-3)


def test_a_wrong_reference_beside_a_right_candidate_widens_nothing():
    case = large_case()
    truth = {name: np.array(a) for name, a in run_reference(case).items()}
    shown = {name: np.array(a) for name, a in truth.items()}
    truth["dZ1"] *= 1e6
    local, _ = both_balls(case, truth, shown)
    np.testing.assert_allclose(local["dW1"].radius, local_balls(case, shown)["dW1"].radius, rtol=1e-3)
    assert judge(shown["dW1"], local["dW1"], 1.0).n_out == 0
