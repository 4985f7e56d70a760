"""The numbers of linking: how many times more frequent, how long, how many compared.

None is fitted. «By eye» means chosen on articles that were read, without a measurement kept; a bound keeps the cost
linear in the number of names, which tests/linking counts in steps.
"""

# Within a document

LONGEST_LINKED = 500
"""Characters of a name that is linked; a longer one is no name, and is not kept in memory. By eye."""

PRINCIPAL_RATIO = 2
"""Of several candidates a short name is of the one that the text has this many times as often as the next. By eye."""

BEARERS_COMPARED = 16
"""People that a lone surname or a near name is compared with. A bound: texts of one surname cost no more."""

NAMESAKES_COMPARED = 64
"""People of one surname and initial, or of one first name, that a name is compared with. A bound."""

PAIRED_WORDS = 6
"""Words of a person's name of which each two can be a shorter name. A bound: six words make 15 pairs."""

ABBREVIATED_WORDS = 12
"""Words that an abbreviation stands for, one letter each. A bound."""

HEADED_WORDS = 24
"""Words of a name that is also found by its head. A bound."""

LEAST_SYLLABIC = 5
"""Letters of an abbreviation of first syllables: shorter ones are mostly words. By eye."""

LEAST_SYLLABLE = 2
"""Letters that such an abbreviation has of each word at least; «Госдума» has three. By eye."""

SYLLABICS_COMPARED = 8
"""Names of equal first letters that such an abbreviation is compared with. A bound."""

SPELLINGS_COMPARED = 16
"""Ways to read a word in Latin letters that are looked for in Cyrillic. A bound: each is a key."""

BRACKET_GAP = 5
"""Characters from a name to the bracket behind it: a quote and a few spaces."""

INTRODUCTION_GAP = 40
"""Characters from a name to the one it introduces: room for «(далее по тексту — «». By eye."""

TELLING_GAP = 80
"""Characters before a name in which the adjectives stand that tell which it is. A bound."""

# Between documents

DOMINANT_SHARE = 2 / 3
"""The least share of the documents that explain a name which one entity must have to be meant by it elsewhere: twice as
many as all others together. By eye."""

UNEXPLAINED_RATIO = 10
"""A name that more than this many times as many documents leave unexplained as explain it is not linked. By eye."""

MISSPELLING_RATIO = 5
"""A name is taken for a misspelling when another is in this many times as many documents. By eye."""

LEAST_FREQUENT = 3
"""Documents of a name that misspellings are looked for of. By eye."""

MISSPELLING_CONFIDENCE = 0.9
"""The confidence that a name but for a letter, a word or its script is the other. By eye."""

# Spelling

LEAST_MISSPELT_PART = 4
"""Letters of a first name or a surname that another may differ from by one. By eye: «Ким» and «Кин» are two."""

LEAST_MISSPELT_NAME = 6
"""The same of a place's or an organization's name. By eye: «Иран» and «Ирак» are two."""

LONGEST_MISSPELT = 40
"""Letters of a name that misspellings are looked for of. A bound: each letter makes a key."""

LEAST_CONSONANTS = 3
"""Consonants, without which two words of two scripts are not compared. By eye."""
