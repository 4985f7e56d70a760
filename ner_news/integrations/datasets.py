"""Articles in a dataset of Hugging Face's `datasets`.

>>> import datasets
>>> articles = datasets.Dataset.from_dict({"body": ["Ангелу Меркель ждут в Минске."]})
>>> [spans] = extract(articles, "body")["spans"]
>>> [span["lemma"] for span in spans]
['Ангела Меркель', 'Минск']
"""

from collections.abc import Sequence
from functools import partial
from typing import Any

from ner_news.errors import MissingExtraError
from ner_news.pipeline import Extractor

try:
    import datasets

    from ner_news.integrations.arrow_columns import check_columns, make_columns, make_schema
except ImportError as error:
    raise MissingExtraError("datasets", "datasets") from error


def extract(
    dataset: Any,
    text: str = "text",
    published: str | None = None,
    *,
    extractor: Extractor | None = None,
    format: str = "text",  # noqa: A002
    num_proc: int | None = None,
) -> Any:
    """Return the dataset with the typed columns `spans`, `entities` and `error`, which its `map` adds.

    Takes a `Dataset`, a `DatasetDict` or one of their streaming kinds, and gives the same. `text` and `published` name
    columns. Where the text is null or the time unreadable `error` tells why, and the other two are null. `num_proc`
    processes share the work; a stream has one. `OptionError` names a column that is not there, `InputError` one in the
    way.
    """
    if isinstance(dataset, dict):
        each = partial(extract, text=text, published=published, extractor=extractor, format=format, num_proc=num_proc)
        return type(dataset)({name: each(part) for name, part in dataset.items()})
    read = [text] if published is None else [text, published]
    check_columns(read if dataset.column_names is None else dataset.column_names, text, published, format)
    features = dataset.features and datasets.Features({**dataset.features, **_make_features()})
    options: dict[str, Any] = {"batched": True, "input_columns": read, "features": features}
    if isinstance(dataset, datasets.Dataset):
        if not len(dataset):  # which `map` would leave as it is, without the columns
            return datasets.Dataset.from_dict({name: [] for name in features}, features)
        options["num_proc"] = num_proc
    return dataset.map(BatchReader(extractor or Extractor(), format), **options)


def _make_features() -> Any:
    return datasets.Features.from_arrow_schema(make_schema())


class BatchReader:
    """The function that `map` calls with columns of a batch; it pickles, so that `datasets` finds earlier results."""

    def __init__(self, extractor: Extractor, form: str) -> None:
        self.extractor = extractor
        self.form = form

    def __call__(self, texts: Sequence[str | None], times: Sequence[Any] | None = None) -> dict[str, list[Any]]:
        pairs = zip(texts, times or [None] * len(texts), strict=True)
        records = ({"text": text, "published": time} for text, time in pairs)
        columns: dict[str, list[Any]] = make_columns(self.extractor, records, self.form).to_pydict()
        return columns
