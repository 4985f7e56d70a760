"""The command line: `ner-news`.

Each command has its own module, which turns the options into one value and calls the work: `extract_command` calls
`ner_news.extraction`, `train_command` calls `network_training`, `train_lemmas_command` calls
`ner_news.training.lemma_training`, `show_command` and `convert_command` call the readers and writers of
`ner_news.articles` and `ner_news.export`, `mask_commands` masks. `reading_options` are those of two commands;
`cli_errors` turns errors into a line and an exit code; `streams` mends what the shell gives.
"""

from typing import Any

import click

import ner_news
from ner_news.cli.cli_errors import Misuse, describe_os_error
from ner_news.cli.convert_command import convert
from ner_news.cli.extract_command import extract
from ner_news.cli.mask_commands import mask, unmask
from ner_news.cli.show_command import show
from ner_news.cli.streams import sound_streams
from ner_news.cli.train_command import train
from ner_news.cli.train_lemmas_command import train_lemmas


class SoundGroup(click.Group):
    """A group of commands that run with sound streams."""

    def main(self, *arguments: Any, **options: Any) -> Any:
        """Run the command that the arguments name."""
        with sound_streams():
            try:
                return super().main(*arguments, **options)
            except OSError as error:
                misuse = Misuse(describe_os_error(error))
                misuse.show()
                raise SystemExit(misuse.exit_code) from error


def _show_version(context: click.Context, _: click.Parameter, is_asked: bool) -> None:
    if is_asked:
        click.echo(f"ner-news, version {ner_news.__version__}")
        context.exit()


@click.group(cls=SoundGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--version", is_flag=True, is_eager=True, expose_value=False, callback=_show_version,
              help="Show the version and exit.")  # fmt: skip
def main() -> None:
    """People, organizations, places and dates in Russian news."""


for _command in (extract, train, train_lemmas, show, convert, mask, unmask):
    main.add_command(_command)
