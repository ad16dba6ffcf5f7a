import pytest
from pydantic import ValidationError

from kg.model import Basis, Relation, RelationKind


def relate(kind: RelationKind, left: str, right: str, score: float = 0.5) -> Relation:
    return Relation(
        left=left, right=right, kind=kind, basis=Basis.DENIAL, why="A denies B.", score=score
    )


@pytest.mark.parametrize("kind", [RelationKind.CONTRADICTS, RelationKind.CORROBORATES])
def test_symmetric_relations_have_one_order(kind: RelationKind) -> None:
    assert relate(kind, "a", "b").left == "a"
    with pytest.raises(ValidationError, match="needs left < right"):
        relate(kind, "b", "a")


def test_an_update_points_from_newer_to_older_whatever_their_ids() -> None:
    assert relate(RelationKind.UPDATES, "b", "a").left == "b"


@pytest.mark.parametrize("kind", list(RelationKind))
def test_nothing_is_related_to_itself(kind: RelationKind) -> None:
    with pytest.raises(ValidationError, match="cannot be related to itself"):
        relate(kind, "a", "a")


@pytest.mark.parametrize("score", [-0.1, 1.1])
def test_a_score_lies_between_nought_and_one(score: float) -> None:
    with pytest.raises(ValidationError):
        relate(RelationKind.CONTRADICTS, "a", "b", score)
