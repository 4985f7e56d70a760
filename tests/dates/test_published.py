"""The publication time in the forms that a caller may have it in."""

from datetime import date, datetime, timedelta, timezone

import numpy
import pytest

from ner_news.dates import parse_published
from ner_news.errors import InputError

MOSCOW = timezone(timedelta(hours=3))
WRITTEN = {
    "2021-09-16": datetime(2021, 9, 16),
    "2021-09-16T16:02": datetime(2021, 9, 16, 16, 2),
    "2021-09-16 16:02": datetime(2021, 9, 16, 16, 2),
    "2021-09-16T16:02:11": datetime(2021, 9, 16, 16, 2, 11),
    "2021-09-16T16:02:11.5": datetime(2021, 9, 16, 16, 2, 11, 500_000),
    "2021-09-16T16:02:11.000125": datetime(2021, 9, 16, 16, 2, 11, 125),
    "2021-09-16T16:02Z": datetime(2021, 9, 16, 16, 2, tzinfo=timezone.utc),
    "2021-09-16T16:02:11+03:00": datetime(2021, 9, 16, 16, 2, 11, tzinfo=MOSCOW),
    "2021-09-16 16:02:11.5-05:30": datetime(
        2021, 9, 16, 16, 2, 11, 500_000, tzinfo=timezone(-timedelta(hours=5, minutes=30))
    ),
    "2021-09-16T16:02+0300": datetime(2021, 9, 16, 16, 2, tzinfo=MOSCOW),
    "2021-09-16 16:02:11.5+03": datetime(2021, 9, 16, 16, 2, 11, 500_000, tzinfo=MOSCOW),
    "0001-01-01": datetime(1, 1, 1),
    "15.01.2025": datetime(2025, 1, 15),
    "5.1.2025 8:05": datetime(2025, 1, 5, 8, 5),
    "15.01.2025, 10:30:11": datetime(2025, 1, 15, 10, 30, 11),
    "Wed, 15 Jan 2025 10:30:00 +0300": datetime(2025, 1, 15, 10, 30, tzinfo=MOSCOW),
    "15 Jan 2025 10:30 GMT": datetime(2025, 1, 15, 10, 30, tzinfo=timezone.utc),
    "1736929800": datetime(2025, 1, 15, 8, 30, tzinfo=timezone.utc),
    "1736929800.5": datetime(2025, 1, 15, 8, 30, 0, 500_000, tzinfo=timezone.utc),
    "9999-12-31T23:59": datetime(9999, 12, 31, 23, 59),
}
UNREADABLE = (
    "вчера", "2021", "2021-09", "31.02.2021", "16.09.21", "2021-9-16", "20210916", "1736929800000",
    "2021-02-31", "2021-13-01", "0000-01-01",
    "2021-09-16T", "2021-09-16T25:00", "2021-09-16T16", "2021-09-16T16:60", "2021-09-16T16:02:61", "2021-W37-4",
    "2021-09-16T16:02+25:00", "2021-09-16T16:02+03:70", " 2021-09-16", "2021-09-16\n",
    "２０２１-09-16", "2021-09-16T16:02:11.1234567",
    "Wed, 15 Jan 2025 10:30:00 MSK", "Wed, 42 Jan 2025 10:30:00 GMT", "16.09.2021 25:00", "09/16/2021",
)  # fmt: skip


@pytest.mark.parametrize(("written", "expected"), WRITTEN.items())
def test_iso_forms_are_read(written: str, expected: datetime) -> None:
    found = parse_published(written)
    assert found == expected
    assert found is not None
    assert found.utcoffset() == expected.utcoffset()


def test_objects_are_taken_as_they_are() -> None:
    moment = datetime(2021, 9, 16, 16, 2, tzinfo=MOSCOW)
    assert parse_published(moment) is moment
    assert parse_published(date(2021, 9, 16)) == datetime(2021, 9, 16)
    assert parse_published(None) is None


@pytest.mark.parametrize("written", UNREADABLE)
def test_other_text_is_refused_with_the_accepted_forms(written: str) -> None:
    with pytest.raises(InputError) as caught:
        parse_published(written)
    assert repr(written) in str(caught.value)
    assert "2021-09-16T16:02" in str(caught.value)


@pytest.mark.parametrize("value", [True, b"2021-09-16", ["2021-09-16"], object()])
def test_other_types_are_refused_by_name(value: object) -> None:
    with pytest.raises(TypeError, match=type(value).__name__):
        parse_published(value)


def test_unix_seconds_are_in_utc() -> None:
    for value in (1736929800, 1736929800.0):
        assert parse_published(value) == datetime(2025, 1, 15, 8, 30, tzinfo=timezone.utc)


@pytest.mark.parametrize("value", [0, 2021, 20210916, 1.5, 1736929800000, float("inf"), -1736929800])
def test_numbers_that_are_hardly_seconds_are_refused(value: float) -> None:
    with pytest.raises(InputError, match=f"{value!r} is no time in Unix seconds".replace("+", r"\+")):
        parse_published(value)


@pytest.mark.parametrize("value", [None, "", " ", float("nan"), numpy.datetime64("NaT"), numpy.float64("nan")])
def test_what_is_missing_is_unknown(value: object) -> None:
    assert parse_published(value) is None


def test_times_of_numpy_are_read() -> None:
    assert parse_published(numpy.datetime64("2025-01-15T10:30:11.123456789")) == datetime(
        2025, 1, 15, 10, 30, 11, 123_456
    )
    assert parse_published(numpy.datetime64("2025-01-15")) == datetime(2025, 1, 15)
    assert parse_published(numpy.int64(1736929800)) == datetime(2025, 1, 15, 8, 30, tzinfo=timezone.utc)
    with pytest.raises(InputError, match="outside the years"):
        parse_published(numpy.datetime64("20000-01-15"))


def test_times_of_pandas_are_read_as_pythons() -> None:
    pandas = pytest.importorskip("pandas", reason="needs pip install 'ner-news[pandas]'")
    found = parse_published(pandas.Timestamp("2021-09-16T16:02:11.123456789+03:00"))
    assert type(found) is datetime
    assert found == datetime(2021, 9, 16, 16, 2, 11, 123_456, tzinfo=MOSCOW)
    assert parse_published(pandas.NaT) is None
    assert parse_published(pandas.NA) is None
