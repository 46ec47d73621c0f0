"""One thread everywhere, and a header that says what the numbers were computed with."""

import gc
import os
import platform
import subprocess
import sys
from importlib.metadata import version
from types import SimpleNamespace

# Before NumPy is imported: its BLAS reads these once, when it is loaded.
THREAD_VARIABLES = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS")
for _variable in THREAD_VARIABLES:
    os.environ.setdefault(_variable, "1")

import numpy as np  # noqa: E402  (the variables above have to be set first)
import pytest  # noqa: E402

# Tests that draw at random draw from here, so that a failure can be repeated.
SEED = int(os.environ.get("CROSSCHECK_SEED", "0"))


@pytest.fixture
def seed() -> int:
    """The seed of this run; the environment variable CROSSCHECK_SEED sets another."""
    return SEED


@pytest.fixture(autouse=True)
def _one_torch_thread() -> None:
    # torch is not imported for it: tests that never need torch stay fast.
    torch = sys.modules.get("torch")
    if torch is not None and torch.get_num_threads() != 1:
        torch.set_num_threads(1)


def pytest_collection() -> None:
    """Collection makes a million objects that stay: nothing to be found among them."""
    gc.disable()


def pytest_collection_finish() -> None:
    """Take what collection made out of the collector's sight: walking it again and again is a tenth of the run."""
    gc.enable()
    gc.collect()
    gc.freeze()
    gc.set_threshold(100_000, 20, 50)  # cases, records and nodes are many, and few of them are in cycles


def describe_blas() -> str:
    """The BLAS that NumPy was built with."""
    blas = np.show_config(mode="dicts")["Build Dependencies"]["blas"]
    return f"{blas.get('name', 'unknown')} {blas.get('version', '')}".strip()


def pytest_report_header() -> list[str]:
    """Everything that a figure may depend on."""
    threads = ", ".join(f"{name}={os.environ[name]}" for name in THREAD_VARIABLES[:2])
    kernel = os.environ.get("OPENBLAS_CORETYPE", "chosen by the processor")
    return [
        f"numpy {np.__version__}, torch {version('torch')}, {platform.machine()}",
        f"BLAS: {describe_blas()}, kernel {kernel}",
        f"threads: {threads}; seed: {SEED}",
    ]


@pytest.fixture(scope="module")
def everything_is_loaded():
    # pytester forgets what a run inside this process imports: torch cannot be imported twice, and an Adapter has to
    # stay the class that it is
    import crosscheck
    import crosscheck.diagnose
    from crosscheck.suite import own_networks
    from crosscheck.suite.crosschecker import Crosschecker

    case = crosscheck.Case.draw((2, 2), 2, activations=["identity"])
    with pytest.raises(AssertionError):
        Crosschecker()({"dW1": np.ones((2, 2))}, case)
    crosscheck.check(own_networks.Numerator, cases=[case.with_(activations=("tanh",), inputs="data", seed=None)])


@pytest.fixture(scope="session")
def fork_server():
    """Loaded once for all workers that are copies of it."""
    from tests.forked import Server

    server = Server()
    yield server
    server.close()


@pytest.fixture
def forked(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """The workers of `crosscheck check` are copies of a process that is there: for tests of what a worker says."""
    if hasattr(os, "fork"):
        fake = SimpleNamespace(Popen=request.getfixturevalue("fork_server").start, PIPE=subprocess.PIPE)
        monkeypatch.setattr("crosscheck.isolated.subprocess", fake)
