"""Names and dates as columns of a frame of pandas or polars.

from ner_news.integrations.data_frames import with_names

frame = with_names(frame, text="body", published="date")
frame.explode("people")["people"].value_counts()
"""

from typing import Any

from ner_news.frame_rows import choose_columns, is_missing
from ner_news.models import Document
from ner_news.pipeline import Extractor
from ner_news.tables import add_columns

COLUMNS = ("people", "organizations", "places", "dates")
"""What is added: in each row a list, of the normal forms of names or of the values of dates, each once."""


def with_names(
    frame: Any,
    text: str = "text",
    published: str | None = None,
    *,
    extractor: Extractor | None = None,
    workers: int | None = 1,
) -> Any:
    """Return the frame with the columns `COLUMNS`; a row without a text has empty lists.

    `text` and `published` name columns. `InputError` names a column that there is not, and a row that cannot be read.
    """
    columns = {"text": text} if published is None else {"text": text, "published": published}
    choose_columns(frame, ("text", "published"), columns)
    rows = [number for number, each in enumerate(frame[text].to_list()) if not is_missing(each)]
    texts = frame[list(columns.values())]
    texts = texts.iloc[rows] if hasattr(texts, "iloc") else texts[rows]
    found: list[dict[str, list[str]]] = [{name: [] for name in COLUMNS} for _ in range(len(frame))]
    documents = (extractor or Extractor()).pipe(texts, columns=columns, workers=workers)
    for number, document in zip(rows, documents, strict=True):
        found[number] = _list_names(document)
    return add_columns(frame, {name: [row[name] for row in found] for name in COLUMNS})


def _list_names(document: Document) -> dict[str, list[str]]:
    return {
        "people": _unique(span.lemma for span in document.people),
        "organizations": _unique(span.lemma for span in document.organizations),
        "places": _unique(span.lemma for span in document.places),
        "dates": _unique(span.value for span in document.dates),
    }


def _unique(names: Any) -> list[str]:
    return list(dict.fromkeys(names))
