"""Interrupted runs: one goes on only with the same inputs and options."""

from pathlib import Path
from typing import TypeAlias

import ner_news
from ner_news.articles import STDIN, EarlierRun, read_journal
from ner_news.errors import InputError
from ner_news.extraction.options import ExtractionOptions

Stamp: TypeAlias = str | list[str | int] | None
"""A name; of a file its size and its time of change too."""


def run_key(options: ExtractionOptions, names: list[str]) -> dict[str, object]:
    """Return all on which the documents depend; a run with another key cannot go on with this one."""
    return {
        "version": ner_news.__version__,
        "inputs": list(map(_stamp, names)),
        "form": options.form,
        "table": options.table,
        "raw_cells": options.raw_cells,
        "kind": options.kind,
        "encoding": options.encoding,
        "sheet": options.sheet,
        "columns": [options.text_column, options.id_column, options.published_column],
        "scheme": options.scheme,
        "model": _stamp(options.model),
        "min_score": options.min_score,
        "yo": options.yo,
        "heads": options.heads,
        "century_pivot": options.century_pivot,
        "gazetteer": _stamp(options.gazetteer),
        "gazetteer_label": options.gazetteer_label,
        "gazetteer_encoding": options.gazetteer_encoding,
        "published": options.published,
        "published_format": options.published_format,
        "text_format": options.text_format,
        "spans_from_input": options.spans_from_input,
        "strict": options.strict,
        "max_bytes": options.max_bytes,
        "corpus": options.corpus,
    }


def _stamp(name: str | None) -> Stamp:
    path = Path(name or "")
    if name is None or not path.is_file():
        return name
    return [name, path.stat().st_size, path.stat().st_mtime_ns]


def find_earlier_run(
    target: Path | None, key: dict[str, object], names: list[str], corpus: str | None
) -> EarlierRun | None:
    """Return the interrupted run for this file, if there is one; `InputError` where this run is not the same."""
    if target is None or STDIN in names or corpus is not None:
        raise InputError("--resume goes from files to a file (-o), without --corpus")
    earlier = read_journal(target)
    if earlier is None:
        return None
    changed = sorted(name for name in key if key[name] != earlier.key.get(name))
    if changed:
        raise InputError(f"{target}.part was begun with other {', '.join(changed)}: begin anew without --resume")
    return earlier
