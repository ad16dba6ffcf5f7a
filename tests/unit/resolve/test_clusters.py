import pytest

from kg.model import EntityKind
from kg.resolve import resolve
from kg.resolve.candidates import candidates
from kg.resolve.clusters import clusters
from tests.unit.resolve.piles import (
    EXPERT,
    ORGANIZATION,
    PERSON,
    PLACE,
    SOURCE,
    UNIT,
    are_one,
    names,
    pile,
    report,
)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Volya Marchenskyy", "Volya Marchensky"),
        ("Sun Mi Rae", "Sun Mi-rae"),
        ("Ada Quill", "Ada B. Quill"),
        ("Ada Quill", "Ada Marie Quill"),
        ("Dr Ada Quill", "Ada Quill"),
        ("Ludmil Korovets", "Ludmil Korovetz"),
        ("Petar Stanimirov", "Petar Stanimirow"),
        ("Petar Stanomirov", "Petar Stanimirov"),
    ],
)
def test_spellings_of_one_person_are_one(left: str, right: str) -> None:
    assert are_one((PERSON, left), (PERSON, right))


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Sun Mi Rae", "Sun Mi Roe"),
        ("Petar Ivanchev", "Petra Ivanchev"),
        ("Dana Stanimirov", "Dana Stanimirova"),
        ("Ada Quill", "Ida Quill"),
        ("Ada Quill", "Ada Quilter"),
    ],
)
def test_similar_names_of_two_persons_stay_two(left: str, right: str) -> None:
    assert not are_one((PERSON, left), (PERSON, right))


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Tidal Research Institute", "TRI"),
        ("Norway's Tide Service", "Tide Service of Norway"),
        ("Norway's Tide Service", "Norwegian Tide Service"),
        ("Norway's Tide Service", "Tide Service"),
        ("Ministry of Labour", "Labor Ministry"),
        ("State Tide Office", "Tide Office"),
        ("Marlo Devices", "Marlo"),
        ("Marlo Devices", "Marlo Devices Ltd"),
        ("Harrow Courier", "Courier"),
    ],
)
def test_forms_of_one_body_are_one(left: str, right: str) -> None:
    assert are_one((ORGANIZATION, left), (ORGANIZATION, right))


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Norway's Tide Service", "Japan's Tide Service"),
        ("Interior Ministry", "Ministry"),
        ("Norway", "Norway Rescue Service"),
        ("Harbour Police", "Harbour Police Union"),
        ("3rd Battalion", "4th Battalion"),
        ("Tidal Research Institute", "TRX"),
        ("Bank of Velm", "Velm"),
    ],
)
def test_forms_that_could_be_of_two_bodies_stay_two(left: str, right: str) -> None:
    assert not are_one((ORGANIZATION, left), (ORGANIZATION, right))


def test_places_are_one_by_transliteration() -> None:
    assert are_one((PLACE, "Kyiv"), (PLACE, "Kiev"))


def test_a_surname_is_the_only_person_who_bears_it() -> None:
    assert are_one((PERSON, "Ada Quill"), (PERSON, "Quill"))


def test_a_first_word_is_the_only_person_whose_name_begins_with_it() -> None:
    assert are_one((PERSON, "Doh Jin-su"), (PERSON, "Doh"))


def test_a_surname_goes_before_a_first_word() -> None:
    found = resolve(pile((PERSON, "Ada Lindal"), (PERSON, "Lindal Brook"), (PERSON, "Lindal")))
    assert names(found) == {"Ada Lindal", "Lindal Brook"}
    assert len(next(e for e in found.entities if e.name == "Ada Lindal").articles) == 2


def test_two_people_with_one_surname_stay_two() -> None:
    found = resolve(pile((PERSON, "Ada Quill"), (PERSON, "Tom Quill")))
    assert names(found) == {"Ada Quill", "Tom Quill"}


def test_a_surname_of_two_people_is_another_one_in_each_article() -> None:
    found = resolve(
        pile((PERSON, "Ada Quill"), (PERSON, "Tom Quill"), (PERSON, "Quill"), (PERSON, "Quill"))
    )
    assert sorted(entity.name for entity in found.entities) == [
        "Ada Quill", "Quill", "Quill", "Tom Quill",
    ]  # fmt: skip
    assert len({entity.id for entity in found.entities}) == 4


def test_a_short_form_of_two_bodies_stays_alone() -> None:
    found = resolve(
        pile(
            (ORGANIZATION, "State Tide Office"),
            (ORGANIZATION, "Coastal Tide Office"),
            (ORGANIZATION, "Tide Office"),
        )
    )
    assert len(found.entities) == 3


def test_an_article_that_introduces_an_acronym_decides_what_it_means_elsewhere() -> None:
    found = resolve(
        pile(
            (ORGANIZATION, "Tidal Research Institute"),
            (ORGANIZATION, "Rescue Team Iris", ("TRI",)),
            (ORGANIZATION, "TRI"),
        )
    )
    iris = next(entity for entity in found.entities if entity.name == "Rescue Team Iris")
    assert len(iris.articles) == 2


def test_an_acronym_of_two_bodies_stays_alone() -> None:
    found = resolve(
        pile(
            (ORGANIZATION, "Tidal Research Institute"),
            (ORGANIZATION, "Tower Repair Initiative"),
            (ORGANIZATION, "TRI"),
        )
    )
    assert len(found.entities) == 3


@pytest.mark.parametrize("other", [ORGANIZATION, PLACE, SOURCE, UNIT])
def test_a_person_is_never_a_body_or_a_place(other: EntityKind) -> None:
    assert not are_one((PERSON, "Marlo"), (other, "Marlo"))


def test_a_name_of_place_and_body_goes_to_the_one_that_is_mentioned_more() -> None:
    found = resolve(pile((PLACE, "Velm"), (ORGANIZATION, "Velm"), (ORGANIZATION, "Velm"))).entities
    assert [entity.kind for entity in found] == [ORGANIZATION]


def test_a_name_mentioned_as_often_as_place_and_body_is_a_place() -> None:
    found = resolve(pile((PLACE, "Velm"), (ORGANIZATION, "Velm"))).entities
    assert [entity.kind for entity in found] == [PLACE]


@pytest.mark.parametrize(
    ("kinds", "expected"),
    [
        ((PERSON, EXPERT), EXPERT),
        ((PERSON, PERSON, EXPERT), EXPERT),
        ((ORGANIZATION, UNIT), UNIT),
        ((ORGANIZATION, ORGANIZATION, SOURCE), ORGANIZATION),
    ],
)
def test_of_two_kinds_the_narrower_one_is_taken(
    kinds: tuple[EntityKind, ...], expected: EntityKind
) -> None:
    found = resolve(pile(*((kind, "Marlo Brook") for kind in kinds))).entities
    assert [entity.kind for entity in found] == [expected]


def test_every_merge_names_both_sides_and_has_a_score() -> None:
    extractions = pile((PERSON, "Ada Quill"), (PERSON, "Quill"), (PERSON, "Ada Quil"))
    found = clusters(candidates(r for e in extractions for r in e.referents)).clusters
    assert len(found) == 1
    for merge in found[0].merges:
        assert 0 < merge.likeness.score <= 1
        assert merge.left.name in merge.likeness.reason
        assert merge.right.name in merge.likeness.reason


def test_generic_words_are_no_alias() -> None:
    found = resolve(
        [
            report(1, (ORGANIZATION, "Velm Fire Service", ("Service",))),
            report(2, (ORGANIZATION, "Service")),
        ]
    )
    assert len(found.entities) == 2
