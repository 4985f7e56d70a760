"""natasha's tasks; run in its environment."""

from collections.abc import Sequence
from typing import Any

from tests.benchmarks.protocol import Article, Tasks, Work, main
from tests.natasha_env import import_natasha


def recognition() -> Work:
    natasha = import_natasha()
    tagger = natasha.NewsNERTagger(natasha.NewsEmbedding())

    def run(articles: Sequence[Article]) -> int:
        """A call for one text is `map` of one."""
        return sum(len(markup.spans) for markup in tagger.map([article.text for article in articles]))

    return Work(run, clear=lambda: None)


def everything() -> Work:
    natasha = import_natasha()
    pipeline = Pipeline(natasha)
    dates = natasha.DatesExtractor(pipeline.vocab)

    def run(articles: Sequence[Article]) -> int:
        return sum(pipeline(article.text) + len(list(dates(article.text))) for article in articles)

    return Work(run, clear=natasha.MorphVocab.parse.cache_clear)


def everything_but_dates() -> Work:
    natasha = import_natasha()
    pipeline = Pipeline(natasha)

    def run(articles: Sequence[Article]) -> int:
        return sum(pipeline(article.text) for article in articles)

    return Work(run, clear=natasha.MorphVocab.parse.cache_clear)


def dates() -> Work:
    natasha = import_natasha()
    extractor = natasha.DatesExtractor(natasha.MorphVocab())

    def run(articles: Sequence[Article]) -> int:
        return sum(len(list(extractor(article.text))) for article in articles)

    return Work(run, clear=natasha.MorphVocab.parse.cache_clear)


class Pipeline:
    """Every step of natasha's README up to normal forms and the parts of names."""

    def __init__(self, natasha: Any) -> None:
        embedding = natasha.NewsEmbedding()
        self.document = natasha.Doc
        self.person = natasha.PER
        self.segmenter = natasha.Segmenter()
        self.vocab = natasha.MorphVocab()
        self.morph = natasha.NewsMorphTagger(embedding)
        self.syntax = natasha.NewsSyntaxParser(embedding)
        self.names = natasha.NewsNERTagger(embedding)
        self.name_parts = natasha.NamesExtractor(self.vocab)

    def __call__(self, text: str) -> int:
        document = self.document(text)
        document.segment(self.segmenter)
        document.tag_morph(self.morph)
        document.parse_syntax(self.syntax)
        document.tag_ner(self.names)
        for span in document.spans:
            span.normalize(self.vocab)
            if span.type == self.person:
                span.extract_fact(self.name_parts)
        return len(document.spans)


TASKS: Tasks = {
    "recognition": recognition,
    "everything": everything,
    "dates": dates,
    "stream": everything,
    "everything-but-dates": everything_but_dates,
}

if __name__ == "__main__":
    main(TASKS)
