"""Label Studio's tasks: one JSON file. A document becomes a prediction, which annotators then correct.

The project's labelling has `<Text name="text" value="$text"/>` and `<Labels name="label" toName="text">`. Read are the
labels of a task's first annotation that was not cancelled, else of its first prediction. Offsets are in units of
UTF-16, as Label Studio's pages count them. A task whose spans are not what stands in its text is refused.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from ner_news.errors import GoldError
from ner_news.export.annotated import Annotated, AnnotatedText, FileLine, GoldSpan, list_all_spans
from ner_news.export.utf16_offsets import Utf16Offsets
from ner_news.files import encodable, encodable_id, read_lines, write_lines
from ner_news.models import Document
from ner_news.spans import walk


def read_label_studio(path: Path) -> Iterator[AnnotatedText]:
    """Read the texts of a file of tasks; `GoldError` names the first fault by the number of its task, from 1."""
    try:
        tasks = json.loads("".join(read_lines(path)))
    except (ValueError, RecursionError) as error:
        raise GoldError(path, 1, f"not JSON: {error}") from error
    if not isinstance(tasks, list):
        raise GoldError(path, 1, f"a file of tasks holds a list, not {type(tasks).__name__}")
    for number, task in enumerate(tasks, start=1):
        try:
            yield _parse_task(task, FileLine(str(path), number))
        except (AttributeError, KeyError, TypeError, ValueError) as error:
            reason = f"not a task with data.text and results of labels: {type(error).__name__}: {error}"
            raise GoldError(path, number, reason) from error


def _parse_task(task: Mapping[str, Any], place: FileLine) -> AnnotatedText:
    text, name = task["data"]["text"], task["data"].get("id", task.get("id"))
    if not isinstance(text, str):
        raise TypeError(f"text must be str, not {type(text).__name__}")
    name = name if isinstance(name, (str, int, type(None))) else str(name)
    offsets = Utf16Offsets(text)
    spans = tuple(_parse_span(value, text, offsets) for value in _select_labels(task))
    return AnnotatedText(name, text, spans, (), place)


def _select_labels(task: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    """Yield the values of the labelled spans; relations and choices are left out."""
    kept = [each for each in task.get("annotations") or [] if not each.get("was_cancelled")]
    [results] = [*kept, *(task.get("predictions") or []), {"result": []}][:1]
    return (result["value"] for result in results["result"] if "labels" in result.get("value", {}))


def _parse_span(value: Mapping[str, Any], text: str, offsets: Utf16Offsets) -> GoldSpan:
    start, stop, labels = value["start"], value["end"], value["labels"]
    if type(start) is not int or type(stop) is not int:
        raise TypeError(f"start and end must be whole numbers: {value!r}")
    span = GoldSpan(offsets.to_characters(start), offsets.to_characters(stop), str(labels[0]))
    if not 0 <= span.start < span.stop <= len(text):
        raise ValueError(f"{start}:{stop} does not lie in the text of {len(text)} characters")
    actual, written = text[span.start : span.stop], value.get("text")
    if isinstance(written, str) and written.split() != actual.split():
        raise ValueError(f"the text has «{actual}» at {start}:{stop}, not «{written}»")
    return span


def write_label_studio(texts: Iterable[Annotated], path: Path) -> None:
    """Write a task for each text, a line each."""
    tasks = [json.dumps(_build_task(annotated), ensure_ascii=False) for annotated in texts]
    write_lines(path, ["[", *(f"{task}," for task in tasks[:-1]), *tasks[-1:], "]"])


def _build_task(annotated: Annotated) -> dict[str, Any]:
    text = encodable(annotated.text)
    scores, units = _collect_scores(annotated), Utf16Offsets(text).to_units
    results = [
        {
            "id": f"s{number}",
            "from_name": "label",
            "to_name": "text",
            "type": "labels",
            "value": {"start": units(start), "end": units(stop), "text": text[start:stop], "labels": [label]},
            "score": scores.get(GoldSpan(start, stop, label), 1.0),
        }
        for number, (start, stop, label) in enumerate(list_all_spans(annotated))
    ]
    name = encodable_id(annotated.id)
    return {
        "data": {"text": text, **({} if name is None else {"id": name})},
        "predictions": [{"model_version": "ner_news", "score": _find_least_score(results), "result": results}],
    }


def _find_least_score(results: Sequence[Mapping[str, Any]]) -> float:
    """Return the least score of a task: sorted by it, the doubtful tasks come first."""
    return min((float(result["score"]) for result in results), default=1.0)


def _collect_scores(annotated: Annotated) -> dict[GoldSpan, float]:
    if not isinstance(annotated, Document):
        return {}
    return {GoldSpan(span.start, span.stop, span.label): span.score for span in walk(annotated.spans)}
