"""torch as it would be on an Intel processor, as far as this machine can show it.

On a processor that is not Intel's, the MKL inside torch's wheels takes its AVX2 kernels even where AVX-512 is there.
Its question "is this an Intel?" is answered with yes here, by a library of one line that is loaded before it. For
measuring only: nobody should have to run torch like this, and the goals are not held against it.
"""

import shutil
import subprocess
import tempfile
from functools import cache
from pathlib import Path

NAME = "torch-mkl-as-on-intel"
SOURCE = "int mkl_serv_intel_cpu_true(void) { return 1; }\n"


def needed() -> bool:
    """Whether it would make a difference here, and can be built."""
    try:
        text = Path("/proc/cpuinfo").read_text(encoding="utf-8")
    except OSError:
        return False
    return "GenuineIntel" not in text and "avx512f" in text and shutil.which("gcc") is not None


@cache
def library() -> str:
    """The path of the library, built on the first call."""
    folder = Path(tempfile.mkdtemp(prefix="crosscheck-bench-"))
    (folder / "intel.c").write_text(SOURCE, encoding="utf-8")
    subprocess.run(
        ["gcc", "-shared", "-fPIC", "-o", folder / "intel.so", folder / "intel.c"],
        check=True,
    )
    return str(folder / "intel.so")
