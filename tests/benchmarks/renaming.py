"""Many articles of few: each copy with other surnames, by a seeded generator."""

import random
from collections.abc import Iterator, Sequence

from ner_news.linking import link
from ner_news.models import AnySpan, Document, Organization, Person
from ner_news.results import to_entity
from tests.mentions import mentions_of

CONSONANTS = "бвгджзклмнпрст"
VOWELS = "аеиоу"


def many(documents: Sequence[Document], count: int, seed: int = 1) -> Iterator[Document]:
    """So many documents, the given ones in turn; from the second round on half of the people have other surnames."""
    chance = random.Random(seed)
    for number in range(count):
        document = documents[number % len(documents)]
        last = {span.name.last for span in document.people if span.name.last}
        changed = {name for name in sorted(last) if number >= len(documents) and chance.random() < 0.5}
        yield renamed(document, {name: surname(chance) for name in sorted(changed)}, number)


def surname(chance: random.Random) -> str:
    """A man's surname of three syllables: some 200,000 of them, so that some come twice."""
    return "".join(chance.choice(CONSONANTS) + chance.choice(VOWELS) for _ in range(2)).capitalize() + "нов"


def renamed(document: Document, surnames: dict[str, str], name: int) -> Document:
    """The document with those surnames exchanged, in the nominative, and linked anew."""
    text, done = "", 0
    spans: list[AnySpan] = []
    for span in document.spans:
        text += document.text[done : span.start]
        spans.append(moved(exchanged(span, surnames), len(text)))
        text += spans[-1].text
        done = span.stop
    made = Document(id=name, text=text + document.text[done:], published=document.published, spans=tuple(spans))
    flat = mentions_of(made)
    clusters = link(flat, made.text)
    ids: dict[tuple[int, int], str] = {}
    for cluster in clusters:
        for place in cluster.mentions:
            ids[flat[place].start, flat[place].stop] = cluster.id
    return made.model_copy(
        update={"spans": tuple(called(span, ids) for span in spans), "entities": tuple(map(to_entity, clusters))}
    )


def exchanged(span: AnySpan, surnames: dict[str, str]) -> AnySpan:
    last = span.name.last if isinstance(span, Person) else None
    if last not in surnames or last is None or not isinstance(span, Person):
        return span
    lemma = span.lemma.replace(last, surnames[last])
    name = span.name.model_copy(update={"last": surnames[last]})
    return span.model_copy(update={"text": lemma, "lemma": lemma, "stop": span.start + len(lemma), "name": name})


def moved(span: AnySpan, start: int) -> AnySpan:
    by = start - span.start
    changes: dict[str, object] = {"start": start, "stop": span.stop + by}
    if isinstance(span, Organization):
        changes["inner"] = tuple(moved(inner, inner.start + by) for inner in span.inner)
    return span.model_copy(update=changes)


def called(span: AnySpan, ids: dict[tuple[int, int], str]) -> AnySpan:
    changes: dict[str, object] = {"entity": ids[span.start, span.stop]}
    if isinstance(span, Organization):
        changes["inner"] = tuple(called(inner, ids) for inner in span.inner)
    return span.model_copy(update=changes)
