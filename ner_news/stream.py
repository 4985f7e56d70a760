"""Many items in, an outcome for each in order: what is wrong with one of them is its own affair."""

import logging
import multiprocessing
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from itertools import islice
from typing import Any, Generic, NamedTuple, TypeVar

from ner_news.blas import use_one_thread
from ner_news.dates import parse_published
from ner_news.errors import InputError, OptionError, WorkerError
from ner_news.workers import Sent, all_cores, in_order

Found = TypeVar("Found")
Item = TypeVar("Item")
Answer = TypeVar("Answer")

BATCH = 32
"""Articles taken through the network together: a third of the time saved on short ones, nothing more beyond."""

REACTIONS = ("raise", "skip")

log = logging.getLogger("ner_news")


class Article(NamedTuple):
    """A text that has passed the checks at the door."""

    text: str
    published: datetime | None = None
    id: str | int | None = None


class Failure(NamedTuple):
    """An item that has no document, as the handler of `Extractor.pipe` gets it."""

    number: int
    """Of the item, from 0."""
    item: Any
    """The text or the mapping, as given."""
    error: Exception
    """`TypeError` or `InputError` for what is no article, `WorkerError` for a text with which processes die, or what a
    rule raised."""
    context: Any = None
    """What was given beside the item."""


@dataclass(frozen=True)
class Outcome(Generic[Found]):
    """What became of an item."""

    failure: Failure | None
    found: Found | None
    """`None` beside a failure."""
    context: Any
    has_context: bool


Readers = Callable[[list[Article | None]], Iterable[Found | Exception | None]]
"""An outcome for each article, and `None` for each `None`."""


class _Kept(NamedTuple):
    """What stays here while an article is read."""

    number: int
    item: Any
    context: Any
    has_context: bool
    error: Exception | None


def read_article(fields: Mapping[str, Any]) -> Article:
    """The article of a mapping with `text`, `published` and `id`; other fields are left alone.

    `TypeError` names a field of a wrong type, `InputError` one that is missing or cannot be read.

    >>> read_article({"text": "Москва", "published": "2021-09-16"}).published
    datetime.datetime(2021, 9, 16, 0, 0)
    """
    if "text" not in fields:
        raise InputError(f"there is no 'text' among the fields {sorted(map(str, fields))}")
    text, name = fields["text"], fields.get("id")
    if not isinstance(text, str):
        raise TypeError(f"text must be str, not {type(text).__name__}")
    if isinstance(name, bool) or not isinstance(name, (str, int, type(None))):
        raise TypeError(f"id must be str or int, not {type(name).__name__}")
    return Article(text, parse_published(fields.get("published")), name)


def stream(
    read: Readers[Found],
    items: Iterable[Any],
    *,
    workers: int | None = 1,
    batch_size: int = BATCH,
    warm_up: Callable[[], object] = lambda: None,
) -> Generator[Outcome[Found], None, None]:
    """The outcome of each item in order; `read` works on batches, in so many processes, `None` for one on each core.

    An item is a text or a mapping, or a pair of such a one and a context, which stays in this process. `warm_up` loads
    what forked processes are to share. A number below 1 is a `ValueError`.
    """
    count = all_cores() if workers is None else _number("workers", workers)
    return _outcomes(read, items, count, _number("batch_size", batch_size), warm_up)


def _outcomes(
    read: Readers[Found], items: Iterable[Any], workers: int, batch_size: int, warm_up: Callable[[], object]
) -> Generator[Outcome[Found], None, None]:
    kept: deque[_Kept] = deque()
    batches = _batches(items, batch_size, kept)
    work: Callable[[list[Article | None]], Iterable[Any]] = partial(_sendable, read) if workers > 1 else read
    answers = work_on(work, batches, workers, _lost, warm_up)
    with closing(answers):
        for answer in answers:
            number, item, context, has_context, error = kept.popleft()
            wrong = error or (answer if isinstance(answer, Exception) else None)
            failure = None if wrong is None else Failure(number, item, wrong, context)
            yield Outcome(failure, None if failure else answer, context, has_context)


def work_on(
    work: Callable[[list[Item]], Iterable[Answer]],
    batches: Iterable[list[Item]],
    workers: int,
    lost: Callable[[Item], Answer],
    warm_up: Callable[[], object],
) -> Generator[Answer, None, None]:
    """The answers to all batches in order, from this process alone or from so many others; see `in_order`."""
    if workers == 1:
        yield from (answer for batch in batches for answer in work(batch))
        return
    if multiprocessing.get_start_method() == "fork":
        warm_up()
    yield from in_order(work, batches, workers, lost=lost, begin=use_one_thread)


def _batches(items: Iterable[Any], size: int, kept: deque[_Kept]) -> Iterator[list[Article | None]]:
    """Articles, `None` for an item that is none; an error of the items themselves comes after those before it."""
    numbered = enumerate(items)
    batch: list[Article | None] = [None]
    while batch:
        batch = []
        try:
            for number, item in islice(numbered, size):
                article, told = _opened(number, item)
                batch.append(article)
                kept.append(told)
        except Exception:
            yield batch
            raise
        if batch:
            yield batch


def _opened(number: int, item: Any) -> tuple[Article | None, _Kept]:
    has_context = isinstance(item, tuple)
    content, context = item if has_context and len(item) == 2 else (item, None)
    try:
        article = read_article(content if isinstance(content, Mapping) else {"text": content})
    except (TypeError, InputError) as error:
        return None, _Kept(number, content, context, has_context, error)
    return article, _Kept(number, content, context, has_context, None)


def _sendable(read: Readers[Found], articles: list[Article | None]) -> list[Any]:
    """What is read, the errors as they can be sent."""
    return [Sent(answer) if isinstance(answer, Exception) else answer for answer in read(articles)]


def _lost(article: Article | None) -> Exception:
    size = f"{len(article.text):,} characters" if article else "no characters"
    return WorkerError(f"two worker processes died with this text of {size}")


def _number(option: str, value: int) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or value < 1:
        raise ValueError(f"{option}={value!r} must be a whole number, 1 or more")
    return value


def reaction(on_error: str | Callable[[Failure], object]) -> Callable[[Failure], object]:
    """What to do with a failure: raise its error, log it, or what the caller has for it."""
    if callable(on_error):
        return on_error
    if on_error not in REACTIONS:
        raise OptionError("on_error", on_error, REACTIONS, " and functions that take a Failure")
    return _raise if on_error == "raise" else _skip


def _raise(failure: Failure) -> None:
    error = failure.error
    if type(error) in (TypeError, InputError, WorkerError):
        raise type(error)(f"item {failure.number}: {error}") from error
    if hasattr(error, "add_note"):
        error.add_note(f"item {failure.number}")
    raise error


def _skip(failure: Failure) -> None:
    log.warning("item %d skipped: %s: %s", failure.number, type(failure.error).__name__, failure.error)
