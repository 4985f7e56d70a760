"""Texts that come close to what hurts: news, cut and stirred, with markup and odd signs inside."""

import random
from pathlib import Path

from hypothesis import strategies as st

ARTICLE = (Path(__file__).parents[2] / "examples" / "article.txt").read_text(encoding="utf-8")

NAMES = (
    "Владимира Путина|в Москве|«Талибан»|ОДКБ|А. В. Гавриловой|Нью-Йорк|МИД Германии|Эмомали Рахмон|Donald Trump|"
    "О’Нил|фон Бюлов|ЕС|ТАСС|ПУТИН|путин|СОVID|POCCИЯ|Рахмо́н|и\u0306|е\u0308|Ёлкин|Йошкар-Ола|«Спартак» (Москва)"
).split("|")
DATES = (
    "16.09.2021, 16:02|2019–2021 гг.|XIX век|5 мая|вчера|в начале 2016 года|до 2021|с 1 по 5 мая 2020 года|90-е|"
    "16 сентября 2021 года в 16:02|9999 год|XX|Ⅻ в.|2021-Q3|в 10:00|30 февраля 2021|осенью 2019|00.00.0000"
).split("|")
MARKUP = (
    "<b>|</b>|<p>|</p>|<br/>|<a href='x>y'>|<script>|</script>|<!--|-->|<![CDATA[|]]>|<![if|<|>|&|&nbsp;|&laquo;|&#1;|"
    "&#x110000;|&amp;lt;|&#99999999999;|<pre>|</pre>|<title>|<?|?>|<!DOCTYPE|<style|'|\"|**|__|*|_|[|](|)|](https://x)|"
    "![|\\|`|```\n|# |> |- |[1]: x|~~|\n---\n|<textarea>|<svg>|</|&copy|&notit;|</b"
).split("|")
SIGNS = [
    *"\ud800\udc00\x00\ufeff\u200b\u00ad\u0301\u0306\u0308\u00a0\u2028\x85\x1c\r\n\t ()-—«»\"'’№%…😀❤\ufe0f🇷🇺ﬁⅫＡ𝐀İıſё",
    "\r\n", "\n\n", "  ", ". ", ", ", " — ",
]  # fmt: skip

PIECES = st.one_of(
    st.sampled_from(NAMES),
    st.sampled_from(DATES),
    st.sampled_from(MARKUP),
    st.sampled_from(SIGNS),
    st.text(max_size=6),
    st.text(st.characters(codec=None, categories=None), max_size=4),
)


def _mutated(seed: int, pieces: list[str]) -> str:
    """A stretch of the article with words moved, doubled, cut and changed in case, and the pieces somewhere inside."""
    chance = random.Random(seed)
    start = chance.randrange(len(ARTICLE))
    words = ARTICLE[start : start + chance.randrange(300)].split(" ")
    for _ in range(chance.randrange(6)):
        place = chance.randrange(len(words))
        words[place] = chance.choice([str.upper, str.lower, str.title, str.swapcase])(words[place])
        words.insert(chance.randrange(len(words)), words[place][chance.randrange(-3, 3) :])
    for piece in pieces:
        place = chance.randrange(len(words))
        middle = chance.randrange(len(words[place]) + 1)
        words[place] = words[place][:middle] + piece + words[place][middle:]
    return " ".join(words)


TEXTS = st.one_of(
    st.builds(str.join, st.sampled_from(["", " ", "\n"]), st.lists(PIECES, max_size=16)),
    st.builds(_mutated, st.integers(0, 2**32), st.lists(PIECES, max_size=8)),
    st.builds(str.__mul__, PIECES, st.integers(1, 60)),
)
"""Pieces in a row, news with pieces inside, one piece again and again."""

VALUES = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), TEXTS),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(st.text(max_size=4), inner, max_size=3)),
    max_leaves=6,
)
RECORDS = st.fixed_dictionaries(
    {},
    optional={
        "text": st.one_of(TEXTS, VALUES),
        "id": VALUES,
        "published": st.one_of(st.sampled_from(DATES), VALUES),
    },
)
JUNK = st.sampled_from(
    [b"{", b"[" * 5000, b"9" * 5000, b"\xff", b"\xef\xbb\xbf", b"\\ud800", b"NaN", b"null", b'"', b"\x00"]
)
