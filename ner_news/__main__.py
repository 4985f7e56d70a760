"""`python -m ner_news` is the command `ner-news`."""

from ner_news.cli import main

if __name__ == "__main__":
    main()
