"""Which dates a figure shows, by which unit, and how names are written; nothing is drawn."""

from datetime import date, timedelta

import pytest

from ner_news.captions import Captions
from ner_news.plots.canvas import LONGEST, format_name
from ner_news.plots.country_map import load_shapes
from ner_news.plots.graph_choice import push_apart
from ner_news.plots.timelines import MANY, MentionedDate, _choose_period, _choose_window

DAY = date(2021, 5, 3)


def mention(first: date, mentions: int = 1, days: int = 1) -> MentionedDate:
    return MentionedDate(first, first + timedelta(days - 1), mentions)


@pytest.mark.parametrize(
    ("mentions", "first"),
    [
        (MANY - 3, date(1945, 5, 9)),  # few: all are shown
        (MANY - 2, DAY),  # many: the one far from them is not
    ],
)
def test_few_dates_far_from_most_are_left_out(mentions: int, first: date) -> None:
    dates = [mention(date(1945, 5, 9)), mention(DAY, mentions), mention(DAY + timedelta(1))]
    assert _choose_window(dates)[0] == first


@pytest.mark.parametrize(
    ("dates", "period"),
    [
        ([mention(DAY), mention(DAY + timedelta(9))], "day"),
        ([mention(DAY), mention(DAY + timedelta(200))], "week"),
        ([mention(DAY), mention(date(2021, 5, 1), 5, 31)], "month"),
        ([mention(date(2021, 1, 1), 1, 365)], "year"),
        ([mention(date(1801, 1, 1), 1, 200 * 365)], "century"),
    ],
)
def test_the_unit_holds_at_least_half_of_the_dates(dates: list[MentionedDate], period: str) -> None:
    assert _choose_period(dates, min(each.first for each in dates), max(each.first for each in dates)).name == period


@pytest.mark.parametrize(
    ("name", "written"),
    [("Анна\nКим", "Анна Ким"), ("$Рога$", r"\$Рога\$"), ("а" * LONGEST, "а" * LONGEST), ("", "")],
)
def test_a_name_is_on_one_line(name: str, written: str) -> None:
    assert format_name(name) == written


def test_a_long_name_is_cut() -> None:
    assert format_name("а" * (LONGEST + 1)) == "а" * (LONGEST - 1) + "…"
    assert Captions("en").note_share(3, 4, "names") == ["3 of 4 names"]


def test_points_are_pushed_apart_the_shorter_way() -> None:
    points = {"one": [0.0, 0.0], "other": [0.1, 0.3]}
    push_apart(points, dict.fromkeys(points, (2.0, 0.4)))
    assert points["one"][0] == 0.0
    assert points["other"][1] - points["one"][1] >= 0.4


def test_shapes_are_rings_or_a_single_point() -> None:
    shapes = load_shapes()
    assert len(shapes["RU"][0]) > 20
    assert [len(ring) for ring in shapes["MC"]] == [1]
