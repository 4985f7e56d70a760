"""Our tasks, with the options a user gets who sets none."""

from collections.abc import Sequence

from ner_news import Extractor, caches, linking
from ner_news.dates import parse_published, read_dates
from ner_news.segment import tokenize
from ner_news.tagging import DEFAULT, Tagger
from tests.benchmarks.protocol import Article, Tasks, Work, main
from tests.mentions import mentions_of


def recognition() -> Work:
    """Tokens and names alone, which only the parts below the extractor give."""
    tagger = Tagger(DEFAULT, "names")

    def run(articles: Sequence[Article]) -> int:
        texts = [article.text for article in articles]
        return sum(len(spans) for spans in tagger.tag(texts, [tokenize(text) for text in texts]))

    def forget() -> None:
        tagger.clear_caches()
        caches.clear_all()

    return Work(run, forget)


def everything() -> Work:
    extractor = Extractor()

    def run(articles: Sequence[Article]) -> int:
        return sum(len(extractor(article.text, article.published).spans) for article in articles)

    return Work(run, extractor.clear_caches)


def dates() -> Work:
    """Dates alone, found and resolved."""

    def run(articles: Sequence[Article]) -> int:
        return sum(len(list(read_dates(text, parse_published(published)))) for text, published in articles)

    return Work(run, caches.clear_all)


def stream() -> Work:
    extractor = Extractor()

    def run(articles: Sequence[Article]) -> int:
        return sum(len(document.spans) for document in extractor.pipe(article._asdict() for article in articles))

    return Work(run, extractor.clear_caches)


def in_spacy() -> Work:
    """The component in a blank pipeline, tokens of spaCy included."""
    import spacy

    import ner_news.integrations.spacy  # noqa: F401 # wherever the package was installed from

    nlp = spacy.blank("ru")
    component = nlp.add_pipe("ner_news")

    def run(articles: Sequence[Article]) -> int:
        contexts = ((article.text, {"published": article.published}) for article in articles)
        return sum(len(doc.ents) for doc, _ in nlp.pipe(contexts, as_tuples=True, batch_size=32))

    return Work(run, component.extractor.clear_caches)


def linking_alone() -> Work:
    """Linking of what the extractor found, which is kept from the first time that an article comes."""
    extractor = Extractor()
    found: dict[str, list[linking.Mention]] = {}

    def run(articles: Sequence[Article]) -> int:
        for article in articles:
            if article.text not in found:
                found[article.text] = mentions_of(extractor(article.text, article.published))
        return sum(len(linking.link(found[article.text], article.text)) for article in articles)

    return Work(run, caches.clear_all)


TASKS: Tasks = {
    "recognition": recognition,
    "everything": everything,
    "everything-but-dates": everything,
    "dates": dates,
    "stream": stream,
    "linking": linking_alone,
    "spacy": in_spacy,
}

if __name__ == "__main__":
    main(TASKS)
