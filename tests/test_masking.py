import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ner_news.errors import InputError, OptionError
from ner_news.mask_key import MaskKey
from ner_news.masking import MaskBook
from ner_news.models import Document, Entity, Organization, Person, Place
from ner_news.name_words import find_name_words
from ner_news.pipeline import Extractor
from tests.steps import steps
from tests.test_cli import run

TEXT = "Рахмона ждали. Фонд Рахмона в Минске помог Анне Ким, [PER_2] и Рахмону."


def make(text: str = TEXT) -> Document:
    def at(word: str, after: int = 0) -> dict[str, object]:
        start = text.index(word, after)
        return {"start": start, "stop": start + len(word), "text": word}

    rahmon = {"lemma": "Рахмон", "entity": "PER:рахмон"}
    inner = Person(**at("Рахмона", 15), **rahmon)  # type: ignore[arg-type]
    return Document(
        text=text,
        spans=(
            Person(**at("Рахмона"), **rahmon),  # type: ignore[arg-type]
            Organization(**at("Фонд Рахмона"), lemma="Фонд Рахмона", entity="ORG:фонд рахмона", inner=(inner,)),  # type: ignore[arg-type]
            Place(**at("Минске"), lemma="Минск"),  # type: ignore[arg-type]
            Person(**at("Анне Ким"), lemma="Анна Ким", entity="PER:анна ким"),  # type: ignore[arg-type]
            Person(**at("Рахмону"), **rahmon),  # type: ignore[arg-type]
        ),
        entities=(Entity(id="PER:рахмон", label="PER", lemma="Эмомали Рахмон"),),
    )


def test_people_get_one_pseudonym_each_inside_other_names_too() -> None:
    masked = make().masked()
    assert masked.text == "[PER_1] ждали. Фонд [PER_1] в Минске помог [PER_3], [PER_2] и [PER_1]."
    assert masked.key.unmask(masked.text) == TEXT


def test_a_longer_name_goes_whole() -> None:
    masked = make().masked(["PER", "ORG", "LOC"])
    assert masked.text == "[PER_1] ждали. [ORG_1] в [LOC_1] помог [PER_3], [PER_2] и [PER_1]."
    assert masked.key.unmask(masked.text) == TEXT
    assert make().masked("LOC").text == TEXT.replace("Минске", "[LOC_1]")
    assert make().masked(()).text == TEXT


def test_in_another_text_pseudonyms_become_normal_forms() -> None:
    key = make().masked().key
    assert (
        key.unmask("Кто [PER_1]? [PER_3]. А [PER_2], [PER_9]?") == "Кто Эмомали Рахмон? Анна Ким. А [PER_2], [PER_9]?"
    )


def test_offsets_go_there_and_back() -> None:
    document = make()
    masked = document.masked()
    for mask in masked.masks:
        assert masked.text[mask.start : mask.stop] == mask.pseudonym
        assert masked.to_source(mask.start) == masked.to_source(mask.stop - 1) == mask.source_start
        assert masked.to_masked(mask.source_start) == masked.to_masked(mask.source_stop - 1) == mask.start
    outside = [
        place for place in range(len(TEXT)) if not any(m.source_start <= place < m.source_stop for m in masked.masks)
    ]
    for place in outside:
        assert masked.text[masked.to_masked(place)] == TEXT[place]
        assert masked.to_source(masked.to_masked(place)) == place
    assert masked.to_source(len(masked.text)) == len(TEXT)


def test_a_key_goes_on_with_its_pseudonyms() -> None:
    first = make().masked()
    other = Document(
        text="Ким и Ли",
        spans=(
            Person(start=0, stop=3, text="Ким", lemma="Ким", entity="PER:анна ким"),
            Person(start=6, stop=8, text="Ли", lemma="Ли", entity="PER:ли"),
        ),
    )
    second = other.masked(key=first.key)
    assert second.text == "[PER_3] и [PER_4]"
    assert second.key.unmask(second.text) == "Ким и Ли"
    assert second.key.unmask("[PER_1]") == "Эмомали Рахмон"


