"""What a timing depends on and can be set: threads, and the kernel that NumPy's BLAS chooses.

To be used before NumPy is imported, because its BLAS reads the environment once, when it is loaded.
"""

import os
import platform
from collections.abc import Mapping

THREADS = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS")
# Set on some machines to make results repeatable; each makes a current NumPy slower than it is by itself.
KERNEL = ("OPENBLAS_CORETYPE", "OPENBLAS_L2_SIZE")


def quiet_environment(threads: int, environment: Mapping[str, str] = os.environ) -> dict[str, str]:
    """A copy of the environment with this many threads for every library, and the kernel left to the BLAS."""
    clean = {name: value for name, value in environment.items() if name not in KERNEL}
    return clean | dict.fromkeys(THREADS, str(threads))


def kernels() -> list[str]:
    """The kernels and threads of the libraries that this process has loaded."""
    from threadpoolctl import threadpool_info

    pools = [
        f"{pool['internal_api']} {pool['version'] or ''} {pool.get('architecture', '')} x{pool['num_threads']}"
        for pool in threadpool_info()
    ]
    return [" ".join(pool.split()) for pool in pools]


def versions() -> str:
    """Of everything that a figure may depend on, and the processor."""
    from importlib.metadata import PackageNotFoundError, version

    found = [f"Python {platform.python_version()}"]
    for name in ("numpy", "torch", "scikit-learn"):
        try:
            found.append(f"{name} {version(name)}")
        except PackageNotFoundError:
            continue
    return f"{', '.join(found)}; {processor()}, {os.cpu_count()} cores"


def describe() -> str:
    """Versions, processor and kernels, in two lines."""
    return f"{versions()}\n{'; '.join(kernels())}"


def processor() -> str:
    """The processor's name, as far as the system says."""
    try:
        with open("/proc/cpuinfo", encoding="utf-8") as file:  # noqa: PTH123 (a device, not a path of ours)
            names = [line.partition(":")[2].strip() for line in file if line.startswith("model name")]
    except OSError:
        names = []
    return names[0] if names else platform.processor() or platform.machine()
