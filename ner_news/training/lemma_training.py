"""A whole training of the choice of lemmas: from annotated files to the file of its weights, and its figures."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from ner_news.lemmas import lemmatize
from ner_news.lemmas.choice.ranking_model import to_model, use_model
from ner_news.pipeline import Extractor
from ner_news.segment import tokenize
from ner_news.training.lemma_examples import Example, build_examples
from ner_news.training.lemma_gold import LemmaGold, fold_lemma, read_lemma_gold
from ner_news.training.lemma_heads import count_heads
from ner_news.training.lemma_ranking import RankingConfig, learn_weights
from ner_news.training.lemma_sentences import make_sentences
from ner_news.training.ranking_file import to_sections


def train_lemmas(paths: Iterable[Path], every: int, config: RankingConfig) -> tuple[dict[str, Any], dict[str, float]]:
    """Return the sections of the weights' file, and the figures on every so many-th document of the files, held out.

    The last of each `every` documents is held out, none where that is 0; the made sentences are all learnt from.
    """
    extractor = Extractor()
    documents = [list(read_lemma_gold(path, extractor)) for path in paths]
    held = [document for each in documents for document in each[every - 1 :: every]] if every else []
    kept = [
        document
        for each in documents
        for number, document in enumerate(each)
        if not every or number % every != every - 1
    ]
    examples: dict[Example, float] = dict(build_examples(kept))
    for example, count in build_examples(make_sentences()).items():
        examples[example] = examples.get(example, 0.0) + count * config.made
    sections = {**to_sections(learn_weights(examples, config)), "heads": count_heads(kept)}
    return sections, measure_lemmas(sections, held) if held else {}


def measure_lemmas(sections: Mapping[str, Any], documents: Sequence[LemmaGold]) -> dict[str, float]:
    """Return the share of right lemmas with these weights, folded, and that of names whose lemma is another form."""
    right = changed = changed_right = total = 0
    with use_model(to_model(sections)):
        for text, spans, lemmas in documents:
            for span, wanted, lemma in zip(spans, lemmas, lemmatize(text, tokenize(text), spans), strict=True):
                folded = set(map(fold_lemma, wanted))
                is_right, is_changed = (
                    fold_lemma(lemma.text) in folded,
                    fold_lemma(text[span.start : span.stop]) not in folded,
                )
                total, right = total + 1, right + is_right
                changed, changed_right = changed + is_changed, changed_right + (is_changed and is_right)
    return {"names": total, "folded": right / max(1, total), "inflected": changed_right / max(1, changed)}
