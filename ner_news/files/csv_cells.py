"""Cells of CSV that a spreadsheet would run as formulas: a text from the news may begin with «=HYPERLINK(…)».

They are written with an apostrophe before them, as <https://owasp.org/www-community/attacks/CSV_Injection> advises, and
read back without it.
"""

import re

_RUN = re.compile("'*[=+\\-@\t\r＝＋－＠]")
_NUMBER = re.compile(r"[-+]?\d+(?:[.,]\d+)?\Z")


def guard_cell(cell: str) -> str:
    """Return the cell with an apostrophe where a spreadsheet would run it; one that has it gets one more.

    >>> guard_cell("=1+1"), guard_cell("'=1+1"), guard_cell("-5"), guard_cell("'70-е")
    ("'=1+1", "''=1+1", '-5', "'70-е")
    """
    return f"'{cell}" if _RUN.match(cell) and not _NUMBER.match(cell) else cell


def bare_cell(cell: str) -> str:
    """Return the cell as it was before `guard_cell`.

    >>> [bare_cell(cell) for cell in ("'=1+1", "''=1+1", "-5", "=1+1", "'70-е")]
    ['=1+1', "'=1+1", '-5', '=1+1', "'70-е"]
    """
    return cell[1:] if cell.startswith("'") and _RUN.match(cell) else cell
