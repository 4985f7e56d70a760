"""`segment` gives razdel's tokens and sentences, whatever the text."""

import pickle
import re
import sys
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise

import pytest
import razdel
from hypothesis import example, given, settings
from hypothesis import strategies as st
from razdel.segmenters.tokenize import ATOM, PUNCTS

from ner_news import segment
from ner_news.segment import Sentence, Tokens, find_sentences, sentenize, tokenize

# Tokens end at «|» and at white space.
TOKEN_CASES = [
    "",
    "   \n\t ",
    "Москва",
    " \n Москва \n",
    "Лидеры ОДКБ обсудили безопасность|.",
    "Встреча прошла 16-09-2021, 16|:|02|.",
    "Встреча прошла 16-09-2021|, в Душанбе|.",
    "г|. Москва|, ул|. Ленина|, д|. 5|, стр|. 1|.",
    "А|. В|. Петров и А|.|В|.|Петров",
    "банки|, биржи и т|.|д|.|, и т|. п|.",
    "счёт 2|:|1|, рост 1,5|% за 2021-й год",
    "от 5,5 до 6.75, 1/2 и 3\\4",
    "5, 6 и 5. 6 и 5/ 6",
    "5 ,6 и 5  .6 и а ,|6",
    "а- б и а -б|, а — б и а  -5",
    "( -|5 и -5",
    "кто|-|(|то|)",
    "Нью-Йорк|, Ростов-на-Дону|, 1996–1999 гг|.",
    "snake_case _а _б",
    "«|Газпром|» и „|Сбер|“ и \"|ВТБ|\" и '|Х|'",
    "Стой|... Кто идёт|?! А|…?",
    "ура :) ура ;)))|) ура =( ура :|-|) ура",
    "Меркель|:|:|Макрон|=)",
    "**|жирно|** ***|очень|*** и -- и ---|да",
    "https|:|/|/|lenta|.|ru|/|news|/|2021/09/16|/|odkb|/",
    "почта ivanov|@|mail|.|ru|, #|ОДКБ|2021",
    "№|5|, §|5, 5|°|, °C|, 5|кг|, 25|€",
    "i|Фон|, X|5 и X|бокс",
    "замо́к за́мок Київ ґанок",
    "победа🎉 🎉🎉 5|🎉",
    "中国 и 中国а",
    "yahoo! и Yahoo!|: yahoo!?! и my-yahoo! и myyahoo|!",
    "\ufeffМосква\u200b и \x00 и \ud800а и 5|\udc00",
    "а\u00a0-б и\u2028в\x1cг\x85д",
]

# Sentences end at «|» and at the end of the text.
SENTENCE_CASES = [
    "Лидеры обсудили безопасность.| Они подписали документы.",
    "  Приехал А. В. Петров.|\n\nВстретили.  ",
    "Живёт в г. Москве на ул. Ленина.| Банки, биржи и т.д. закрыты.",
    "Рост 1.5 процента.Без пробела.| С пробелом.",
    "«Кто идёт?»| Никто.| — «Да», — сказал он.",
    "Кто?!| Никто...| Да; нет.",
    "8.1. Пункт первый.| 2). Пункт второй.",
    "Ура :)| Победа.",
    "Заголовок\n\nБез точки",
]

# Repeated to a megabyte: the number of tokens and of sentences. razdel takes half a minute for some of them.
LONG_CASES = [
    ("а", 1, 1),
    ("中", 1, 1),
    ("а-", 2, 1),
    ("1.", 2, 1),
    (".", 1, 1),
    ("=", 1_000_000, 1),
    (" ", 0, 0),
    ("а ", 500_000, 1),
    ("а.", 1_000_000, 1),
    ("А, ", 666_667, 1),
]

CHARACTERS = "абвАБёabxK0123٣°Δґ\u0301中🎉\u200b\ufeff\x00\ud800\u1c80\u017f     \n\t\u00a0\u2028\x1c" + PUNCTS
WORDS = ["yahoo", "т.д.", "т. е. ", "А. В. ", "г. ", "IV.", "8.1. ", "1,5", "2:1"]
SIGNS = [":)", "=((", ";-)", "--", "**", "...", "?!", ",\n", " -", "- ", " - ", ". ", " ."]
HARD_TEXTS = st.lists(st.sampled_from([*CHARACTERS, *WORDS, *SIGNS])).map("".join)
NARROW_TEXTS = st.text(st.sampled_from("а1σ -,.:)!"), max_size=12)
ANY_TEXTS = st.text(st.characters(exclude_categories=()))

fuzzed = settings(derandomize=True, database=None, deadline=None, max_examples=1500)


def draw_tokens(text: str, tokens: Tokens) -> str:
    """The text with «|» between tokens that touch."""
    touching = [start for start, stop in zip(tokens.starts[1:], tokens.stops, strict=False) if start == stop]
    return draw(text, touching)


def draw_sentences(text: str, sentences: list[Sentence]) -> str:
    """The text with «|» between sentences."""
    return draw(text, [sentence.stop for sentence in sentences[:-1]])


