"""Documents and their entities."""

import json
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import Any, TypeVar, overload

from pydantic import PrivateAttr, ValidationError, field_validator, model_validator
from pydantic_core import PydanticSerializationError, to_jsonable_python

from ner_news.display import build_page, render_document, render_entity
from ner_news.errors import InputError
from ner_news.mask_key import MaskKey
from ner_news.masking import Masked, mask_document
from ner_news.models.checking import check_document
from ner_news.models.frozen import Frozen, Shown
from ner_news.models.typed_spans import AnySpan, Date, Organization, Person, PersonName, Place, Role, Span
from ner_news.patterns import Pattern
from ner_news.segment import find_sentences
from ner_news.spans import Label, are_nested, walk
from ner_news.tables import to_pandas

SNIPPET = 40
"""Characters of a text that a `repr` shows."""

Kind = TypeVar("Kind", bound=Span)


class Entity(Shown):
    """One thing and all its mentions in a document."""

    id: str
    """As in `Span.entity`."""
    label: Label
    lemma: str
    """The fullest normal form among the mentions."""
    aliases: tuple[str, ...] = ()
    """The other normal forms, in the order of the text."""
    name: PersonName | None = None
    """A person's parts, merged from all mentions; `None` for the other labels."""
    roles: tuple[str, ...] = ()
    """What the text says of a person, as normal forms: the most frequent first, then in the order of the text."""
    _spans: tuple[Span, ...] = PrivateAttr(())

    @property
    def spans(self) -> tuple[Span, ...]:
        """Every mention in the order of the text, those inside longer names too."""
        return self._spans

    def __str__(self) -> str:
        return f"<Entity {self.id} {self.lemma!r}, {len(self.spans)} spans>"

    def _repr_html_(self) -> str:
        return render_entity(self)


class Sentence(Frozen):
    """A sentence of a document, with the mentions that begin in it."""

    start: int
    """Offsets in the document's text; the white space around a sentence stays outside."""
    stop: int
    text: str
    spans: tuple[AnySpan, ...]

    def __str__(self) -> str:
        return self.text


