"""Whose role it is: roles touch a name, agree with it in case, and may be one for a row of people."""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from ner_news.lemmas import Lemma
from ner_news.lemmas.role_phrase import ALL_CASES, RolePhrase, lemmatize_role, read_person_noun, read_role
from ner_news.morph import parse
from ner_news.roles.apposition import LONGEST, find_after, find_before, is_adjective, is_role_noun, skip_adjectives
from ner_news.roles.edges import Range, extend_left, mend
from ner_news.roles.links import LONGEST_LINK, is_one_of, skip_back, skip_link, skip_link_back, skip_sign
from ner_news.roles.named_person import NamedPerson, find_cases
from ner_news.roles.role_words import AND
from ner_news.segment import Tokens
from ner_news.spans import PlainSpan
from ner_news.tagging import RolePlaces

MOST_ROLES = 8
"""Of one person in a row, on each side of the name; by eye."""


class FoundRole(NamedTuple):
    """What the text says of somebody, `text[start:stop]`."""

    start: int
    stop: int
    lemma: str
    """In the nominative singular."""


def find_roles(
    text: str, tokens: Tokens, people: Mapping[PlainSpan, Lemma], places: RolePlaces | None
) -> dict[PlainSpan, tuple[FoundRole, ...]]:
    """Return the roles of each person who has one, in the order of the text.

    `people` are sorted and apart. Where `places` are `None` grammar finds the roles; else those of which the network is
    sure are taken, and of the likely ones those that grammar finds beside people who have none.

    >>> from ner_news.segment import tokenize
    >>> text, person = "Ждут президента Таджикистана Рахмона", PlainSpan(29, 36, "PER")
    >>> find_roles(text, tokenize(text), {person: Lemma("Рахмон")}, None)[person]
    (FoundRole(start=5, stop=28, lemma='президент Таджикистана'),)
    """
    if not people:
        return {}
    row = _Row(text, tokens)
    for span, lemma in people.items():
        first = bisect_left(tokens.starts, span.start)
        last = max(first + 1, bisect_left(tokens.starts, span.stop))
        row.people.append(NamedPerson(span, lemma, (first, last), find_cases(text[span.start : span.stop], lemma)))
    row.mark_rows()
    if places is not None:
        row.attach(row.mend(places.sure))
    told = row.find_by_grammar(places)
    row.attach([role for role in told if places is None or row.is_apposition(role) or row.touches(role, places.likely)])
    row.add_rows()
    row.share()
    return {person.span: roles for person in row.people if (roles := row.write(person))}


