from pathlib import Path

import pytest

from kg.extract.quantities.units import DIMENSIONS
from kg.model import EventKind, Growth, Measure
from kg.vocabulary import load_measures

SCHEME = load_measures()
MEASURES = {measure.name: measure for measure in SCHEME.measures}
EVENTS = {event.name: event for event in SCHEME.events}
ROWS: list[Measure | EventKind] = [*SCHEME.measures, *SCHEME.events]


def test_measures_and_kinds_of_event_have_names_of_their_own() -> None:
    assert len({row.name for row in ROWS}) == len(ROWS)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.name)
def test_every_row_has_a_label_and_a_word_that_tells_it(row: Measure | EventKind) -> None:
    assert row.label
    assert row.label != row.name or row.name.islower()
    assert row.nouns or row.verbs or (isinstance(row, Measure) and row.adjectives)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.name)
def test_words_are_lemmas_of_two_words_at_most(row: Measure | EventKind) -> None:
    words = [*row.nouns, *row.verbs, *(row.adjectives if isinstance(row, Measure) else ())]
    assert all(word == word.lower() and len(word.split()) <= 2 for word in words)


@pytest.mark.parametrize("measure", SCHEME.measures, ids=lambda measure: measure.name)
def test_what_a_measure_names_exists(measure: Measure) -> None:
    assert measure.event is None or measure.event in EVENTS
    assert all(name in MEASURES and name != measure.name for name in measure.broader)


@pytest.mark.parametrize("measure", SCHEME.measures, ids=lambda measure: measure.name)
def test_a_part_can_be_given_in_a_unit_of_its_whole(measure: Measure) -> None:
    counts = {"person", "people"}
    for name in measure.broader:
        units = set(MEASURES[name].units)
        assert units & set(measure.units) or (units & counts and counts & set(measure.units))


def test_a_unit_in_the_plural_would_never_be_met() -> None:
    single = {"staff", "people"}
    plural = [
        unit
        for row in SCHEME.measures
        for unit in row.units
        if unit.endswith("s") and unit not in single
    ]
    assert plural == []


def test_dimensions_are_those_of_the_units() -> None:
    used = {unit for row in SCHEME.measures for unit in row.units}
    assert {"money", "length", "time", "area", "speed", "flow", "temperature"} <= used & set(
        DIMENSIONS.values()
    )


@pytest.mark.parametrize(
    ("name", "growth"),
    [("killed", Growth.RUNNING), ("turnout", Growth.FIXED), ("missing", Growth.VARYING)],
)
def test_a_measure_tells_how_it_changes(name: str, growth: Growth) -> None:
    assert MEASURES[name].growth is growth


def test_the_killed_and_the_injured_are_casualties() -> None:
    assert MEASURES["killed"].broader == MEASURES["injured"].broader == ("casualties",)


def test_a_file_of_the_user_adds_words_and_measures(tmp_path: Path) -> None:
    own = tmp_path / "my.ttl"
    own.write_text(
        "@prefix kg: <https://w3id.org/kg/ns#> . @prefix m: <https://w3id.org/kg/measures#> .\n"
        'm:killed a kg:Measure ; kg:noun "obituary" .\n'
        'm:hives a kg:Measure ; kg:noun "hive" ; kg:growth "varying" ; kg:unit "hive" .\n'
        'm:swarm a kg:EventKind ; kg:noun "swarm" .\n',
        encoding="utf-8",
    )
    extended = load_measures(own)
    rows = {measure.name: measure for measure in extended.measures}
    assert {"obituary", "death"} <= set(rows["killed"].nouns)
    assert rows["hives"].growth is Growth.VARYING
    assert "swarm" in {event.name for event in extended.events}
