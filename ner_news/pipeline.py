"""From text to `Document`: the one place where the order of work is written."""

from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from datetime import date, datetime
from functools import cache, partial
from pathlib import Path
from threading import Lock
from typing import Any, Literal, NamedTuple, TypeVar, overload

from ner_news import caches, lemmas
from ner_news.custom import (
    Gazetteer,
    GazetteerSource,
    Rule,
    RuleSpan,
    find_custom_spans,
    merge_custom_spans,
    with_custom_ids,
)
from ner_news.dates import read_dates
from ner_news.errors import OptionError
from ner_news.forking import at_work
from ner_news.lemmas import lemmatize
from ner_news.linking import link
from ner_news.models import Document, Explanation
from ner_news.prepare import FORMATS, Clean, prepare
from ner_news.progress import watched
from ner_news.results import Fact, entity, explanation, mention, own_fact, typed_span
from ner_news.segment import Tokens, tokenize
from ner_news.spans import PlainSpan, walk, without_overlaps
from ner_news.stream import BATCH, Article, Failure, Outcome, reaction, read_article, stream
from ner_news.tagging import DEFAULT, MODELS, Tagger

Published = str | date | datetime | None

Item = str | Mapping[str, Any]
OnError = Literal["raise", "skip"] | Callable[[Failure], object]
Context = TypeVar("Context")


class Stage(NamedTuple):
    """A text as it has been cleaned, its words, and the names that the network found."""

    clean: Clean
    tokens: Tokens
    names: list[PlainSpan]


