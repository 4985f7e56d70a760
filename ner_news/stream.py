"""A stream of items: each is checked, read in a batch, and has an outcome, in order; a failure is that of its item."""

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
from ner_news.frame_rows import choose_columns, is_frame, iterate_rows
from ner_news.given import GivenSpan, read_given
from ner_news.unread_fields import UnreadFields
from ner_news.workers import SendableError, all_cores, in_order, most_workers

Result = TypeVar("Result")
Item = TypeVar("Item")
Answer = TypeVar("Answer")

BATCH = 32
"""Articles taken through the network together: a third of the time saved on short ones, nothing more beyond."""

REACTIONS = ("raise", "skip")

FIELDS = ("text", "published", "id", "spans", "nested")
"""The fields of an article."""

WRITTEN = ("entities",)
"""Fields of a document beside them, which are made anew."""

log = logging.getLogger("ner_news")


class Article(NamedTuple):
    """A text with its fields, checked."""

    text: str
    published: datetime | None = None
    id: str | int | None = None
    spans: tuple[GivenSpan, ...] | None = None
    """The names in it, as the caller gave them; `None` to find them."""


class Failure(NamedTuple):
    """An item without a document, as the function given as `on_error` gets it."""

    number: int
    """The item's, counted from 0."""
    item: Any
    """The text or the mapping, as given."""
    error: Exception
    """`TypeError` or `InputError` if the item is no article, `WorkerError` if two processes died with it, or what a
    rule raised."""
    context: Any = None
    """The other half of the tuple that the item came in."""


@dataclass(frozen=True)
class Outcome(Generic[Result]):
    """The answer to an item, or its failure."""

    failure: Failure | None
    answer: Result | None
    """The answer; `None` beside a failure."""
    context: Any
    has_context: bool


ReadBatch = Callable[[list[Article | None]], Iterable[Result | Exception | None]]
"""Reads a batch: gives an answer or an error for each article, and `None` for each `None`."""


class _Pending(NamedTuple):
    """An item, remembered in this process while its article is read, perhaps in another process."""

    number: int
    item: Any
    context: Any
    has_context: bool
    error: Exception | None


