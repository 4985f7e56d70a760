"""Files of text: their endings, their compression, their lines and rows.

How a file becomes articles: its name tells format and compression (`formats`); its bytes are unpacked (`compression`)
and cut into lines (`lines`), of CSV into rows (`csv_rows`), of Parquet into rows (`parquet_files`); `ner_news.articles`
checks each of these and makes an article of it. How documents become a file: they become lines, rows or batches, which
are written as bytes (`lines`, `parquet_files`) and packed (`compression`) as the file's name says (`formats`).
"""

from ner_news.files.binary_files import describe_binary
from ner_news.files.compression import compress_pieces, decompress
from ner_news.files.csv_cells import bare_cell, guard_cell
from ner_news.files.csv_rows import CSV_DELIMITERS, next_row
from ner_news.files.encodings import check_encoding, to_utf8
from ner_news.files.formats import COMPRESSIONS, FORMAT_OF_ENDING, endings_of, split_compression, split_format
from ner_news.files.lines import (
    TooLong,
    describe_undecoded,
    encodable,
    encodable_id,
    open_bytes,
    open_text,
    read_lines,
    split_lines,
    write_lines,
)

__all__ = [
    "COMPRESSIONS",
    "CSV_DELIMITERS",
    "FORMAT_OF_ENDING",
    "TooLong",
    "bare_cell",
    "check_encoding",
    "compress_pieces",
    "decompress",
    "describe_binary",
    "describe_undecoded",
    "encodable",
    "encodable_id",
    "endings_of",
    "guard_cell",
    "next_row",
    "open_bytes",
    "open_text",
    "read_lines",
    "split_compression",
    "split_format",
    "split_lines",
    "to_utf8",
    "write_lines",
]
