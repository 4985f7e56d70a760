"""Slots for organizations: bare, in quotes, behind a head word or a legal form, of a country."""

from random import Random

from ner_news.training.sentence_frames.declension import decline_body, decline_phrase
from ner_news.training.sentence_frames.pieces import FULL, INNER, MARKED, NAMES, Mark, Piece, bare, headed
from ner_news.training.sentence_frames.word_lists import read_words

_LEGAL_FORMS = ("ООО", "ООО", "АО", "ПАО", "ЗАО", "ОАО", "ГУП", "МУП", "НКО", "ФГУП")
_HEADS = {
    "companies": ("компания", "корпорация", "холдинг", "фирма", "концерн", "группа"),
    "parties": ("партия", "движение"),
    "media": ("газета", "издание", "телеканал", "журнал"),
    "clubs": ("клуб", "команда"),
    "works": ("завод", "предприятие", "комбинат"),
}


def draw_quoted(random: Random, words: str) -> Piece:
    """Return a name of a list in quotes; one in Latin letters has them half the time."""
    return headed("", _quote(random, words), "ORG")


def draw_headed(random: Random, words: str, case: str) -> Piece:
    """Return a name in quotes behind a common noun («партия «Родина»»)."""
    return headed(f"{decline_phrase(random.choice(_HEADS[words]), case)} ", _quote(random, words), "ORG")


def draw_legal(random: Random) -> Piece:
    """Return a company behind its legal form, with quotes or without."""
    name = random.choice([each for each in read_words("companies") if not each.isascii()])
    return headed(f"{random.choice(_LEGAL_FORMS)} ", random.choice((f"«{name}»", name)), "ORG")


def draw_bare(random: Random, words: str) -> Piece:
    """Return a name of a list as it stands there."""
    return bare(random.choice(read_words(words)), "ORG")


def draw_state_body(random: Random, case: str) -> Piece:
    """Return a body of a country («Минюст Польши»): one name, which holds both."""
    body = decline_body(random.choice(read_words("state_bodies")), case)
    country = decline_phrase(random.choice(read_words("countries")), "gent")
    text = f"{body} {country}"
    inner = (Mark(INNER, 0, len(body), "ORG"), Mark(INNER, len(body) + 1, len(text), "LOC"))
    outer = (Mark(FULL, 0, len(text), "ORG"), Mark(MARKED, 0, len(text), "NAME"))
    return Piece(text, (*outer, *inner), frozenset((NAMES,)))


def _quote(random: Random, words: str) -> str:
    name = random.choice(read_words(words))
    return name if name.isascii() and random.random() < 1 / 2 else f"«{name}»"
