"""Templates and their slots: `{PER:datv}` is somebody in the dative, `<рад|рада>` agrees, `(да|нет)` is drawn.

A slot is a kind, then its variant, then its case: `{FULL.femn:accs}`, `{MEDIA.headed:loct}`, `{ACR}`. `[США|LOC]` is a
name as it stands.
"""

import re
from collections.abc import Callable, Mapping
from random import Random

from ner_news.training.sentence_frames import organization_slots as organizations
from ner_news.training.sentence_frames import people_slots as people
from ner_news.training.sentence_frames import place_slots as places
from ner_news.training.sentence_frames.declension import decline_being, decline_phrase
from ner_news.training.sentence_frames.pieces import Piece, bare, join
from ner_news.training.sentence_frames.word_lists import read_words

_PARTS = re.compile(
    r"\{(?P<kind>[A-Z]+)(?:\.(?P<variant>[a-z]+))?(?::(?P<case>[a-z]{4}))?\}"
    r"|\[(?P<name>[^\]|]+)\|(?P<label>[A-Z]+)\]"
    r"|<(?P<he>[^<>|]*)\|(?P<she>[^<>|]*)>"
    r"|\((?P<drawn>[^()]*\|[^()]*)\)"
)
_PREPOSITIONS = (
    ("о", "б ", r"[АОЭИУаоэиу]"),
    ("в", "о ", r"[ВФвф][^АОЭИУЕЁЮЯЫаоэиуеёюяы]"),
    ("с", "о ", r"[СЗШЖсзшж][^АОЭИУЕЁЮЯЫаоэиуеёюяы.]"),
)
_LISTS = {"COMPANY": "companies", "PARTY": "parties", "MEDIA": "media", "CLUB": "clubs", "WORKS": "works"}
_MISTER = {"nomn": "г-н", "gent": "г-на", "datv": "г-ну", "accs": "г-на", "ablt": "г-ном", "loct": "г-не"}
_MISSIS = {"nomn": "г-жа", "gent": "г-жи", "datv": "г-же", "accs": "г-жу", "ablt": "г-жой", "loct": "г-же"}

_PLACES: Mapping[str, Callable[[Random, str], Piece]] = {
    "TOWN": places.draw_town,
    "REGION": places.draw_region,
    "REGIONS": places.draw_shared_regions,
    "STREET": places.draw_street,
    "SHORTSTREET": places.draw_short_street,
    "FACILITY": places.draw_facility,
    "AIRPORT": lambda random, _: places.draw_facility_name(random),
    "RIVER": lambda random, case: _decline_one(random, "rivers", case),
    "COUNTRY": lambda random, case: _decline_one(random, "countries", case),
}
_OTHERS: Mapping[str, Callable[[Random, str], Piece]] = {
    "ACR": lambda random, _: organizations.draw_bare(random, "acronyms"),
    "DOTTED": lambda random, _: organizations.draw_bare(random, "dotted"),
    "LEGAL": lambda random, _: organizations.draw_legal(random),
    "BODY": organizations.draw_state_body,
    "NOUN": people.draw_noun_surname,
    "ROLE": lambda random, case: Piece(decline_being(random.choice(read_words("roles")), case)),
    "THING": lambda random, case: Piece(decline_phrase(random.choice(read_words("things")), case)),
    "SHORT": lambda random, _: Piece(random.choice(read_words("short_titles"))),
    "MISTER": lambda _, case: Piece(_MISTER[case]),
    "MISSIS": lambda _, case: Piece(_MISSIS[case]),
}
_KINDS = {**_PLACES, **_OTHERS}


def fill_template(random: Random, template: str) -> Piece:
    """Return a sentence made of a template; its first letter is a capital.

    >>> fill_template(Random(1), "<Рад|Рада> [Уфа|LOC].").text
    'Рад Уфа.'
    """
    pieces, position, gender = [], 0, ["masc"]
    for found in _PARTS.finditer(template):
        filled = _fill_part(random, found, gender)
        pieces += [Piece(_fit_preposition(template[position : found.start()], filled.text)), filled]
        position = found.end()
    sentence = join([*pieces, Piece(template[position:])])
    return sentence._replace(text=sentence.text[:1].upper() + sentence.text[1:])


def _fit_preposition(before: str, name: str) -> str:
    """Return the words before a name, their preposition as the name wants it: «о» «в» «с», or «об», «во», «со»."""
    for form, longer, start in _PREPOSITIONS:
        if re.search(rf"\b{form} $", before, re.IGNORECASE) and re.match(start, name):
            return before[:-1] + longer
    return before


def _fill_part(random: Random, part: re.Match[str], gender: list[str]) -> Piece:
    if part["name"]:
        return bare(part["name"], part["label"])
    if part["drawn"]:
        return Piece(random.choice(part["drawn"].split("|")))
    if part["kind"]:
        return _fill_slot(random, part, gender)
    return Piece(part["he"] if gender[0] == "masc" else part["she"])


def _fill_slot(random: Random, part: re.Match[str], gender: list[str]) -> Piece:
    kind, variant, case = part["kind"], part["variant"] or "", part["case"] or "nomn"
    if kind in _KINDS:
        if kind in ("NOUN", "ROLE", "MISTER", "MISSIS"):
            gender[:] = ["femn" if kind == "MISSIS" else "masc"]
        return _KINDS[kind](random, case)
    if kind in _LISTS:
        return _fill_organization(random, _LISTS[kind], variant, case)
    return _fill_person(random, kind, variant, (case, gender))


def _fill_organization(random: Random, words: str, variant: str, case: str) -> Piece:
    if variant == "headed":
        return organizations.draw_headed(random, words, case)
    draw = organizations.draw_bare if variant == "bare" else organizations.draw_quoted
    return draw(random, words)


def _fill_person(random: Random, kind: str, variant: str, told: tuple[str, list[str]]) -> Piece:
    """Return somebody, whose gender words behind agree with where the case is the nominative."""
    case, gender = told
    shape = random.choice(people.PERSON_SHAPES) if kind == "PER" else kind
    if shape == "EAST":
        piece, owner = people.draw_eastern(random, variant)
    elif shape == "TURK":
        piece, owner = people.draw_turkic(random, variant, case)
    elif shape == "NOUN":
        piece, owner = people.draw_noun_surname(random, case), "masc"
    else:
        person = people.draw_person(random, variant)
        piece, owner = people.write_person(random, shape, person, case), person.gender
    if case == "nomn":
        gender[:] = [owner]
    return piece


def _decline_one(random: Random, words: str, case: str) -> Piece:
    return bare(decline_phrase(random.choice(read_words(words)), case), "LOC")
