from kg.export.times import Stretch, stretch, stretches
from kg.graph import assemble
from tests.factory import Pile, sample_collection


def test_a_time_of_day_counts_as_its_day() -> None:
    assert stretch("2031-03-04T10:30:00Z") == ("2031-03-04", "2031-03-04")


def test_an_interval_reaches_to_its_last_day() -> None:
    assert stretch("2031-03-03/2031-04") == ("2031-03-03", "2031-04-30")


def test_what_is_no_date_has_no_days() -> None:
    assert stretch("last Tuesday") is None
    assert stretch("2031-02-30") is None


def test_claims_without_a_day_of_their_own_stand_with_their_article() -> None:
    pile = Pile()
    found = stretches(assemble(sample_collection()))
    assert found[pile.staff.id] == Stretch("2031-03-01", "2031-03-31")
    assert found[pile.nine.id].year == 2031
    assert pile.velm.id not in found
