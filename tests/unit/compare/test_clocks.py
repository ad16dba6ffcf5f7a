import pytest

from kg.compare.clocks import clocks


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("at 4:40 p.m.", [1000]),
        ("at 4.40 pm", [1000]),
        ("at 12:05 a.m.", [5]),
        ("at noon", [720]),
        ("by two in the afternoon", [840]),
        ("at 7 o'clock in the morning", [420]),
        ("from 16:40 until 19:00", [1000, 1140]),
        ("at about 3 a.m. on Monday", [180]),
        ("the 16th of May at 7.4 metres", []),
        ("one in ten people", []),
        ("a ratio of 3 to 1", []),
    ],
)
def test_times_of_day_are_read_in_minutes(text: str, minutes: list[int]) -> None:
    assert [clock.first for clock in clocks(text)] == minutes


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [("on Tuesday evening", 1080, 1320), ("late at night", 1200, 1440), ("before dawn", 240, 420)],
)
def test_parts_of_the_day_are_stretches(text: str, first: int, last: int) -> None:
    clock = clocks(text)[0]
    assert (clock.first, clock.last, clock.exact) == (first, last, False)


def test_a_time_that_it_was_not_is_marked() -> None:
    assert [clock.negated for clock in clocks("at around 1 a.m., not at three")] == [False, True]


@pytest.mark.parametrize("text", ["by noon", "until 19:00", "before 4 p.m.", "as early as 8 a.m."])
def test_limits_are_marked(text: str) -> None:
    assert clocks(text)[0].bound


def test_a_bare_hour_may_be_of_either_half_of_the_day() -> None:
    bare, known = clocks("at three, or at 3 p.m.")
    assert not bare.half_known
    assert known.half_known
    assert bare.minutes_from(known) == 0


@pytest.mark.parametrize(
    ("left", "right", "apart"), [("11:50 p.m.", "12:10 a.m.", 20), ("1 p.m.", "3 p.m.", 120)]
)
def test_times_are_compared_by_the_shorter_way_round(left: str, right: str, apart: int) -> None:
    assert clocks(left)[0].minutes_from(clocks(right)[0]) == apart


def test_universal_time_is_shifted_to_a_local_clock() -> None:
    clock = clocks("at 23:17 GMT")[0]
    assert clock.universal
    assert clock.shifted(300).first == clocks("4:17 a.m.")[0].first
    assert not clock.shifted(300).universal
