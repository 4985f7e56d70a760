"""What the weights of cues are pulled to where examples are few: how well a name stands in some slots. Data only.

Unless a source is named they were set by eye over Russian news, and corrected where FactRuEval's devset showed classes
of errors.
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
    # as above, but «в городе Москве»
    "town noun": (1.0, 1.0, 0.3, 0.05),
    # genitive, the noun's case or the nominative, any other: «аэропорты Милана»
    "plural place noun": (1.0, 0.5, 0.1),
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
    # of the subject that agrees (of a plural verb: a plural), a nominative that does not (a singular one, one of
    # several), the object, the dative, any other but the locative, the locative: «заявила Захарова»
    "verb": (1.0, 0.02, 0.05, 0.1, 0.1, 0.01),
    "plural verb": (2.0, 0.7, 0.3, 0.5, 0.5, 0.01),
    # «поддержал Захарова»
    "transitive verb": (1.0, 0.02, 1.0, 0.05, 0.3, 0.01),
    "plural transitive verb": (2.0, 0.7, 1.0, 0.1, 0.3, 0.01),
    # as above, where no other name stands beside to share the verb: «ищут Сидорова»
    "plural verb alone": (2.0, 0.1, 1.0, 0.1, 0.1, 0.01),
    # «доложил Захарову»
    "giving verb": (1.0, 0.02, 0.1, 3.0, 0.1, 0.01),
    "plural giving verb": (1.0, 0.3, 0.1, 3.0, 0.1, 0.01),
    # «рассказал Захаров», «рассказал Захарову»
    "giving speech verb": (1.0, 0.02, 0.05, 1.0, 0.1, 0.01),
    "plural giving speech verb": (2.0, 0.7, 0.1, 1.0, 0.1, 0.01),
    # the object, the dative, the nominative, any other but the locative, the locative: «Полиция ищет Сидорова»
    "verb with its subject": (1.0, 0.05, 0.03, 0.03, 0.001),
    # «Министр доложил Захарову»
    "giving verb with its subject": (0.1, 1.0, 0.03, 0.03, 0.001),
    # as of a verb: «Золото завоевала Трусова»
    "verb with its object": (1.0, 0.02, 0.02, 0.1, 0.1, 0.01),
    # the object, any other: «Судьёй назначили Захарову»
    "verb with its predicate": (1.0, 0.03),
    # the subject that agrees, a nominative that does not, any other: «выступила министр Захарова»
    "verb before a title": (1.0, 0.1, 0.3),
    # the object, any other: «доложил Захарову обстановку»
    "object behind": (0.05, 1.0),
    # the subject that agrees, a nominative that does not, any other: «Захарова прокомментировала»
    "speech verb after": (1.0, 0.02, 0.15),
    # as above; other verbs stand more often behind a dependent: «сторонник Захарова ушёл»
    "verb after": (1.0, 0.02, 0.3),
    # a plural subject, a singular one, any other: «Захарова и Песков заявили»
    "plural verb after": (2.0, 0.7, 0.5),
    # as above, where no other name stands beside to share the verb: «Рахмона ждут»
    "plural verb after one name": (2.0, 0.1, 0.5),
    # a plural subject, a singular one, the dative, any other: «Рахмону звонили»
    "plural giving verb after": (1.0, 0.1, 2.0, 0.3),
    # its gender, the other: «Захаровой, которая»
    "relative pronoun": (1.0, 0.01),
    # nominative, any other: «Захарова …»
    "start of a sentence": (1.0, 0.5),
    # as above; a caption or a signature below a text: «Мария Захарова»
    "line by itself": (1.0, 0.1),
}

FITS_BY_NAME: Mapping[str, tuple[float, ...]] = {str(kind): fits for kind, fits in CUE_FITS.items()}
"""The same by the names that weights have."""
