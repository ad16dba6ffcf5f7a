from functools import cache

import pytest

from kg.extract import extract
from kg.model import Claim, Extraction, Modality, Polarity, Style
from kg.vocabulary import load_measures
from tests.factory import article


@cache
def read(text: str, publisher: str | None = None) -> Extraction:
    report = article(text, publisher=publisher, published="2031-11-20")
    return extract(report, load_measures())


def only(text: str) -> Claim:
    (claim,) = read(text).claims
    return claim


def names(text: str, *ids: str, publisher: str | None = None) -> list[str]:
    known = {who.id: who.name for who in read(text, publisher).referents}
    return [known[who] for who in ids]


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("The mayor said the dam had failed.", Polarity.POSITIVE),
        ("The mayor said the dam had not failed.", Polarity.NEGATIVE),
        ("The mayor said nobody had died.", Polarity.NEGATIVE),
        ("The mayor said no gates were opened.", Polarity.NEGATIVE),
        ("The mayor denied that the dam had failed.", Polarity.NEGATIVE),
        ("The mayor denied that the dam had not failed.", Polarity.POSITIVE),
        ("The mayor said the dam no longer leaked.", Polarity.NEGATIVE),
        ("The mayor said the town had no such plans.", Polarity.NEGATIVE),
        ("The mayor said neither gate was open.", Polarity.NEGATIVE),
        ("The mayor does not believe that the dam will hold.", Polarity.NEGATIVE),
        ("The mayor did not rule out that the dam had failed.", Polarity.POSITIVE),
    ],
)
def test_denied_or_negated_claim_is_negative(text: str, polarity: Polarity) -> None:
    assert only(text).polarity is polarity


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("The mayor said the dam had failed.", Modality.ASSERTED),
        ("The mayor said the dam may fail.", Modality.SPECULATED),
        ("The mayor said the dam would be opened.", Modality.PLANNED),
        ("The mayor claimed the dam may fail.", Modality.ALLEGED),
        ("The mayor denied that the dam had failed.", Modality.DENIED),
        ("The mayor said there was no evidence that the dam had failed.", Modality.DENIED),
        ("The mayor ruled out that the dam had failed.", Modality.DENIED),
        ("The mayor did not rule out that the dam had failed.", Modality.SPECULATED),
        ("The mayor said the council was likely to meet.", Modality.SPECULATED),
        ("The mayor said nobody could have known it.", Modality.ASSERTED),
        ("The mayor said the toll was expected to rise.", Modality.ESTIMATED),
        ("The mayor said the clerk was suspected of theft.", Modality.ALLEGED),
        ("The mayor said two boys allegedly opened the gate.", Modality.ALLEGED),
    ],
)
def test_words_of_a_claim_weaken_what_the_cue_asserts(text: str, modality: Modality) -> None:
    assert only(text).modality is modality


def test_date_beside_the_cue_says_when_it_was_said_and_one_in_the_claim_what_it_speaks_of() -> None:
    claim = only("The ministry denied on November 18 that 40 soldiers had died on October 3.")
    assert claim.said is not None
    assert claim.holds is not None
    assert (claim.said.edtf, claim.holds.edtf) == ("2031-11-18", "2031-10-03")


def test_claim_without_dates_has_no_clocks() -> None:
    claim = only("The mayor said the dam had failed.")
    assert (claim.said, claim.holds) == (None, None)


def test_claim_has_the_figures_and_entities_of_its_content() -> None:
    text = "Ola Berg said nine people were killed in Velm."
    claim = only(text)
    assert [(figure.min, figure.measure) for figure in claim.quantities] == [(9, "killed")]
    assert "Velm" in names(text, *claim.about)


def test_sentence_with_a_figure_that_nobody_is_cited_for_is_narrated() -> None:
    text = "The flood killed nine people on Monday.\n\nThe mayor said the dam had failed."
    first, second = read(text).claims
    assert (first.style, first.speaker, first.text) == (
        Style.NARRATED,
        None,
        "The flood killed nine people on Monday",
    )
    assert second.style is Style.INDIRECT


def test_outlet_that_was_told_is_an_intermediary_to_the_end_of_the_paragraph() -> None:
    text = (
        "Ola Berg told the Tidewater Gazette that the dam had failed. Berg said he saw it.\n\n"
        "Berg said nobody was hurt."
    )
    via = [names(text, *claim.via) for claim in read(text).claims]
    assert via == [["Tidewater Gazette"], ["Tidewater Gazette"], []]


