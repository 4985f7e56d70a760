"""`python -m ner_news.cli` is `ner-news`."""

from ner_news.cli import main

if __name__ == "__main__":
    main(prog_name="ner-news")
