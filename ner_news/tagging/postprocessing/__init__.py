"""The steps between the spans of a network and the names that users get: one chain, for the tagger and for training.

    common_nouns    «ПЕВИЦА НЮША» -> «НЮША», in lines of one case
    conventions     capitals, markup, press offices, quotes that stay open
    facility_names  «Лужники» behind «на стадионе» is a place
    titles          «Г-н Ветров» -> «Ветров»
    noun_names      «Роман Гоголя» -> «Гоголя»
    authorities     «Власти Подмосковья» -> «Подмосковья»
    name_ends       «ОДКБ во лжи» -> «ОДКБ»
    datelines       «С.-ПЕТЕРБУРГ, 30 ноя» -> «С.-ПЕТЕРБУРГ»
    initials        «Кузнецов ПИ», «Петров С. П.» with all initials
    inverted_names  «Белов, Иван Петрович» in lists
    quoted_parts    «Кирилл «Децл» Толмацкий», «НИЯУ «МИФИ»»
    signs_inside    «ВЭБ.РФ», «Справедливая Россия — За правду»
    bare_companies  «Ромашка» for ООО «Ромашка» and for ООО Ромашка
    people_apart    «Садыром Жапаровым Путин» -> «Садыром Жапаровым», «Путин»
    places_apart    «Большом Камне Приморского края» -> «Большом Камне», «Приморского края»
    whole_countries «Босния», «Герцеговина» -> «Босния и Герцеговина»
    titled_people   «Г-н Ветров» where the network found nothing
    known_surnames  «Меркель» where the network found nothing
    town_endings    «Верхнереченску» is a place
    shared_heads    «Курской и Белгородской областях» -> «Курской», «Белгородской областях»
    shared_surnames «Аркадия и Бориса Ротенбергов» -> «Аркадия», «Бориса Ротенбергов»
    joining         «МИД» + «Германии» -> «МИД Германии», for networks that know bare names only
    inner_names     the names inside organizations and places, which do not change the span itself

`steps_of` says which of all but the last a pack needs, `postprocess` takes them in order. A new rule is a new step.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence

from ner_news.spans import PlainSpan
from ner_news.tagging.news_network import ARCHITECTURE
from ner_news.tagging.pack import Pack
from ner_news.tagging.postprocessing.authorities import drop_authorities
from ner_news.tagging.postprocessing.bare_companies import split_legal_forms
from ner_news.tagging.postprocessing.common_nouns import drop_common_nouns
from ner_news.tagging.postprocessing.conventions import apply_conventions
from ner_news.tagging.postprocessing.datelines import find_datelines
from ner_news.tagging.postprocessing.facility_names import label_facilities
from ner_news.tagging.postprocessing.initials import complete_initials
from ner_news.tagging.postprocessing.inner_names import add_inner_names
from ner_news.tagging.postprocessing.inverted_names import join_inverted_names
from ner_news.tagging.postprocessing.joining import join_bare_names
from ner_news.tagging.postprocessing.known_surnames import find_known_surnames
from ner_news.tagging.postprocessing.name_ends import cut_name_ends
from ner_news.tagging.postprocessing.noun_names import drop_noun_names
from ner_news.tagging.postprocessing.people_apart import part_people
from ner_news.tagging.postprocessing.places_apart import part_places
from ner_news.tagging.postprocessing.quoted_parts import join_quoted_parts
from ner_news.tagging.postprocessing.shared_heads import part_shared_heads
from ner_news.tagging.postprocessing.shared_surnames import part_shared_surnames
from ner_news.tagging.postprocessing.signs_inside import join_at_signs
from ner_news.tagging.postprocessing.titled_people import find_titled_people
from ner_news.tagging.postprocessing.titles import drop_titles
from ner_news.tagging.postprocessing.town_endings import label_towns
from ner_news.tagging.postprocessing.whole_countries import join_countries

__all__ = ["STEPS", "add_inner_names", "postprocess", "steps_of"]

Step = Callable[[str, Sequence[PlainSpan]], list[PlainSpan]]
"""Takes a text and its sorted spans, returns those that are left, changed or not."""

STEPS: Mapping[str, tuple[Step, ...]] = {
    ARCHITECTURE: (
        drop_common_nouns,
        apply_conventions,
        label_facilities,
        drop_titles,
        drop_noun_names,
        drop_authorities,
        cut_name_ends,
        find_datelines,
        complete_initials,
        join_inverted_names,
        join_quoted_parts,
        join_at_signs,
        split_legal_forms,
        part_people,
        part_places,
        join_countries,
        find_titled_people,
        find_known_surnames,
        label_towns,
        part_shared_heads,
        part_shared_surnames,
    )
}
"""The steps for each architecture. slovnet's network has none: it answers as natasha does."""


def steps_of(pack: Pack, scheme: str) -> tuple[Step, ...]:
    """Return the steps for a pack; one without a head for the scheme `full` serves it by joining bare names."""
    steps = STEPS.get(pack.architecture, ())
    return steps if scheme in pack.settings["heads"] else (*steps, join_bare_names)


def postprocess(text: str, spans: Iterable[PlainSpan], steps: Iterable[Step]) -> list[PlainSpan]:
    """Return the names that are left of the spans of a head after all steps, in order."""
    names = list(spans)
    for step in steps:
        names = step(text, names)
    return names
