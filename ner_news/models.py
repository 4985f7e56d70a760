"""The typed results: frozen pydantic models with a stable JSON form.

They follow one contract: offsets count characters of the text that the caller gave, `text[start:stop] == span.text`.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import Annotated, Any, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field, PrivateAttr, field_validator, model_validator
from pydantic_core import PydanticSerializationError, to_jsonable_python

from ner_news.categories import Anchor, Gender, Grain, Mod, PlaceKind
from ner_news.display import build_page, render_document, render_entity, render_span
from ner_news.errors import InputError, OptionError
from ner_news.masking import Masked, MaskKey, Named, mask
from ner_news.spans import LABELS, Label, walk
from ner_news.tables import to_pandas

SNIPPET = 40
"""Characters of a text that a `repr` shows."""


class Frozen(BaseModel):
    """A value: fields cannot be set, unknown fields are refused."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    def __reduce__(self) -> tuple[Any, ...]:
        """A document goes and comes in 0.18 ms; in pydantic's own way, with a set of names for each value, in 0.29."""
        given = _named_alike.setdefault(frozenset(self.__pydantic_fields_set__), self.__pydantic_fields_set__)
        return _remade, (type(self), self.__dict__, given, self.__pydantic_private__)


_named_alike: dict[frozenset[str], set[str]] = {}
"""The sets of fields that values were made with, one of each: it is written once, and values that cannot change share
it."""


def _remade(kind: type[Frozen], values: dict[str, Any], given: set[str], private: dict[str, Any] | None) -> Frozen:
    made = kind.__new__(kind)
    _set(made, "__dict__", values)
    _set(made, "__pydantic_fields_set__", given)
    _set(made, "__pydantic_extra__", None)
    _set(made, "__pydantic_private__", private)
    return made


_set = object.__setattr__


class Shown(Frozen):
    """A value that shows itself in a few words."""

    def __repr__(self) -> str:
        return str(self)


class PersonName(Frozen):
    """The parts of a person's name, each in the nominative and `None` where it is not known."""

    first: str | None = None
    last: str | None = None
    patronymic: str | None = None
    nickname: str | None = None
    initials: str | None = None
    """As «А. В.»: the letters that stand for first name and patronymic."""


class Interval(Frozen):
    """A stretch of time, half-open: from `start` to just before `end`, without a time zone.

    >>> day = Interval(start=datetime(2021, 9, 16), end=datetime(2021, 9, 17))
    >>> day.end - day.start
    datetime.timedelta(days=1)
    """

    start: datetime | None
    """The first moment; `None` when there is none («до 2021 года»)."""
    end: datetime | None
    """The first moment after it; `None` when there is none, `datetime.max` after the year 9999."""


class Span(Shown):
    """One mention in a text. Every span is a `Person`, an `Organization`, a `Place` or a `Date`."""

    label: Label
    """Which of the four; tells them apart in JSON."""
    start: int = Field(ge=0)
    """The offset of the first character."""
    stop: int
    """The offset after the last character."""
    text: str
    """As written."""
    lemma: str
    """The normal form: nominative, with the case of letters and the ё of the name; for a date a readable form."""
    entity: str | None = None
    """The id of what it names, equal for all mentions of one thing in a document."""
    score: float = Field(default=1.0, ge=0, le=1)
    """How sure the recognizer is, 0..1; 1.0 for a rule that is certain."""

    def __str__(self) -> str:
        lemma = "" if self.lemma == self.text else f" → {self.lemma!r}"
        return f"<{type(self).__name__} {self.start}:{self.stop} {self.text!r}{lemma}>"

    def _repr_html_(self) -> str:
        return render_span(self)


class Person(Span):
    """A mention of a person.

    >>> Person(start=0, stop=7, text="Рахмона", lemma="Рахмон", name=PersonName(last="Рахмон"))
    <Person 0:7 'Рахмона' → 'Рахмон'>
    """

    label: Literal["PER"] = "PER"
    name: PersonName = PersonName()
    gender: Gender | None = None
    """`None` when neither the name nor its form tells."""


class Organization(Span):
    """A mention of an organization."""

    label: Literal["ORG"] = "ORG"
    inner: "tuple[AnySpan, ...]" = ()
    """Names inside this one: «МИД» and «Германии» in «МИД Германии»."""


class Place(Span):
    """A mention of a place."""

    label: Literal["LOC"] = "LOC"
    country: str | None = Field(default=None, pattern="^[A-Z]{2}$")
    """ISO 3166-1 alpha-2, `None` when not known."""
    kind: PlaceKind | None = None
    """`None` when not known."""


class Date(Span):
    """A mention of a date.

    Values are written `2021`, `2021-09`, `2021-09-16`, `2021-09-16T16:02`, `2021-Q3`, `2021-H1`, `2021-W37`, `2021-SU`
    (SP SU FA WI), `201X`, `2021-05-05TMO` (TMO TAF TEV TNI), `A/B` with both ends inclusive, `A/..`, `../B`, and
    `XXXX-05-09` for a day of every year. X also stands for what nothing tells: `XXXX-05-09` for «9 мая» in a text
    without a publication time, where `anchor` says that it hangs on one.
    """

    label: Literal["DATE"] = "DATE"
    value: str
    grain: Grain
    """The unit that the value counts in."""
    interval: Interval
    mod: Mod | None = None
    """The part meant, as START in «в начале 2016 года»; `None` for the whole."""
    anchor: Anchor = "absolute"
    """What the value rests on: itself, the publication's time, another date of the text."""


