"""The harness's own cost, so that a regression shows: comparison, bounds and diagnosis.

`python -m benchmarks.harness_cost` holds them against torch's training step, and over the number of parameters.
"""

from functools import lru_cache

import numpy as np
import pytest

from crosscheck.bounds import global_balls, local_balls
from crosscheck.case import Case
from crosscheck.compare import compare, run_reference
from crosscheck.conventions import NUMERATOR, to_canonical
from crosscheck.diagnose import diagnose
from crosscheck.pair import run_layout
from crosscheck.search import Evidence

SIZES = {"3-5-7-2": ((3, 5, 7, 2), 11), "64-32-10": ((64, 32, 10), 64), "784-256-128-10": ((784, 256, 128, 10), 128)}
MISTAKES = {
    "the batch's mean left out": lambda case, a: {
        n: x * (case.n_samples if n.startswith("d") else 1) for n, x in a.items()
    },
    "nothing known": lambda case, a: {n: x + (0.1 * np.sin(x) if n == "dW1" else 0) for n, x in a.items()},
}


@lru_cache(maxsize=1)
def run(network):
    """A case, the reference's run, the candidate's as it is stored and in canonical form."""
    sizes, n_samples = SIZES[network]
    case = Case.draw(sizes, n_samples, activations="relu", loss="cross_entropy_per_sample")
    truth, mine = run_reference(case), run_layout("numerator", case)
    shown, _ = to_canonical(NUMERATOR, mine, case, {name: a.shape for name, a in truth.items()})
    return case, truth, mine, shown


@pytest.mark.parametrize("network", SIZES)
def test_compare(benchmark, network):
    case, _, mine, _ = run(network)
    assert compare(mine, case, NUMERATOR).passed
    benchmark.group = f"{network}: harness"
    benchmark(lambda: compare(mine, case, NUMERATOR))


@pytest.mark.parametrize("bound", ["local", "global"])
@pytest.mark.parametrize("network", SIZES)
def test_bounds(benchmark, network, bound):
    case, truth, _, shown = run(network)
    benchmark.group = f"{network}: harness"
    benchmark((lambda: local_balls(case, shown)) if bound == "local" else (lambda: global_balls(case, truth)))


@pytest.mark.parametrize("mistake", MISTAKES)
def test_diagnose(benchmark, mistake):
    case, _, _, shown = run("3-5-7-2")
    gradients = {n: a for n, a in shown.items() if not n.endswith("'")}
    wrong = MISTAKES[mistake](case, gradients)
    benchmark.group = "3-5-7-2: diagnosis"
    benchmark.pedantic(lambda: diagnose([Evidence(case, wrong)]), rounds=5, warmup_rounds=1)
