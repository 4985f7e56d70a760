"""The tests: a package, so that `python -m tests.benchmarks` and workers of other environments find it."""

import os

# numpy reads these once, at its import, which comes later. On a busy machine threads of BLAS wait for each other:
# the gold texts took 125 s instead of 4.
for name in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ.setdefault(name, "1")
