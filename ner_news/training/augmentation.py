"""Annotated documents and their copies in other cases, with how often an epoch sees each."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from ner_news.spans import SCHEMES
from ner_news.tagging.tags import NAMES
from ner_news.training.examples import Example, Heads, Vocabulary, build_example
from ner_news.training.gold import Labels, Layers
from ner_news.training.optimizing import TrainingSet
from ner_news.training.sources import LayeredDocument, LayeredSource

CASES: tuple[Callable[[str], str], ...] = (str.lower, str.upper)


def collect_heads(layers: Iterable[Layers], labels: Labels) -> dict[str, list[str]]:
    """Return the BIO tags of each head: of the labels that occur, in a fixed order, and under a scheme of names always
    of those of names. A head without any label is none.

    >>> collect_heads([{"full": ()}], Labels())
    {'full': ['O', 'B-PER', 'I-PER', 'B-ORG', 'I-ORG', 'B-LOC', 'I-LOC']}
    """
    seen: dict[str, set[str]] = {}
    for each in layers:
        for scheme, spans in each.items():
            seen.setdefault(scheme, set()).update(span.label for span in spans)
    tags = {scheme: _list_tags(scheme, found, labels) for scheme, found in seen.items()}
    return {scheme: names for scheme, names in tags.items() if len(names) > 1}


def _list_tags(scheme: str, seen: set[str], labels: Labels) -> list[str]:
    wanted = seen | set(NAMES) if scheme in SCHEMES else seen
    used = [label for label in labels.known if label in wanted]
    return ["O", *(f"{part}-{label}" for label in [*used, *sorted(wanted - set(used))] for part in "BI")]


def build_training_sets(source: LayeredSource, heads: Heads, vocabulary: Vocabulary) -> Iterator[TrainingSet]:
    """Yield the examples of the documents, and those of their copies in lower case and in capitals."""
    yield TrainingSet(_examples_of(source.documents, heads, vocabulary), source.times)
    for change in CASES if source.copies else ():
        copies = [document._replace(text=change(document.text)) for document in source.documents]
        pairs = zip(copies, source.documents, strict=True)
        same = [copy for copy, document in pairs if len(copy.text) == len(document.text)]
        yield TrainingSet(_examples_of(same, heads, vocabulary), source.times * source.copies)


def _examples_of(documents: Sequence[LayeredDocument], heads: Heads, vocabulary: Vocabulary) -> list[Example]:
    made = (build_example(document, heads, vocabulary) for document in documents)
    return [each for each in made if each is not None]
