import pytest

from kg.compare.totals import figure_rule
from kg.model import Modality, Scope
from tests.factory import quantity
from tests.unit.compare.scenes import MEASURES, Scene, figure, two_figures

Side = tuple[str, str, float, float | None]

CONTRADICTION = {("contradicts", "a", "b")}
AGREEMENT = {("corroborates", "a", "b")}
NEWER_B = {("updates", "b", "a")}
NOTHING: set[tuple[str, str, str]] = set()


def test_a_lower_figure_on_a_later_day_is_only_a_total_if_it_says_so() -> None:
    found = two_figures(
        ("Fifty-two people had died", "Fifty-two", 52, 52),
        ("Boats brought in nine drowned people", "nine", 9, 9),
        days=("2031-03-04", "2031-03-06"),
    )
    assert found == NOTHING


def test_a_later_hour_of_one_day_may_bring_a_higher_toll() -> None:
    found = two_figures(
        ("Nine people had died by 8 a.m.", "Nine", 9, 9),
        ("Fourteen people had died by 9 p.m.", "Fourteen", 14, 14),
    )
    assert found == NOTHING


@pytest.mark.parametrize(
    ("older", "newer"),
    [
        ((9, 9), (14, 14)),
        ((60, None), (38, 38)),
        ((3000, 3000), (4000, None)),
        ((20, None), (26, 26)),
    ],
)
def test_a_partys_newer_figure_updates_its_older_one(
    older: tuple[float, float | None], newer: tuple[float, float | None]
) -> None:
    found = two_figures(
        ("The dead were as many as told", "as many as told", *older),
        ("The dead are as many as known", "as many as known", *newer),
        speakers=("Velm Fire Service", "Velm Fire Service"),
        days=("2031-03-04", "2031-03-06"),
    )
    assert found == NEWER_B


def test_without_dates_the_higher_of_one_partys_running_totals_is_the_newer() -> None:
    found = two_figures(
        ("The dead were around 3,000", "around 3,000", 3000, 3000),
        ("The dead are more than 4,000", "more than 4,000", 4000, None),
        speakers=("Velm Fire Service", "Velm Fire Service"),
        days=(None, None),
        facts=({"hedge": "around"}, {"hedge": "more than"}),
    )
    assert found == NEWER_B


def test_without_dates_nobody_knows_which_fixed_figure_is_the_newer() -> None:
    found = two_figures(
        ("There were 117 people aboard", "117", 117, 117),
        ("There were 171 people aboard", "171", 171, 171),
        speakers=("Orrin Barges", "Orrin Barges"),
        days=(None, None),
        facts=({"measure": "aboard"}, {"measure": "aboard"}),
    )
    assert found == NOTHING


def test_a_guess_can_be_borne_out() -> None:
    found = two_figures(
        ("Perhaps 70 to 85 people had died by noon", "70 to 85", 70, 85),
        ("There were 78 dead by noon", "78", 78, 78),
        claims=({"modality": Modality.SPECULATED}, {}),
    )
    assert found == AGREEMENT


def test_a_partys_equal_figure_is_no_news() -> None:
    found = two_figures(
        ("Nine people died", "Nine", 9, 9),
        ("Nine people were dead", "Nine", 9, 9),
        speakers=("Velm Fire Service", "Velm Fire Service"),
        days=("2031-03-04", "2031-03-06"),
    )
    assert found == NOTHING


def test_who_speaks_for_a_body_revises_its_figures() -> None:
    scene = Scene()
    for name, speaker, day, value in (
        ("a", "Velm Fire Service", "2031-03-04", 9),
        ("b", "Ada Quill", "2031-03-05", 14),
    ):
        scene.speaker("Ada Quill", "Velm Fire Service")
        report = scene.report(f"The dead were {value}", day)
        counted = quantity(report, str(value), value, value, unit="person", measure="killed")
        scene.say(name, report, f"The dead were {value}", speaker, counted)
    assert scene.found() == NEWER_B


