"""Whose role it is: roles touch a name, agree with it in case, and may be one for a row of people."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from ner_news.lemmas import Lemma
from ner_news.lemmas.role_phrase import ALL_CASES, RolePhrase, lemmatize_role, read_person_noun, read_role
from ner_news.morph import look_up, nominative, parse
from ner_news.roles.apposition import find_after, find_before
from ner_news.roles.edges import Range, extend_left, mend
from ner_news.roles.role_words import AND, DASHES, MARKUP, QUOTES
from ner_news.segment import Tokens
from ner_news.spans import PlainSpan
from ner_news.tagging import RolePlaces

LONGEST_LINK = 3
"""Tokens between two members of a row: «, а также»."""

CONSONANTS = frozenset("бвгджзйклмнпрстфхцчшщь")


class Role(NamedTuple):
    """What the text says of somebody, `text[start:stop]`."""

    start: int
    stop: int
    lemma: str
    """In the nominative singular."""


def find_roles(
    text: str, tokens: Tokens, people: Mapping[PlainSpan, Lemma], places: RolePlaces | None
) -> dict[PlainSpan, tuple[Role, ...]]:
    """Return the roles of each person who has one, in the order of the text.

    `people` are sorted and apart. Where `places` are `None` grammar finds the roles; else those of which the network is
    sure are taken, and of the likely ones those that grammar finds beside people who have none.

    >>> from ner_news.segment import tokenize
    >>> text, person = "Ждут президента Таджикистана Рахмона", PlainSpan(29, 36, "PER")
    >>> find_roles(text, tokenize(text), {person: Lemma("Рахмон")}, None)[person]
    (Role(start=5, stop=28, lemma='президент Таджикистана'),)
    """
    if not people or (places is not None and not places.likely):
        return {}
    row = _Row(text, tokens)
    for span, lemma in people.items():
        first = bisect_left(tokens.starts, span.start)
        last = max(first + 1, bisect_left(tokens.starts, span.stop))
        row.people.append(_Person(span, lemma, (first, last), _find_cases(text[span.start : span.stop], lemma)))
    if places is not None:
        row.attach(row.mend(places.sure))
    row.attach([role for role in row.find_by_grammar() if places is None or row.touches(role, places.likely)])
    row.share()
    return {person.span: roles for person in row.people if (roles := row.write(person))}


@dataclass(eq=False)
class _Person:
    """A person with the roles found so far."""

    span: PlainSpan
    lemma: Lemma
    place: Range
    cases: frozenset[str]
    """In which the name may stand."""
    before: list[Range] = field(default_factory=list)
    after: list[Range] = field(default_factory=list)
    is_told: bool = False
    """Whether the roles are known already."""


@dataclass
class _Row:
    """The people of a text in order, and its words."""

    text: str
    tokens: Tokens
    people: list[_Person] = field(default_factory=list)

    def read(self, place: Range) -> RolePhrase:
        return read_role(self.text[slice(*self.offsets(place))])

    def offsets(self, place: Range) -> tuple[int, int]:
        """Return the offsets of a range of tokens."""
        return self.tokens.starts[place[0]], self.tokens.stops[place[1] - 1]

    def mend(self, places: Sequence[tuple[int, int]]) -> list[Range]:
        """Return the roles in the places that a network told."""
        starts = self.tokens.starts
        ranges = [(bisect_left(starts, start), bisect_left(starts, stop)) for start, stop in places]
        return [part for place in ranges for part in mend(self.text, self.tokens, place)]

    def touches(self, role: Range, places: Sequence[tuple[int, int]]) -> bool:
        """Tell whether a role shares characters with one of the places, which are sorted and apart."""
        start, stop = self.offsets(role)
        place = bisect_right(places, start, key=lambda each: each[1])
        return place < len(places) and places[place][0] < stop

    def find_by_grammar(self) -> list[Range]:
        """Return the roles beside the people that grammar finds, those before a name first."""
        found: list[Range] = []
        for number, person in enumerate(self.people):
            floor = self.people[number - 1].place[1] if number else 0
            end = self._skip_back(person.place[0])
            agreeing = (each for each in find_before(self.tokens, end) if each[0] >= floor and self._fits(each, person))
            longest = next(agreeing, None)
            if longest:
                found += mend(self.text, self.tokens, (extend_left(self.tokens, longest[0]), longest[1]))
        for number, person in enumerate(self.people):
            ceiling = self.people[number + 1].place[0] if number + 1 < len(self.people) else len(self.tokens)
            first = self._skip_sign(person.place[1])
            place = find_after(self.tokens, first, ceiling) if first is not None else None
            if place and place not in found:
                found += mend(self.text, self.tokens, place)
        return found

    def attach(self, roles: Sequence[Range]) -> None:
        """Give each person the roles beside the name, those before it first, then one for a whole row."""
        ends, starts = {role[1]: role for role in roles}, {role[0]: role for role in roles}
        taken: set[Range] = set()
        for person in self.people:
            person.is_told = bool(person.before or person.after)
        for person in self.people:
            end = -1 if person.is_told else self._skip_back(person.place[0])
            while (role := ends.get(end)) and role not in taken and self._fits(role, person):
                if self._is_of_other(role, person):
                    break
                person.before.insert(0, role)
                taken.add(role)
                end = self._skip_link_back(role[0])
        for number, person in enumerate(self.people):
            first = None if person.is_told else self._skip_sign(person.place[1])
            is_of_many = bool(number) and self._is_row(number - 1)
            while (role := starts.get(-1 if first is None else first)) and role not in taken:
                if not self._fits(role, person) or (self.read(role).is_plural and not is_of_many):
                    break
                taken.add(role)
                role = self._complete(role)
                person.after.append(role)
                first = self._skip_link(role[1])

    def share(self) -> None:
        """Give a plural role to all of a row: «депутаты Иванов и Петров», «Иванов и Петров, депутаты»."""
        for number in range(len(self.people) - 1):
            shared = [role for role in self.people[number].before if self.read(role).is_plural]
            if shared and not self.people[number + 1].before and self._is_row(number):
                self.people[number + 1].before = shared
        for number in range(len(self.people) - 1, 0, -1):
            shared = [role for role in self.people[number].after if self.read(role).is_plural]
            if shared and not self.people[number - 1].after and self._is_row(number - 1):
                self.people[number - 1].after = shared

    def _is_row(self, number: int) -> bool:
        """Tell whether nothing but «и» or a comma stands between a person and the next."""
        between = self.tokens.texts[self.people[number].place[1] : self.people[number + 1].place[0]]
        return 0 < len(between) <= LONGEST_LINK and AND.issuperset(between)

    def _fits(self, role: Range, person: _Person) -> bool:
        return not person.cases.isdisjoint(self.read(role).cases)

    def _is_of_other(self, role: Range, person: _Person) -> bool:
        """Tell whether the role is that of somebody's relative: «дочь президента Иванку Трамп»."""
        cases = self.read(role).cases
        if "gent" not in cases or ("gent" in person.cases and person.cases != ALL_CASES):
            return False
        place = role[0] - 1
        while place > 0 and any(found.pos in ("ADJF", "PRTF") for found in parse(self.tokens.texts[place])):
            place -= 1
        nouns = read_person_noun(self.tokens.texts[place]) if place >= 0 else []
        return any(
            found.case in person.cases - {"gent"} and found.gender in (person.lemma.gender or found.gender, "ms-f")
            for found in nouns
        )

    def _complete(self, role: Range) -> Range:
        """Return the role with the name that depends on it: «Бокова, первый заместитель Клишаса»."""
        for other in self.people:
            if other.place[0] == role[1] and "gent" in other.cases and self.read(role).cases.isdisjoint(other.cases):
                return role[0], other.place[1]
        return role

    def _skip_back(self, place: int) -> int:
        """Return where a role before a name ends: quotes and marks may be between."""
        while place and (self.tokens.texts[place - 1] in QUOTES - {"»"} or self.tokens.texts[place - 1] in MARKUP):
            place -= 1
        return place

    def _skip_sign(self, place: int) -> int | None:
        """Return where a role behind a name begins: after a comma, a dash or a bracket."""
        texts = self.tokens.texts
        while place < len(texts) and (texts[place] in "»”" or texts[place] in MARKUP):
            place += 1
        is_sign = place < len(texts) and (texts[place] in ",(" or texts[place] in DASHES)
        return place + 1 if is_sign else None

    def _skip_link_back(self, place: int) -> int:
        """Return where the role before another in a row ends: «и», a comma or nothing may be between."""
        longest = max((count for count in (1, 2, 3) if self._is_link(place - count, place)), default=0)
        return place - longest

    def _skip_link(self, place: int) -> int:
        return place + max((count for count in (1, 2, 3) if self._is_link(place, place + count)), default=0)

    def _is_link(self, first: int, last: int) -> bool:
        return 0 <= first < last and AND.issuperset(self.tokens.texts[first:last])

    def write(self, person: _Person) -> tuple[Role, ...]:
        """Return the roles of a person with their normal forms."""
        return tuple(self._write(place, person) for place in (*person.before, *person.after))

    def _write(self, place: Range, person: _Person) -> Role:
        start, stop = self.offsets(place)
        return Role(start, stop, lemmatize_role(self.text[start:stop], person.cases, person.lemma.gender))


def _find_cases(written: str, lemma: Lemma) -> frozenset[str]:
    """Return the cases that a name may stand in, as its lemma tells; all where it does not."""
    words, forms = written.split(), lemma.text.split()
    if len(words) != len(forms):
        return ALL_CASES
    read = (_read_cases(*pair, is_man=lemma.gender == "masc") for pair in zip(words, forms, strict=True))
    found = [cases for cases in read if cases != ALL_CASES]
    common = ALL_CASES.intersection(*found)
    declined = (cases for cases in found if "nomn" not in cases)
    return common or next(declined, ALL_CASES)  # «Иванку Трамп»: a surname that stays


def _read_cases(word: str, form: str, *, is_man: bool) -> frozenset[str]:
    """Return the cases in which a word of a name has this nominative; all for one that may never change."""
    if word == form and not look_up(word) and not (is_man and word[-1] in CONSONANTS):
        return ALL_CASES
    cases: set[str] = set()
    for one in parse(word):
        if one.case and one.number != "plur" and nominative(one) == form.lower() and "inan" not in one.grammemes:
            cases |= ALL_CASES if "Fixd" in one.grammemes else {one.case}
    return frozenset(cases) or ALL_CASES