def test_a_sign_of_a_text_that_the_key_has_gets_a_number_of_its_own() -> None:
    key = MaskKey({"PER:ли": "[PER_1]"}, {"[PER_1]": "Ли"})
    text = "[PER_1] и Ли"
    document = Document(text=text, spans=(Person(start=10, stop=12, text="Ли", lemma="Ли", entity="PER:ли"),))
    masked = document.masked(key=key)
    assert masked.text == "[PER_2] и [PER_1]"
    assert masked.key.unmask(masked.text) == text
    assert masked.key.unmask("Кто [PER_1]?") == "Кто Ли?"


def about(lemma: str, text: str) -> Document:
    start = text.index(lemma)
    span = Person(start=start, stop=start + len(lemma), text=lemma, lemma=lemma, entity=f"PER:{lemma.lower()}")
    return Document(text=text, spans=(span,))


def test_a_number_is_never_given_twice_whatever_signs_texts_hold() -> None:
    """A text with the sign of another's name took it out of the key; the sign then named the wrong person."""
    book = MaskBook()
    texts = ["Ждут Рахмон", "[PER_1] и [PER_2]: Ким", "Ли и [PER_3]", "[PER_4] — Зась", "Снова Рахмон и [PER_1]"]
    masked = [
        book.mask(about(name, text))
        for name, text in zip(["Рахмон", "Ким", "Ли", "Зась", "Рахмон"], texts, strict=True)
    ]
    assert [book.unmask(text) for text in masked] == texts
    assert masked[0] == "Ждут [PER_1]"
    assert book.unmask("Кто [PER_1]?") == "Кто Рахмон?"
    lemmas = json.loads(book.to_json())["lemmas"]
    assert sorted(lemmas.values()) == sorted({*lemmas.values()})


@given(st.lists(st.text(alphabet="Лид[]PER_12 ", max_size=30), max_size=6))
def test_many_texts_come_back_by_one_key(texts: list[str]) -> None:
    book = MaskBook()
    documents = [about("Ли", f"{text} Ли") for text in texts]
    masked = [book.mask(document) for document in documents]
    assert [book.unmask(text) for text in masked] == [document.text for document in documents]
    assert {book.unmask(f"Кто {text.split()[-1]}?") for text in masked} <= {"Кто Ли?"}


def test_an_answer_with_the_same_signs_gets_normal_forms() -> None:
    """As of another text with one name: «Приехала Ангелу Меркель»."""
    masked = Document(
        text="Ждут Ангелу Меркель.",
        spans=(Person(start=5, stop=19, text="Ангелу Меркель", lemma="Ангела Меркель"),),
    ).masked()
    for key in (masked.key, MaskKey.from_json(masked.key.to_json())):
        assert key.unmask("Приехала [PER_1].") == "Приехала Ангела Меркель."
        assert key.unmask(masked.text) == "Ждут Ангелу Меркель."


FURTHER = {
    "Ждут Ингвара Кампрада. Кампрад-старший тут.": "Ждут [PER_1]. [PER_1]-старший тут.",
    "Ждут Ингвара Кампрада, #ИнгварКампрад": "Ждут [PER_1], #[PER_1][PER_1]",
    "Ждут Ингвара Кампрада и КАМПРАДУ, ингвару": "Ждут [PER_1] и [PER_1], ингвару",
    "Ждут Ингвара Кампрада <a title='Кампрадом'>": "Ждут [PER_1] <a title='[PER_1]'>",
    "Ждут Ингвара Кампрада в Кампрадово, Инге": "Ждут [PER_1] в Кампрадово, Инге",
    "<!-- Ингвар --> Ждут Ингвара Кампрада": "<!-- [PER_1] --> Ждут [PER_1]",
}


