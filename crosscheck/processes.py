"""Processes that work side by side, one thread each."""

from __future__ import annotations

from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context


def one_thread() -> None:
    """For torch in this process: two processes with two threads each would only wait for each other."""
    import torch

    torch.set_num_threads(1)


def processes(workers: int) -> ProcessPoolExecutor:
    """A pool of them; spawned, since a process that is forked inherits torch's threads in an undefined state."""
    return ProcessPoolExecutor(workers, mp_context=get_context("spawn"), initializer=one_thread)
