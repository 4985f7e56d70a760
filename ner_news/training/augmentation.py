"""Annotated documents and their copies in other cases, with how often an epoch sees each."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from ner_news.tagging.tags import NAMES
from ner_news.training.examples import Example, Vocabulary, build_example
from ner_news.training.gold import GoldDocument, Labels
from ner_news.training.optimizing import TrainingSet
from ner_news.training.sources import Source

Heads = Mapping[str, Sequence[str]]
"""The tags of each scheme."""

CASES: tuple[Callable[[str], str], ...] = (str.lower, str.upper)


def collect_tags(documents: Iterable[GoldDocument], labels: Labels) -> list[str]:
    """Return BIO tags of the labels that occur; those of names always.

    >>> collect_tags([], Labels())
    ['O', 'B-PER', 'I-PER', 'B-ORG', 'I-ORG', 'B-LOC', 'I-LOC']
    """
    seen = {span.label for document in documents for span in document.spans}
    used = [label for label in labels.known if label in NAMES or label in seen]
    return ["O", *(f"{part}-{label}" for label in used for part in "BI")]


def build_training_sets(source: Source, heads: Heads, vocabulary: Vocabulary) -> Iterator[TrainingSet]:
    """Yield the examples of the documents, and those of their copies in lower case and in capitals."""
    rows = {tag: row for row, tag in enumerate(heads[source.scheme])}
    yield TrainingSet(source.scheme, _examples_of(source.documents, rows, vocabulary), source.times)
    for change in CASES:
        copies = [document._replace(text=change(document.text)) for document in source.documents]
        pairs = zip(copies, source.documents, strict=True)
        same = [copy for copy, document in pairs if len(copy.text) == len(document.text)]
        yield TrainingSet(source.scheme, _examples_of(same, rows, vocabulary), source.times * source.copies)


def _examples_of(documents: Sequence[GoldDocument], rows: Mapping[str, int], vocabulary: Vocabulary) -> list[Example]:
    made = (build_example(document, rows, vocabulary) for document in documents)
    return [each for each in made if each is not None]
