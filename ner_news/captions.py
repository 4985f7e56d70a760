"""The words of plots and displays in English and Russian, and the one place that says which of the two is spoken."""

import re
from collections.abc import Mapping

from ner_news.errors import OptionError

LANGUAGES = ("en", "ru")

_chosen = {"lang": "en"}

LABEL_WORDS = {
    "PER": ("person", "people"),
    "ORG": ("organization", "organizations"),
    "LOC": ("place", "places"),
    "DATE": ("date", "dates"),
}
"""Labels in words, one and many."""

RUSSIAN: Mapping[str, str] = {
    "{names} by mentions": "{names} по числу упоминаний",
    "no {names}": "не найдены {names}",
    "{shown} of {all_of_them} {what}": "показано {shown} из {all_of_them}: {what}",
    "{names} that documents name together": "{names}, названные вместе",
    "Documents of a name": "Документы по именам",
    "Documents that name {names}": "Документы, где названы {names}",
    "no document with {names} and a time of publication": "нет документов с временем публикации, где названы {names}",
    "the tallest bar: {count} in a {period}": "самый высокий столбик: {count} за {period}",
    "documents without a time of publication not counted": "документы без времени публикации не учтены",
    "mentions a {period}": "упоминания за {period}",
    "Dates mentioned": "Упомянутые даты",
    "{count} open or without a year": "{count} открытых или без года",
    "{count} longer than a {period}": "{count} длиннее, чем на {period}",
    "{count} before {month}": "{count} до {month}",
    "{count} after {month}": "{count} после {month}",
    "not shown: {notes}": "не показано: {notes}",
    "Places by country": "Места по странам",
    "{count} mentions of places without a known country not shown": "без известной страны, не показано: {count}",
    "{count}  in {others} others": "{count}  ещё в странах: {others}",
    "names": "имена",
    "people": "люди",
    "organizations": "организации",
    "places": "места",
    "dates": "даты",
    "pairs of these": "пары этих имён",
    "day": "день",
    "week": "неделю",
    "month": "месяц",
    "year": "год",
    "decade": "десятилетие",
    "century": "век",
    "mentions": "упоминания",
    "documents": "документы",
    "{names} that documents name with {entity}": "{names} в документах, где есть {entity}",
    "person": "человек",
    "organization": "организация",
    "place": "место",
    "date": "дата",
    "an empty text": "пустой текст",
    "no names or dates": "имён и дат нет",
    "no names": "имён нет",
    "more characters": "ещё знаки",
    "and {count} more": "и ещё {count}",
    "and {count} more {names}": "и ещё {count}: {names}",
    "published {first}": "опубликованы {first}",
    "published {first} to {last}": "опубликованы с {first} по {last}",
    "documents a {period}": "документы за {period}",
    "value or entity": "значение или сущность",
    "label": "метка",
    "text": "текст",
    "id": "id",
    "also": "также",
    "start": "начало",
    "stop": "конец",
    "lemma": "нормальная форма",
    "entity": "сущность",
    "score": "уверенность",
    "first": "имя",
    "last": "фамилия",
    "patronymic": "отчество",
    "nickname": "прозвище",
    "initials": "инициалы",
    "gender": "род",
    "legal_form": "правовая форма",
    "country": "страна",
    "kind": "вид",
    "value": "значение",
    "grain": "единица",
    "interval_start": "начало срока",
    "interval_end": "конец срока",
    "mod": "часть",
    "anchor": "опора",
    "zone": "часовой пояс",
    "recurs": "повторяется",
    "roles": "роли",
}
"""Templates and words: labels in the nominative plural, units of time in the accusative, as they stand after «за»."""

MONTHS = dict(
    zip(
        "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(),
        "янв фев мар апр май июн июл авг сен окт ноя дек".split(),
        strict=True,
    )
)


def set_language(lang: str) -> None:
    """Let displays and plots of this process speak `"en"`, as they do at first, or `"ru"`; `OptionError` for others.

    >>> set_language("ru")
    >>> Captions().write("people")
    'люди'
    >>> set_language("en")
    """
    _chosen["lang"] = Captions(lang).lang


class Captions:
    """The captions of one language, of `LANGUAGES`, or of that of `set_language`; `OptionError` for another.

    >>> Captions("ru").write("Documents that name {names}", names="people")
    'Документы, где названы люди'
    """

    def __init__(self, lang: str | None = None) -> None:
        lang = _chosen["lang"] if lang is None else lang
        if lang not in LANGUAGES:
            raise OptionError("lang", lang, LANGUAGES)
        self.lang = lang

    def write(self, template: str, **values: str | int) -> str:
        """Return the template with its values, both in the language."""
        words = {name: self.format_number(value) if isinstance(value, int) else self._say(value)
                 for name, value in values.items()}  # fmt: skip
        return self._say(template).format_map(words)

    def title(self, template: str, **values: str | int) -> str:
        """Return the same with a capital letter."""
        written = self.write(template, **values)
        return written[:1].upper() + written[1:]

    def format_number(self, number: float) -> str:
        """Return a number with its thousands apart."""
        return f"{number:,.0f}" if self.lang == "en" else f"{number:,.0f}".replace(",", "\u00a0")

    def count(self, number: int, one: str, many: str) -> str:
        """Return a number of things; Russian has it behind them, so that none is declined.

        >>> Captions("en").count(1, "person", "people"), Captions("ru").count(5, "person", "people")
        ('1 person', 'люди: 5')
        """
        if self.lang == "ru":
            return f"{self._say(many)}: {self.format_number(number)}"
        return f"{self.format_number(number)} {one if number == 1 else many}"

    def count_label(self, number: int, label: str) -> str:
        """Return a number of spans or entities of a label."""
        return self.count(number, *LABEL_WORDS[label])

    def note_share(self, shown: int, all_of_them: int, what: str) -> list[str]:
        """Return a note that not all are shown, if so.

        >>> Captions("en").note_share(20, 10_000, "names"), Captions("ru").note_share(3, 3, "names")
        (['20 of 10,000 names'], [])
        """
        if shown >= all_of_them:
            return []
        return [self.write("{shown} of {all_of_them} {what}", shown=shown, all_of_them=all_of_them, what=what)]

    def translate_months(self, text: str) -> str:
        """Return the text with English names of months, as matplotlib writes them, in the language."""
        for english, russian in MONTHS.items() if self.lang == "ru" else ():
            text = re.sub(rf"(\d{{4}})-{english}$", rf"{russian} \1", text).replace(english, russian)
        return text

    def _say(self, words: str) -> str:
        return RUSSIAN.get(words, words) if self.lang == "ru" else words


def describe_label(label: str | None) -> str:
    """Return the English word for many of a label, «people», and «names» without a label."""
    return "names" if label is None else LABEL_WORDS[label][1]
