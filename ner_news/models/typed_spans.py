"""Mentions of people, organizations, places and dates, and why a lemma is what it is."""

from datetime import datetime
from typing import Annotated, Literal

from pydantic import Field

from ner_news.categories import Anchor, Gender, Grain, Mod, PlaceKind
from ner_news.display import render_span
from ner_news.models.frozen import Frozen, Shown
from ner_news.spans import Label


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


class Role(Shown):
    """What the text says beside a name of the person: «президента Таджикистана» of «Эмомали Рахмона».

    >>> Role(start=0, stop=10, text="президента", lemma="президент")
    <Role 0:10 'президента' → 'президент'>
    """

    start: int = Field(ge=0)
    """The offset of the first character."""
    stop: int
    """The offset after the last character."""
    text: str
    """As written; the names of organizations and places in it are spans of their own."""
    lemma: str
    """As said of one person in the nominative: «президент Таджикистана»; without the capital of a title."""

    def __str__(self) -> str:
        lemma = "" if self.lemma == self.text else f" → {self.lemma!r}"
        return f"<Role {self.start}:{self.stop} {self.text!r}{lemma}>"


class Person(Span):
    """A mention of a person.

    >>> Person(start=0, stop=7, text="Рахмона", lemma="Рахмон", name=PersonName(last="Рахмон"))
    <Person 0:7 'Рахмона' → 'Рахмон'>
    """

    label: Literal["PER"] = "PER"
    name: PersonName = PersonName()
    gender: Gender | None = None
    """`None` when neither the name nor its form tells."""
    roles: tuple[Role, ...] = ()
    """What stands beside the name, those before it first. A row of people may share one: «депутаты Иванов и Петров»."""


class Organization(Span):
    """A mention of an organization."""

    label: Literal["ORG"] = "ORG"
    inner: "tuple[AnySpan, ...]" = ()
    """The shorter names inside this one, of all depths in one list, sorted, a whole before its parts: «Госдума РФ»,
    «Госдума» and «РФ» in «комитет Госдумы РФ по обороне»."""
    legal_form: str | None = None
    """The abbreviation of the form that stands beside the name, «ООО» for ООО «Ромашка»; `None` when none does."""


class Place(Span):
    """A mention of a place."""

    label: Literal["LOC"] = "LOC"
    country: str | None = Field(default=None, pattern="^[A-Z]{2}$")
    """ISO 3166-1 alpha-2, `None` when not known."""
    kind: PlaceKind | None = None
    """`None` when not known."""
    inner: "tuple[AnySpan, ...]" = ()
    """As in `Organization.inner`: the person in «улица Маршала Жукова»."""


class Date(Span):
    """A mention of a date.

    Values are written `2021`, `2021-09`, `2021-09-16`, `2021-09-16T16:02`, `2021-Q3`, `2021-H1`, `2021-W37`, `2021-SU`
    (SP spring, SU summer, FA autumn, WI winter), `201X`, `2021-05-05TMO` (TMO morning, TAF afternoon, TEV evening, TNI
    night), `A/B` with both ends inclusive, `A/..`, `../B`, and `XXXX-05-09` for a day of every year. X also stands for
    what nothing tells: `XXXX-05-09` for «9 мая» in a text without a publication time, where `anchor` says that it hangs
    on one.
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
    zone: str | None = None
    """The time zone of a time of day, as the text names it («мск», «UTC+3»); the value stays as written."""
    recurs: bool = False
    """Whether it comes back, as «каждую среду» and «ежегодно 9 мая»: the value then has X and never means one day."""


AnySpan = Annotated[Person | Organization | Place | Date, Field(discriminator="label")]

Organization.model_rebuild()
Place.model_rebuild()


class Explanation(Shown):
    """Why the lemma of a name is what it is."""

    span: AnySpan
    rules: tuple[str, ...]
    """The rules that read the words: for a person the part of the name and the rule of each word, else the noun's."""
    context: tuple[str, ...]
    """The words beside the span that showed its case or gender."""
    document: tuple[str, ...]
    """Other written forms in the text that the lemma explains, in lower case."""
    candidates: tuple[tuple[str, float], ...]
    """The possible lemmas, each with its share, 0..1, before the rest of the document was considered."""
    features: tuple[tuple[str, float], ...] = ()
    """What told the lemma from the likeliest other, and its learnt weight; what spoke against the lemma is negative."""

    def __str__(self) -> str:
        reasons = [", ".join(self.rules)]
        reasons += [f"beside {', '.join(self.context)}"] if self.context else []
        reasons += [f"as in {', '.join(self.document)}"] if self.document else []
        return f"{self.span}: {'; '.join(reasons)}"
