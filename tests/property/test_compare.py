"""Relations do not depend on order, are few, well-formed, and never of a claim with itself or its copy."""

from hypothesis import given, settings
from hypothesis import strategies as st

from kg.compare import compare
from kg.model import Comparison, Modality, RelationKind
from tests.factory import quantity
from tests.unit.compare.scenes import MEASURES, Scene

SENTENCES = (
    "Nine people had died by noon", "Thirteen people had died by noon", "Nobody had died at the weir",
    "The weir was opened at 3 p.m.", "The weir was closed at 5 p.m.", "the weir was never opened",
    "It would cost 40 million crowns", "Six of the dead were from Velm",
)  # fmt: skip
SPEAKERS = ("Velm Fire Service", "Rivermouth Hospital", None)
FIGURES = {"Nine": 9.0, "Thirteen": 13.0, "Six": 6.0}


@st.composite
def scenes(draw: st.DrawFn) -> Scene:
    scene = Scene()
    for number in range(draw(st.integers(0, 5))):
        text = draw(st.sampled_from(SENTENCES))
        day = draw(st.sampled_from([None, "2031-03-04", "2031-03-06T10:00"]))
        report = scene.report(text, day)
        first = text.split()[0]
        figures = (
            [
                quantity(
                    report, first, FIGURES[first], FIGURES[first], unit="person", measure="killed"
                )
            ]
            if first in FIGURES
            else []
        )
        scene.say(
            str(number), report, text, draw(st.sampled_from(SPEAKERS)), *figures,
            modality=draw(st.sampled_from(list(Modality))),
        )  # fmt: skip
    return scene


def _compare(scene: Scene, *, backwards: bool = False) -> Comparison:
    step = -1 if backwards else 1
    return compare(
        scene.articles[::step], scene.claims[::step], scene.known_entities()[::step], MEASURES
    )


@given(scenes())
@settings(max_examples=100, deadline=None)
def test_the_order_of_the_pile_does_not_matter(scene: Scene) -> None:
    assert _compare(scene) == _compare(scene, backwards=True)


@given(scenes())
@settings(max_examples=100, deadline=None)
def test_relations_are_between_two_known_claims_and_at_most_one_a_pair(scene: Scene) -> None:
    found = _compare(scene).relations
    known = {claim.id for claim in scene.claims}
    pairs = [frozenset((relation.left, relation.right)) for relation in found]
    assert len(set(pairs)) == len(pairs)
    assert all(pair <= known for pair in pairs)
    assert list(found) == sorted(found, key=lambda row: (row.left, row.right, row.kind))


@given(scenes())
@settings(max_examples=100, deadline=None)
def test_attitudes_and_guesses_are_in_no_dispute(scene: Scene) -> None:
    modalities = {claim.id: claim.modality for claim in scene.claims}
    for relation in _compare(scene).relations:
        ends = {modalities[relation.left], modalities[relation.right]}
        assert Modality.ATTITUDE not in ends


@given(scenes())
@settings(max_examples=100, deadline=None)
def test_nobody_corroborates_or_contradicts_herself(scene: Scene) -> None:
    speakers = {claim.id: claim.speaker for claim in scene.claims}
    for relation in _compare(scene).relations:
        left, right = speakers[relation.left], speakers[relation.right]
        if left is not None and relation.kind is not RelationKind.UPDATES:
            assert left != right
