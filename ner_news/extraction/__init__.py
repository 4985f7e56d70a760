"""From files of articles to a file of documents, in as many processes as wanted, and on from where a run was killed.

The way of a run: `options` says what is wanted; `overwriting` refuses an output that is an input, and `resuming` finds
an interrupted run; `chunks` turns batches of records into bytes, and `corpus_chunks` does it with the ids of a corpus;
`destinations` writes the bytes to a file with a journal or to a stream; `totals` counts; `job` puts these together.
"""

from ner_news.extraction.destinations import growing_file
from ner_news.extraction.job import check_options, make_extractor, run_extraction
from ner_news.extraction.options import LARGEST, ExtractionOptions
from ner_news.extraction.overwriting import check_files
from ner_news.extraction.totals import Totals

__all__ = [
    "LARGEST",
    "ExtractionOptions",
    "Totals",
    "check_files",
    "check_options",
    "growing_file",
    "make_extractor",
    "run_extraction",
]