def draw(text: str, places: list[int]) -> str:
    edges = [0, *places, len(text)]
    return "|".join(text[start:stop] for start, stop in pairwise(edges))


def assert_same_as_razdel(text: str) -> None:
    tokens = tokenize(text)
    wanted = [(token.start, token.stop, token.text) for token in razdel.tokenize(text)]
    assert list(zip(tokens.starts, tokens.stops, tokens.texts, strict=True)) == wanted
    sentences = sentenize(text, tokens)
    # razdel finds one empty sentence in an empty text
    assert [sentence[:2] for sentence in sentences] == [
        (sentence.start, sentence.stop) for sentence in razdel.sentenize(text) if sentence.text
    ]
    assert_every_token_in_one_sentence(tokens, sentences)


def assert_every_token_in_one_sentence(tokens: Tokens, sentences: list[Sentence]) -> None:
    inside = [range(sentence.first, sentence.last) for sentence in sentences]
    assert [index for indexes in inside for index in indexes] == list(range(len(tokens)))
    for sentence in sentences:
        assert tokens.starts[sentence.first] == sentence.start
        assert tokens.stops[sentence.last - 1] == sentence.stop


@pytest.mark.parametrize("case", TOKEN_CASES)
def test_tokens_are_as_drawn(case: str) -> None:
    text = case.replace("|", "")
    assert draw_tokens(text, tokenize(text)) == case


@pytest.mark.parametrize("case", SENTENCE_CASES)
def test_sentences_are_as_drawn(case: str) -> None:
    text = case.replace("|", "")
    assert draw_sentences(text, sentenize(text, tokenize(text))) == case


@pytest.mark.parametrize("case", [*TOKEN_CASES, *SENTENCE_CASES])
def test_cases_are_as_razdel_has_them(case: str) -> None:
    assert_same_as_razdel(case.replace("|", ""))


def test_gold_texts_are_as_razdel_has_them(gold_texts: list[str]) -> None:
    for text in gold_texts:
        assert_same_as_razdel(text)


@fuzzed
@given(HARD_TEXTS)
def test_hard_texts_are_as_razdel_has_them(text: str) -> None:
    assert_same_as_razdel(text)


@fuzzed
@given(NARROW_TEXTS)
def test_a_few_signs_in_any_order_are_as_razdel_has_them(text: str) -> None:
    assert_same_as_razdel(text)


@fuzzed
@given(ANY_TEXTS)
@example("\ud83d\ude00 \udfff")
def test_any_text_is_as_razdel_has_it(text: str) -> None:
    assert_same_as_razdel(text)


@pytest.mark.parametrize(
    ("kind", "characters"),
    [
        ("RU", f"[{segment.RUSSIAN}]"),
        ("LAT", f"[{segment.LATIN}]"),
        ("INT", r"\d"),
        ("PUNCT", f"[{segment.SIGN}]"),
        ("OTHER", segment.OTHER),
    ],
    ids=["Russian", "Latin", "digit", "sign", "other"],
)
def test_every_character_is_of_the_kind_razdel_takes_it_for(kind: str, characters: str) -> None:
    every = "".join(map(chr, range(sys.maxunicode + 1)))
    wanted = "".join(match[0] for match in ATOM.finditer(every) if match.lastgroup == kind)
    assert "".join(re.findall(characters, every)) == wanted


@pytest.mark.parametrize(("unit", "token_count", "sentence_count"), LONG_CASES)
def test_a_megabyte_in_one_line_is_read(unit: str, token_count: int, sentence_count: int) -> None:
    text = (unit * 1_000_000)[:1_000_000]
    tokens = tokenize(text)
    assert (len(tokens), len(sentenize(text, tokens))) == (token_count, sentence_count)


@pytest.mark.parametrize("unit", [unit for unit, _, _ in LONG_CASES])
def test_long_repetitions_are_as_razdel_has_them(unit: str) -> None:
    assert_same_as_razdel(unit * 3000)


def test_threads_get_the_answers_of_one() -> None:
    texts = [case.replace("|", "") for case in TOKEN_CASES] * 20
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(tokenize, texts)) == [tokenize(text) for text in texts]


def test_tokens_and_sentences_travel_between_processes() -> None:
    tokens = tokenize("Приехал А. В. Петров. Встретили.")
    sentences = sentenize("Приехал А. В. Петров. Встретили.", tokens)
    assert pickle.loads(pickle.dumps((tokens, sentences))) == (tokens, sentences)


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Икону нашли\n\nОна цела.", ["Икону нашли", "Она цела."]),
        ("Икону нашли \r\n \r\n\r\nОна цела. Всё.", ["Икону нашли", "Она цела.", "Всё."]),
        ("Президент\nТувы приехал.", ["Президент\nТувы приехал."]),
        (" \n\n ", []),
        ("\n\nДа\n\n", ["Да"]),
    ],
)
def test_an_empty_line_ends_a_sentence(text: str, sentences: list[str]) -> None:
    assert [text[start:stop] for start, stop in find_sentences(text)] == sentences
