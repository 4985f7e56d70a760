"""How many threads BLAS multiplies with: one, in a process beside others that share the cores."""

import ctypes
import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import numpy

SETTERS = (
    "scipy_openblas_set_num_threads64_",  # in wheels of NumPy 2
    "scipy_openblas_set_num_threads",
    "openblas_set_num_threads64_",  # in wheels of NumPy 1.26
    "openblas_set_num_threads",  # of a system or of conda
    "MKL_Set_Num_Threads",
    "bli_thread_set_num_threads",
)
"""Functions of libraries that take a number of threads."""

_LIBRARY = re.compile(r"openblas|mkl_rt|blis", re.IGNORECASE)
MAPS = Path("/proc/self/maps")


def use_one_thread() -> None:
    """One thread for NumPy's products in this process, also after a fork, when the environment is not asked again."""
    for path in _libraries():
        with suppress(OSError):
            library = ctypes.CDLL(str(path))
            for name in SETTERS:
                if hasattr(library, name):
                    getattr(library, name)(1)


def _libraries() -> Iterator[Path]:
    """Files of BLAS that are loaded, where the system tells, else those that NumPy brought."""
    if MAPS.exists():
        lines = MAPS.read_text(encoding="utf-8", errors="surrogateescape").splitlines()
        loaded = {Path(line[line.index("/") :]) for line in lines if "/" in line}
    else:
        here = Path(numpy.__file__).parent
        loaded = {*here.glob(".dylibs/*"), *here.parent.glob("numpy.libs/*")}
    return (path for path in sorted(loaded) if _LIBRARY.search(path.name))