@dataclass
class _Row:
    """The people of a text in order, and its words."""

    text: str
    tokens: Tokens
    people: list[NamedPerson] = field(default_factory=list)
    phrases: dict[Range, RolePhrase] = field(default_factory=dict)
    """Those read so far."""
    taken: set[int] = field(default_factory=set)
    """Tokens at which roles begin that somebody has."""

    def read(self, place: Range) -> RolePhrase:
        if place not in self.phrases:
            self.phrases[place] = read_role(self.text[slice(*self.offsets(place))])
        return self.phrases[place]

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

    def is_apposition(self, role: Range) -> bool:
        """Tell whether a role stands between signs behind a name, where no network has to tell it."""
        before = role[0]
        while before and is_adjective(self.tokens.texts[before - 1]):
            before -= 1
        place = bisect_left(self.people, before, key=lambda person: person.place[1]) - 1
        return place >= 0 and skip_sign(self.tokens, self.people[place].place[1]) == before and self._is_closed(role)

    def find_by_grammar(self, places: RolePlaces | None) -> list[Range]:
        """Return the roles beside the people that grammar finds, those before a name first."""
        found: list[Range] = []
        for number, person in enumerate(self.people):
            reach = max(0, person.place[0] - LONGEST), max(1, person.place[0])
            is_told = places is not None and not self.touches(reach, places.likely)
            place = None if person.before or is_told else self._find_before(number)
            if place:
                found += mend(self.text, self.tokens, place)
        for number, person in enumerate(self.people):
            first = None if person.after else skip_sign(self.tokens, person.place[1])
            place = find_after(self.tokens, first, self._ceiling(number)) if first is not None else None
            if place and place not in found and self.taken.isdisjoint(range(*place)):
                found += mend(self.text, self.tokens, place)
        return found

    def _find_before(self, number: int) -> Range | None:
        """Return the longest role before a name; another's name may end it: «помощник Путина Песков»."""
        person, end = self.people[number], skip_back(self.tokens, self.people[number].place[0])
        if number and self.people[number - 1].place[1] == end and "gent" in self.people[number - 1].cases:
            other, floor = self.people[number - 1].place[0], self._floor(number - 1)
            places = ((first, end) for first, _ in find_before(self.tokens, other) if first >= floor)
        else:
            places = (place for place in find_before(self.tokens, end) if place[0] >= self._floor(number))
        whole = ((extend_left(self.tokens, first), last) for first, last in places)
        fitting = (place for place in whole if self._fits(place, person))
        return next((place for place in fitting if person.is_in_row or not self._is_of_many(place)), None)

    def _floor(self, number: int) -> int:
        return self.people[number - 1].place[1] if number else 0

    def _ceiling(self, number: int) -> int:
        return self.people[number + 1].place[0] if number + 1 < len(self.people) else len(self.tokens)

    def attach(self, roles: Sequence[Range]) -> None:
        """Give each person the roles beside the name, those before it first, then one for a whole row."""
        ends, starts = {role[1]: role for role in roles}, {role[0]: role for role in roles}
        for person in self.people:
            end = -1 if person.before else skip_back(self.tokens, person.place[0])
            while (role := ends.get(end)) and role[0] not in self.taken and self._fits(role, person):
                if self._is_of_other(role, person) or not self._is_beside(role, person):
                    break
                person.before.insert(0, role)
                self.taken.add(role[0])
                end = skip_link_back(self.tokens, role[0])
        for person in self.people:
            first = None if person.after else skip_sign(self.tokens, person.place[1])
            while (role := self._find_start(starts, first)) and role[0] not in self.taken:
                whole = self._complete(role)
                is_sound = self._fits(role, person) and not self._goes_on(whole)
                if not is_sound or (self._is_of_many(role) and not person.is_in_row):
                    break
                self.taken.add(role[0])
                role = whole
                person.after.append(role)
                first = skip_link(self.tokens, role[1])

    def _find_start(self, starts: Mapping[int, Range], first: int | None) -> Range | None:
        """Return the role that begins here, or behind adjectives that are none of it: «Зотов, известный тренер»."""
        if first is None or first in starts:
            return starts.get(-1 if first is None else first)
        noun = skip_adjectives(self.tokens, first, min(first + LONGEST_LINK, len(self.tokens)))
        return next((starts[place] for place in range(first, noun + 1) if place in starts), None)

    def _is_closed(self, role: Range) -> bool:
        """Tell whether a sign or the end of a line follows a role."""
        following = self.tokens.texts[role[1] : role[1] + 1]
        is_sign = not following or not following[0][0].isalnum()
        return is_sign or "\n" in self.text[self.tokens.stops[role[1] - 1] : self.tokens.starts[role[1]]]

    def add_rows(self) -> None:
        """Add the other roles in a row with one that was found: «академик, доктор наук Капица», «певица и актриса»."""
        for number, person in enumerate(self.people):
            while 0 < len(person.before) < MOST_ROLES and (more := self._find_earlier(person, self._floor(number))):
                person.before.insert(0, more)
            while 0 < len(person.after) < MOST_ROLES and (more := self._find_later(person, self._ceiling(number))):
                person.after.append(more)

    def _find_earlier(self, person: NamedPerson, floor: int) -> Range | None:
        """Return the role before the first: a bare noun before «и», or one behind which is a comma or nothing."""
        first = person.before[0][0]
        end = skip_link_back(self.tokens, first)
        if "\n" in self.text[self.tokens.stops[end - 1] : self.tokens.starts[first]]:
            return None
        if end < first:
            place = extend_left(self.tokens, end - 1), end
            is_role = end > floor and is_role_noun(self.tokens.texts[end - 1]) and self._fits(place, person)
            if is_role or self.tokens.texts[end:first] != [","]:
                return place if is_role and self._is_like(place, person.before[0]) else None
        apart = person.cases - {"gent", "accs"}
        places = (place for place in find_before(self.tokens, end) if place[0] >= floor)
        longest = next((place for place in places if not apart.isdisjoint(self.read(place).cases)), None)
        is_apart = end < first or "gent" not in self.read(person.before[0]).cases
        is_like = longest and self._is_like(longest, person.before[0])
        return (extend_left(self.tokens, longest[0]), end) if longest and is_like and is_apart else None

    def _find_later(self, person: NamedPerson, ceiling: int) -> Range | None:
        """Return the role behind the last, after «и» or a comma."""
        last = person.after[-1]
        first = skip_link(self.tokens, last[1])
        place = find_after(self.tokens, first, ceiling) if last[1] < first < ceiling else None
        if place is None or place[1] == ceiling < len(self.tokens) or not self._is_like(place, last):
            return None
        following = self.tokens.texts[place[1] : place[1] + 2]
        goes_on = following[:1] == ["и"] and is_role_noun(following[-1])
        is_closed = self.tokens.texts[first - 1] != "," or goes_on or self._is_closed(place)
        return (extend_left(self.tokens, place[0]), place[1]) if is_closed and self._fits(place, person) else None

    def _is_like(self, one: Range, other: Range) -> bool:
        """Tell whether two roles can be of one person: both of one or both of many."""
        return self._is_of_many(one) == self._is_of_many(other)

    def share(self) -> None:
        """Give a plural role to all of a row: «депутаты Иванов и Петров», «Иванов и Петров, депутаты»."""
        for number in range(len(self.people) - 1):
            shared = [role for role in self.people[number].before if self._is_of_many(role)]
            if shared and not self.people[number + 1].before and self._is_row(number):
                self.people[number + 1].before = shared
        for number in range(len(self.people) - 1, 0, -1):
            shared = [role for role in self.people[number].after if self._is_of_many(role)]
            if shared and not self.people[number - 1].after and self._is_row(number - 1):
                self.people[number - 1].after = shared

    def mark_rows(self) -> None:
        """Mark the people who stand in a row."""
        for number in range(len(self.people) - 1):
            if self._is_row(number):
                self.people[number].is_in_row = self.people[number + 1].is_in_row = True

    def _is_row(self, number: int) -> bool:
        """Tell whether nothing but «и» or a comma stands between a person and the next."""
        between = self.tokens.texts[self.people[number].place[1] : self.people[number + 1].place[0]]
        return 0 < len(between) <= LONGEST_LINK and AND.issuperset(between)

    def _is_of_many(self, role: Range) -> bool:
        return self.read(role).is_plural and not is_one_of(self.tokens, role[0])

    def _fits(self, role: Range, person: NamedPerson) -> bool:
        """Tell whether a role can stand beside a name: in one case, or one of many, «одним из тренеров Зотовым»."""
        phrase = self.read(role)
        cases = phrase.cases if person.is_in_row else phrase.cases_of_one
        return not person.cases.isdisjoint(cases) or (phrase.is_plural and is_one_of(self.tokens, role[0]))

    def _is_beside(self, role: Range, person: NamedPerson) -> bool:
        """Tell whether no end of a line divides a role from the name behind it, unless its case agrees."""
        gap = self.text[self.tokens.stops[role[1] - 1] : person.span.start]
        return "\n" not in gap or (gap.count("\n") == 1 and person.cases != ALL_CASES)

    def _is_of_gender(self, role: Range, person: NamedPerson) -> bool:
        """Tell whether the noun of a role does not speak of the other gender."""
        genders = {slot.noun.gender for slot in self.read(role).slots}
        return not person.lemma.gender or not genders or not genders.isdisjoint((person.lemma.gender, "ms-f"))

    def _is_of_other(self, role: Range, person: NamedPerson) -> bool:
        """Tell whether the role is that of somebody's relative: «дочь президента Иванку Трамп»."""
        cases = self.read(role).cases
        is_doubtful = person.cases == ALL_CASES and not self._is_of_gender(role, person)
        if "gent" not in cases or ("gent" in person.cases and not is_doubtful):
            return False
        place = role[0] - 1
        while place > 0 and any(found.pos in ("ADJF", "PRTF") for found in parse(self.tokens.texts[place])):
            place -= 1
        nouns = read_person_noun(self.tokens.texts[place]) if place >= 0 else []
        return any(
            found.case in person.cases - {"gent"} and found.gender in (person.lemma.gender or found.gender, "ms-f")
            for found in nouns
        )

    def _goes_on(self, role: Range) -> bool:
        """Tell whether a name follows, whose role it is: «близкому другу Месси, футболисту Лукасу»."""
        following = self.tokens.texts[role[1] : role[1] + 1]
        is_name = any(word[:1].isupper() and word[1:].islower() for word in following)
        return is_name and "\n" not in self.text[self.tokens.stops[role[1] - 1] : self.tokens.starts[role[1]]]

    def _complete(self, role: Range) -> Range:
        """Return the role with the name that depends on it: «Бокова, первый заместитель Клишаса»."""
        place = bisect_left(self.people, role[1], key=lambda person: person.place[0])
        other = self.people[place] if place < len(self.people) else None
        depends = other and other.place[0] == role[1] and "gent" in other.cases
        if other and depends and self.read(role).cases.isdisjoint(other.cases):
            return role[0], other.place[1]
        return role

    def write(self, person: NamedPerson) -> tuple[FoundRole, ...]:
        """Return the roles of a person with their normal forms."""
        return tuple(self._write(place, person) for place in (*person.before, *person.after))

    def _write(self, place: Range, person: NamedPerson) -> FoundRole:
        start, stop = self.offsets(place)
        return FoundRole(start, stop, lemmatize_role(self.text[start:stop], person.cases, person.lemma.gender))