class Extractor:
    """Reads texts and gives documents. Loads once (0.2 s); one instance serves many threads, and it pickles.

    `model` is `"news"`, the network of the package, `"slovnet"`, that of natasha, or the path of a model file.
    `scheme` is `"full"` for the longest names («МИД Германии») or `"names"` for bare ones («МИД», «Германии»). Names of
    which the network is less sure than `min_score`, 0 to 1, are left out. `gazetteer` has own names, to be found in all
    forms: a `Gazetteer` or what one is made from. `rules` are functions that take a text and give `RuleSpan`s. What
    these find puts out whatever overlaps it, but a longer name around it stays. `OptionError` names a bad option,
    `PackError` a bad model file, `InputError` a bad gazetteer.

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
    ) -> None:
        if not isinstance(min_score, (int, float)) or not 0 <= min_score <= 1:
            raise ValueError(f"min_score={min_score!r} must be a number from 0 to 1")
        if callable(rules) or not all(map(callable, rules := tuple(rules))):
            raise TypeError(f"rules must be functions that take a text, not {rules!r}")
        self.gazetteer = _gazetteer(gazetteer)
        self.rules = rules
        self._tagger = Tagger(model, scheme)
        self.min_score = min_score
        self.model = model if model in MODELS else Path(model).resolve()
        self.scheme = scheme

    def __reduce__(self) -> tuple[Any, ...]:
        made = partial(Extractor, model=self.model, scheme=self.scheme, min_score=self.min_score)
        return partial(made, gazetteer=self.gazetteer, rules=self.rules), ()

    def __repr__(self) -> str:
        return f"Extractor(model={str(self.model)!r}, scheme={self.scheme!r}, min_score={self.min_score!r})"

    def __call__(self, text: str, published: Published = None, *, format: str = "text") -> Document:  # noqa: A002
        """The document of one text.

        `published` is the time that relative dates count from: a `datetime`, a `date` or ISO text («2021-09-16»,
        «2021-09-16T16:02»). `format` is `"text"`, `"markdown"`, `"html"`, or `"auto"`, which goes by the marks in the
        text; offsets count in the text as given. `TypeError` for a text that is no `str`, `InputError` for an
        unreadable `published`, `OptionError` for another format.

        >>> [span.text for span in Extractor()("Эмомали <b>Рахмон</b>а ждут", format="html").spans]
        ['Эмомали <b>Рахмон</b>а']
        """
        _check_format(format)
        [outcome] = self.read([read_article({"text": text, "published": published})], form=format)
        if not isinstance(outcome, Document):
            raise outcome or RuntimeError
        return outcome

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
    ) -> Iterator[Any]:
        """A document for each text, in order, as they come; the texts may be endless. `format` is as for one text.

        An item is a `str` or a mapping with `text` and, as wanted, `published` and `id`; or a tuple of such a one and
        anything else, which comes back beside the document. `batch_size` items are read before the first document
        comes. With `progress` a bar shows how far it is, once two seconds have passed, on a terminal or in a notebook
        with ipywidgets.

        `workers` is the number of processes that read, one of BLAS's threads each, `None` for as many as cores; 1 is
        this process alone. Up to four batches a worker are read ahead. They start as Python's `multiprocessing` does:
        forked, they share the extractor; spawned, each loads its own, rules must be functions of a module, and a script
        needs its `if __name__ == "__main__":`. A process that dies is replaced, and what it read is read again.

        What is wrong with one item is that item's failure: no article, a time that cannot be read, an error of a rule,
        a text with which two processes died. `on_error="raise"` raises its error when the documents before it have
        come, with the item's number, counted from 0; `"skip"` logs it to the logger `ner_news` and goes on; a function
        gets a `Failure`, in the place of the document.

        >>> [document.id for document in Extractor().pipe([{"id": 7, "text": "Москва"}, "Минск"])]
        [7, None]
        >>> [(document.text, place) for document, place in Extractor().pipe([("Москва", 1), ("Минск", 2)])]
        [('Москва', 1), ('Минск', 2)]
        """
        if isinstance(texts, (str, bytes, Mapping)):
            raise TypeError(f"pipe takes many texts, not one {type(texts).__name__}: call the extractor itself")
        if hasattr(texts, "columns"):  # a table gives the names of its columns
            raise TypeError(f"pipe takes texts, not a {type(texts).__name__}: give it a column, or records")
        iter(texts)  # what is no iterable is told here, not when the first document is asked for
        _check_format(format)
        react = reaction(on_error)
        read = partial(self.read, form=format)
        outcomes = stream(read, texts, workers=workers, batch_size=batch_size, warm_up=self.warm_up)
        return watched(_documents(outcomes, react), of=texts, quiet=not progress)

    def read(self, articles: Sequence[Article | None], *, form: str = "text") -> Iterator[Document | Exception | None]:
        """Of each article of a batch its document, or what went wrong with it; `None` of `None`."""
        try:
            stages = iter(self._stages([article for article in articles if article is not None], form))
        except Exception as error:  # no memory for so much
            for article in articles:
                yield from self.read([article], form=form) if len(articles) > 1 else (error,)
            return
        for article in articles:
            yield None if article is None else self._outcome(article, next(stages))

    def _outcome(self, article: Article, stage: Stage) -> Document | Exception:
        try:
            with at_work:
                own = find_custom_spans(stage.clean.text, stage.tokens, self.gazetteer, self.rules)
                return _document(article, stage, own, self.scheme == "full")
        except Exception as error:
            return error

    def _stages(self, articles: Sequence[Article], form: str) -> list[Stage]:
        with at_work:  # tables are read when first asked for, under locks
            cleaned = [prepare(article.text, form) for article in articles]
            texts = [clean.text for clean in cleaned]
            tokenized = [tokenize(text) for text in texts]
            found = [_sure(names, self.min_score) for names in self._tagger.tag(texts, tokenized)]
        return [Stage(*stage) for stage in zip(cleaned, tokenized, found, strict=True)]

    def warm_up(self) -> None:
        """Loads what is loaded when first asked for, so that processes forked later share it; calls no rule."""
        article = Article("Эмомали Рахмон прибыл в Душанбе 16 сентября 2021 года.")
        [stage] = self._stages([article], "text")
        _document(article, stage, [], True)

    def explain(self, text: str) -> tuple[Explanation, ...]:
        """Why each name of a text has its lemma, in the order of the text, names inside longer ones too; a debug view.

        >>> [why] = Extractor().explain("Об этом сообщил адвокат Станислава Зася.")
        >>> print(why)
        <Person 24:39 'Станислава Зася' → 'Станислав Зась'>: first: dictionary Name, last: soft; beside адвокат
        """
        clean = prepare(text)
        tokens = tokenize(clean.text)
        names = _sure(self._tagger.tag([clean.text], [tokens])[0], self.min_score)
        flat = list(walk(names))
        plain = {(*clean.to_source(span.start, span.stop), span.label): span for span in flat}
        own = find_custom_spans(clean.text, tokens, self.gazetteer, self.rules)
        document = _document(Article(text), Stage(clean, tokens, names), own, self.scheme == "full")
        spans = [span for span in walk(document.spans) if (span.start, span.stop, span.label) in plain]
        found = [plain[span.start, span.stop, span.label] for span in spans]
        return tuple(map(explanation, spans, lemmas.explain(clean.text, tokens, found)))

    def clear_caches(self) -> None:
        """Forget every word seen, for measuring cold runs; answers do not depend on it."""
        self._tagger.clear_caches()
        caches.clear_all()


def _gazetteer(source: Gazetteer | GazetteerSource | None) -> Gazetteer | None:
    return source if source is None or isinstance(source, Gazetteer) else Gazetteer(source)


def extract(text: str, published: Published = None, *, format: str = "text") -> Document:  # noqa: A002
    """The people, organizations, places and dates of one text, by an `Extractor` with default options.

    >>> document = extract("Сессия прошла в Душанбе 16 сентября 2021 года.")
    >>> document.places[0].lemma, document.dates[0].value
    ('Душанбе', '2021-09-16')
    """
    return _default()(text, published, format=format)


def _default() -> Extractor:
    with at_work, _making:  # threads that call at once share one, and no child inherits the lock closed
        return _make_default()


@cache
def _make_default() -> Extractor:
    return Extractor()


_making = Lock()


def _check_format(form: str) -> None:
    if form not in FORMATS:
        raise OptionError("format", form, FORMATS)


def _sure(names: Sequence[PlainSpan], least: float) -> list[PlainSpan]:
    """The names of at least that score, and those inside them; what is inside an unsure one goes with it."""
    return [name._replace(inner=tuple(_sure(name.inner, least))) for name in names if name.score >= least]


def _documents(outcomes: Generator[Outcome[Document], None, None], react: Callable[[Failure], object]) -> Iterator[Any]:
    with closing(outcomes):  # its processes end with an error, and not when the error is forgotten
        for outcome in outcomes:
            if outcome.failure is not None:
                react(outcome.failure)
            else:
                yield (outcome.found, outcome.context) if outcome.has_context else outcome.found


def _document(article: Article, stage: Stage, own: Sequence[RuleSpan], nests: bool) -> Document:
    """Dates and own spans beside the names found, then normal forms, values, entities, and offsets in the source."""
    clean, tokens, names = stage
    dates = {
        PlainSpan(found.start, found.stop, "DATE"): resolved
        for found, resolved in read_dates(clean.text, article.published)
    }
    spans = without_overlaps([*names, *dates])
    spans, owned = merge_custom_spans(own, spans, nests) if own else (spans, {})
    flat = list(walk(spans))
    named = [span for span in flat if span.label != "DATE"]
    lemmas_of = dict(zip(named, lemmatize(clean.text, tokens, named), strict=True))
    facts: dict[PlainSpan, Fact] = {**lemmas_of, **dates}
    facts |= {span: own_fact(clean.text, found, lemmas_of.get(span)) for span, found in owned.items()}
    mentions = [mention(span, facts[span]) for span in flat]
    clusters = link(mentions, clean.text)
    if owned:
        own_ids = ((place, owned[span].entity) for place, span in enumerate(flat) if span in owned)
        clusters = with_custom_ids(clusters, mentions, {place: name for place, name in own_ids if name})
    ids = {flat[place]: cluster.id for cluster in clusters for place in cluster.mentions}
    return Document(
        id=article.id,
        text=article.text,
        published=article.published,
        spans=tuple(typed_span(clean, span, facts, ids) for span in spans),
        entities=tuple(map(entity, clusters)),
    )
