"""Articles from files, and documents into files.

The way in: `inputs` finds the files, opens and unpacks each; `input_formats` cuts it into lines, rows or one text;
`article_fields` turns each of these into an `Article`, or into an `Unreadable` with the reason.
The way out: `outputs` turns documents into bytes, batch by batch; `journal` lets the file grow by them, so that a run
that was killed can go on; `Journal.finish` gives the file its name, after Parquet has been made of the batches.
`rewriting` changes the texts of a file and leaves the rest.
"""

from ner_news.articles.article_fields import Fields, Record, Unreadable, parse_time
from ner_news.articles.inputs import INPUT_ENDINGS, KINDS, STDIN, find_files, read_files, read_stream
from ner_news.articles.journal import EarlierRun, Figures, Journal, read_journal, working_files
from ner_news.articles.outputs import OUTPUT_FORMATS, Encode, Output, output_for
from ner_news.articles.rewriting import TextPlace, rewrite

__all__ = [
    "INPUT_ENDINGS",
    "KINDS",
    "OUTPUT_FORMATS",
    "STDIN",
    "EarlierRun",
    "Encode",
    "Fields",
    "Figures",
    "Journal",
    "Output",
    "Record",
    "TextPlace",
    "Unreadable",
    "find_files",
    "output_for",
    "parse_time",
    "read_files",
    "read_journal",
    "read_stream",
    "rewrite",
    "working_files",
]
