"""What a text says of people beside their names: «президент Таджикистана» of Эмомали Рахмон.

    apposition    places of roles by grammar alone, for networks that do not tell them
    edges         the words of a place mended: what belongs to an office, one role of «сооснователь и директор»
    named_person  the people whose roles are looked for, and the cases that their names may stand in
    attachment    whose role it is: before the name, behind it, one of a row, one for a row of people

`find_roles` takes these steps in order. `role_words` has their words; the normal forms are those of `lemmas`.
"""

from ner_news.roles.attachment import FoundRole, find_roles

__all__ = ["FoundRole", "find_roles"]
