"""The word lists of names."""

import pytest

from kg.extract.entities.gazetteer import places, standard
from kg.extract.lexicon import demonyms, pairs, terms


def test_several_lists_are_put_together() -> None:
    assert terms("persons", "experts", "officers") == terms("persons", "experts") | terms(
        "persons", "officers"
    )


def test_an_unknown_list_is_a_fault() -> None:
    with pytest.raises(KeyError):
        terms("persons", "no such list")


def test_entries_are_clean() -> None:
    for table, name in (("persons", "experts"), ("organizations", "heads"), ("nothing", "openers")):
        assert all(entry == entry.strip().casefold() and entry for entry in terms(table, name))


def test_peoples_have_plurals_and_countries() -> None:
    assert demonyms()["Norwegian"] == demonyms()["Norwegians"] == "Norway"


def test_every_country_of_a_people_is_a_known_place() -> None:
    assert {country for country in demonyms().values() if country} <= places()


@pytest.mark.parametrize("name", ["Norway", "United States", "U.S.", "N. Korea", "Ohio", "Nairobi"])
def test_places_known_everywhere(name: str) -> None:
    assert name in places()


def test_other_names_of_a_place_have_one_standard() -> None:
    assert {standard(name) for name in ("US", "U.S.", "America")} == {"United States"}
    assert set(pairs("places", "aliases").values()) <= places()
