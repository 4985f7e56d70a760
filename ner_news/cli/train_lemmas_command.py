"""`ner-news train-lemmas`: the weights by which a normal form is chosen."""

from collections.abc import Sequence
from pathlib import Path

import click

from ner_news.cli.cli_errors import make_one_line, print_error
from ner_news.errors import NerNewsError

FILE = click.Path(path_type=Path, exists=True, dir_okay=False)


@click.command("train-lemmas")
@click.option("--gold", "gold", type=FILE, multiple=True, required=True,
              help="JSON lines: text, and spans with offsets and `lemmas`. Can be given again.")  # fmt: skip
@click.option("-o", "--out", type=click.Path(path_type=Path, dir_okay=False), required=True,
              help="The file of weights to write.")  # fmt: skip
@click.option("--held-out", type=click.IntRange(0), default=5, show_default=True,
              help="Of every so many documents the last is kept for measuring; 0 keeps none.")  # fmt: skip
def train_lemmas(gold: Sequence[Path], out: Path, held_out: int) -> None:
    """Learn to choose normal forms from names with theirs, and write the weights.

    A label that is none of a name's, such as NAME, is guessed. Needs no extra; takes some minutes.
    """
    from ner_news.training.lemma_ranking import RankingConfig
    from ner_news.training.lemma_training import train_lemmas as learn
    from ner_news.training.ranking_file import write_sections

    if any(out.exists() and out.samefile(path) for path in gold):
        raise click.UsageError(f"{out} would be overwritten, but is to be read")
    try:
        sections, figures = learn(gold, held_out, RankingConfig())
    except NerNewsError as error:
        raise click.ClickException(make_one_line(str(error))) from error
    write_sections(sections, out)
    print_error(f"{out} is written" if figures else f"{out} is written; nothing was held out to measure it on")
    for name, value in figures.items():
        click.echo(f"{name:12}{value:.4f}" if isinstance(value, float) else f"{name:12}{value}")
