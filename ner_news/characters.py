"""Characters that several packages ask about: half surrogates and quotation marks."""

OPENING_QUOTES = frozenset('«„“"')
CLOSING_QUOTES = frozenset('»“”"')
QUOTES = OPENING_QUOTES | CLOSING_QUOTES
"""«“» closes in Russian («„…“») and opens in English (“…”), so it is in both sets; so is the straight mark."""

REPLACEMENT = "�"

_SURROGATES = dict.fromkeys(range(0xD800, 0xE000), REPLACEMENT)


def without_surrogates(text: str) -> str:
    """Return the text as UTF-8 can hold it: each half surrogate becomes «�», so that offsets hold.

    The one cleaning of the package: tables, files, corpora, pages and terminals show the same character.

    >>> without_surrogates("Минск\\ud800")
    'Минск�'
    """
    try:
        text.encode()  # 1 ms a million characters; most texts end here
    except UnicodeEncodeError:
        return text.translate(_SURROGATES)
    return text


def escape_surrogates(name: str) -> str:
    """Return an id as UTF-8 can hold it: each half surrogate is written out, so that two ids stay two.

    >>> escape_surrogates("7\\ud800")
    '7\\\\ud800'
    """
    return name.encode("utf-8", "backslashreplace").decode()
