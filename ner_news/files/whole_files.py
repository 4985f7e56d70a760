"""Files that are there as a whole or not at all, and devices that stay devices."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory


@contextmanager
def whole_file(target: Path) -> Iterator[Path]:
    """Yield a path to write to, and give the file written there the name of the target, where no error came.

    A link stays one. A pipe or a device, such as /dev/null, is not replaced: it gets what was written.
    """
    if target.exists() and not target.is_file():
        with TemporaryDirectory() as folder:
            part = Path(folder, target.name)
            yield part
            with part.open("rb") as source, target.open("wb") as stream:
                shutil.copyfileobj(source, stream)
        return
    resolved = target.resolve()
    part = resolved.with_name(f"{resolved.name}.part")
    part.unlink(missing_ok=True)
    try:
        yield part
        part.replace(resolved)
    finally:
        part.unlink(missing_ok=True)
