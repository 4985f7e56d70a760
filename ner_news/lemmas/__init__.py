"""The normal form of a name: its nominative, written as the name is written.

A name passes through these modules (all start at `lemmatizer`):

1. `span_words` splits the span into words; `morphology` reads each word: `person_words` or `phrase_words`, which ask
   `dictionary`, `endings`, `compounds`.
2. `candidates.person` or `candidates.phrase` joins the words that agree in case and kind into possible lemmas.
3. `context.window` takes the words around the span, of which `nominal_cues` and `verb_cues` make cues of case and
   gender; `coordination` finds the other people of its row.
4. `choice.rescoring` weighs the candidates by their traits and these cues, with the learnt weights of `ranking.json`;
   `ner-news train-lemmas` learns them, and `choice/ranking.md` says from what.
5. `choice.document_evidence` chooses one by all mentions of the document, which also tell the gender of a bare surname.

`sentence_heads` takes the capital of a sentence from a noun, if asked.

`role_phrase` has the normal forms of what people are, «президента Таджикистана», which need no choice.

The gender of a person is that of nearly all readings that are left (`morphology.slots.find_gender`).

Imports go down only: morphology < span_words < candidates < context < choice < lemmatizer. A new title such as
«вице-мэр» is one more word in `context.cue_words.TITLES`; a firm's kind before a quoted name, such as «стартап», in
`morphology.name_vocabulary.GENERIC_NOUNS`; the ending of a surname, in `morphology.paradigms`.
"""

from ner_news.lemmas.candidates import Candidate
from ner_news.lemmas.lemmatizer import (
    AS_WRITTEN,
    HEADS,
    YO,
    Decision,
    Lemma,
    Spelling,
    check_spelling,
    explain,
    lemmatize,
)

__all__ = [
    "AS_WRITTEN",
    "HEADS",
    "YO",
    "Candidate",
    "Decision",
    "Lemma",
    "Spelling",
    "check_spelling",
    "explain",
    "lemmatize",
]