class Document(Shown):
    """A text with what was found in it."""

    id: str | int | None = None
    """As given with the text; `None` when none was given."""
    text: str
    """As given: all offsets count from its first character."""
    published: datetime | None = None
    spans: tuple[AnySpan, ...] = ()
    """Sorted, without overlaps."""
    entities: tuple[Entity, ...] = ()
    """In the order of their first mention."""

    @field_validator("entities")
    @classmethod
    def _own_entities(cls, entities: tuple[Entity, ...]) -> tuple[Entity, ...]:
        """Copy the entities: they know their spans, so two documents cannot share them."""
        return tuple(entity.model_copy() for entity in entities)

    @model_validator(mode="after")
    def _check_spans(self) -> "Document":
        stop = 0
        for span in self.spans:
            if span.start < stop:
                raise ValueError(f"spans must be sorted and apart, but {span!r} starts before {stop}")
            stop = span.stop
        for span in walk(self.spans):
            roles: tuple[Role, ...] = span.roles if isinstance(span, Person) else ()
            pieces: tuple[Span | Role, ...] = (span, *roles)
            for piece in pieces:
                if piece.start >= piece.stop or self.text[piece.start : piece.stop] != piece.text:
                    raise ValueError(f"{piece!r} is not what stands there: {self.text[piece.start : piece.stop]!r}")
            if not are_nested(span, inner := getattr(span, "inner", ())):
                raise ValueError(f"names inside {span!r} must lie in it, sorted, and not cross: {list(inner)}")
        return self

    def model_post_init(self, _context: Any, /) -> None:
        """Give each entity its spans, which JSON does not repeat."""
        mentions: defaultdict[str | None, list[Span]] = defaultdict(list)
        for span in walk(self.spans):
            mentions[span.entity].append(span)
        for entity in self.entities:
            entity._spans = tuple(mentions[entity.id])

    @property
    def people(self) -> tuple[Person, ...]:
        """Mentions of people."""
        return self._of(Person)

    @property
    def organizations(self) -> tuple[Organization, ...]:
        """Mentions of organizations."""
        return self._of(Organization)

    @property
    def places(self) -> tuple[Place, ...]:
        """Mentions of places."""
        return self._of(Place)

    @property
    def dates(self) -> tuple[Date, ...]:
        """Mentions of dates."""
        return self._of(Date)

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences, each with its mentions; found anew at each call. A blank line ends one.

        >>> [(each.start, each.text) for each in Document(text="Пришёл А. В. Котов. Сел.").sentences]
        [(0, 'Пришёл А. В. Котов.'), (20, 'Сел.')]
        """
        starts = [span.start for span in self.spans]
        sentences, first = [], 0
        for start, stop in find_sentences(self.text):
            last = bisect_left(starts, stop, first)
            part = self.spans[first:last]
            sentences.append(Sentence(start=start, stop=stop, text=self.text[start:stop], spans=part))
            first = last
        return tuple(sentences)

    def sentence(self, span: Span) -> Sentence | None:
        """Return the sentence in which a mention begins, `None` where it begins in none."""
        found = (each for each in self.sentences if each.start <= span.start < each.stop)
        return next(found, None)

    def _of(self, kind: type[Kind]) -> tuple[Kind, ...]:
        return tuple(span for span in self.spans if isinstance(span, kind))

    def masked(
        self,
        labels: Iterable[str] = ("PER",),
        *,
        key: MaskKey | None = None,
        patterns: str | Iterable[str | Pattern] = (),
        further_words: bool = False,
    ) -> Masked:
        """Return the text with a pseudonym for each entity of these labels, and the key that undoes it.

        Names inside longer ones that stay are masked too. With the `key` of another text, entities with the same ids
        keep their pseudonyms; ids are unique within a document, and within a corpus for documents that it resolved.
        `patterns` are masked too: names of the ready set (`phone`, `email`, `card`, `passport`; the first and the third
        need an extra), expressions like `CONTRACT=№ ?\\d+`, and functions; see `ner_news.patterns`.

        A mask covers what was recognized, and nothing else: not names in attributes, scripts and comments of HTML, in
        addresses, hashtags and other letters («Merkel»), nor words that stand in another way than the names found
        («Кампрад-старший»). With `further_words` the words of masked people are masked wherever they begin with a
        capital, in markup too, those of other people and things of that name with them; without it `Masked.left` has
        their places. A word of less than three letters is not looked for.

        >>> document = Document(text="Рахмон", spans=(Person(start=0, stop=6, text="Рахмон", lemma="Рахмон"),))
        >>> document.masked().text
        '[PER_1]'
        """
        return mask_document(self, labels, key, patterns, further_words=further_words)

    def to_json(self) -> str:
        """Return one line of JSON; unlike `model_dump_json` it can write half surrogates, escaped.

        >>> Document(text="Час").to_json()
        '{"id":null,"text":"Час","published":null,"spans":[],"entities":[]}'
        """
        try:
            return self.model_dump_json()
        except PydanticSerializationError:
            return json.dumps(self.model_dump(), default=to_jsonable_python, separators=(",", ":"))

    @classmethod
    def from_json(cls, line: str | bytes) -> "Document":
        """Read the document that `to_json` wrote; raise an `InputError` for anything else, which names the place.

        >>> Document.from_json('{"text": "Час"}').text
        'Час'
        """
        try:
            return cls.from_fields(json.loads(line))
        except RecursionError as error:
            raise InputError("not a document: JSON nested too deeply") from error
        except (json.JSONDecodeError, UnicodeDecodeError) as error:
            raise InputError(f"not a document: no JSON: {error}") from error

    @classmethod
    def from_fields(cls, fields: Any) -> "Document":
        """Return the document with fields as JSON has them; raise an `InputError`, which names the place."""
        try:
            document = cls.model_validate(fields)
        except ValidationError as error:
            fault = error.errors()[0]
            place = ".".join(map(str, fault["loc"])) or "document"
            raise InputError(f"not a document: {place}: {fault['msg']}") from error
        check_document(document)
        return document

    def to_pandas(self, table: str = "spans") -> Any:
        """Return a `pandas.DataFrame` of the document's `"spans"` or `"entities"`; see `ner_news.to_pandas`."""
        return to_pandas([self], table)

    @overload
    def to_html(self, *, lang: str | None = None) -> str: ...

    @overload
    def to_html(self, path: str | Path, *, lang: str | None = None) -> None: ...

    def to_html(self, path: str | Path | None = None, *, lang: str | None = None) -> str | None:
        """Return the document as a page for a browser, with its spans marked, or write it to a file.

        `lang` is the language of its words, `"en"` or `"ru"`; without it that of `ner_news.set_language`.
        """
        page = build_page("ner_news" if self.id is None else str(self.id), render_document(self, lang))
        if path is None:
            return page
        Path(path).write_text(page, encoding="utf-8")
        return None

    def _repr_html_(self) -> str:
        return render_document(self)

    def __str__(self) -> str:
        text = self.text if len(self.text) <= SNIPPET else self.text[:SNIPPET] + "…"
        return f"<Document {text!r}, {len(self.spans)} spans, {len(self.entities)} entities>"
