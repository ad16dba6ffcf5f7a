"""How many independent origins a claim has: voices that say the same, copies and chains counted once."""

from itertools import pairwise

import pytest

from kg.graph.origins import origins
from kg.model import Article, Claim, Collection, Entity, EntityKind, RelationKind, Style
from tests.factory import Pile, article, claim, entity, relation, sample_collection

Pair = tuple[Claim, Claim]

PORT = entity(EntityKind.ORGANIZATION, "Port Authority")
CAPTAIN = entity(EntityKind.PERSON, "Ines Maroll", affiliations=(PORT.id,))
PILOT = entity(EntityKind.PERSON, "Tom Ilves", affiliations=(PORT.id,))
UNION = entity(EntityKind.ORGANIZATION, "Dockers' Union")
CREW = entity(EntityKind.SOURCE, "members of the crew", named=False)
CREWMEN = entity(EntityKind.SOURCE, "crew members", named=False)
WIRE = entity(EntityKind.SOURCE, "Rivermouth Wire")
COURIER = entity(EntityKind.SOURCE, "Harrow Courier")
GAZETTE = entity(EntityKind.SOURCE, "Harbour Gazette")
ENTITIES = (PORT, CAPTAIN, PILOT, UNION, CREW, CREWMEN, WIRE, COURIER, GAZETTE)

REPORTS = [article(f"The crane fell. Report {number}.", f"{number}.txt") for number in range(5)]


def said(number: int, who: Entity | None, *via: Entity, **facts: object) -> Claim:
    """A claim in one of the reports."""
    return claim(
        REPORTS[number],
        "The crane fell",
        speaker=who and who.id,
        via=tuple(one.id for one in via),
        **facts,
    )


def counts(
    *claims: Claim,
    same: tuple[Pair, ...] = (),
    disputed: tuple[Pair, ...] = (),
    reprints: dict[Article, Article] | None = None,
    publishers: dict[Article, Entity] | None = None,
) -> list[int]:
    """The origins of each claim; all of them say the same unless pairs are given."""
    pairs = same or tuple(pairwise(claims))
    rows = [relation(RelationKind.CORROBORATES, *pair) for pair in pairs]
    rows += [relation(RelationKind.CONTRADICTS, *pair) for pair in disputed]
    found = origins(
        Collection(
            articles=tuple(REPORTS),
            entities=ENTITIES,
            claims=claims,
            relations=tuple(rows),
            origins={copy.id: first.id for copy, first in (reprints or {}).items()},
            publishers={report.id: who.id for report, who in (publishers or {}).items()},
        )
    )
    return [found[one.id] for one in claims]


def test_a_claim_alone_has_one_origin() -> None:
    assert counts(said(0, PORT)) == [1]


def test_every_voice_that_says_the_same_is_an_origin_also_through_another() -> None:
    first, second, third = said(0, PORT), said(1, UNION), said(2, CREW)
    assert counts(first, second, third, same=((first, second), (second, third))) == [3, 3, 3]


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        (said(0, PORT), said(1, PORT), 1),
        (said(0, PORT), said(1, UNION, PORT), 1),
        (said(0, PORT, WIRE), said(1, UNION, WIRE), 1),
        (said(0, CAPTAIN), said(1, PORT), 1),
        (said(0, CAPTAIN), said(1, PILOT), 2),
        (said(0, PORT, WIRE), said(1, UNION), 2),
    ],
    ids=["one speaker", "upstream", "one wire", "spokeswoman", "colleagues", "two"],
)
def test_one_speaker_one_wire_and_a_body_with_its_voice_are_one_origin(
    left: Claim, right: Claim, expected: int
) -> None:
    assert counts(left, right) == [expected, expected]


def test_colleagues_are_one_origin_once_their_body_speaks_too() -> None:
    assert counts(said(0, CAPTAIN), said(1, PORT), said(2, PILOT)) == [1, 1, 1]


def test_what_an_article_tells_itself_is_of_its_outlet_and_a_reprint_of_the_first() -> None:
    told = [said(number, None, style=Style.NARRATED) for number in range(3)]
    assert counts(*told) == [3, 3, 3]
    outlets = {REPORTS[0]: COURIER, REPORTS[1]: GAZETTE, REPORTS[2]: COURIER}
    assert counts(*told, publishers=outlets) == [2, 2, 2]
    copied = {REPORTS[1]: REPORTS[0], REPORTS[2]: REPORTS[1]}
    assert counts(*told, reprints=copied, publishers=outlets) == [1, 1, 1]


def test_a_copy_that_names_its_source_in_its_own_way_is_no_other_origin() -> None:
    claims = said(0, CREW), said(1, UNION), said(2, CREWMEN)
    assert counts(*claims, reprints={REPORTS[2]: REPORTS[0]}) == [2, 2, 2]


def test_what_disputes_a_claim_does_not_bear_it_out_by_a_third() -> None:
    low, middle, high = said(0, PORT), said(1, UNION), said(2, CREW)
    chain = ((low, middle), (middle, high))
    assert counts(low, middle, high, same=chain, disputed=((low, high),)) == [2, 3, 2]


def test_the_sample_pile_counts_reprints_once() -> None:
    pile, found = Pile(), origins(sample_collection())
    assert (found[pile.fourteen.id], found[pile.copied.id], found[pile.eleven.id]) == (1, 1, 1)
    assert found[pile.denial.id] == found[pile.held.id] == 2
    assert list(found) == [row.id for row in sample_collection().claims]
