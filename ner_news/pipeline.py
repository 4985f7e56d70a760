"""From text to `Document`: the order of work, with `Extractor` around it.

`stream` reads items as articles, in batches, which `workers` may take to other processes. Of each batch,

1. `prepare` cleans the texts and remembers what it moved, and `segment` finds the tokens;
2. `tagging` finds the names, of all texts of the batch at once;
3. the user's gazetteer and rules find spans of their own;
4. `analysis` adds dates, settles overlaps, and asks for normal forms, values, the `roles` of people and, in `linking`,
   entities;
5. `results` makes models of that, with offsets in the source.

A name that markup splits is whole in steps 1 to 4, «Рахмон» for «Рах<b>мон</b>»; in step 5 `Clean.to_source` gives the
offsets of «Рах<b>мон», so that the tag inside is part of `Span.text` and that at the edge is not.
"""

from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any, Literal, TypeVar, overload

from ner_news import caches, lemmas
from ner_news.analysis import Analysis, analyze
from ner_news.custom import Gazetteer, GazetteerSource, Rule, find_custom_spans
from ner_news.dates import Moment, check_pivot
from ner_news.forking import at_work
from ner_news.models import AnySpan, Document, Explanation
from ner_news.prepare import check_format
from ner_news.progress import show_progress
from ner_news.recognition import Recognized, recognize
from ner_news.results import to_entity, to_explanation, to_span, with_roles
from ner_news.spans import PlainSpan, walk
from ner_news.stream import (
    BATCH,
    Article,
    Failure,
    Outcome,
    ReadBatch,
    answers,
    choose_reaction,
    frame_records,
    read_article,
    stream,
)
from ner_news.tagging import DEFAULT, MODELS, Tagger

Published = Moment

Spans = Iterable[Any]
"""Names found elsewhere; see `Extractor.__call__`."""

Item = str | Mapping[str, Any]
OnError = Literal["raise", "skip"] | Callable[[Failure], object]
Context = TypeVar("Context")


