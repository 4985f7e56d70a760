"""Tables of readings, and words that meet in their slots."""

import pytest

from ner_news.lemmas.morphology.slots import (
    ALL_SLOTS,
    SINGLE_SLOTS,
    SLOTS,
    WordReading,
    find_gender,
    find_reading,
    join_tables,
    keep_unchanged,
    merge_tables,
    tabulate,
    union_slots,
)


def reading(form: str, weight: float) -> WordReading:
    return WordReading(form, weight, "test")


def test_every_slot_is_one_case_of_one_kind() -> None:
    assert len(SINGLE_SLOTS) == 6 * 4
    assert union_slots(SINGLE_SLOTS) == ALL_SLOTS
    assert SLOTS["gent", "ms-f"] == SLOTS["gent", "masc"] | SLOTS["gent", "femn"]


def test_a_slot_keeps_three_readings_of_other_forms() -> None:
    readings = [reading(form, weight) for form, weight in (("а", 0.9), ("б", 0.8), ("а", 0.7), ("в", 0.6), ("г", 0.5))]
    table = tabulate((ALL_SLOTS, one) for one in readings)
    assert [(one.form, round(one.weight, 2)) for _, one in table] == [("а", 0.9), ("б", 0.32), ("в", 0.24)]


def test_a_reading_much_weaker_than_the_best_is_left_out() -> None:
    table = tabulate([(ALL_SLOTS, reading("а", 1.0)), (ALL_SLOTS, reading("б", 0.19))])
    assert [one.form for _, one in table] == ["а"]


def test_of_two_tables_the_better_reading_wins_in_each_slot() -> None:
    table = merge_tables([(SLOTS["gent", ""], reading("а", 0.5))], [(ALL_SLOTS, reading("б", 0.3))])
    assert [getattr(find_reading(table, case, "masc"), "form", None) for case in ("gent", "nomn")] == ["а", "б"]


def test_words_that_share_no_slot_do_not_join() -> None:
    tables = [[(SLOTS["gent", "masc"], reading("а", 1.0))], [(SLOTS["gent", "femn"], reading("б", 1.0))]]
    assert join_tables(tables) == []


def test_many_words_of_many_readings_join_in_few_ways() -> None:
    two = [(ALL_SLOTS, reading("а", 0.5)), (ALL_SLOTS, reading("б", 0.4))]
    joints = join_tables([two] * 100)
    assert len(joints) <= 2 * 48
    assert max(joints, key=lambda joint: joint[2])[1] == (reading("а", 0.5),) * 100


def test_an_unchanged_word_stands_in_every_slot() -> None:
    table = keep_unchanged("фон", 1.0, "particle")
    assert {find_reading(table, case, "femn") for case in ("nomn", "loct")} == {WordReading("фон", 1.0, "particle")}


@pytest.mark.parametrize(
    ("shares", "gender"),
    [
        ([("masc", 1.0)], "masc"),
        ([("femn", 0.95), ("masc", 0.05)], "femn"),
        ([("femn", 0.5), ("masc", 0.5)], None),
        ([("plur", 1.0)], None),
        ([("", 1.0)], None),
    ],
)
def test_a_gender_is_told_when_nearly_all_slots_have_it(shares: list[tuple[str, float]], gender: str | None) -> None:
    assert find_gender([(SLOTS["gent", kind], share) for kind, share in shares]) == gender
