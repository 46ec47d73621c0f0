"""One thread unless the user asks for more: figures depend on the thread count, small networks get slower with it."""

from __future__ import annotations

import os
import sys

# A BLAS reads these once, when it is loaded; PyTorch reads the second.
VARIABLES = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS")


def limit_threads() -> None:
    """One thread for every BLAS and for torch, but for what the user has set; to be called before NumPy is imported."""
    chosen = any(name in os.environ for name in VARIABLES)
    if chosen:
        return
    for name in VARIABLES:
        os.environ[name] = "1"
    torch = sys.modules.get("torch")
    if torch is not None:  # too late for the variable
        torch.set_num_threads(1)


def thread_settings() -> str:
    """What holds now, such as "OPENBLAS 1, OMP 1, torch 1"; "default" for what is not set."""
    parts = [f"{name.split('_')[0]} {os.environ.get(name, 'default')}" for name in VARIABLES[:3]]
    torch = sys.modules.get("torch")
    if torch is not None:
        parts.append(f"torch {torch.get_num_threads()}")
    return ", ".join(parts)
