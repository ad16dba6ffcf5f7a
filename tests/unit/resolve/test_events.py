import pytest

from kg.model import Entity, Extraction, Referent, When
from kg.resolve import resolve
from tests.unit.resolve.piles import EVENT, PLACE, report


def _happening(
    number: int, kind: str | None, place: str | None, when: str | None, name: str = "flood"
) -> Extraction:
    mentions = () if place is None else ((PLACE, place),)
    extraction = report(number, *mentions)
    article = extraction.article.id
    event = Referent(
        id=f"{article}#event0",
        kind=EVENT,
        name=name,
        event=kind,
        located_in=() if place is None else (f"{article}#0",),
        when=None if when is None else When(edtf=when),
    )
    return extraction.model_copy(update={"referents": (*extraction.referents, event)})


def _events(*extractions: Extraction) -> list[Entity]:
    return [entity for entity in resolve(extractions).entities if entity.kind is EVENT]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (("flood", "Velm", "2031-03-03"), ("flood", "Velm", "2031-03-03")),
        (("flood", "Velm", "2031-03-03/2031-03-05"), ("flood", "Velm", "2031-03-04")),
        (("flood", "Velm", None), ("flood", "Velm", "2031-03-04")),
        (("flood", "Velm", "2031-03"), ("flood", "Velm", "2031-03-04")),
        (("flood", "Velm", None), ("flood", "Velm", None)),
        (("flood", "Kyiv", "2031-03-03"), ("flood", "Kiev", "2031-03-03")),
    ],
)
def test_events_of_one_kind_place_and_time_are_one(
    left: tuple[str, str, str | None], right: tuple[str, str, str | None]
) -> None:
    assert len(_events(_happening(1, *left), _happening(2, *right))) == 1


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (("flood", "Velm", "2031-03-03"), ("storm", "Velm", "2031-03-03")),
        (("flood", "Velm", "2031-03-03"), ("flood", "Dunmere", "2031-03-03")),
        (("flood", "Velm", "2031-03-03"), ("flood", "Velm", "2031-03-05")),
        (("flood", "Velm", "2030"), ("flood", "Velm", "2031-03-05")),
        (("flood", "Velm", "2030"), ("flood", "Velm", None)),
        (("flood", None, "2031-03-03"), ("flood", None, "2031-03-03")),
        ((None, "Velm", "2031-03-03"), (None, "Velm", "2031-03-03")),
    ],
)
def test_events_that_differ_in_kind_place_or_time_stay_apart(
    left: tuple[str | None, str | None, str | None],
    right: tuple[str | None, str | None, str | None],
) -> None:
    assert len(_events(_happening(1, *left), _happening(2, *right))) == 2


def test_an_event_without_time_stays_alone_where_two_could_be_meant() -> None:
    found = _events(
        _happening(1, "flood", "Velm", "2031-03-03"),
        _happening(2, "flood", "Velm", "2033-09-09"),
        _happening(3, "flood", "Velm", None),
    )
    assert len(found) == 3


def test_a_merged_event_has_the_narrowest_time_and_the_longest_name() -> None:
    found = _events(
        _happening(1, "flood", "Velm", "2031-03-03/2031-03-05"),
        _happening(2, "flood", "Velm", "2031-03-04", name="flood at Velm"),
    )
    assert [(event.name, event.when) for event in found] == [
        ("flood at Velm", When(edtf="2031-03-04"))
    ]
    assert found[0].aliases == ("flood",)
