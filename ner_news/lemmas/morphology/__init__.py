"""Single words of names: their readings by the dictionary and by their endings, in slots of case and kind.

`name_vocabulary` lists particles and nouns with rules of their own; `slots` holds tables of readings; `dictionary`,
`endings` (by the tables of `paradigms`), `compounds` and `family_plurals` read one word; `person_words` and
`phrase_words` put these together for a role in a name; `letter_case` writes a form as the text writes it.
"""
