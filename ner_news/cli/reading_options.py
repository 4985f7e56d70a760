"""What `extract` and `show` have in common: how files are read, and with what."""

from collections.abc import Callable
from typing import Any

import click

from ner_news.articles import INPUT_ENDINGS, KINDS
from ner_news.custom import NAME_LABELS
from ner_news.extraction import LARGEST
from ner_news.lemmas import HEADS, YO
from ner_news.prepare import FORMATS as TEXT_FORMATS
from ner_news.spans import SCHEMES
from ner_news.tagging import DEFAULT

_ENDINGS = ", ".join(INPUT_ENDINGS)

# fmt: off
_OPTIONS = (
    click.option("--from", "kind", type=click.Choice(KINDS), default="auto", show_default=True,
                  help=f"What the files hold; auto goes by the ending: {_ENDINGS}, also .gz, .zst."),
    click.option("--encoding", metavar="NAME",
                  help="Of the files: windows-1251, koi8-r …; otherwise UTF-8, or UTF-16 with its mark."),
    click.option("--sheet", metavar="NAME", help="Of a file of Excel: its name, or its number; otherwise the first."),
    click.option("--text-column", default="text", show_default=True, help="The field or column of the texts."),
    click.option("--id-column", default="id", show_default=True, help="Of their ids; without it file and line serve."),
    click.option("--published-column", default="published", show_default=True, help="Of the times of publication."),
    click.option("--published-format", metavar="FORM",
                  help="How these are written: %d/%m/%Y. Without it ISO, 15.01.2025 10:30, feeds, seconds."),
    click.option("--scheme", metavar="|".join(SCHEMES), default="full", show_default=True,
                  help="Longest names («МИД Германии») or bare ones («МИД», «Германии»); "
                  "or a scheme of the --model's own."),
    click.option("--model", default=DEFAULT, show_default=True, help="A network's name, or the path of a model file."),
    click.option("--min-score", type=click.FloatRange(0, 1), default=0.0, show_default=True,
                  help="Leave out names of which the network is less sure."),
    click.option("--yo", type=click.Choice(YO), default="written", show_default=True,
                  help="ё in normal forms: as written, or restored where the dictionary is sure."),
    click.option("--heads", type=click.Choice(HEADS), default="written", show_default=True,
                  help="«Правительство Грузии» at the start of a sentence: as written, or lowered if it is common."),
    click.option("--gazetteer", metavar="FILE",
                  help="Own names to find: CSV or JSON with name, label, lemma, entity; or .txt, one a line."),
    click.option("--gazetteer-encoding", metavar="NAME", help="As --encoding, of the --gazetteer."),
    click.option("--gazetteer-label", type=click.Choice(NAME_LABELS), help="Of names there without one."),
    click.option("--published", metavar="TIME", help="For articles without a time: 2021-09-16 or 2021-09-16T16:02."),
    click.option("--century-pivot", type=click.IntRange(0, 100), metavar="N",
                  help="Two digits of a year from N on are of the 20th century; by publication otherwise."),
    click.option("--text-format", type=click.Choice(TEXT_FORMATS), default="text", show_default=True,
                  help="What the articles are written in; offsets count in what was given."),
    click.option("--spans-from-input", is_flag=True, help="Take the names from each record's `spans` (and `nested`): "
                  "start, stop or end, label if known. They come back typed, with lemmas and entities."),
    click.option("--strict", is_flag=True, help="Fields and columns that are not read are errors, not warnings."),
    click.option("--max-bytes", type=click.IntRange(1), default=LARGEST, show_default=True, metavar="N",
                  help="Refuse records of more bytes: one of 10 MB takes minutes and 0.6 GB."),
)
# fmt: on


def reading_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the options; their names are fields of `ExtractionOptions`."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command
