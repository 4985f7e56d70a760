"""The readable normal form of an expression.

`absolute_lemma` writes any expression; `relative_lemma` writes those that count from another date.
"""
