from dataclasses import replace
from pathlib import Path

import pytest

from kg.cli.tables import Tables, load
from kg.cli.views import Dispute, Listing, Side, disputes, sources, speakers
from kg.export import tables as exporter
from kg.graph import assemble
from kg.model import Basis, RelationKind
from tests.factory import Pile, sample_collection


@pytest.fixture
def tables(tmp_path: Path) -> Tables:
    exporter.write(assemble(sample_collection()), tmp_path)
    return load(tmp_path)


def with_relations(tables: Tables, *rows: dict[str, object]) -> Tables:
    return replace(tables, relations=[*tables.relations, *rows])


def test_a_dispute_shows_both_sides_word_for_word_and_where_they_stand(tables: Tables) -> None:
    (dispute,) = disputes(tables)
    sides = {dispute.left, dispute.right}
    assert sides == {
        Side(
            words="Fourteen people were killed by the flood at Velm",
            speaker="hospital officials",
            articles=("Velm flood: “hospital officials” count 14 (Lakeside Herald, 2031-03-05)",),
            origins=1,
        ),
        Side(
            words="the number of dead at 11",
            speaker="Velm Fire Service, via Jonas Pell, via Rivermouth Wire",
            articles=("Velm flood: “hospital officials” count 14 (Lakeside Herald, 2031-03-05)",),
            origins=1,
        ),
    }
    assert "is set beside" in dispute.why
    assert (dispute.basis, dispute.independent, dispute.pairs) == ("quantity", True, 1)


def contradiction(
    left: str, right: str, score: float, *, independent: bool = True
) -> dict[str, object]:
    return {
        "left": min(left, right),
        "right": max(left, right),
        "kind": RelationKind.CONTRADICTS.value,
        "basis": Basis.DENIAL.value,
        "why": "“x” denies “y”.",
        "score": score,
        "independent": independent,
    }


def test_reprints_of_one_dispute_are_shown_once_with_all_articles(tables: Tables) -> None:
    pile = Pile()
    more = contradiction(pile.copied.id, pile.eleven.id, 0.5, independent=False)
    (dispute,) = disputes(with_relations(tables, more))
    reprinted = next(side for side in (dispute.left, dispute.right) if "Fourteen" in side.words)
    assert reprinted.articles == (
        "Velm flood: “hospital officials” count 14 (Lakeside Herald, 2031-03-05)",
        "velm/reprint.txt (Eastbank Post, 2031-03)",
    )
    assert (dispute.pairs, dispute.independent) == (2, True)


def test_the_surest_dispute_comes_first_and_every_speaker_is_named(tables: Tables) -> None:
    pile = Pile()
    found = disputes(
        with_relations(
            tables,
            contradiction(pile.staff.id, pile.evacuated.id, 0.95),
        )
    )
    assert [dispute.pairs for dispute in found] == [1, 1]
    first = found[0]
    assert {first.left.speaker, first.right.speaker} == {
        "somebody who is not named",
        "Harrow Courier, in its own words",
    }


def test_two_claims_of_one_voice_still_have_two_sides(tables: Tables) -> None:
    pile = Pile()
    alone = replace(tables, relations=[contradiction(pile.copied.id, pile.fourteen.id, 0.5)])
    (dispute,) = disputes(alone)
    assert dispute.left.articles
    assert dispute.right.articles


def test_without_contradictions_there_are_no_disputes(tables: Tables) -> None:
    found: tuple[Dispute, ...] = disputes(replace(tables, relations=[]))
    assert found == ()


def rows_by_name(listing: Listing) -> dict[str | int, tuple[str | int, ...]]:
    return {row[0]: row[1:] for row in listing.rows}


def test_speakers_are_ranked_by_claims_with_what_they_are(tables: Tables) -> None:
    listing = speakers(tables)
    assert listing.title == "5 speakers"
    assert [row[0] for row in listing.rows[:2]] == ["Velm Fire Service", "hospital officials"]
    rows = rows_by_name(listing)
    assert rows["Mira Castel"] == ("Expert", "hydrologist, Dunmere Institute", 1, 1, 0)
    assert rows["hospital officials"] == ("Source", "", 2, 2, 1)
    assert rows["Velm Fire Service"] == ("Organization", "", 2, 2, 1)


def test_sources_are_ranked_by_what_rests_on_them(tables: Tables) -> None:
    listing = sources(tables)
    assert listing.title == "5 sources"
    rows = rows_by_name(listing)
    assert next(iter(rows)) == "hospital officials"
    assert rows["hospital officials"] == ("no", 2, 0, 2, 1)
    assert rows["Rivermouth Wire"] == ("yes", 0, 1, 1, 0)


def test_a_build_without_claims_gives_empty_views() -> None:
    nothing = Tables({}, {}, {}, [])
    assert (disputes(nothing), speakers(nothing).rows, sources(nothing).rows) == ((), (), ())
