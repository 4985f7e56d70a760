"""A worker without weights, for the test of the protocol."""

from collections.abc import Sequence

from tests.benchmarks.protocol import Article, Tasks, Work, main

TASKS: Tasks = {"letters": lambda: letters([])}


def letters(cache: list[int]) -> Work:
    """Finds the letters of the articles and what the cache still holds."""

    def run(articles: Sequence[Article]) -> int:
        cache.append(1000)
        return sum(len(article.text) for article in articles) + sum(cache[1:])

    return Work(run, cache.clear)


if __name__ == "__main__":
    main(TASKS)
