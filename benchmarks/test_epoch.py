"""One epoch on the handwritten digits, 64-32-10 in batches of 64: many small steps, the last of another size."""

import numpy as np
import pytest

from benchmarks.candidates import CANDIDATES
from benchmarks.correct import complaint
from benchmarks.networks import NETWORKS
from crosscheck.data import load_digits

BATCH = 64


@pytest.mark.filterwarnings("ignore:Got `batch_size`:UserWarning")  # scikit-learn, of the last and smaller batch
@pytest.mark.parametrize("candidate", CANDIDATES)
def test_epoch(benchmark, candidate):
    case = NETWORKS["64-32-10"].case()
    assert complaint_about(candidate) is None
    built = CANDIDATES[candidate](case)
    x, y = digits()
    batches = [built.batch(x[i : i + BATCH], y[i : i + BATCH]) for i in range(0, len(x), BATCH)]
    benchmark.group = "digits: epoch"
    benchmark.extra_info.update(network="digits 64-32-10", candidate=candidate, stage="epoch")

    def epoch():
        for batch in batches:
            built.step_on(*batch)

    benchmark(epoch)


def complaint_about(candidate):
    case = NETWORKS["64-32-10"].case(dtype="float64")
    built = CANDIDATES[candidate](case)
    return complaint(built.record(), getattr(built, "judged_as", case), built.conventions)


def digits():
    """Samples (1797, 64) in [0, 1] and one-hot targets (1797, 10), in float32."""
    x, labels = load_digits()
    return (x / 16).astype(np.float32), np.eye(10, dtype=np.float32)[labels]
