"""The one table of file endings: which format a name stands for, and how the file is compressed."""

COMPRESSIONS = (".gz", ".zst")

FORMAT_OF_ENDING = {
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".csv": "csv",
    ".parquet": "parquet",
    ".xlsx": "xlsx",
    ".txt": "text",
    ".conll": "conll",
    ".bio": "conll",
    ".iob": "conll",
    ".tsv": "tsv",
    ".json": "json",
    ".spacy": "docbin",
}
"""The formats that have an ending. Each reader and writer takes those that it knows; brat's is a folder, and an
annotated file of JSON holds Label Studio's tasks."""


def split_compression(name: str) -> tuple[str, str]:
    """Return the lower-case file name without the ending of its compression, and that ending, or an empty one.

    >>> split_compression("News.jsonl.GZ"), split_compression("news.csv")
    (('news.jsonl', '.gz'), ('news.csv', ''))
    """
    lower = name.lower()
    ending = next((ending for ending in COMPRESSIONS if lower.endswith(ending)), "")
    return lower.removesuffix(ending), ending


def split_format(name: str) -> tuple[str | None, str]:
    """Return the format of a file by its name, `None` for an unknown ending, and the ending of its compression.

    >>> split_format("News.JSONL.gz"), split_format("news.csv"), split_format("notes.md")
    (('jsonl', '.gz'), ('csv', ''), (None, ''))
    """
    plain, compression = split_compression(name)
    form = next((form for ending, form in FORMAT_OF_ENDING.items() if plain.endswith(ending)), None)
    return form, compression


def endings_of(*formats: str) -> tuple[str, ...]:
    """Return the endings of the formats, in the order of the table.

    >>> endings_of("jsonl", "text")
    ('.jsonl', '.ndjson', '.txt')
    """
    return tuple(ending for ending, form in FORMAT_OF_ENDING.items() if form in formats)
