"""How the mentions of a document count for each other, beside the learnt weights of one mention. Data only, by eye."""

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