@pytest.mark.parametrize(
    ("left", "right", "hedges"),
    [
        (("About 2,300 died", "About 2,300", 2300, 2300), ("It was 2,280 dead", "2,280", 2280, 2280), ("about", None)),
        (("Some 190 died", "Some 190", 190, 190), ("It was 192 dead", "192", 192, 192), ("some", None)),
        (("Forty-one died", "Forty-one", 41, 41), ("It was 41 dead", "41", 41, 41), (None, None)),
        (("From 70 to 85 died", "70 to 85", 70, 85), ("It was 78 dead", "78", 78, 78), (None, None)),
    ],
)  # fmt: skip
def test_figures_of_one_value_corroborate(
    left: Side, right: Side, hedges: tuple[str | None, str | None]
) -> None:
    found = two_figures(left, right, facts=({"hedge": hedges[0]}, {"hedge": hedges[1]}))
    assert found == AGREEMENT


def test_around_ten_thousand_is_not_eleven_thousand() -> None:
    found = two_figures(
        ("Around 10,000 died", "Around 10,000", 10_000, 10_000),
        ("It was 11,000 dead", "11,000", 11_000, 11_000),
        facts=({"hedge": "around"}, {}),
    )
    assert found == CONTRADICTION


@pytest.mark.parametrize(
    "claims",
    [
        {"measure": "missing"},
        {"scope": Scope.PART},
        {"scope": Scope.ADDITION},
        {"unit": "boat"},
        {"unit": "percent"},
        {"measure": None, "unit": ""},
    ],
)
def test_a_smaller_figure_of_something_else_is_no_contradiction(claims: dict[str, object]) -> None:
    found = two_figures(
        ("Nineteen people had died by noon", "Nineteen", 19, 19),
        ("There were six by noon", "six", 6, 6),
        facts=({}, claims),
    )
    assert found == NOTHING


@pytest.mark.parametrize(
    "part",
    [
        "Six of them died in the cellar",
        "Six people died in her own district",
        "Six people died in the first wave",
        "Six people died in Velm alone",
        "Six people died at the old paper factory",
        "Six more people died",
        "Another six people died",
    ],
)
def test_a_part_or_an_addition_is_neither_another_figure_nor_the_same(part: str) -> None:
    whole = ("Nineteen people had died", "Nineteen", 19.0, 19.0)
    assert two_figures(whole, (part, "ix", 6, 6)) == NOTHING
    equal = ("Six people had died", "Six", 6.0, 6.0)
    assert two_figures(equal, (part, "ix", 6, 6)) == NOTHING


@pytest.mark.parametrize("part_first", [True, False])
def test_the_reason_tells_which_side_is_the_part(*, part_first: bool) -> None:
    scene = Scene()
    for text, words, value in (
        ("Twelve people had died in the whole country by 10 p.m.", "Twelve", 12),
        ("Some 30 people had died in Velm alone by 10 p.m.", "Some 30", 30),
    ):
        report = scene.report(text)
        scene.say(words, report, text, words, figure(report, words, value))
    whole, part = scene.statements()
    judge = figure_rule(MEASURES, {})
    verdict = judge(part, whole) if part_first else judge(whole, part)
    assert verdict is not None
    assert ("more in a part" in verdict.because) is part_first
    assert ("fewer in the whole" in verdict.because) is not part_first


def test_more_bodies_than_dead_contradict() -> None:
    found = two_figures(
        ("Nine people had died by noon", "Nine", 9, 9),
        ("We had 13 bodies by noon", "13 bodies", 13, 13),
        facts=({}, {"measure": "bodies", "unit": "body"}),
    )
    assert found == CONTRADICTION


def test_more_dead_than_killed_and_injured_together_contradict() -> None:
    found = two_figures(
        ("Nineteen people had died by noon", "Nineteen", 19, 19),
        ("There were six casualties by noon", "six", 6, 6),
        facts=({}, {"measure": "casualties"}),
    )
    assert found == CONTRADICTION


