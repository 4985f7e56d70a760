"""What linking was told of a document."""

from ner_news.linking import Mention
from ner_news.models import Date, Document, Person
from ner_news.names import NameParts
from ner_news.spans import walk


def mentions_of(document: Document) -> list[Mention]:
    """A mention for each span, those inside others too."""
    return [
        Mention(
            span.label,
            span.lemma,
            NameParts(**span.name.model_dump()) if isinstance(span, Person) else None,
            span.value if isinstance(span, Date) else None,
            span.gender if isinstance(span, Person) else None,
            span.start,
            span.stop,
        )
        for span in walk(document.spans)
    ]
