"""The middle of the pipeline: everything that is known of a text, in plain values and with offsets in the clean text.

`recognition` gives what comes out of cleaning, tokenizing and the network; `analyze` makes an `Analysis` of it.
`results` turns that into models.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from ner_news.custom import RuleSpan, merge_custom_spans, with_custom_ids
from ner_news.dates import ResolvedDate, grain_of_value, parse_value, read_dates
from ner_news.lemmas import AS_WRITTEN, Lemma, Spelling, lemmatize
from ner_news.linking import Cluster, Mention, link
from ner_news.prepare import Clean
from ner_news.recognition import Recognized
from ner_news.results import Fact
from ner_news.roles import FoundRole, find_roles
from ner_news.segment import Tokens
from ner_news.settling import settle_given
from ner_news.spans import PlainSpan, walk, without_overlaps


@dataclass(frozen=True, slots=True)
class Analysis:
    """All that is known of a text; documents and explanations are made of it."""

    clean: Clean
    tokens: Tokens
    spans: list[PlainSpan]
    """Names, dates and the user's own spans, sorted and apart, with those inside them."""
    facts: Mapping[PlainSpan, Fact]
    """The lemma of each name, or the value of each date, inner spans included."""
    clusters: Sequence[Cluster]
    """The entities; a cluster's mentions are numbers of `walk(spans)`."""
    roles: Mapping[PlainSpan, Sequence[FoundRole]]
    """What the text says beside the names of people; those without are left out."""

    def named(self) -> list[PlainSpan]:
        """Return all spans but dates, inner ones included: those that are lemmatized, in that order."""
        return _without_dates(walk(self.spans))

    def entity_roles(self) -> list[list[str]]:
        """Return for each entity what is said beside each of its mentions, in the order of the text."""
        flat = list(walk(self.spans))  # once: for each of 2,800 people it took half of the time
        return [
            [role.lemma for number in cluster.mentions for role in self.roles.get(flat[number], ())]
            for cluster in self.clusters
        ]

    def entity_ids(self) -> dict[PlainSpan, str]:
        """Return the id of the entity that each span names, inner spans included."""
        flat = list(walk(self.spans))
        return {flat[number]: cluster.id for cluster in self.clusters for number in cluster.mentions}


def analyze(
    recognized: Recognized,
    published: datetime | None,
    custom: Sequence[RuleSpan] = (),
    *,
    nests: bool = True,
    spelling: Spelling = AS_WRITTEN,
    century_pivot: int | None = None,
) -> Analysis:
    """Find the dates, add the user's own spans, lemmatize the names, find roles, and link the mentions of each entity.

    `custom` has the spans of the gazetteer and the rules, sorted and apart; with `nests` an organization or a place
    around one lists it as inner. Beside given names they are no spans: each lends what it has to the name in just its
    place, where the labels agree. `century_pivot` is as for `Extractor`.

    >>> from ner_news.prepare import prepare
    >>> from ner_news.segment import tokenize
    >>> clean = prepare("Ждут Рахмона 16 мая")
    >>> analysis = analyze(Recognized(clean, tokenize(clean.text), [PlainSpan(5, 12, "PER")]), datetime(2021, 5, 1))
    >>> [cluster.lemma for cluster in analysis.clusters]
    ['Рахмон', '16 мая']
    """
    clean, tokens, names = recognized[:3]
    dates = {
        PlainSpan(expression.start, expression.stop, "DATE"): resolved
        for expression, resolved in read_dates(clean.text, published, century_pivot)
    }
    spans, custom_of = without_overlaps([*names, *dates]), dict[PlainSpan, RuleSpan]()
    if recognized.given is not None:
        spans, dates = settle_given(recognized, dates, {each[:2]: each.label for each in custom}, published)
        custom_of = _find_equal(custom, walk(spans))
    elif custom:
        spans, custom_of = merge_custom_spans(custom, spans, nests)
    named = _without_dates(flat := list(walk(spans)))
    lemmas = dict(zip(named, lemmatize(clean.text, tokens, named, spelling), strict=True))
    own = {span: _custom_fact(clean.text, given, lemmas.get(span)) for span, given in custom_of.items()}
    facts: dict[PlainSpan, Fact] = {**lemmas, **dates, **own}
    people = {span: lemmas[span] for span in spans if span.label == "PER"}
    roles = find_roles(clean.text, tokens, people, recognized.roles)
    return Analysis(clean, tokens, spans, facts, _clusters(clean.text, flat, facts, roles, custom_of), roles)


def _without_dates(spans: Iterable[PlainSpan]) -> list[PlainSpan]:
    return [span for span in spans if span.label != "DATE"]


def _find_equal(custom: Sequence[RuleSpan], spans: Iterable[PlainSpan]) -> dict[PlainSpan, RuleSpan]:
    """Return the custom span that has just the place and label of each span, where there is one."""
    by_place = {each[:3]: each for each in custom}
    return {span: by_place[span[:3]] for span in spans if span[:3] in by_place}


def _custom_fact(text: str, custom: RuleSpan, lemma: Lemma | None) -> Fact:
    """Return what the user says of a span; what the user leaves open is as in `lemma`, the package's answer."""
    if custom.value is not None:
        start, end = parse_value(custom.value)
        written = custom.lemma or text[custom.start : custom.stop]
        return ResolvedDate(custom.value, grain_of_value(custom.value), start, end, None, "absolute", written)
    lemma = lemma or Lemma(text[custom.start : custom.stop])
    return lemma._replace(text=custom.lemma) if custom.lemma else lemma


def _clusters(
    text: str,
    flat: Sequence[PlainSpan],
    facts: Mapping[PlainSpan, Fact],
    roles: Mapping[PlainSpan, Sequence[FoundRole]],
    custom_of: Mapping[PlainSpan, RuleSpan],
) -> Sequence[Cluster]:
    """Link the spans; the ids that the user gave replace those of the package."""
    mentions = [_to_mention(span, facts[span], roles.get(span, ())) for span in flat]
    clusters = link(mentions, text)
    if not custom_of:
        return clusters
    ids = ((number, custom_of[span].entity) for number, span in enumerate(flat) if span in custom_of)
    return with_custom_ids(clusters, mentions, {number: name for number, name in ids if name})


def _to_mention(span: PlainSpan, fact: Fact, roles: Sequence[FoundRole]) -> Mention:
    """Return what linking looks at: a date has a value to link by if its beginning or its end is known."""
    if isinstance(fact, ResolvedDate):
        is_known = fact.start is not None or fact.end is not None
        value = fact.value if is_known else None
        return Mention(span.label, fact.lemma, value=value, start=span.start, stop=span.stop)
    told = tuple(role.lemma for role in roles)
    return Mention(span.label, fact.text, fact.name, gender=fact.gender, start=span.start, stop=span.stop, roles=told)
