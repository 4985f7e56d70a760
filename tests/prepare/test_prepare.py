"""Cases of noise, each with what is meant by it; and that nothing else is touched."""

import html.parser
import random
import re
import unicodedata
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ner_news.prepare import Clean, prepare
from ner_news.prepare.clean import Edit, apply_edits, replace_text
from ner_news.prepare.link_addresses import LinkAddresses
from ner_news.prepare.steps import detect_format
from ner_news.prepare.wrapping import with_lines_joined
from tests.fuzz.texts import ARTICLE, TEXTS
from tests.soundness import assert_leads_back
from tests.steps import steps

UNICODE = {
    "Мос\u00adквa\u200b": "Москва",
    "Рах\u00ad\nмон": "Рахмон",
    "\ufeffА\x00Б\x07": "АБ",
    "Рахмо\u0301н, Рахмо\u0300н, мѐл, Ѝ": "Рахмон, Рахмон, мел, И",
    "и\u0306 е\u0308 И\u0306 Е\u0308 й Й ё Ё": "й ё Й Ё й Й ё Ё",
    "е\u0301\u0308 ё\u0301 й\u0301": "ё ё й",
    "т\u0336е\u0336": "те",
    "Faberge\u0301, Müller": "Fabergé, Müller",
    "К\u0456\u0308в, Дзю\u0306ба": "К\u0457в, Дзюба",
    "а\u00a0б\u2009в\u202fг\u3000д": "а б в г д",
    "а\r\nб\rв": "а\nб\nв",
    "а  б \t в": "а б в",
    "\u201fА\u201f Нью\u2011Йорк 5\u22123 \u2015 2\u20124": '"А" Нью-Йорк 5-3 — 2–4',
    "\x93А\x94 \x97": "“А” —",
    "ﬁлиал ﬀ Ⅻ Ｍ 𝐁": "fiлиал ff XII M B",
    "Poccия, cовет, Мoсквы, POCCИЯ": "Россия, совет, Москвы, РОССИЯ",
    "СОVID, Тrump, Мicrosoft": "COVID, Trump, Microsoft",
    "ёL, Citroёn": "ёL, Citroёn",  # found by fuzzing: the ё became ë
    "ХХI век, XХ": "XXI век, XX",
    "Кiев, всë, Zащитник, Vоенкор": "Кіев, всё, Zащитник, Vоенкор",
    "c Рахмоном, o Москве. B Минске": "с Рахмоном, о Москве. В Минске",
    "A. B. Петров, A.B.Петров": "А. В. Петров, А.В.Петров",
    "🇷🇺Россия❤️Путин": " Россия Путин",
    "\ud800Москва\udc00": " Москва ",
}
CLEAN = (
    "",
    "Обычный текст: «Ёлка», йод — 5 %, «А. В. Петров».",
    "витамин C и D, план B, гепатит B",
    "iPhone, Google и HBO; Donald Trump",
    "🔴 Путин №5, 5°C, §2, 10 000 ₽, x² и ½",
    "snake_case, **жирно**, [скобки](https://example.org), <b>, &nbsp;",
    "Строка\n\nи ещё одна\tстрока",
    "О’Нил",
    "Київ, Ґанок, Ђоковић",
    "北京",
)
MARKDOWN = {
    "# Визит #\nДа": "Визит\nДа",
    "Визит\n=====\nДа": "Визит\n\nДа",
    "> - **Эмомали** *Рах*мона": "Эмомали Рахмона",
    '[там](https://a.b/c_(d) "e") ![Киев](x.png) [Минск][1] [так]': "там Киев Минск [так]",
    "[a [b]](c)": "a [b]",
    "[1]: https://x.y\nДа": "\nДа",
    "`код` ~~нет~~ ||да||": "код нет да",
    "snake_case 5*3 2 * 2 Meta* \\*да\\*": "snake_case 5*3 2 * 2 Meta *да*",
    "```python\nкод\n```": "\nкод\n",
    "__Да__ и _нет_": "Да и нет",
}
HTML = {
    "<p>Эмомали\n  <b>Рах</b>мон</p><p>Да": "\nЭмомали Рахмон\n\nДа",
    "<script>var a='<p>Москва</p>';</script><style>b{}</style>Да<!-- Киев -->": "Да",
    "&laquo;А&raquo;&nbsp;&#1040;&#x410;&amp;lt; &copy; &нет; &": "«А» АА&lt; © &нет; &",
    "Рахмон<sup>1</sup>": "Рахмон 1 ",
    "<b>Да</b>\n\nнет": "Да\n\nнет",
    "<pre>а\n б</pre>": "\nа\n б\n",
    "<item><![CDATA[<p>Путин</p>]]></item>": "\n\nПутин\n\n",
    "а < б <Газпром> 2<3": "а < б <Газпром> 2<3",
    "Да <b": "Да ",
    "Да<!-- нет": "Да",
    "<![if !IE]>Да<![endif]>": "Да",
    "<td>Москва</td><td>Киев</td>": "\nМосква\n\nКиев\n",
    "<a title='&#" + "1" * 5000 + "; >'>Киев</a>": "Киев",
}
FORMATS = {
    "Да": "text",
    "2 < 3, a*b*c, #ОДКБ, 5 * 5 * 5": "text",
    "<p>Да": "html",
    "Да<br/>нет": "html",
    "Да &laquo;нет&raquo;": "html",
    "<Газпром>": "text",
    "**Да**": "markdown",
    "[да](https://example.org)": "markdown",
    "# Да": "markdown",
    "** Да **": "text",
    "[да](нет)": "text",
}

