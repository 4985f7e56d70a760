"""Files that hold no plain text, known by their first bytes."""

LONGEST = 16
"""Bytes that tell."""

SIGNATURES = (
    (b"PK\x03\x04", "a zip archive, as .docx, .xlsx, .odt and .epub are"),
    (b"%PDF-", "a PDF"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an office file of the old kind, as .doc and .xls are"),
    (b"{\\rtf", "an RTF file"),
    (b"\x1f\x8b", "gzip: name it .gz"),
    (b"\x28\xb5\x2f\xfd", "zstd: name it .zst"),
    (b"PAR1", "Parquet: name it .parquet"),
    (b"SQLite format 3\0", "an SQLite database"),
    (b"Rar!\x1a\x07", "a rar archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
)
"""As `file` knows them, <https://en.wikipedia.org/wiki/List_of_file_signatures>; none begins a text."""


def describe_binary(head: bytes) -> str | None:
    """Return what a file with these first bytes is; `None` where it may be a text.

    >>> describe_binary(b"%PDF-1.7"), describe_binary(b"PKO BP")
    ('a PDF', None)
    """
    return next((meaning for signature, meaning in SIGNATURES if head.startswith(signature)), None)
