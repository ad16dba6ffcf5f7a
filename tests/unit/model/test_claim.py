import pytest
from pydantic import ValidationError

from kg.model import Claim, Modality, Polarity, Span, Style
from tests.factory import article, claim

REPORT = article("The river rose, he said.")


def test_a_claim_is_asserted_and_affirmed_unless_said_otherwise() -> None:
    stated = claim(REPORT, "The river rose")
    assert (stated.modality, stated.polarity) == (Modality.ASSERTED, Polarity.POSITIVE)


@pytest.mark.parametrize("confidence", [-0.01, 1.01])
def test_confidence_lies_between_nought_and_one(confidence: float) -> None:
    with pytest.raises(ValidationError, match="confidence"):
        claim(REPORT, "The river rose", confidence=confidence)


def test_a_claim_cannot_be_changed() -> None:
    stated = claim(REPORT, "The river rose")
    with pytest.raises(ValidationError, match="frozen"):
        stated.text = "The river fell"  # type: ignore[misc]


def test_unknown_fields_are_refused() -> None:
    with pytest.raises(ValidationError, match="mood"):
        Claim.model_validate(
            {
                "id": "claim/1",
                "article": "article/1",
                "content": Span.of(0, 1),
                "text": "T",
                "sentence": Span.of(0, 1),
                "style": Style.INDIRECT,
                "mood": "sad",
            }
        )
