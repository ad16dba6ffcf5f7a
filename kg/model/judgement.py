"""What people judged of two names, and what came of every pair of names that was held against another."""

from enum import StrEnum

from kg.model.base import Frozen
from kg.model.claim import Confidence
from kg.model.entity import Family


class Answer(StrEnum):
    """Whether two names are of one person, body or place."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"  # leaves it to the rules


class Judgement(Frozen):
    """What somebody says of two names.

    Attributes:
        left, right: Two names, or ids of entities, as they were written.
        answer: Whether they are one.
        family: What both are; None where it is not said.
        by, when, why: Who says so, when and for what reason, in words of her own; empty where it is not said.
        path: The file that it stands in; empty where there is none.
        line: The line that it begins in, counted from 1.
    """

    left: str
    right: str
    answer: Answer
    family: Family | None = None
    by: str = ""
    when: str = ""
    why: str = ""
    path: str = ""
    line: int = 1


class Unheeded(Frozen):
    """A judgement that changes nothing in these articles.

    Attributes:
        judgement: The judgement.
        reason: Why, as one sentence for a reader.
    """

    judgement: Judgement
    reason: str

    def __str__(self) -> str:
        """The place and the reason in one sentence."""
        return f"{self.judgement.path}, line {self.judgement.line}: {self.reason}"


class Outcome(StrEnum):
    """What came of two names."""

    JOINED = "joined"
    APART = "apart"
    ABSENT = "absent"  # the articles know only one of them, or none


class Pairing(Frozen):
    """Two names that were held against each other, by rule or by somebody.

    Attributes:
        left, right: The names, as the articles or the judgement write them.
        family: What both are; None for a judgement that does not say.
        outcome: Whether they are one entity of the build.
        score: How sure the rule is that finds them alike, from 0 to 1; None where none does.
        reason: The rule's, in words; empty where none finds them alike.
        judgement: What somebody said of them; None where nobody did.
    """

    left: str
    right: str
    family: Family | None
    outcome: Outcome
    score: Confidence | None = None
    reason: str = ""
    judgement: Judgement | None = None
