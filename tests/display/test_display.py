import html
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given, settings

from ner_news.display.document_html import FOLD, MENTIONS
from ner_news.models import Document, Entity, Organization, Person, Place, Span
from tests.display.browser import rendered
from tests.export.documents import documents
from tests.test_models import make

EVIL = "<script>document.title='owned'</script><img src=x onerror=\"document.title='owned'\">\"'&</mark>"


class Reader(HTMLParser):
    """The text of a page as a reader sees it, its marks with labels, and the elements it is made of."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.text = ""
        self.titles: list[str] = []
        self._inside: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self._inside.append(tag)
        self.titles += [value or "" for name, value in attrs if name == "title"]

    def handle_endtag(self, tag: str) -> None:
        assert self._inside.pop() == tag

    def handle_data(self, data: str) -> None:
        if not {"b", "style", "p", "summary"} & set(self._inside):
            self.text += data


def evil() -> Document:
    """Every field that can hold any text holds mischief."""
    person = Person(start=0, stop=len(EVIL), text=EVIL, lemma=EVIL, entity=EVIL)
    return Document(id=EVIL, text=EVIL * 2, spans=(person,), entities=(Entity(id=EVIL, label="PER", lemma=EVIL),))


@settings(deadline=None)
@given(documents())
def test_the_text_is_all_there_and_nothing_else_is(document: Document) -> None:
    page = Reader(document._repr_html_())
    assert page.text == document.text.replace("\x00", "\ufffd").replace("\r\n", "\n").replace("\r", "\n") or (
        page.text == document.text.replace("\x00", "\ufffd")
    )
    assert set(page.tags) <= {"div", "style", "p", "mark", "b", "details", "summary"}


def test_hovering_shows_lemma_entity_value_and_score() -> None:
    titles = Reader(make()._repr_html_()).titles
    assert titles == [
        "lemma: МИД Германии\nentity: МИД Германии\nscore: 1.00",
        "lemma: Германия\nentity: Германия\nscore: 1.00",
        "lemma: Маас\nentity: Маас\nscore: 0.90",
        "lemma: 16 сентября 2021 года\nentity: 16 сентября 2021 года\nvalue: 2021-09-16\nscore: 1.00",
    ]


def test_labels_are_words_and_names_inside_are_marked() -> None:
    page = make()._repr_html_()
    assert "МИД <mark" in page
    assert "Германии<b> place</b></mark><b> organization</b></mark>" in page
    assert "7 · 2021-09-15 10:30 · 1 person, 1 organization, 1 place, 1 date" in page


def test_a_long_text_folds_between_words_and_never_within_a_name() -> None:
    text = "слово " * 240 + "Нижний Новгород " * 20 + "слово " * 200
    places = [match.span() for match in re.finditer("Нижний Новгород", text)]
    spans = [Place(start=start, stop=stop, text=text[start:stop], lemma="Нижний Новгород") for start, stop in places]
    page = Document(text=text, spans=tuple(spans))._repr_html_()
    shown, _, folded = page.partition("<details>")
    assert FOLD - 50 < len(Reader(shown + "</div>").text) < FOLD + 50
    assert "more characters, " in folded
    assert Reader(page).text == text
    assert page.count("<mark") == len(spans)
    assert "<details>" not in Document(text=text[:FOLD])._repr_html_()


@pytest.mark.parametrize(
    ("text", "said"), [("", "an empty text"), (" \n", "an empty text"), ("Час", "no names or dates")]
)
def test_an_empty_document_says_so(text: str, said: str) -> None:
    assert said in Document(text=text)._repr_html_()


def test_a_span_and_an_entity_show_what_is_known() -> None:
    ministry, person, date = make().spans
    assert isinstance(ministry, Organization)
    for span, said in ((ministry.inner[0], "DE"), (person, "Маас"), (date, "2021-09-17 00:00")):
        assert f"<td>{said}</td>" in span._repr_html_()
    many = [Place(start=start, stop=start + 1, text="а", lemma="а", entity="x") for start in range(MENTIONS + 5)]
    document = Document(text="а" * 30, spans=tuple(many), entities=(Entity(id="x", label="LOC", lemma="а"),))
    assert "… and 5 more" in document.entities[0]._repr_html_()
    assert "0 mentions" in Entity(id="x", label="LOC", lemma="а")._repr_html_()


def test_markup_in_any_field_is_text(tmp_path: Path) -> None:
    document = evil()
    shown: list[Document | Span | Entity] = [document, document.spans[0], document.entities[0]]
    for thing in shown:
        page = thing._repr_html_()
        assert "<script" not in page
        assert "<img" not in page
        assert Reader(page).text.startswith(EVIL)
    document.to_html(tmp_path / "page.html")
    assert html.escape(EVIL) in (tmp_path / "page.html").read_text(encoding="utf-8")


def test_nothing_is_loaded_from_outside(tmp_path: Path) -> None:
    make().to_html(tmp_path / "page.html")
    page = (tmp_path / "page.html").read_text(encoding="utf-8")
    assert not re.search(r"https?:|//|url\(|@import|<link|<script|src=", page)


def test_half_a_surrogate_and_nul_get_into_a_page(tmp_path: Path) -> None:
    Document(text="Минск \ud800\x00", id="\udfff").to_html(tmp_path / "page.html")
    assert "Минск ��" in (tmp_path / "page.html").read_text(encoding="utf-8")


def test_a_script_in_a_name_does_not_run(tmp_path: Path) -> None:
    """In a browser; the same page without escaping shows that one would have run."""
    document = evil()
    fragments = "".join(thing._repr_html_() for thing in (document, document.spans[0], document.entities[0]))
    head = "<!doctype html><meta charset=utf-8><title>calm</title>"
    for name, body in (("safe", fragments), ("unsafe", html.unescape(fragments))):
        (tmp_path / f"{name}.html").write_text(head + body, encoding="utf-8")
    document.to_html(tmp_path / "page.html")
    assert "<title>owned</title>" in rendered(tmp_path / "unsafe.html")
    assert "<title>calm</title>" in rendered(tmp_path / "safe.html")
    page = rendered(tmp_path / "page.html")
    assert "<title>owned</title>" not in page
    assert "<script" not in page
