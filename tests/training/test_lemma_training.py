"""Learning to choose lemmas, which needs no torch."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from ner_news.cli import main
from ner_news.errors import GoldError
from ner_news.lemmas.choice.ranking_model import to_model, use_model
from ner_news.lemmas.choice.rescoring import rescore
from ner_news.lemmas.span_words import SpanWords
from ner_news.pipeline import Extractor
from ner_news.spans import PlainSpan
from ner_news.training.lemma_examples import build_examples
from ner_news.training.lemma_gold import LemmaGold, read_lemma_gold
from ner_news.training.lemma_ranking import RankingConfig, learn_weights
from ner_news.training.lemma_sentences import make_sentences
from ner_news.training.ranking_file import to_sections


def test_what_the_examples_say_is_learnt() -> None:
    gold = [
        LemmaGold(f"Ждут {name}.", (PlainSpan(5, 5 + len(name), "PER"),), ((name,),)) for name in ("Ковшова", "Рябова")
    ]
    weights = learn_weights(build_examples(gold * 20), RankingConfig(least_words=1, least_traits=1, most_of_name=20.0))
    with use_model(to_model({**to_sections(weights), "heads": []})):
        assert rescore(SpanWords("PER", ("Щеглова",), ("",)), ())[0].text == "Щеглова"


def test_each_made_sentence_has_its_name() -> None:
    for text, [span], [lemmas] in make_sentences():
        assert text[span.start : span.stop].strip() == text[span.start : span.stop] != ""
        assert "{" not in text
        assert lemmas[0][0].isupper()


SPAN_TOO_LONG = '{"text": "Минск", "spans": [{"start": 0, "stop": 9, "label": "LOC", "lemmas": ["Минск"]}]}'


@pytest.mark.parametrize(
    ("line", "reason"), [("{", "gold.jsonl:1"), ('{"text": "Минск"}', "spans"), (SPAN_TOO_LONG, "0:9")]
)
def test_a_fault_is_named(tmp_path: Path, line: str, reason: str) -> None:
    (tmp_path / "gold.jsonl").write_text(line, encoding="utf-8")
    with pytest.raises(GoldError, match=reason):
        list(read_lemma_gold(tmp_path / "gold.jsonl", Extractor()))


def test_a_label_that_is_missing_is_guessed(tmp_path: Path) -> None:
    spans = [{"start": 0, "stop": 13, "label": "NAME", "lemmas": ["Эмомали Рахмон"]}]
    record = {"text": "Эмомали Рахмон прибыл.", "nested": [spans[0] | {"stop": 14}]}
    (tmp_path / "gold.jsonl").write_text(json.dumps(record), encoding="utf-8")
    [document] = read_lemma_gold(tmp_path / "gold.jsonl", Extractor())
    assert [span.label for span in document.spans] == ["PER"]


@pytest.mark.slow
def test_the_command_writes_weights(tmp_path: Path) -> None:
    gold, out = tmp_path / "gold.jsonl", tmp_path / "ranking.json"
    record = {"text": "Ждут Захарову.", "spans": [{"start": 5, "stop": 13, "label": "PER", "lemmas": ["Захарова"]}]}
    gold.write_text("\n".join([json.dumps(record)] * 5), encoding="utf-8")
    result = CliRunner().invoke(main, ["train-lemmas", "--gold", str(gold), "-o", str(out)])
    assert result.exit_code == 0, result.output
    assert "names" in result.output
    assert to_model(json.loads(out.read_text(encoding="utf-8"))).traits
