"""Every span has a candidate, by the first rule to answer."""

import pytest

from ner_news.lemmas.candidates import generate_candidates
from ner_news.lemmas.span_words import SpanWords


@pytest.mark.parametrize(
    ("span", "text", "rules"),
    [
        (SpanWords("PER", ("Засем",), ("",)), "Зась", ("last: soft",)),
        (SpanWords("ORG", ("Известия",), ("",), is_quoted=True), "Известия", ("called",)),
        (SpanWords("ORG", ("Известия",), ("",)), "Известия", ("dictionary",)),
        (SpanWords("DATE", ("5", "мая"), ("", " ")), "5 мая", ("as written",)),
        (SpanWords("PER", (), ()), "", ("as written",)),
    ],
)
def test_the_first_rule_to_answer_is_believed(span: SpanWords, text: str, rules: tuple[str, ...]) -> None:
    best = generate_candidates(span)[0]
    assert (best.text, best.rules) == (text, rules)