def test_a_part_is_no_whole_of_another_part() -> None:
    found = two_figures(
        ("We had 13 bodies by noon", "13 bodies", 13, 13),
        ("Six of the dead were from Velm", "Six", 6, 6),
        facts=({"measure": "bodies", "unit": "body"}, {}),
    )
    assert found == NOTHING


def test_fewer_bodies_than_dead_are_a_part() -> None:
    found = two_figures(
        ("Nine people had died by noon", "Nine", 9, 9),
        ("We had 7 bodies by noon", "7 bodies", 7, 7),
        facts=({}, {"measure": "bodies", "unit": "body"}),
    )
    assert found == NOTHING


def test_a_fixed_figure_is_disputed_on_any_day() -> None:
    found = two_figures(
        ("There were 117 people aboard", "117", 117, 117),
        ("About 171 people were aboard", "171", 171, 171),
        days=("2031-03-04", "2031-03-06"),
        facts=({"measure": "aboard"}, {"measure": "aboard", "hedge": "about"}),
    )
    assert found == CONTRADICTION


def test_what_a_paper_lists_is_not_what_there_was() -> None:
    found = two_figures(
        ("There were 117 people on the manifest", "117", 117, 117),
        ("About 171 people were aboard", "171", 171, 171),
        facts=({"measure": "aboard"}, {"measure": "aboard"}),
    )
    assert found == NOTHING


def test_fixed_figures_of_two_dates_are_of_two_occasions() -> None:
    found = two_figures(
        ("The rally of 8 October drew 18,000", "18,000", 18_000, 18_000),
        ("Saturday's rally drew 45,000", "45,000", 45_000, 45_000),
        facts=({"measure": "crowd"}, {"measure": "crowd"}),
        claims=({"holds": "2030-10-08"}, {"holds": "2031-03-01"}),
    )
    assert found == NOTHING


def test_a_toll_of_another_year_is_of_another_happening() -> None:
    found = two_figures(
        ("Fourteen people died in the flood of 1997", "Fourteen", 14, 14),
        ("Fourteen people have died", "Fourteen", 14, 14),
        claims=({"holds": "1997-06"}, {}),
    )
    assert found == NOTHING


@pytest.mark.parametrize(("days", "expected"), [
    (("2031-03-04", "2031-03-04"), CONTRADICTION),
    (("2031-03-04", "2031-03-07"), NOTHING),
])  # fmt: skip
def test_a_plan_may_have_changed_until_another_day(
    days: tuple[str, str], expected: set[tuple[str, str, str]]
) -> None:
    found = two_figures(
        ("It would cut 1,200 jobs", "1,200", 1200, 1200),
        ("The list had 1,600 jobs", "1,600", 1600, 1600),
        days=days,
        facts=({"measure": "cut", "unit": "job"}, {"measure": "cut", "unit": "job"}),
        claims=({"modality": Modality.PLANNED}, {}),
    )
    assert found == expected


def test_a_varying_figure_is_only_disputed_at_one_time() -> None:
    facts: tuple[dict[str, object], dict[str, object]] = (
        {"measure": "missing"},
        {"measure": "missing"},
    )
    left = ("Thirty-one people were missing", "Thirty-one", 31.0, 31.0)
    right = ("Four people were missing", "Four", 4.0, 4.0)
    assert two_figures(left, right, facts=facts) == CONTRADICTION
    assert two_figures(left, right, facts=facts, days=("2031-03-04", "2031-03-06")) == NOTHING


def test_a_denied_figure_contradicts_whoever_states_it() -> None:
    found = two_figures(
        ("No fewer than 60 people had died in his region alone", "60", 60, None),
        ("the toll had reached 60", "60", 60, None),
        claims=({}, {"modality": Modality.DENIED}),
    )
    assert found == CONTRADICTION


def test_a_denied_figure_says_nothing_of_another_one() -> None:
    found = two_figures(
        ("Nine people had died", "Nine", 9, 9),
        ("the toll had reached 60", "60", 60, None),
        claims=({}, {"modality": Modality.DENIED}),
    )
    assert found == NOTHING


