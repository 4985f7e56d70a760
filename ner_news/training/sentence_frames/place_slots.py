"""Slots for places: towns, rivers, regions, streets and what people build."""

from random import Random

from ner_news.training.sentence_frames.declension import decline_adjective, decline_phrase, noun_reading
from ner_news.training.sentence_frames.pieces import FULL, MARKED, NAMES, Mark, Piece, bare, headed, whole
from ner_news.training.sentence_frames.word_lists import read_lines, read_rows, read_words

_STREET_HEADS = (
    "улица",
    "улица",
    "улица",
    "проспект",
    "площадь",
    "бульвар",
    "переулок",
    "шоссе",
    "набережная",
    "проезд",
)
_SHORT_HEADS = (
    ("ул.", "femn"),
    ("ул.", "femn"),
    ("пр.", "masc"),
    ("пр-т", "masc"),
    ("просп.", "masc"),
    ("пл.", "femn"),
    ("пер.", "masc"),
    ("б-р", "masc"),
    ("наб.", "femn"),
    ("ш.", "neut"),
)


def draw_town(random: Random, case: str) -> Piece:
    """Return a town in a case, one in three of two words or plural."""
    several = random.random() < 1 / 3
    return bare(
        decline_phrase(random.choice(read_lines("plural_towns") if several else read_words("towns")), case), "LOC"
    )


def draw_region(random: Random, case: str) -> Piece:
    """Return a region with its head («Томская область»)."""
    name = random.choice(read_words("regions"))
    return bare(f"{decline_adjective(name, 'femn', case)} {decline_phrase('область', case)}", "LOC")


def draw_shared_regions(random: Random, case: str) -> Piece:
    """Return two regions with one head: the first name ends before it, the second with it."""
    one, other = (decline_adjective(each, "femn", case) for each in random.sample(read_words("regions"), 2))
    text = f"{one} и {other} {decline_phrase('области', case)}"
    spans = ((0, len(one)), (len(one) + 3, len(text)))
    marks = tuple(Mark(layer, *span, "LOC") for layer in (FULL, NAMES) for span in spans)
    return Piece(text, marks, frozenset((MARKED,)))


def draw_street(random: Random, case: str) -> Piece:
    """Return a street: its head word, written out, and an adjective, a person or a thing in the genitive."""
    head = random.choice(_STREET_HEADS)
    if random.random() < 1 / 3:
        return _street_of_adjective(random, decline_phrase(head, case), _gender(head), case)
    return _street_of_genitive(random, decline_phrase(head, case))


def draw_short_street(random: Random, case: str) -> Piece:
    """Return a street with an abbreviated head («ул. Чехова»)."""
    head, gender = random.choice(_SHORT_HEADS)
    if random.random() < 1 / 3:
        adjective = decline_adjective(random.choice(read_words("street_adjectives")).split()[-1], gender, case)
        return whole(f"{head} {adjective}", "LOC")
    return _street_of_genitive(random, head)


def draw_facility(random: Random, case: str) -> Piece:
    """Return a bridge, a station, an airport, a palace …"""
    return random.choice((_adjective_facility, _named_facility, _named_facility, _person_facility))(random, case)


def draw_facility_name(random: Random) -> Piece:
    """Return an airport's name alone, of those that have no cases («из Внуково»)."""
    names = [name for head, name in read_rows("facility_names") if head == "аэропорт" and name.endswith("о")]
    return bare(random.choice(names), "LOC")


def _gender(head: str) -> str:
    reading = noun_reading(head)
    return reading.gender if reading else "femn"  # «АЭС» is a «станция»


def _street_of_adjective(random: Random, head: str, gender: str, case: str) -> Piece:
    words = random.choice(read_words("street_adjectives")).split(" ")
    adjectives = " ".join(decline_adjective(word, gender, case) for word in words)
    return whole(random.choice((f"{adjectives} {head}", f"{adjectives} {head}", f"{head} {adjectives}")), "LOC")


def _street_of_genitive(random: Random, head: str) -> Piece:
    if random.random() < 1 / 3:
        return whole(f"{head} {random.choice(read_words('street_nouns'))}", "LOC")
    if random.random() < 1 / 2:
        return _of_person(head, *random.choice(read_rows("street_people")))
    surname = random.choice(read_words("street_surnames"))
    return _of_person(head, surname, surname)


def _of_person(head: str, title_and_name: str, person: str) -> Piece:
    text = f"{head} {title_and_name}"
    return whole(text, "LOC", ((len(text) - len(person), len(text), "PER"),) if person else ())


def _adjective_facility(random: Random, case: str) -> Piece:
    name, head = random.choice(read_rows("facility_adjectives"))
    return whole(f"{decline_adjective(name, _gender(head), case)} {decline_phrase(head, case)}", "LOC")


def _named_facility(random: Random, case: str) -> Piece:
    head, name = random.choice(read_rows("facility_names"))
    subway = " метро" if head == "станция" and name[0] == "«" else ""
    return headed(f"{decline_phrase(head, case)}{subway} ", name, "LOC")


def _person_facility(random: Random, case: str) -> Piece:
    head, title_and_name, person = random.choice(read_rows("facility_people"))
    return _of_person(decline_phrase(head, case), title_and_name, person)
