"""What a report's numbers were computed with. No names of hosts, users or folders: reports are handed around."""

from __future__ import annotations

import platform
import sys
from functools import cache
from importlib.metadata import PackageNotFoundError, version

import numpy as np

from crosscheck.threads import thread_settings


def environment() -> dict[str, str]:
    """Versions, BLAS, threads and processor, as strings."""
    return {**_fixed(), "threads": thread_settings()}


@cache
def _fixed() -> dict[str, str]:
    return {
        "crosscheck": _version("crosscheck-mlp"),
        "python": f"{platform.python_implementation()} {platform.python_version()}",
        "numpy": np.__version__,
        "torch": _version("torch"),
        "blas": blas(),
        "platform": f"{platform.system()} {platform.machine()}",
        "byteorder": sys.byteorder,
    }


def _version(package: str) -> str:
    # Asked of the installed package, not of the module: importing torch takes seconds.
    try:
        return version(package)
    except PackageNotFoundError:
        return "not installed"


def blas() -> str:
    """The BLAS that NumPy was built with."""
    built: object = np.show_config(mode="dicts")
    found = built.get("Build Dependencies", {}).get("blas", {}) if isinstance(built, dict) else {}
    return f"{found.get('name', 'unknown')} {found.get('version', '')}".strip()