def read_article(fields: Mapping[str, Any]) -> Article:
    """Make an article of a mapping with `text`, `published`, `id` and `spans`; of other fields nothing is read.

    `spans` are given names, `nested` beside them more of these; see `read_given`. `TypeError` names a field of a wrong
    type, `InputError` one that is missing or cannot be read.

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
    spans = None if fields.get("spans") is None else read_given(fields["spans"], len(text), fields.get("nested"))
    return Article(text, parse_published(fields.get("published")), name, spans)


def frame_records(texts: Iterable[Any], columns: Mapping[str, str] | None, strict: bool) -> Iterable[Any]:
    """Return the items that a frame of pandas or polars has in its rows, and anything else as it is.

    `columns` has the names of columns by fields of an article. Other columns are named in the log, errors where strict.
    """
    if not is_frame(texts):
        if columns is not None:
            raise TypeError(f"columns are those of a frame, not of a {type(texts).__name__}")
        return texts
    frame: Any = texts
    chosen = choose_columns(frame, FIELDS, columns)
    UnreadFields([*chosen.values(), *WRITTEN], strict=strict).check(list(frame.columns), "the frame")
    return iterate_rows(frame, chosen)


def stream(
    read: ReadBatch[Result],
    items: Iterable[Any],
    *,
    workers: int | None = 1,
    batch_size: int = BATCH,
    warm_up: Callable[[], object] = lambda: None,
    strict: bool = False,
) -> Generator[Outcome[Result], None, None]:
    """Yield the outcome of each item in order; `read` is called with batches.

    An item is a text or a mapping, or a pair of one of these and a context, which stays in this process. `workers` is
    the number of processes, `None` for one on each core. `warm_up` is called before processes are forked, to load what
    they are to share. A `workers` or `batch_size` below 1 is a `ValueError`, and so are more workers than
    `most_workers`. A field that nothing reads is named in the log, once; where `strict` its item fails.
    """
    count = all_cores() if workers is None else _checked_count("workers", workers, most_workers())
    kept: deque[_Pending] = deque()
    unread = UnreadFields([*FIELDS, *WRITTEN], strict=strict)
    batches = _batches(items, _checked_count("batch_size", batch_size), kept, unread)
    return _stream(read, batches, kept, count, warm_up)


def _stream(
    read: ReadBatch[Result],
    batches: Iterable[list[Article | None]],
    kept: deque[_Pending],
    workers: int,
    warm_up: Callable[[], object],
) -> Generator[Outcome[Result], None, None]:
    work: Callable[[list[Article | None]], Iterable[Any]] = partial(_read_sendable, read) if workers > 1 else read
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
    answer_lost: Callable[[Item], Answer],
    warm_up: Callable[[], object],
) -> Generator[Answer, None, None]:
    """Yield the answers to all batches in order, from this process alone or from so many others; see `in_order`."""
    if workers == 1:
        yield from (answer for batch in batches for answer in work(batch))
        return
    if multiprocessing.get_start_method() == "fork":
        warm_up()
    yield from in_order(work, batches, workers, answer_lost=answer_lost, begin=use_one_thread)


def _batches(
    items: Iterable[Any], size: int, kept: deque[_Pending], unread: UnreadFields
) -> Iterator[list[Article | None]]:
    """Yield batches of articles, with `None` for items that are none, and remember each item in `kept`.

    An error of the iterator `items` is raised after a batch of what it gave before.
    """
    numbered = enumerate(items)
    batch: list[Article | None] = [None]
    while batch:
        batch = []
        try:
            for number, item in islice(numbered, size):
                article, pending = _unpack(number, item, unread)
                batch.append(article)
                kept.append(pending)
        except Exception:
            yield batch
            raise
        if batch:
            yield batch


def _unpack(number: int, item: Any, unread: UnreadFields) -> tuple[Article | None, _Pending]:
    has_context = isinstance(item, tuple)
    content, context = item if has_context and len(item) == 2 else (item, None)
    try:
        if isinstance(content, Mapping):
            unread.check(content, f"item {number}")
        article = read_article(content if isinstance(content, Mapping) else {"text": content})
    except (TypeError, InputError) as error:
        return None, _Pending(number, content, context, has_context, error)
    return article, _Pending(number, content, context, has_context, None)


def _read_sendable(read: ReadBatch[Result], articles: list[Article | None]) -> list[Any]:
    """Read a batch in a worker: errors are wrapped so that they can be pickled."""
    return [SendableError(answer) if isinstance(answer, Exception) else answer for answer in read(articles)]


def _lost(article: Article | None) -> Exception:
    size = f"{len(article.text):,} characters" if article else "no characters"
    return WorkerError(f"two worker processes died with this text of {size}")


def _checked_count(option: str, value: int, most: int | None = None) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or value < 1:
        raise ValueError(f"{option}={value!r} must be a whole number, 1 or more")
    if most is not None and value > most:
        raise ValueError(f"{option}={value!r} is more than this machine is for: {most} at most")
    return value


def answers(outcomes: Generator[Outcome[Result], None, None], react: Callable[[Failure], object]) -> Iterator[Any]:
    """Yield the answers, beside their contexts where there are any; each failure goes to `react`."""
    with closing(outcomes):  # its processes end with an error, and not when the error is forgotten
        for outcome in outcomes:
            if outcome.failure is not None:
                react(outcome.failure)
            else:
                yield (outcome.answer, outcome.context) if outcome.has_context else outcome.answer


def choose_reaction(on_error: str | Callable[[Failure], object]) -> Callable[[Failure], object]:
    """Return the function that failures go to: one that raises their errors, one that logs them, or the caller's."""
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
