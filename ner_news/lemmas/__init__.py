"""The normal form of a name: its nominative, written as the name is written.

The way of a lemma: `pieces` cuts a span into words; `name_words` and `phrase_words` say what each word may be;
`person` and `phrase` join the words that agree into candidates, `called` leaves names in quotes as they are;
`contexts` hears the words beside the span (`hints`), and `evidence` chooses with the whole document in view.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from ner_news.caches import word_cache
from ner_news.categories import Gender
from ner_news.lemmas import person, phrase, rows
from ner_news.lemmas.agreement import Candidate
from ner_news.lemmas.called import called_candidates
from ner_news.lemmas.contexts import Context, read_context
from ner_news.lemmas.evidence import Evidence
from ner_news.lemmas.person import person_candidates
from ner_news.lemmas.phrase import phrase_candidates
from ner_news.lemmas.pieces import Pieces, cut, join
from ner_news.lemmas.weighing import Levels, in_context
from ner_news.names import NameParts
from ner_news.segment import Tokens
from ner_news.spans import PlainSpan


class Lemma(NamedTuple):
    """The normal form of one span."""

    text: str
    """The nominative, with the capitals, the ё and the marks of the text."""
    name: NameParts | None = None
    """For PER: the parts of the name."""
    gender: Gender | None = None
    """For PER: `masc` or `femn`; `None` where neither the name nor the text tells."""


class Decision(NamedTuple):
    """Why a lemma is what it is."""

    lemma: Lemma
    rules: tuple[str, ...]
    """What read each word of the chosen candidate."""
    context: tuple[str, ...]
    """The words beside the span that were heard."""
    document: tuple[str, ...]
    """Other written forms in the document that the lemma explains."""
    candidates: tuple[tuple[str, float], ...]
    """The lemmas that were possible, with their shares before the document was heard."""


def lemmatize(text: str, tokens: Tokens, spans: Sequence[PlainSpan]) -> list[Lemma]:
    """One lemma for each span, in order; all spans of one document together, for they help each other.

    >>> from ner_news.segment import tokenize
    >>> text = "Марии Захаровой возразили. Захарова промолчала."
    >>> spans = [PlainSpan(0, 15, "PER"), PlainSpan(27, 35, "PER")]
    >>> [lemma.text for lemma in lemmatize(text, tokenize(text), spans)]
    ['Мария Захарова', 'Захарова']
    """
    mentions = [mention for _, mention in _mentions(text, tokens, spans)]
    evidence = Evidence(mentions)
    return [_lemma(evidence.choose(mention)) for mention in mentions]


def explain(text: str, tokens: Tokens, spans: Sequence[PlainSpan]) -> list[Decision]:
    """What decided about each span: the lemmas are those of `lemmatize`.

    >>> from ner_news.segment import tokenize
    >>> text = "Просили за Зася. Зась молчит."
    >>> spans = [PlainSpan(11, 15, "PER"), PlainSpan(17, 21, "PER")]
    >>> [(why.context, why.document) for why in explain(text, tokenize(text), spans)]
    [(('за',), ('зась',)), (('молчит',), ('зася',))]
    """
    mentions = _mentions(text, tokens, spans)
    evidence = Evidence([mention for _, mention in mentions])
    return list(_decisions(mentions, evidence))


def _decisions(mentions: Sequence[tuple[Context, tuple[Candidate, ...]]], evidence: Evidence) -> Iterator[Decision]:
    for context, mention in mentions:
        best = evidence.choose(mention)
        yield Decision(
            _lemma(best),
            best.rules,
            tuple([hint.word for hint in context if hint.word]),
            evidence.support(best),
            tuple([(candidate.text, candidate.share) for candidate in mention]),
        )


def _mentions(text: str, tokens: Tokens, spans: Sequence[PlainSpan]) -> list[tuple[Context, tuple[Candidate, ...]]]:
    """What is heard beside each span, and its candidates; those of a row of people hear one another too."""
    pieces = [cut(text, tokens, span) for span in spans]
    contexts = [read_context(text, tokens, span) for span in spans]
    found = list(map(_heard, pieces, contexts))
    for row in rows.rows(text, spans):
        of_row = [found[place] for place in row]
        for at, place in enumerate(row):
            contexts[place] += (rows.hint_of(of_row, at, person.PRIORS),)
            found[place] = _heard(pieces[place], contexts[place])
    return list(zip(contexts, found, strict=True))


def _heard(pieces: Pieces, context: Context) -> tuple[Candidate, ...]:
    return _candidates(pieces, tuple([hint.levels for hint in context]))


# Texts repeat their names: 8,192 of them beside words of one kind are about 10 MB.
@word_cache(maxsize=8192)
def _candidates(pieces: Pieces, levels: Levels) -> tuple[Candidate, ...]:
    found = candidates(pieces)
    priors = _PRIORS.get(pieces.label)
    return in_context(found, levels, priors) if levels and priors else found


@word_cache(maxsize=4096)
def candidates(pieces: Pieces) -> tuple[Candidate, ...]:
    """The possible lemmas of one span by itself, the likeliest first, by the first rule to answer; never empty."""
    for rule in RULES:
        found = rule(pieces)
        if found:
            return found
    return (_as_written(pieces),)


RULES: tuple[Callable[[Pieces], tuple[Candidate, ...] | None], ...] = (
    person_candidates,
    called_candidates,
    phrase_candidates,
)

_PRIORS = {"PER": person.PRIORS, **phrase.PRIORS}


def _as_written(pieces: Pieces) -> Candidate:
    text = join(pieces.words, pieces.gaps)
    return Candidate(text, (text.lower(),), (text.lower(),), 1.0, rules=("as written",))


def _lemma(candidate: Candidate) -> Lemma:
    return Lemma(candidate.text, candidate.name, candidate.gender)
