"""The candidates for a name in quotes after a word for what it names: «компанией «Волгаэкострой»»."""

from ner_news.lemmas.agreement import Candidate, rank
from ner_news.lemmas.phrase import phrase_candidates
from ner_news.lemmas.pieces import Pieces, join

# The word has the case, the name stays as it is; but «компания «Газпрома»» is met too, and other mentions tell.
_STAYS = 0.9


def called_candidates(pieces: Pieces) -> tuple[Candidate, ...] | None:
    """The name as written, and the other lemmas that it could have elsewhere; `None` where it is not so called.

    >>> [found.text for found in called_candidates(Pieces("ORG", ("Известия",), ("",), is_called=True))]
    ['Известия', 'Известие']
    """
    others = phrase_candidates(pieces) if pieces.is_called else None
    if not others:
        return None
    text = join(pieces.words, pieces.gaps)
    stays = Candidate(text, (text.lower(),), (text.lower(),), _STAYS, rules=("called",))
    return rank([stays, *(other._replace(share=other.share * (1 - _STAYS)) for other in others)])
