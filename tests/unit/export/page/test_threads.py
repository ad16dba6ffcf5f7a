import pytest

from kg.export.page.threads import developments, disputes
from kg.model import Basis, Claim, Collection, EntityKind, Relation, RelationKind
from tests.factory import article, claim, entity, quantity, relation, sample_collection

TEXT = """\
Ten rigs stand idle, the union said.

Twelve rigs stand idle, the owner said.

Fourteen rigs stand idle, a foreman said.

The pier is open, the port said.

The pier is shut, the pilots said.
"""
REPORT = article(TEXT, title="Rigs")
UNION = entity(EntityKind.ORGANIZATION, "Rig Union")
OWNER = entity(EntityKind.ORGANIZATION, "Rig Owner")
PIER = entity(EntityKind.PLACE, "Long Pier")
STRIKE = entity(EntityKind.EVENT, "strike of the rigs")


def rigs(words: str, count: int, **facts: object) -> Claim:
    figure = quantity(REPORT, words, count, count, unit="rig", measure="laidOff")
    return claim(REPORT, f"{words} stand idle", quantities=(figure,), **facts)


TEN = rigs("Ten rigs", 10, speaker=UNION.id)
TWELVE = rigs("Twelve rigs", 12, speaker=OWNER.id)
FOURTEEN = rigs("Fourteen rigs", 14, about=(STRIKE.id,))
OPEN = claim(REPORT, "The pier is open", about=(PIER.id,))
SHUT = claim(REPORT, "The pier is shut", about=(PIER.id,))


def pile(*relations: Relation) -> Collection:
    return Collection(
        articles=(REPORT,),
        entities=tuple(sorted((UNION, OWNER, PIER, STRIKE), key=lambda row: row.id)),
        claims=tuple(sorted((TEN, TWELVE, FOURTEEN, OPEN, SHUT), key=lambda row: row.id)),
        relations=relations,
    )


def against(left: Claim, right: Claim, **facts: object) -> Relation:
    return relation(RelationKind.CONTRADICTS, left, right, **facts)


def test_contradictions_that_hang_together_are_one_dispute() -> None:
    (found,) = disputes(pile(against(TEN, TWELVE), against(TWELVE, FOURTEEN)))
    assert set(found.claims) == {TEN.id, TWELVE.id, FOURTEEN.id}
    assert found.relations == (0, 1)


def test_contradictions_apart_are_two_disputes_and_that_with_more_voices_comes_first() -> None:
    apart = against(OPEN, SHUT, basis=Basis.NEGATION)
    first, second = disputes(pile(apart, against(TEN, TWELVE)))
    assert (first.voices, second.voices) == (2, 1)
    assert set(first.claims) == {TEN.id, TWELVE.id}


def test_each_dispute_has_its_own_relations() -> None:
    rows = (against(OPEN, SHUT, score=0.9), against(TEN, TWELVE), against(TWELVE, FOURTEEN))
    found = {frozenset(row.claims): set(row.relations) for row in disputes(pile(*rows))}
    apart, together = {OPEN.id, SHUT.id}, {TEN.id, TWELVE.id, FOURTEEN.id}
    assert found == {frozenset(apart): {0}, frozenset(together): {1, 2}}


def test_the_surest_contradiction_comes_first() -> None:
    (found,) = disputes(pile(against(TEN, TWELVE, score=0.4), against(TWELVE, FOURTEEN, score=0.8)))
    assert found.relations == (1, 0)


@pytest.mark.parametrize("kind", [RelationKind.CORROBORATES, RelationKind.UPDATES])
def test_other_relations_are_no_dispute(kind: RelationKind) -> None:
    assert disputes(pile(relation(kind, TEN, TWELVE))) == ()


def test_claims_that_only_corroborate_a_side_stay_outside() -> None:
    agreeing = relation(RelationKind.CORROBORATES, TWELVE, FOURTEEN)
    (found,) = disputes(pile(against(TEN, TWELVE), agreeing))
    assert FOURTEEN.id not in found.claims
    assert found.relations == (0,)


@pytest.mark.parametrize(
    ("left", "right", "basis", "title"),
    [
        (TEN, FOURTEEN, Basis.QUANTITY, "Laid off · strike of the rigs"),
        (OPEN, SHUT, Basis.QUANTITY, "How many · Long Pier"),
        (OPEN, SHUT, Basis.NEGATION, "Whether or not · Long Pier"),
        (OPEN, SHUT, Basis.DENIAL, "Denied · Long Pier"),
        (OPEN, SHUT, Basis.TIME, "When · Long Pier"),
        (OPEN, SHUT, Basis.PLACE, "Where · Long Pier"),
    ],
)
def test_title_says_what_is_disputed_and_what_it_is_about(
    left: Claim, right: Claim, basis: Basis, title: str
) -> None:
    (found,) = disputes(pile(against(left, right, basis=basis)))
    assert found.title == title


def test_title_quotes_a_claim_where_none_mentions_anything() -> None:
    (found,) = disputes(pile(against(TEN, TWELVE)))
    assert found.title in {
        "Laid off · “Ten rigs stand idle”",
        "Laid off · “Twelve rigs stand idle”",
    }


def test_measure_and_unit_are_given_for_figures_alone() -> None:
    (figures,) = disputes(pile(against(TEN, TWELVE)))
    (denial,) = disputes(pile(against(TEN, TWELVE, basis=Basis.DENIAL)))
    assert (figures.measure, figures.unit) == ("laidOff", "rig")
    assert (denial.measure, denial.unit) == (None, None)


def test_the_sample_has_one_dispute() -> None:
    (found,) = disputes(sample_collection())
    assert found.title == "Killed · flood at Velm"
    assert found.voices == 2


def test_claims_that_update_one_another_are_one_development() -> None:
    updates = (
        relation(RelationKind.UPDATES, FOURTEEN, TWELVE),
        relation(RelationKind.UPDATES, TWELVE, TEN),
    )
    (found,) = developments(pile(*updates, against(OPEN, SHUT)))
    assert set(found.claims) == {TEN.id, TWELVE.id, FOURTEEN.id}
    assert found.title == "Laid off · strike of the rigs"
