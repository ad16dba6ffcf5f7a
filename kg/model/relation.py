"""How two claims stand to each other."""

from enum import StrEnum
from typing import Self

from pydantic import model_validator

from kg.model.base import Frozen
from kg.model.claim import Confidence


class RelationKind(StrEnum):
    """Values are the local names of the properties in ontology/kg.ttl."""

    CONTRADICTS = "contradicts"
    CORROBORATES = "corroborates"
    UPDATES = "updates"


class Basis(StrEnum):
    """What a relation rests on."""

    QUANTITY = "quantity"
    DENIAL = "denial"
    NEGATION = "negation"
    TIME = "time"
    PLACE = "place"
    IDENTITY = "identity"
    ATTRIBUTION = "attribution"


class Relation(Frozen):
    """A judgement on two claims.

    Attributes:
        left, right: Claim ids; left < right, except for ``updates``, where left is the newer.
        kind: What the judgement is.
        basis: What it rests on.
        why: One sentence for a reader that quotes both sides' words.
        score: 0 to 1, how sure the rule is.
        rule: The short name of the rule that judged, as in the table of rules; empty where no rule did.
        independent: Whether the two claims have different origins.
    """

    left: str
    right: str
    kind: RelationKind
    basis: Basis
    why: str
    score: Confidence
    rule: str = ""
    independent: bool = True

    @model_validator(mode="after")
    def _ordered(self) -> Self:
        """Refuse a claim related to itself, and symmetric relations the wrong way round."""
        if self.left == self.right:
            raise ValueError(f"{self.left} cannot be related to itself")
        if self.kind is not RelationKind.UPDATES and self.left > self.right:
            raise ValueError(f"{self.kind} is symmetric and needs left < right")
        return self