AnySpan = Annotated[Person | Organization | Place | Date, Field(discriminator="label")]

Organization.model_rebuild()

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
    _spans: tuple[Span, ...] = PrivateAttr(())

    @property
    def spans(self) -> tuple[Span, ...]:
        """Every mention in the order of the text, those inside longer names too."""
        return self._spans

    def __str__(self) -> str:
        return f"<Entity {self.id} {self.lemma!r}, {len(self.spans)} spans>"

    def _repr_html_(self) -> str:
        return render_entity(self)


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
        """Copies: entities know their spans, so two documents cannot share them."""
        return tuple(entity.model_copy() for entity in entities)

    @model_validator(mode="after")
    def _check_spans(self) -> "Document":
        stop = 0
        for span in self.spans:
            if span.start < stop:
                raise ValueError(f"spans must be sorted and apart, but {span!r} starts before {stop}")
            stop = span.stop
        for span in walk(self.spans):
            if span.start >= span.stop or self.text[span.start : span.stop] != span.text:
                raise ValueError(f"{span!r} is not what stands there: {self.text[span.start : span.stop]!r}")
        return self

    def model_post_init(self, _context: Any, /) -> None:
        """Hand each entity its spans, which JSON does not repeat."""
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

    def _of(self, kind: type[Kind]) -> tuple[Kind, ...]:
        return tuple(span for span in self.spans if isinstance(span, kind))

    def masked(self, labels: Iterable[str] = ("PER",), *, key: MaskKey | None = None) -> Masked:
        """The text with a pseudonym for each name of these labels, one for all mentions of an entity, and the key.

        Names inside longer ones that stay are masked too. With the `key` of another text entities of equal ids keep
        their pseudonyms; ids tell people apart within a document, and within a corpus for documents that it resolved.

        >>> document = Document(text="Рахмон", spans=(Person(start=0, stop=6, text="Рахмон", lemma="Рахмон"),))
        >>> document.masked().text
        '[PER_1]'
        """
        wanted = (labels,) if isinstance(labels, str) else tuple(labels)
        for label in wanted:
            if label not in LABELS:
                raise OptionError("label", label, LABELS)
        lemmas = {entity.id: entity.lemma for entity in self.entities}
        return mask(self.text, (_named(span, lemmas) for span in _outermost(self.spans, wanted)), key)

    def to_json(self) -> str:
        """One line of JSON; unlike `model_dump_json` it serves any text, half surrogates (escaped) included.

        >>> Document(text="Час").to_json()
        '{"id":null,"text":"Час","published":null,"spans":[],"entities":[]}'
        """
        try:
            return self.model_dump_json()
        except PydanticSerializationError:
            return json.dumps(self.model_dump(), default=to_jsonable_python, separators=(",", ":"))

    @classmethod
    def from_json(cls, line: str | bytes) -> "Document":
        """The document that `to_json` wrote; a `ValueError` for anything else: pydantic's, that of `json`, or ours.

        >>> Document.from_json('{"text": "Час"}').text
        'Час'
        """
        try:
            return cls.model_validate(json.loads(line))
        except RecursionError as error:
            raise InputError("not a document: JSON nested too deeply") from error

    def to_pandas(self, table: str = "spans") -> Any:
        """A `pandas.DataFrame` of the document's `"spans"` or `"entities"`; see `ner_news.to_pandas`."""
        return to_pandas([self], table)

    def to_html(self, path: str | Path) -> None:
        """Write the document as a page for a browser, with its spans marked; the page needs nothing but itself."""
        title = "ner_news" if self.id is None else str(self.id)
        Path(path).write_text(build_page(title, render_document(self)), encoding="utf-8")

    def _repr_html_(self) -> str:
        return render_document(self)

    def __str__(self) -> str:
        text = self.text if len(self.text) <= SNIPPET else self.text[:SNIPPET] + "…"
        return f"<Document {text!r}, {len(self.spans)} spans, {len(self.entities)} entities>"


class Explanation(Shown):
    """Why the lemma of a name is what it is."""

    span: AnySpan
    rules: tuple[str, ...]
    """What read the words: for a person the part and the rule of each, for others that of the noun."""
    context: tuple[str, ...]
    """The words beside the span that told of its case or gender."""
    document: tuple[str, ...]
    """Other written forms in the text that the lemma explains, in lower case."""
    candidates: tuple[tuple[str, float], ...]
    """The lemmas that were possible, each with its share, 0..1, before the rest of the document was heard."""

    def __str__(self) -> str:
        told = [", ".join(self.rules)]
        told += [f"beside {', '.join(self.context)}"] if self.context else []
        told += [f"as in {', '.join(self.document)}"] if self.document else []
        return f"{self.span}: {'; '.join(told)}"


def _outermost(spans: Iterable[AnySpan], labels: tuple[str, ...]) -> Iterator[AnySpan]:
    """Spans of these labels, inside others too, but none inside another that is among them."""
    for span in spans:
        if span.label in labels:
            yield span
        elif isinstance(span, Organization):
            yield from _outermost(span.inner, labels)


def _named(span: AnySpan, lemmas: Mapping[str, str]) -> Named:
    entity = f"{span.label}:{span.lemma}" if span.entity is None else span.entity
    return Named(span.start, span.stop, span.label, entity, lemmas.get(entity, span.lemma))