fuzzed = settings(derandomize=True, max_examples=500, deadline=None, database=None)


@pytest.mark.parametrize(("source", "meant"), UNICODE.items())
def test_characters_are_read_as_meant(source: str, meant: str) -> None:
    clean = prepare(source)
    assert clean.text == meant
    assert_leads_back(clean)


@pytest.mark.parametrize("text", [*CLEAN, ARTICLE[: ARTICLE.index("\n", 300)]])
def test_clean_text_stays_the_very_same(text: str) -> None:
    assert prepare(text) == Clean(text, text)


def test_gold_texts_change_only_where_they_are_noisy(gold_texts: list[str]) -> None:
    plain = [text for text in gold_texts if not set("\u00a0\r\u00ad\ufeff\t") & set(text) and "  " not in text]
    changed = [text for text in plain if prepare(text).text != text]
    assert len(plain) > 500
    assert len(changed) < 0.05 * len(plain)


@pytest.mark.parametrize(("source", "meant"), MARKDOWN.items())
def test_markdown_is_taken_out(source: str, meant: str) -> None:
    clean = prepare(source, "markdown")
    assert clean.text == meant
    assert_leads_back(clean)


@pytest.mark.parametrize(("source", "meant"), HTML.items())
def test_html_is_taken_out(source: str, meant: str) -> None:
    clean = prepare(source, "html")
    assert clean.text == meant
    assert_leads_back(clean)


@pytest.mark.parametrize(("text", "form"), FORMATS.items())
def test_the_marks_tell_the_format(text: str, form: str) -> None:
    assert detect_format(text) == form


@fuzzed
@given(TEXTS)
def test_no_letter_of_the_alphabet_is_lost(text: str) -> None:
    """Letters with breve and diaeresis, composed or not, are as many as before."""
    for letter in "йёЙЁ":
        assert prepare(text).text.count(letter) >= text.count(letter)


@fuzzed
@given(st.text("абвйёЙЁ ", min_size=1), st.sampled_from(["NFC", "NFD"]))
def test_both_forms_of_unicode_are_one(text: str, form: str) -> None:
    written = unicodedata.normalize(form, text)  # type: ignore[arg-type]
    assert prepare(written).text == prepare(text).text


