"""The numbers by which a candidate is chosen, set by hand: what a learnt model would replace. Data only.

Unless a source is named they were set by eye over Russian news, and corrected where FactRuEval's devset and SlavicNER
showed classes of errors; none was fitted.
"""

from collections.abc import Mapping

from ner_news.lemmas.context.cues import CueKind

CUE_FITS: Mapping[CueKind, tuple[float, ...]] = {
    # for each kind of cue how well a name stands in each of its sets of slots, in the order of `Cue.slots`
    #
    # of the cases of the preposition, any other («Марку», which never changes, fits all): «к Путину»
    "preposition to a person": (1.0, 0.003),
    # as above; but the name of a firm may be left in the nominative: «в Известия»
    "preposition": (1.0, 0.02),
    # of the person's case and gender, any other: «г-жу Кларк»
    "honorific": (1.0, 0.0003),
    # in agreement, the agent of a participle («обещанный Авелем»), any other: «известная Ванга»
    "adjective": (1.0, 0.5, 0.05),
    # of a place or an organization: genitive, the noun's case or the nominative, any other: «власти Химок»
    "noun": (1.0, 0.4, 0.2),
    # of a person: genitive, nominative, any other: «по словам Пескова»
    "noun of a person": (1.0, 0.42, 0.5),
    # nominative, the noun's case, genitive, any other: «в округе Шекхупура»
    "place noun": (1.0, 0.4, 0.3, 0.05),
    # genitive plural, genitive, any other: «семьи Скрипалей»
    "family group": (8.0, 1.0, 0.3),
    # plural in agreement, genitive, the noun's case, any other: «братья Ивановы»
    "family members": (10.0, 1.0, 0.3, 0.05),
    # as above, for «представители Меллона» are hardly Меллоны
    "titles": (1.0, 1.0, 0.3, 0.05),
    # in agreement, a woman in this case, genitive, this case, any other: «канцлеру Меркель»
    "title": (1.0, 0.6, 0.15, 0.1, 0.05),
    # in agreement, genitive, a woman in this case, this case, any other: «адвокат Захаровой»
    "relation": (1.0, 1.0, 0.2, 0.1, 0.05),
    # nominative, any other: «назначить Захарова»
    "infinitive": (0.1, 1.0),
    # the subject that agrees, a nominative that does not, any other: «заявила Захарова»
    "verb": (1.0, 0.02, 0.1),
    # a plural subject, a singular one (one of several), any other: «заявили Захарова и Песков»
    "plural verb": (2.0, 0.7, 0.5),
    # the subject that agrees, a nominative that does not, the object, any other: «поддержал Захарова»
    "transitive verb": (1.0, 0.02, 1.0, 0.3),
    # a plural subject, a singular one, the object, any other: «поддержали Захарова»
    "plural transitive verb": (2.0, 0.7, 1.0, 0.3),
    # as above, where no other name stands beside to share the verb: «ищут Сидорова»
    "plural verb alone": (2.0, 0.1, 1.0, 0.3),
    # the object, the dative, any other: «Полиция ищет Сидорова»
    "verb with its subject": (1.0, 0.15, 0.03),
    # the subject that agrees, a nominative that does not, any other: «Захарова прокомментировала»
    "speech verb after": (1.0, 0.02, 0.15),
    # as above; other verbs stand more often behind a dependent: «сторонник Захарова ушёл»
    "verb after": (1.0, 0.02, 0.3),
    # a plural subject, a singular one, any other: «Захарова и Песков заявили»
    "plural verb after": (2.0, 0.7, 0.5),
    # as above, where no other name stands beside to share the verb: «Рахмона ждут»
    "plural verb after one name": (2.0, 0.1, 0.5),
    # its gender, the other: «Захаровой, которая»
    "relative pronoun": (1.0, 0.01),
    # nominative, any other: «Захарова …»
    "start of a sentence": (1.0, 0.5),
    # as above; a caption or a signature below a text: «Мария Захарова»
    "line by itself": (1.0, 0.1),
}

NEIGHBOURS = 2
"""Names on each side of one in a row that are asked for its case: «Люба Аксёнова, Иван Яшин и Яна Кузина»."""
OTHER_CASE_IN_ROW = 0.1
"""The least fit of a case in which the neighbours hardly stand: «при Трампе и Байдене»."""
LEAST_SHARE = 1e-6
"""The share of a candidate that no cue fits, so that the document may still find it right: «для Обама»."""

SURE = 0.7
"""A mention with this share votes for its forms, and its gender counts: «Марии Захаровой» for «Захарова»."""
CERTAIN = 0.99
"""A mention with this share needs no other mention; it also spares half of the work."""
UNCONFIRMED = 0.1
"""The factor of a candidate with no vote, to which its votes are added: «Зась» where «Станислава Зася» stands."""
MOST_VOTES = 2.0
"""Votes beyond these count no more: ten mentions of «Захарова» say as much as two."""
UNEXPLAINED = 0.1
"""The factor for another written form that can hardly be the candidate's, to which its share is added: «Лелека» must
explain «Лелеке»."""
MOST_FORMS = 12
"""Written forms of one name that are compared; there are six cases and two numbers, and it bounds the cost."""
