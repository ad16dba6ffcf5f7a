import pytest
import spacy
from spacy.tokens import Doc

from kg.extract.attribution.channels import channels
from kg.extract.attribution.phrases import outside


@pytest.mark.parametrize(
    ("part", "tag", "expected"), [("PROPN", "WP", ["WXYZ"]), ("VERB", "VB", [])]
)
def test_an_interview_is_carried_by_whoever_is_named_after_it(
    part: str, tag: str, expected: list[str]
) -> None:
    doc = Doc(
        spacy.blank("en").vocab,
        words=["In", "an", "interview", "with", "WXYZ", "in", "Sarn"],
        pos=["ADP", "DET", "NOUN", "ADP", part, "ADP", "PROPN"],
        tags=["IN", "DT", "NN", "IN", tag, "IN", "NNP"],
        heads=[2, 2, 2, 4, 2, 6, 4],
        deps=["case", "det", "ROOT", "case", "nmod", "case", "nmod"],
        sent_starts=[True, *[False] * 6],
    )
    found = channels(doc, outside(doc, set()))
    assert [doc[slice(*channel.outlet)].text for channel in found if channel.outlet] == expected