def test_publisher_is_no_intermediary_of_its_own_article() -> None:
    text = "Ola Berg told the Tidewater Gazette that the dam had failed."
    (claim,) = read(text, "Tidewater Gazette").claims
    assert claim.via == ()


def test_intermediary_next_to_the_speaker_comes_first() -> None:
    text = "The pilots told the Tidewater Gazette that nine ships were lost."
    claim = only(text)
    assert claim.speaker is not None
    assert names(text, claim.speaker, *claim.via) == ["The pilots", "Tidewater Gazette"]


def test_same_words_by_the_same_speaker_are_one_claim() -> None:
    text = "Police said nine men were held.\n\nPolice said nine men were held."
    assert len(read(text).claims) == 1


def test_sentence_of_a_claim_takes_in_source_cue_and_content() -> None:
    text = "It rained. Ola Berg said the dam had failed. It snowed."
    (claim,) = (claim for claim in read(text).claims if claim.cue)
    assert claim.sentence.cut(text) == "Ola Berg said the dam had failed."


def test_pronoun_that_means_nobody_known_leaves_the_speaker_open() -> None:
    claim = only("He said the dam had failed.")
    assert claim.source is not None
    assert claim.speaker is None


def test_floating_quotation_takes_no_denial_from_the_sentence_before() -> None:
    text = (
        "The mayor, Irina Vale, denied that the dam had failed.\n\n“The dam stood all night long.”"
    )
    floating = read(text).claims[-1]
    assert names(text, *filter(None, [floating.speaker])) == ["Irina Vale"]
    assert (floating.modality, floating.polarity) == (Modality.ASSERTED, Polarity.POSITIVE)


def test_whoever_was_told_hands_on_what_the_agent_said() -> None:
    text = "Irina Vale said she was told by the insurer that the dam had failed."
    claim = only(text)
    assert claim.speaker is not None
    assert names(text, claim.speaker, *claim.via) == ["the insurer", "Irina Vale"]


def test_outlet_of_an_interview_stands_between_speaker_and_article() -> None:
    text = "The mayor, Irina Vale, said in an interview with Radio Sarn that the dam had failed."
    claim = only(text)
    assert claim.speaker is not None
    assert names(text, claim.speaker, *claim.via) == ["Irina Vale", "Radio Sarn"]


DELAYED = "The harbour master of Port Sarn said nine had drowned. {quote} {name} told the Courier."


@pytest.mark.parametrize(
    ("quote", "name", "speaker"),
    [
        ("“I counted the dead,”", "Ada Pirane", "Ada Pirane"),
        ("“I counted the dead,”", "Pirane", "The harbour master of Port Sarn"),
        ("“I counted the dead,”", "Mayor Ada Pirane", "The harbour master of Port Sarn"),
        ("Five more were missing,", "Ada Pirane", "Ada Pirane"),
        (
            "Five were missing, the coast guard said.",
            "Ada Pirane",
            "The harbour master of Port Sarn",
        ),
    ],
)
def test_who_is_named_in_the_second_sentence_spoke_in_the_first(
    quote: str, name: str, speaker: str
) -> None:
    text = DELAYED.format(quote=quote, name=name)
    first = read(text).claims[0]
    assert first.speaker is not None
    assert names(text, first.speaker) == [speaker]


def test_role_that_speaks_in_the_second_paragraph_is_not_named_later() -> None:
    opening = "Rain fell all night. The town was cut off by noon. "
    text = opening + DELAYED.format(quote="“I counted,”", name="Ada Pirane")
    first = next(claim for claim in read(text).claims if claim.cue)
    assert first.speaker is not None
    assert names(text, first.speaker) == ["The harbour master of Port Sarn"]


@pytest.mark.parametrize(
    "text",
    [
        "Nine have died, the ministry said on Monday, but aid workers insist the real figure is higher.",
        "Norden Bank and Aal Bank said on Tuesday they had agreed to merge.",
        "Nine are out, spokeswoman Amy Tran said; the Red Cross said it had seen 12 of them.",
    ],
)
def test_who_says_otherwise_or_speaks_for_itself_is_handed_on_by_nobody(text: str) -> None:
    assert [claim.via for claim in read(text).claims if claim.via] == []


def test_who_is_named_second_is_so_as_an_intermediary_too() -> None:
    text = (
        "The harbour master of Port Sarn said nine had drowned. “I counted the dead,” Ada Pirane told the Courier.\n\n"
        "Six are ill, the pilots said, the harbour master of Port Sarn reported."
    )
    found = read(text)
    known = {who.id for who in found.referents}
    assert {who for claim in found.claims for who in (claim.speaker, *claim.via) if who} <= known
