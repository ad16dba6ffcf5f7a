from collections.abc import Sequence

from spacy.tokens import Doc

from kg.extract import extract
from kg.extract.attribution import Quotation
from kg.model import Attribution, Span
from kg.vocabulary import load_measures
from tests.factory import article

TEXT = "The flood killed nine people. “The dam held,” Ola Berg said.\n\nHe “left."


def test_extraction_holds_the_article_its_referents_claims_and_findings() -> None:
    report = article(TEXT)
    found = extract(report, load_measures())
    assert found.article == report
    assert "Ola Berg" in {who.name for who in found.referents}
    assert "The dam held" in {claim.text for claim in found.claims}
    assert [finding.code for finding in found.findings] == ["unclosed-quotation"]


def test_speakers_are_among_the_referents() -> None:
    found = extract(article("Two pilots said the dam had failed."), load_measures())
    known = {who.id for who in found.referents}
    assert {claim.speaker for claim in found.claims} <= known


def test_another_attributor_takes_the_place_of_the_rules() -> None:
    def first_word(doc: Doc, quotations: Sequence[Quotation]) -> list[Attribution]:
        assert len(quotations) == 1
        return [Attribution(content=Span.of(0, len(doc[0].text)))]

    found = extract(article(TEXT), load_measures(), first_word)
    assert [claim.text for claim in found.claims if claim.content.start == 0] == ["The"]