@pytest.mark.parametrize("text", FURTHER)
def test_further_words_of_people_are_masked_or_told(text: str) -> None:
    name = "Ингвара Кампрада"
    start = text.index(name)
    span = Person(start=start, stop=start + len(name), text=name, lemma="Ингвар Кампрад", entity="PER:1")
    document = Document(text=text, spans=(span,))
    masked = document.masked(further_words=True)
    assert (masked.text, masked.left) == (FURTHER[text], ())
    assert masked.key.unmask(masked.text) == text
    told = document.masked()
    words = [told.text[start:stop] for start, stop in told.left]
    assert [text[m.source_start : m.source_stop] for m in masked.masks if m.source_start != start] == words


@pytest.mark.parametrize(
    ("lemma", "forms", "others"),
    [
        ("Захарова", "Захаровой Захарову ЗАХАРОВА", "Захаров Захаровка"),
        ("Достоевский", "Достоевского Достоевскому Достоевским", "Достоевщина"),
        ("Толстая", "Толстой Толстую", "Толстые"),
        ("Меркель", "Меркель Меркеля", "Меркельбах Мерк"),
        ("Павел", "Павла Павлом Павлу", "Павлов"),
        ("Роман", "Романа Романом", "Романов Романовой"),
        ("Гаврилко", "Гаврилко", "Гаврилка"),
        ("Королёв", "Королева Королёву", "Королевич"),
        ("По", "", "По"),
    ],
)
def test_forms_of_words_of_people(lemma: str, forms: str, others: str) -> None:
    text = f"{forms} {others}"
    assert [text[word.start : word.stop] for word in find_name_words(text, [(lemma, "PER:1")])] == forms.split()


def test_the_cost_of_a_long_word_is_linear() -> None:
    for word in ("а" * 4000, "Аа" * 2000):
        text = f"Кампрад {word}"
        assert steps(lambda text=text: list(find_name_words(text, [("Кампрад", "PER:1")]))) < 20 * len(text)  # type: ignore[misc]


def test_the_cost_of_one_key_is_linear() -> None:
    def mask_all(count: int) -> None:
        book = MaskBook()
        for number in range(count):
            book.mask(about(f"Имя{number}", f"Ждут Имя{number}"))

    assert steps(lambda: mask_all(800)) < 2.2 * steps(lambda: mask_all(400))


def test_a_key_goes_to_json_and_back() -> None:
    masked = make().masked()
    again = MaskKey.from_json(masked.key.to_json())
    assert again == masked.key
    assert again.unmask(masked.text) == TEXT
    numbers = '{"pseudonyms": {}, "lemmas": {"[PER_1]": 5}, "written": []}'
    for wrong in ("", "[]", "{}", '{"pseudonyms": 1, "lemmas": {}, "written": []}', "[" * 99_999, numbers):
        with pytest.raises(InputError, match="no key"):
            MaskKey.from_json(wrong)


def test_an_unknown_label_is_named() -> None:
    with pytest.raises(OptionError, match="'PERSON'"):
        make().masked(["PERSON"])


@given(st.text(alphabet="аб[]PER_12 ", max_size=40), st.data())
def test_any_text_comes_back(text: str, data: st.DataObject) -> None:
    cuts = sorted(data.draw(st.sets(st.integers(0, len(text)), max_size=6)))
    places = list(zip(cuts[::2], cuts[1::2], strict=False))
    entities = [data.draw(st.sampled_from(["PER:1", "PER:2", None])) for _ in places]
    spans = tuple(
        Person(start=start, stop=stop, text=text[start:stop], lemma="Икс", entity=entity)
        for (start, stop), entity in zip(places, entities, strict=True)
    )
    masked = Document(text=text, spans=spans).masked()
    assert masked.key.unmask(masked.text) == text


ROWS = [
    "Ангелу Меркель ждут в Минске.",
    "Ангела Меркель приедет, [PER_1] нет.",
    "Ждут Ангелу Меркель.",
    "Ждут Ангела Меркель.",
    "Тихо.",
    "Ждут Ангелу Меркель.",
]


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor()