@pytest.mark.parametrize("modality", [Modality.SPECULATED, Modality.ATTITUDE])
def test_guesses_and_attitudes_dispute_nothing(modality: Modality) -> None:
    found = two_figures(
        ("Nine people had died by noon", "Nine", 9, 9),
        ("Perhaps 60 people had died by noon", "60", 60, 60),
        claims=({}, {"modality": modality}),
    )
    assert found == NOTHING


def test_figures_of_two_peoples_are_of_two_things() -> None:
    found = two_figures(
        ("Nine Norvan soldiers died by noon", "Nine Norvan soldiers", 9, 9),
        ("Sixty Lisk soldiers died by noon", "Sixty Lisk soldiers", 60, 60),
        facts=({"counted": "Norvan soldiers"}, {"counted": "Lisk soldiers"}),
    )
    assert found == NOTHING


def test_figures_of_two_places_are_of_two_happenings() -> None:
    scene = Scene()
    scene.place("Port Amar")
    scene.place("Velm")
    for name, text in (
        ("a", "In Velm nine people died by noon"),
        ("b", "In Port Amar sixty people died by noon"),
    ):
        report = scene.report(text)
        words = "nine" if name == "a" else "sixty"
        value = 9 if name == "a" else 60
        counted = quantity(report, words, value, value, unit="person", measure="killed")
        scene.say(name, report, text, name, counted)
    assert scene.found() == NOTHING


def test_a_place_within_another_is_of_one_happening() -> None:
    scene = Scene()
    scene.place("Lower Marn")
    scene.place("Velm", "Lower Marn")
    for name, text, words, value in (
        ("a", "In Lower Marn nine people died by noon", "nine", 9),
        ("b", "In Velm sixty people died by noon", "sixty", 60),
    ):
        report = scene.report(text)
        counted = quantity(report, words, value, value, unit="person", measure="killed")
        scene.say(name, report, text, name, counted)
    assert scene.found() == CONTRADICTION


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("The wreck lies 11 miles north of Cape Orrin", "The wreck is 18 km north of Cape Orrin", AGREEMENT),
        ("The wreck lies 11 miles north of Cape Orrin", "The wreck is 40 km north of Cape Orrin", CONTRADICTION),
        ("The wreck lies 11 miles north of Cape Orrin", "The pier is 40 km long", NOTHING),
    ],
)  # fmt: skip
def test_lengths_are_compared_across_units_if_they_are_of_one_subject(
    left: str, right: str, expected: set[tuple[str, str, str]]
) -> None:
    value = float(right.split(" km", maxsplit=1)[0].rsplit(" ", 1)[1])
    found = two_figures(
        (left, "11 miles", 11, 11),
        (right, "km", value, value),
        facts=(
            {"measure": "distance", "unit": "mile"},
            {"measure": "distance", "unit": "kilometre"},
        ),
    )
    assert found == expected


def test_sums_of_money_need_a_subject_in_common() -> None:
    facts: tuple[dict[str, object], dict[str, object]] = (
        {"measure": "cost", "unit": "$"},
        {"measure": "cost", "unit": "$"},
    )
    one = ("The new spillway will cost $340 million", "$340 million", 340e6, 340e6)
    same = ("The spillway would cost $500 million", "$500 million", 500e6, 500e6)
    other = ("The ferry cost $500 million", "$500 million", 500e6, 500e6)
    far = ("The spillway cost $2", "$2", 2.0, 2.0)
    assert two_figures(one, same, facts=facts) == CONTRADICTION
    assert two_figures(one, other, facts=facts) == NOTHING
    assert two_figures(one, far, facts=facts) == NOTHING


def test_percentages_of_no_known_measure_are_not_compared() -> None:
    facts: tuple[dict[str, object], dict[str, object]] = (
        {"measure": None, "unit": "percent"},
        {"measure": None, "unit": "percent"},
    )
    found = two_figures(
        ("The turbine hall lost 40 percent of output", "40 percent", 40, 40),
        ("The turbine hall lost 60 percent of output", "60 percent", 60, 60),
        facts=facts,
    )
    assert found == NOTHING
