"""One thread, and the kernel that the BLAS chooses by itself: set before NumPy is imported."""

import os

from benchmarks.environment import describe, quiet_environment

_clean = quiet_environment(threads=1)
for _name in set(os.environ) - set(_clean):
    del os.environ[_name]
os.environ.update(_clean)


def pytest_report_header() -> list[str]:
    """Everything that a figure may depend on."""
    import numpy as np  # noqa: F401 (loaded so that its BLAS is listed)
    import torch

    torch.set_num_threads(1)
    return describe().splitlines()
