"""Where natasha works: a virtual environment made once, and the import itself.

natasha 1.6.0 imports pymorphy2, which needs two things that have gone: `pkg_resources` (setuptools 82)
and `inspect.getargspec` (Python 3.11). Only the standard library here: both environments run this file.
"""

import hashlib
import importlib
import inspect
import os
import shutil
import subprocess
import sys
import tempfile
from importlib.metadata import version
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
REQUIREMENTS = (
    "natasha==1.6.0",
    "slovnet==0.6.0",
    "navec==0.10.0",
    "razdel==0.5.0",
    "yargy==0.16.0",
    "pymorphy2==0.9.1",
    "pymorphy2-dicts-ru==2.4.417127.4579844",
    "setuptools==80.9.0",
)
ONE_THREAD = {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"}


class NatashaUnavailableError(RuntimeError):
    """The environment could not be made, mostly for want of a network."""


def natasha_python() -> Path:
    """The interpreter of natasha's environment, which is made if it is not there.

    It has this Python and this numpy, so that both sides multiply with the same BLAS.
    """
    requirements = (*REQUIREMENTS, f"numpy=={version('numpy')}")
    place = ROOT / ".cache" / f"natasha-{python_tag()}-{short_hash(requirements)}"
    if not python_of(place).exists():
        make_environment(place, requirements)
    return python_of(place)


def python_tag() -> str:
    return f"{sys.version_info.major}.{sys.version_info.minor}"


def short_hash(lines: tuple[str, ...]) -> str:
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()[:8]


def python_of(place: Path) -> Path:
    return place / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def make_environment(place: Path, requirements: tuple[str, ...]) -> None:
    """Builds beside `place` and renames, so that nobody ever sees half an environment."""
    place.parent.mkdir(parents=True, exist_ok=True)
    building = Path(tempfile.mkdtemp(prefix=f"{place.name}-", dir=place.parent))
    pip = ("-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--retries", "1")
    try:
        call([sys.executable, "-m", "venv", str(building)])
        call([str(python_of(building)), *pip, *requirements])
        rename_first(building, place)
    finally:
        shutil.rmtree(building, ignore_errors=True)


def call(command: list[str]) -> None:
    done = subprocess.run(command, env=clean_environ(), capture_output=True, text=True, check=False)
    if done.returncode:
        tail = "\n".join((done.stdout + done.stderr).splitlines()[-12:])
        raise NatashaUnavailableError(f"natasha's environment: {' '.join(command[1:4])} failed:\n{tail}")


def rename_first(building: Path, place: Path) -> None:
    """The process that comes first wins; the others use what it made."""
    try:
        building.rename(place)
    except OSError as error:
        if not python_of(place).exists():
            raise NatashaUnavailableError(f"{place} is damaged: delete it") from error


def clean_environ() -> dict[str, str]:
    """This process's variables without Python's own, one BLAS thread."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    return {**kept, **ONE_THREAD, "PYTHONIOENCODING": "utf-8"}


def import_natasha() -> Any:
    """The package `natasha`; call it in a process of its environment."""
    if not hasattr(inspect, "getargspec"):
        vars(inspect)["getargspec"] = lambda function: inspect.getfullargspec(function)[:4]
    return importlib.import_module("natasha")
