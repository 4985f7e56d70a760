"""CoNLL's columns: a token a line, the last column its tag (`B-PER`, `I-PER`, `O`), an empty line between sentences,
`-DOCSTART-` between documents.

The spaces of the text are not in the file. Read back, it is put together with single spaces, a sentence a line; so
prefer another format where there is a choice. Names inside others are left out. `E-` and `S-` are read too. A token
`-DOCSTART-` of the text is written as two.
"""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from ner_news.errors import GoldError
from ner_news.export.annotated import Annotated, AnnotatedText, FileLine, GoldSpan, list_outer_spans
from ner_news.export.bio_tags import tag_tokens
from ner_news.files import encodable, read_lines, write_lines

DOCUMENT_START = "-DOCSTART-"


class TokenLine(NamedTuple):
    """A line of the file with its number; the word of an empty line, which ends a sentence, is a newline."""

    line: int
    word: str
    tag: str


def read_conll(path: Path) -> Iterator[AnnotatedText]:
    """Read the texts of a file, without ids; `GoldError` names the first fault."""
    tokens: list[TokenLine] = []
    for number, line in enumerate(read_lines(path), start=1):
        columns = line.split()
        if columns and columns[0] == DOCUMENT_START:
            yield from _build_text(path, tokens)
            tokens = []
        elif not columns and tokens:
            tokens.append(TokenLine(number, "\n", "O"))
        elif columns and (len(columns) < 2 or columns[-1][:2] not in ("B-", "I-", "E-", "S-", "O")):
            raise GoldError(path, number, f"not a token with a tag: {line.strip()!r}")
        elif columns:
            tokens.append(TokenLine(number, columns[0], columns[-1]))
    yield from _build_text(path, tokens)


def _build_text(path: Path, tokens: Sequence[TokenLine]) -> Iterator[AnnotatedText]:
    """Yield the text of the tokens, or nothing where there are none."""
    words = [token for token in tokens if token.word != "\n"]
    if words:
        text, spans = _join_tokens(path, tokens)
        yield AnnotatedText(None, text, tuple(spans), (), FileLine(str(path), words[0].line))


def _join_tokens(path: Path, tokens: Sequence[TokenLine]) -> tuple[str, list[GoldSpan]]:
    """Return the text, a sentence a line, and the spans that its tags tell."""
    pieces: list[str] = []
    length = 0
    spans: list[GoldSpan] = []
    before = "O"
    for line, word, tag in tokens:
        if pieces and word != "\n" and pieces[-1] != "\n":
            pieces.append(" ")
            length += 1
        if tag[:2] in ("I-", "E-"):
            if before[2:] != tag[2:]:
                raise GoldError(path, line, f"the tag {tag} of «{word}» goes on what was not begun")
            spans[-1] = spans[-1]._replace(stop=length + len(word))
        elif tag != "O":
            spans.append(GoldSpan(length, length + len(word), tag[2:]))
        pieces.append(word)
        length += len(word)
        before = tag
    return "".join(pieces), spans


def write_conll(texts: Iterable[Annotated], path: Path) -> None:
    """Write two columns: the token and its tag."""
    write_lines(path, (line for annotated in texts for line in _format_lines(annotated)))


def _format_lines(annotated: Annotated) -> Iterator[str]:
    yield f"{DOCUMENT_START}\tO"
    yield ""
    text = encodable(annotated.text)
    for token in tag_tokens(text, list_outer_spans(annotated)):
        word = text[token.start : token.stop]
        if word == DOCUMENT_START:
            yield f"{word[:1]}\t{token.tag}"
            yield f"{word[1:]}\t{token.tag if token.tag == 'O' else f'I-{token.tag[2:]}'}"
        else:
            yield f"{word}\t{token.tag}"
        if token.is_last:
            yield ""