@fuzzed
@given(st.lists(st.tuples(st.sampled_from(["p", "b", "div", "a href='#'", "br/"]), st.text("абв<&; ", max_size=5))))
def test_words_of_a_page_are_those_of_the_parser(pieces: list[tuple[str, str]]) -> None:
    """Of the standard library, which decodes entities by itself."""
    page = "".join(f"<{tag}>{text}" for tag, text in pieces)
    parser = _Words()
    parser.feed(page)
    parser.close()
    assert "".join(prepare(page, "html").text.split()) == "".join("".join(parser.words).split())


class _Words(html.parser.HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []

    def handle_data(self, data: str) -> None:
        self.words.append(data)


@pytest.mark.parametrize("change", [lambda line: line, str.upper])
def test_lines_cut_to_a_width_are_joined(change: Callable[[str], str]) -> None:
    sentence = change("Эмомали Рахмон прибыл в Душанбе и встретился с Ангелой Меркель. ")
    words, lines = (sentence * 6).split(), [""]
    for word in words:
        if len(lines[-1]) + 1 + len(word) > 60:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    text = "\n".join([*lines, "", "Конец."])
    assert with_lines_joined(Clean(text, text)).text == " ".join(lines) + "\n\nКонец."


@pytest.mark.parametrize(
    "text",
    [
        "Умер директор завода Аркадий Белозёров\nИван Сабиров назначен директором завода\nМосква",
        "\n".join(["Москва", "Киев", "Минск", "Душанбе"] * 5),
        "\n".join([f"Очень длинная строка, которая никуда не поместится, {'слово ' * 20}"] * 9),
    ],
)
def test_other_lines_stay_apart(text: str) -> None:
    assert with_lines_joined(Clean(text, text)).text == text


@fuzzed
@given(st.text("аб", min_size=1, max_size=12), st.data())
def test_edits_lead_back(source: str, drawn: st.DataObject) -> None:
    """After two steps of any edits every letter that stayed comes from where it was."""
    clean = Clean(source, source)
    for _ in range(2):
        places = sorted(drawn.draw(st.sets(st.integers(0, len(clean.text)), max_size=6)))
        cuts = list(zip(places[::2], places[1::2], strict=False))
        clean = apply_edits(clean, [Edit(*cut, drawn.draw(st.sampled_from(["", "x", "xyz"]))) for cut in cuts])
    for place, sign in enumerate(clean.text):
        start, stop = clean.to_source(place, place + 1)
        assert 0 <= start < stop <= len(source)
        if sign != "x" and sign in "аб":
            assert sign in source[start:stop]
            assert clean.to_clean(start, stop) == (place, place + 1)
        first, last = clean.to_clean(start, stop)
        assert first <= place < last
    assert replace_text(clean, clean.text.upper()).moves == clean.moves


@pytest.mark.parametrize("unit", [r"](\)", r"[](\)", "](", '](a "', "](((", "[а](б(в)", "](a\\"])
def test_brackets_of_markdown_are_read_in_one_pass(unit: str) -> None:
    """Each address was looked for up to the end of the text: 2.7 s for 32 KB."""

    def find_all(text: str) -> None:
        addresses = LinkAddresses(text)
        for place in range(0, len(text), len(unit)):
            addresses.find_end(place + text[place:].index("(") + 1)

    short, long = (steps(lambda count=count: find_all(unit * count)) for count in (200, 400))  # type: ignore[misc]
    assert long < 2.1 * short


def test_an_address_ends_where_a_pattern_that_looks_back_says() -> None:
    """The pattern took a text's length for each bracket, and is right."""
    pattern = re.compile(r"""(?:[^()\s\\]|\\.|\([^()\s]*\))*(?:[ \t]+(?:"[^"\n]*"|'[^'\n]*'))?\)""")
    chance = random.Random(1)
    for _ in range(3000):
        text = "".join(chance.choices(["(", ")", "](", "\\", " ", "\n", '"', "'", "а", "б(в)", ' "г"'], k=12))
        addresses = LinkAddresses(text)
        for start in range(len(text)):
            found = pattern.match(text, start)
            assert addresses.find_end(start) == (found.end() if found else None)
