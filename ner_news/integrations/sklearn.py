"""Entities as features of scikit-learn.

>>> from sklearn.feature_extraction.text import CountVectorizer
>>> from sklearn.pipeline import make_pipeline
>>> counts = make_pipeline(EntityTransformer(labels=["PER", "LOC"]), CountVectorizer(analyzer=list))
>>> counts.fit_transform(["Меркель ждут в Минске.", "В Минске ждут."]).toarray().tolist()
[[1, 1], [0, 1]]
>>> counts[-1].get_feature_names_out().tolist()
['Меркель', 'Минск']
"""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any

from ner_news.errors import MissingExtraError, OptionError
from ner_news.models import AnySpan
from ner_news.pipeline import Extractor
from ner_news.spans import LABELS, walk_with_depth

try:
    from sklearn.base import BaseEstimator, TransformerMixin
except ImportError as error:
    raise MissingExtraError("scikit-learn", "sklearn") from error

FEATURES = ("lemma", "entity")


class EntityTransformer(TransformerMixin, BaseEstimator):
    """Turns texts into lists of names: for each mention its lemma, or with `feature="entity"` the id of what it names.

    Stateless: nothing is learnt, `fit` only checks the options. `labels` are those wanted, `None` for all; with `inner`
    names inside longer ones count too. `model`, `scheme` and `min_score` are as for `Extractor`, which is made when
    first needed and shared by all transformers with the same options. A vectorizer with `analyzer=list` counts the
    names; `MultiLabelBinarizer` and `FeatureHasher(input_type="string")` take them too.
    """

    def __init__(
        self,
        *,
        feature: str = "lemma",
        labels: Sequence[str] | None = None,
        inner: bool = False,
        model: str = "news",
        scheme: str = "full",
        min_score: float = 0.0,
    ) -> None:
        self.feature = feature
        self.labels = labels
        self.inner = inner
        self.model = model
        self.scheme = scheme
        self.min_score = min_score

    def fit(self, X: object = None, y: object = None) -> "EntityTransformer":  # noqa: ARG002, N803
        """Check the options and return the transformer; `OptionError` names an unknown one."""
        if self.feature not in FEATURES:
            raise OptionError("feature", self.feature, FEATURES)
        for label in () if self.labels is None else self.labels:
            if label not in LABELS:
                raise OptionError("label", label, LABELS)
        _make_extractor(self.model, self.scheme, self.min_score)
        return self

    def transform(self, X: Iterable[str]) -> list[list[str]]:  # noqa: N803
        """Return the names of each text, in its order; `TypeError` names the number of a text that is no `str`."""
        self.fit()
        documents = _make_extractor(self.model, self.scheme, self.min_score).pipe(X)
        return [[getattr(span, self.feature) for span in self._select(document.spans)] for document in documents]

    def _select(self, spans: Iterable[AnySpan]) -> list[AnySpan]:
        labels = LABELS if self.labels is None else self.labels
        return [span for span, depth in walk_with_depth(spans) if span.label in labels and (self.inner or not depth)]

    def __sklearn_is_fitted__(self) -> bool:
        return True

    def __sklearn_tags__(self) -> Any:
        tags = super().__sklearn_tags__()
        tags.requires_fit = False
        tags.input_tags.string = True
        tags.input_tags.one_d_array = True
        tags.input_tags.two_d_array = False
        return tags


@lru_cache(maxsize=4)
def _make_extractor(model: str, scheme: str, min_score: float) -> Extractor:
    return Extractor(model=model, scheme=scheme, min_score=min_score)
