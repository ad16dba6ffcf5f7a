from collections.abc import Sequence

import pytest
from spacy.tokens import Doc

from kg.extract import extract
from kg.extract.attribution import Quotation
from kg.extract.attribution.confidence import CUT, NARRATED
from kg.model import Attribution, Extraction, Span, Style
from kg.vocabulary import load_measures
from tests.factory import article, span_of

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


DOUBTFUL = "Ola Berg watched the water. The flood killed nine people. He said the dam had failed."


def doubted(likely: float, least: float | None = None) -> Extraction:
    """What is read where somebody may be cited for the figure, and somebody is for the dam."""

    def both(doc: Doc, quotations: Sequence[Quotation]) -> list[Attribution]:
        assert (doc.text, list(quotations)) == (DOUBTFUL, [])
        doubtful = Attribution(
            content=span_of(DOUBTFUL, "killed nine people"),
            source=span_of(DOUBTFUL, "The flood"),
            confidence=likely,
        )
        certain = Attribution(
            content=span_of(DOUBTFUL, "the dam had failed"),
            source=span_of(DOUBTFUL, "He"),
            confidence=0.9,
        )
        return [doubtful, certain]

    return extract(article(DOUBTFUL), load_measures(), both, min_confidence=least)


def texts(found: Extraction) -> list[str]:
    return [claim.text for claim in found.claims]


def test_attribution_under_the_least_confidence_hides_no_statement_of_the_article() -> None:
    assert texts(doubted(0.25, 0.2)) == ["killed nine people", "the dam had failed"]
    assert texts(doubted(0.25, 0.3)) == ["The flood killed nine people", "the dam had failed"]


def test_statement_that_somebody_may_be_cited_for_is_the_less_sure() -> None:
    (narrated,) = (claim for claim in doubted(0.25, 0.3).claims if claim.style is Style.NARRATED)
    assert narrated.confidence == pytest.approx(NARRATED * 0.75)


def test_what_somebody_is_likely_cited_for_does_not_become_the_word_of_the_article() -> None:
    assert texts(doubted(0.7, 0.8)) == ["the dam had failed"]


def test_who_is_not_believed_to_speak_is_no_speaker() -> None:
    assert "The flood" in {who.name for who in doubted(0.25, 0.2).referents}
    assert "The flood" not in {who.name for who in doubted(0.25, 0.3).referents}


def test_without_a_least_confidence_the_measured_one_counts() -> None:
    assert doubted(0.25) == doubted(0.25, CUT)
    assert not doubted(0.25, 0.95).claims