class Extractor:
    """Reads texts and returns documents. Loads once (0.2 s); one instance serves many threads, and it pickles.

    `model` is `"news"`, the network of the package, `"slovnet"`, that of natasha, or the path of a model file.
    `scheme` is `"full"` for the longest names («МИД Германии») or `"names"` for bare ones («МИД», «Германии»). Names of
    which the network is less sure than `min_score`, 0 to 1, are left out. `gazetteer` has the user's own names, to be
    found in all their forms: a `Gazetteer` or what one is made from. `rules` are functions that take a text and give
    `RuleSpan`s. What these two find replaces the names and dates that overlap it, but a longer name around it stays.
    `yo` is `"written"` for normal forms with ё as in the text, `"restored"` where the dictionary is sure; `heads` is
    `"written"`, or `"lowered"`: «правительство Грузии» for one that begins a sentence. Two digits of a year from
    `century_pivot` on, 0 to 100, are of the twentieth century: «16.09.45» in an archive.
    Unread fields of records and columns of a gazetteer are named in the log; where `strict` they are errors.
    `OptionError` names a bad option, `PackError` a bad model file, `InputError` a bad gazetteer.

    >>> extractor = Extractor()
    >>> extractor("Эмомали Рахмон прибыл в Душанбе.").people[0].name.last
    'Рахмон'
    """

    def __init__(
        self,
        *,
        model: str | Path = DEFAULT,
        scheme: str = "full",
        min_score: float = 0.0,
        gazetteer: Gazetteer | GazetteerSource | None = None,
        rules: Sequence[Rule] = (),
        yo: str = "written",
        heads: str = "written",
        century_pivot: int | None = None,
        strict: bool = False,
    ) -> None:
        if not isinstance(min_score, (int, float)) or not 0 <= min_score <= 1:
            raise ValueError(f"min_score={min_score!r} must be a number from 0 to 1")
        if callable(rules) or not all(map(callable, rules := tuple(rules))):
            raise TypeError(f"rules must be functions that take a text, not {rules!r}")
        self.century_pivot, self.rules = check_pivot(century_pivot), rules
        if gazetteer is not None and not isinstance(gazetteer, Gazetteer):
            gazetteer = Gazetteer(gazetteer, strict=strict)
        self.gazetteer, self.strict, self.scheme, self._tagger = gazetteer, strict, scheme, Tagger(model, scheme)
        self.model = model if model in MODELS else Path(model).resolve()
        self.min_score, self.spelling = min_score, lemmas.check_spelling(yo, heads)

    def __reduce__(self) -> tuple[Any, ...]:
        made = partial(Extractor, model=self.model, scheme=self.scheme, min_score=self.min_score)
        found = {"gazetteer": self.gazetteer, "rules": self.rules, "century_pivot": self.century_pivot}
        return partial(made, **found, **self.spelling._asdict(), strict=self.strict), ()

    def __repr__(self) -> str:
        return f"Extractor(model={str(self.model)!r}, scheme={self.scheme!r}, min_score={self.min_score!r})"

    def __call__(
        self,
        text: str,
        published: Published = None,
        *,
        spans: Spans | None = None,
        format: str = "text",  # noqa: A002
    ) -> Document:
        """Return the document of one text.

        `published` is the time that relative dates count from: a `datetime`, a `date`, Unix seconds, or text
        («2021-09-16», «2021-09-16T16:02», «16.09.2021 16:02», as feeds write it); empty text and NaN are none. `format`
        is `"text"`, `"markdown"`, `"html"`, or `"auto"`, which goes by the marks in the text; offsets count in the text
        as given. Raises `TypeError` for a text that is no `str`, `InputError` for an unreadable `published`,
        `OptionError` for another format, and what a rule raises.

        `spans` are names found elsewhere: `(start, stop)`, `(start, stop, label)`, or mappings and objects with such
        fields, as GLiNER, transformers (with an `aggregation_strategy`) and spaCy give them. They come back with just
        these offsets in `text`, typed, lemmatized and linked, in place of those that the network, the gazetteer and the
        rules would find; these two lend a name in just their place what they know of it. A name without a label, or
        with one like NAME that is not known, gets the likeliest. Shorter names inside an organization or a place are
        its `inner`. The package's own dates are found beside them, unless one of `spans` is a date. `InputError` names
        a span outside the text, one that crosses another, and one inside a person or a date.

        >>> [span.lemma for span in Extractor()("Ждут Рахмона в Душанбе", spans=[(5, 12, "PERSON")]).spans]
        ['Рахмон']
        >>> [span.text for span in Extractor()("Эмомали <b>Рахмон</b>а ждут", format="html").spans]
        ['Эмомали <b>Рахмон</b>а']
        """
        check_format(format)
        article = read_article({"text": text, "published": published, "spans": spans})
        [recognized] = self._recognize([article], format)
        return self._document(article, recognized)

    @overload
    def pipe(
        self,
        texts: Iterable[Item],
        *,
        workers: int | None = 1,
        batch_size: int = BATCH,
        format: str = "text",
        progress: bool = False,
        on_error: OnError = "raise",
        columns: Mapping[str, str] | None = None,
    ) -> Iterator[Document]: ...

    @overload
    def pipe(
        self,
        texts: Iterable[tuple[Item, Context]],
        *,
        workers: int | None = 1,
        batch_size: int = BATCH,
        format: str = "text",
        progress: bool = False,
        on_error: OnError = "raise",
        columns: Mapping[str, str] | None = None,
    ) -> Iterator[tuple[Document, Context]]: ...

    def pipe(
        self,
        texts: Iterable[Any],
        *,
        workers: int | None = 1,
        batch_size: int = BATCH,
        format: str = "text",  # noqa: A002
        progress: bool = False,
        on_error: OnError = "raise",
        columns: Mapping[str, str] | None = None,
    ) -> Iterator[Any]:
        """Yield a document for each text, in order, as they come; the texts may be endless.

        An item is a `str`, or a mapping with `text` and, as wanted, `published`, `id` and `spans`; or a tuple of one of
        these and anything else, which comes back beside the document. A frame of pandas or polars has one in each row;
        `columns` says what it calls otherwise: `{"text": "body"}`. The log names other fields. `batch_size` items are
        read before the first document. `format` is as for one text. With `progress` a bar shows after two seconds.

        `workers` is the number of processes that read, `None` for one on each core; 1 is this process alone. Up to four
        batches a worker are read ahead. Processes start as Python's `multiprocessing` starts them: forked ones share
        the extractor; spawned ones load their own, rules must be functions of a module, and a script needs its
        `if __name__ == "__main__":`. A process that dies is replaced, and what it read is read again.

        An item fails alone: if it is no article, its time cannot be read, a rule raises, or two processes died with it.
        `on_error="raise"` raises its error, with the item's number from 0, after the documents before it; `"skip"` logs
        it to the logger `ner_news` and goes on; a function is called with a `Failure` in place of the document.

        >>> [document.id for document in Extractor().pipe([{"id": 7, "text": "Москва"}, "Минск"])]
        [7, None]
        >>> [(document.text, place) for document, place in Extractor().pipe([("Москва", 1), ("Минск", 2)])]
        [('Москва', 1), ('Минск', 2)]
        """
        if isinstance(texts, (str, bytes, Mapping)):
            raise TypeError(f"pipe takes many texts, not one {type(texts).__name__}: call the extractor itself")
        read_items = frame_records(texts, columns, self.strict)
        iter(read_items)  # raises here for what is no iterable, not when the first document is asked for
        check_format(format)
        react = choose_reaction(on_error)
        outcomes = self._stream(partial(self.read, form=format), read_items, workers, batch_size)
        return show_progress(answers(outcomes, react), of=texts, quiet=not progress)

    def _stream(
        self, read: ReadBatch[Document], texts: Iterable[Any], workers: int | None, batch_size: int
    ) -> Generator[Outcome[Document], None, None]:
        return stream(read, texts, workers=workers, batch_size=batch_size, warm_up=self.warm_up, strict=self.strict)

    def read(self, articles: Sequence[Article | None], *, form: str = "text") -> Iterator[Document | Exception | None]:
        """Yield, for each article of one batch, its document or the exception that it failed with; `None` for `None`.

        The level below `pipe`, for code with its own batches and failures, as the command line. A batch for which
        memory does not suffice is read again article by article.

        >>> from ner_news.stream import Article
        >>> [document and document.text for document in Extractor().read([Article("Минск"), None])]
        ['Минск', None]
        """
        try:
            recognized = iter(self._recognize([article for article in articles if article is not None], form))
        except Exception as error:  # no memory for so much
            for article in articles:
                yield from self.read([article], form=form) if len(articles) > 1 else (error,)
            return
        for article in articles:
            yield None if article is None else self._outcome(article, next(recognized))

    def warm_up(self) -> None:
        """Load all that the first text needs but rules: `pipe` does so before it forks, servers before they serve."""
        article = Article("Эмомали Рахмон прибыл в Душанбе 16 сентября 2021 года.")
        [recognized] = self._recognize([article], "text")
        _to_document(article, analyze(recognized, None))

    def explain(self, text: str, *, spans: Spans | None = None) -> tuple[Explanation, ...]:
        """Explain the lemma of each name that the network found, or that `spans` give, in the order of the text.

        A debug view. Names inside longer ones have explanations of their own.

        >>> [why] = Extractor().explain("Об этом сообщил адвокат Станислава Зася.")
        >>> print(why)
        <Person 24:39 'Станислава Зася' → 'Станислав Зась'>: first: dictionary Name, last: soft; beside адвокат
        """
        article = read_article({"text": text, "spans": spans})
        [recognized] = self._recognize([article], "text")
        analysis = self._analyze(article, recognized)
        named = analysis.named()
        decisions = lemmas.explain(analysis.clean.text, analysis.tokens, named)
        explained = {span[:3] for span in walk(recognized.names if recognized.given is None else analysis.spans)}
        return tuple(
            to_explanation(model, decision)
            for span, model, decision in zip(named, _to_models(analysis, named), decisions, strict=True)
            if span[:3] in explained
        )

    def _recognize(self, articles: Sequence[Article], form: str) -> list[Recognized]:
        with at_work:  # tables are read when first asked for, under locks
            sources = [(article.text, article.spans) for article in articles]
            return list(recognize(self._tagger, sources, form, self.min_score))

    def _analyze(self, article: Article, recognized: Recognized) -> Analysis:
        with at_work:
            custom = find_custom_spans(recognized.clean.text, recognized.tokens, self.gazetteer, self.rules)
            chosen: dict[str, Any] = {"spelling": self.spelling, "century_pivot": self.century_pivot}
            return analyze(recognized, article.published, custom, nests=self.scheme == "full", **chosen)

    def _document(self, article: Article, recognized: Recognized) -> Document:
        with at_work:
            return _to_document(article, self._analyze(article, recognized))

    def _outcome(self, article: Article, recognized: Recognized) -> Document | Exception:
        try:
            return self._document(article, recognized)
        except Exception as error:
            return error

    def clear_caches(self) -> None:
        """Forget every word seen, for measuring cold runs; answers do not depend on it."""
        self._tagger.clear_caches()
        caches.clear_all()


def _to_document(article: Article, analysis: Analysis) -> Document:
    return Document(
        id=article.id,
        text=article.text,
        published=article.published,
        spans=tuple(_to_models(analysis, analysis.spans)),
        entities=tuple(map(to_entity, analysis.clusters, analysis.entity_roles())),
    )


def _to_models(analysis: Analysis, spans: Iterable[PlainSpan]) -> Iterator[AnySpan]:
    ids, locations = analysis.entity_ids(), analysis.locations()
    for span in spans:
        found = to_span(analysis.clean, span, analysis.facts, ids, locations)
        yield with_roles(analysis.clean, found, analysis.roles.get(span, ()))