def test_one_key_brings_each_of_many_texts_back(extractor: Extractor) -> None:
    book = MaskBook(["PER", "LOC"])
    masked = [book.mask(document) for document in extractor.pipe(ROWS)]
    assert masked[0] == "[PER_1] ждут в [LOC_1]."
    assert masked[2] == masked[3] == "Ждут [PER_1]."
    assert [book.unmask(text) for text in masked] == ROWS
    again = MaskBook.from_json(book.to_json())
    assert [again.unmask(text) for text in masked] == ROWS
    assert again.unmask("Кто? [PER_1]!") == "Кто? Ангела Меркель!"
    for wrong in ("[]", make().masked().key.to_json()):
        with pytest.raises(InputError, match="no key"):
            MaskBook.from_json(wrong)


FILES = {
    "a.txt": "\n".join(ROWS),
    "a.jsonl": "".join(json.dumps({"id": 1, "text": row, "x": [row[:1]]}, ensure_ascii=False) + "\n" for row in ROWS),
    "a.json": "[\n" + ",\n".join(json.dumps({"id": 1, "text": row}, ensure_ascii=False) for row in ROWS) + "\n]\n",
    "a.csv": "\ufeffid;text;x\r\n" + "".join(f'1;{row};"a;b"\r\n' for row in ROWS),
}


@pytest.mark.parametrize("name", FILES)
def test_a_file_is_masked_and_restored(name: str, tmp_path: Path) -> None:
    source, masked, back, key = (tmp_path / each for each in (name, f"m-{name}", f"b-{name}", "key.json"))
    source.write_bytes(FILES[name].encode())
    assert run("mask", source, "-o", masked, "--key", key, "--label", "PER").exit_code == 0
    assert "Меркель" not in masked.read_text(encoding="utf-8")
    assert key.stat().st_mode & 0o077 == 0
    assert run("unmask", masked, "-o", back, "--key", key).exit_code == 0
    assert back.read_bytes() == source.read_bytes()


def test_words_that_still_stand_are_told_and_masked_by_an_option(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Ждут Ангелу Меркель. Экс-Меркель!", encoding="utf-8")
    names: list[str | Path] = [tmp_path / "a.txt", "-o", tmp_path / "out", "--key", tmp_path / "key"]
    assert "still stand: 1" in run("mask", *names).stderr
    assert run("mask", *names, "--further-words").stderr == ""
    assert (tmp_path / "out").read_text(encoding="utf-8") == "Ждут [PER_1]. Экс-[PER_1]!"


@pytest.mark.parametrize(("encoding", "option"), [("cp1251", ("--encoding", "cp1251")), ("utf-16", ())])
def test_a_file_comes_back_in_its_encoding(encoding: str, option: tuple[str, ...], tmp_path: Path) -> None:
    source, masked, back, key = (tmp_path / each for each in ("a.csv", "m.csv", "b.csv", "key.json"))
    source.write_bytes(FILES["a.csv"].removeprefix("\ufeff").encode(encoding))
    assert run("mask", source, "-o", masked, "--key", key, *option).exit_code == 0
    assert "Ждут [PER_1]." in masked.read_bytes().decode(encoding)
    assert run("unmask", masked, "-o", back, "--key", key, *option).exit_code == 0
    assert back.read_bytes().decode(encoding) == source.read_bytes().decode(encoding)
    result = run("mask", source, "-o", masked, "--key", key, "--encoding", "ascii")
    assert (result.exit_code, "not ascii" in result.stderr) == (2, True)


def test_what_cannot_be_masked_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("id,body\n1,Минск\n", encoding="utf-8")
    (tmp_path / "a.docx").write_bytes(b"PK")
    for name, reason in {"a.csv": "there is no column 'text'", "a.docx": "texts are changed in .txt"}.items():
        result = run("mask", tmp_path / name, "-o", tmp_path / "out", "--key", tmp_path / "key")
        assert (result.exit_code, reason in result.stderr) == (2, True)
    assert not (tmp_path / "out").exists()
