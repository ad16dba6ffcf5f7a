"""Merging does not depend on the order of the articles and is complete in one pass."""

from hypothesis import given, settings
from hypothesis import strategies as st

from kg.model import EntityKind, Extraction, Referent, Resolution
from kg.resolve import resolve
from tests.unit.resolve.piles import Mention, report

NAMES = (
    "Ada Quill", "Quill", "Tom Quill", "Ada B. Quill", "Doh Jin-su", "Doh Jin Su", "State Tide Office", "Tide Office",
    "Norway's Tide Office", "STO", "Marlo Devices", "Marlo", "Velm", "Kyiv", "Kiev", "Ministry of Labour",
    "Labour Ministry", "Harrow Courier", "Courier", "—",
)  # fmt: skip
KINDS = [kind for kind in EntityKind if kind is not EntityKind.EVENT]

mentions: st.SearchStrategy[Mention] = st.tuples(
    st.sampled_from(KINDS),
    st.sampled_from(NAMES),
    st.lists(st.sampled_from(NAMES), max_size=2).map(tuple),
)


@st.composite
def extractions(draw: st.DrawFn) -> list[Extraction]:
    groups = draw(st.lists(st.lists(mentions, max_size=4), max_size=6))
    publishers = draw(
        st.lists(st.sampled_from([None, *NAMES]), min_size=len(groups), max_size=len(groups))
    )
    return [
        report(number, *group, publisher=publisher)
        for number, (group, publisher) in enumerate(zip(groups, publishers, strict=True))
    ]


@given(extractions())
@settings(max_examples=150, deadline=None)
def test_the_order_of_the_articles_does_not_matter(pile: list[Extraction]) -> None:
    shuffled = sorted(pile, key=lambda extraction: extraction.article.text[::-1])
    assert resolve(shuffled) == resolve(pile) == resolve(list(reversed(pile)))


@given(extractions())
@settings(max_examples=150, deadline=None)
def test_merging_twice_is_merging_once(pile: list[Extraction]) -> None:
    assert resolve([*pile, *pile]) == resolve(pile)


@given(extractions())
@settings(max_examples=150, deadline=None)
def test_every_referent_is_in_one_entity(pile: list[Extraction]) -> None:
    found = resolve(pile)
    merged = [referent for entity in found.entities for referent in entity.referents]
    assert len(merged) == len(set(merged))
    assert {r.id for e in pile for r in e.referents} <= set(merged)
    assert _sorted_by_id(found)


@given(extractions())
@settings(max_examples=150, deadline=None)
def test_a_person_is_never_merged_with_a_body_or_a_place(pile: list[Extraction]) -> None:
    kinds = {referent.id: _is_person(referent) for e in pile for referent in e.referents}
    for entity in resolve(pile).entities:
        assert len({kinds[id_] for id_ in entity.referents if id_ in kinds}) <= 1


def _is_person(referent: Referent) -> bool:
    return referent.kind in (EntityKind.PERSON, EntityKind.EXPERT)


def _sorted_by_id(found: Resolution) -> bool:
    ids = [entity.id for entity in found.entities]
    return ids == sorted(set(ids))
