"""Characters mended to those that a Russian reader sees; й and ё are kept, and plain text stays as it is."""

import re
import unicodedata
from collections.abc import Callable, Iterator

from ner_news.prepare import signs
from ner_news.prepare.clean import Clean, Edit, Step, apply_edits, replace_text

# Where a line is broken at a soft hyphen, both go.
_INVISIBLE = re.compile(rf"\u00ad[ \t]*\r?\n[ \t]*|[{signs.INVISIBLE}]+")
_MARKED = re.compile(rf"([^\W\d_])([{signs.MARKS}]+)|[ѐѝЀЍ]")
_PICTURES = re.compile(f"[{signs.PICTURES}]+")
_SPACES = re.compile(r"(?<![ \t])[ \t]{2,}")

FOREIGN = signs.LATIN + signs.GREEK
_FOREIGN = re.compile(f"[{FOREIGN}]+")
_WORD = re.compile(f"[{FOREIGN}{signs.CYRILLIC}]+")
_CYRILLIC = signs.one_of(signs.CYRILLIC)
_ROMAN = re.compile("[IVX]+")
# «c Рахмоном», «A. Рахмон»: a word of one letter before a Cyrillic one.
_ONE_LETTER = re.compile(
    rf"(?<![\w.'’-])(?:[{signs.WORDS_OF_ONE_LETTER.lower()}](?= [{signs.CYRILLIC}])"
    rf"|(?<![^.!?\n] )(?<![^\s])[{signs.WORDS_OF_ONE_LETTER}](?= [{signs.CYRILLIC}])"
    rf"|[{signs.INITIALS}](?=\. ?(?:[{signs.INITIALS}А-ЯЁ]\. ?)?[А-ЯЁ][а-яё]))"
    rf"|(?<=[{signs.INITIALS}А-ЯЁ]\.)[{signs.INITIALS}](?=\. ?[А-ЯЁ][а-яё])"
)


def without_invisible(clean: Clean) -> Clean:
    """Remove signs that show nothing: soft hyphens, zero-width signs, byte order marks, NUL and other controls."""
    return apply_edits(clean, (Edit(*found.span(), "") for found in _INVISIBLE.finditer(clean.text)))


def with_plain_signs(clean: Clean) -> Clean:
    """Use one kind of space, and the kinds of quotes and dashes that news use."""
    return replace_text(clean, clean.text.translate(signs.same_length()))


def with_plain_lines(clean: Clean) -> Clean:
    r"""Write `\n` for `\r\n` and `\r`."""
    breaks = (Edit(found.start(), found.start() + 1, "") for found in re.finditer("\r(?=\n)", clean.text))
    lines = apply_edits(clean, breaks)
    return replace_text(lines, lines.text.replace("\r", "\n"))


def with_letters_composed(clean: Clean) -> Clean:
    """Compose letters with their marks: й, ё and é become one letter, other marks over Cyrillic are removed."""

    def edits() -> Iterator[Edit]:
        for found in _MARKED.finditer(clean.text):
            letter, marks = found.groups(default="")
            if not marks:
                yield Edit(*found.span(), unicodedata.normalize("NFD", found[0])[0])
                continue
            if _CYRILLIC.match(letter):
                marks = "".join(mark for mark in marks if mark in signs.BREVE_AND_DIAERESIS)
            yield Edit(*found.span(), unicodedata.normalize("NFC", letter + marks)[0])

    return apply_edits(clean, edits())


def with_letters_written_out(clean: Clean) -> Clean:
    """Write out ligatures, Roman numerals in one sign, full-width and mathematical letters."""
    table = signs.written_out()
    places = ((place, sign) for place, sign in enumerate(clean.text) if sign in table)
    return apply_edits(clean, (Edit(place, place + 1, table[sign]) for place, sign in places))


def with_letters_of_one_script(clean: Clean) -> Clean:
    """Write each word in one script: Cyrillic for Latin letters that look alike in Cyrillic words, and the reverse."""
    text = clean.text
    pieces = [found.span() for found in _FOREIGN.finditer(text)]
    alone = {start for start, stop in pieces if stop - start == 1 and _ONE_LETTER.match(text, start)}
    if alone:
        text = "".join(
            sign.translate(signs.to_cyrillic()) if place in alone else sign for place, sign in enumerate(text)
        )
    if any(_is_cyrillic(text[stop : stop + 1]) or _is_cyrillic(text[start - 1 : start]) for start, stop in pieces):
        text = _WORD.sub(lambda word: _in_one_script(word[0]), text)
    return replace_text(clean, text)


def _is_cyrillic(sign: str) -> bool:
    return "\u0400" <= sign < "\u0530"


def _in_one_script(word: str) -> str:
    cyrillic = len(_CYRILLIC.findall(word))
    if not 0 < cyrillic < len(word):
        return word
    as_cyrillic, as_latin = word.translate(signs.to_cyrillic()), word.translate(signs.to_latin())
    may_be_cyrillic = len(_CYRILLIC.findall(as_cyrillic)) == len(word)
    may_be_latin = not _CYRILLIC.search(as_latin) and 2 * cyrillic <= len(word)
    if _ROMAN.fullmatch(as_latin) or (may_be_latin and (not may_be_cyrillic or 2 * cyrillic < len(word))):
        return as_latin
    return as_cyrillic if may_be_cyrillic else word


def without_touching_pictures(clean: Clean) -> Clean:
    """Put spaces for emoji and half surrogates that touch a word: razdel would take both for one token."""

    def spaced(found: re.Match[str]) -> str:
        start, stop = found.span()
        touches = clean.text[start - 1 : start].isalnum() or clean.text[stop : stop + 1].isalnum()
        return " " * (stop - start) if touches else found[0]

    return replace_text(clean, _PICTURES.sub(spaced, clean.text))


def with_single_spaces(clean: Clean) -> Clean:
    """Put one space for several."""
    return apply_edits(clean, (Edit(found.start() + 1, found.end(), "") for found in _SPACES.finditer(clean.text)))


def _search(pattern: str) -> Callable[[str], object]:
    return re.compile(pattern).search


RARE: tuple[tuple[Callable[[str], object], Step], ...] = (
    (_search(f"[{signs.INVISIBLE}]"), without_invisible),
    (_search("[" + "".join(map(chr, signs.same_length())) + "]"), with_plain_signs),
    (_search("\r"), with_plain_lines),
    (_search(f"[{signs.MARKS}ѐѝЀЍ]"), with_letters_composed),
    (_search("[\u2160-\u217f\ufb00-\ufb06\uff01-\uff5e\U0001d400-\U0001d7ff]"), with_letters_written_out),
    (_search(f"[{signs.PICTURES}]"), without_touching_pictures),
)
"""Each step behind a search that tells whether it has anything to do. Invisible signs go first, for they may stand
between a letter and its mark; spaces are joined after all of these, for emoji leave some."""

# One search (3 µs for 1,500 characters) finds out that a text needs no rare step, as most do not.
_PLAIN_ALONE = re.compile("[ -~\n\tА-яЁё«»„“”’—–…№•]*")


def with_plain_characters(clean: Clean) -> Clean:
    """Do all steps that the text needs."""
    if not _PLAIN_ALONE.fullmatch(clean.text):
        for is_needed, step in RARE:
            if is_needed(clean.text):
                clean = step(clean)
    if not clean.text.isascii():
        clean = with_letters_of_one_script(clean)
    return with_single_spaces(clean) if "  " in clean.text or "\t" in clean.text else clean
