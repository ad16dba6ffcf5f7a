from functools import cache

import pytest

from kg.extract import extract
from kg.model import Extraction, Style
from kg.vocabulary import load_measures
from tests.factory import article


@cache
def read(text: str) -> Extraction:
    return extract(article(text), load_measures())


def refusals(text: str) -> list[tuple[str, str]]:
    """The words of the source and of the refusal."""
    return [(item.source.cut(text), item.text) for item in read(text).refusals]


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("The ministry", "declined to comment"),
        ("A spokeswoman for Norvane Power", "declined to comment on the strike"),
        ("The governor", "declined to immediately comment"),
        ("The two pilots", "declined repeated requests for comment"),
        ("The mayor", "refused to answer questions about the dam"),
        ("The agency", "refused to confirm that nine people had died"),
        ("Debora Fask", "refused to speak to reporters"),
        ("The bishop", "declined to be interviewed"),
        ("The port", "declined to provide further details"),
        ("Norvane Power", "did not immediately respond to requests for comment"),
        ("Ola Berg", "did not return calls seeking comment"),
        ("The bank", "has not responded to emails"),
        ("The institute", "failed to reply to written questions"),
        ("The mayor", "could not be reached for comment"),
        ("Ola Berg", "could not be reached by phone"),
        ("The airline", "was not available for comment"),
        ("The minister", "would not say whether the dam had failed"),
        ("The hospital", "wouldn’t comment"),
        ("The union", "had no immediate comment on the offer"),
    ],
)
def test_who_says_nothing_is_kept_as_a_refusal_and_claims_nothing(source: str, words: str) -> None:
    text = f"{source} {words}."
    assert refusals(text) == [(source, words)]
    assert read(text).claims == ()


@pytest.mark.parametrize(
    "text",
    [
        "The company declined the offer.",
        "The governor refused to open the gates.",
        "The governor refused to disclose his tax returns.",
        "Debora Fask refused to speak to her brother.",
        "The patients did not respond to the drug.",
        "The village could not be reached by road.",
        "The bus did not return on Monday.",
        "The two pilots would not fly.",
        "The minister may decline to comment.",
        "The minister did not decline to comment.",
        "The ministry could not say how many had died.",
        "The mayor said that nobody had died.",
    ],
)
def test_other_deeds_are_no_refusals_to_comment(text: str) -> None:
    assert refusals(text) == []


@pytest.mark.parametrize(
    "text",
    ["The nurse declined to be named.", "Two guards, who refused to be identified, left early."],
)
def test_who_will_not_be_named_neither_refuses_to_comment_nor_claims(text: str) -> None:
    assert refusals(text) == []
    assert read(text).claims == ()


def test_both_of_neither_and_nor_refuse() -> None:
    text = "Neither the ministry nor the port responded to requests for comment."
    words = "responded to requests for comment"
    assert refusals(text) == [("the ministry", words), ("the port", words)]
    assert len({item.id for item in read(text).refusals}) == 2


def test_no_comment_in_quotation_marks_is_a_refusal_and_no_claim() -> None:
    text = "“No comment,” said the mayor."
    assert refusals(text) == [("the mayor", "No comment")]
    assert read(text).claims == ()


def test_who_says_of_himself_that_he_would_not_comment_refuses() -> None:
    text = "Ola Berg said he would not comment."
    assert refusals(text) == [("Ola Berg", "would not comment")]
    assert read(text).claims == ()


def test_what_a_lawyer_says_of_his_client_s_refusal_is_a_claim() -> None:
    text = "Her lawyer said she would not answer questions."
    assert refusals(text) == []
    assert len(read(text).claims) == 1


def test_what_somebody_says_of_another_s_refusal_is_a_claim() -> None:
    text = "The mayor said that Norvane Power had declined to comment on the dam."
    assert refusals(text) == []
    (claim,) = read(text).claims
    assert claim.style is Style.INDIRECT


def test_refusal_within_a_quotation_is_part_of_what_is_said() -> None:
    text = "“The port declined to comment and we went home,” Ola Berg said."
    assert refusals(text) == []
    assert len(read(text).claims) == 1


def test_figure_that_is_not_confirmed_is_not_stated_but_one_beside_the_refusal_is() -> None:
    assert read("The agency would not say whether nine people were killed.").claims == ()
    text = "Nine people were killed, and the port did not respond to requests for comment."
    assert [claim.style for claim in read(text).claims] == [Style.NARRATED]
    assert len(refusals(text)) == 1


def test_pronoun_refuses_for_whom_it_stands() -> None:
    text = "Ms. Debora Fask said the dam had failed. She declined to comment on the cause."
    found = read(text)
    names = {who.id: who.name for who in found.referents}
    (claim,) = found.claims
    (refusal,) = found.refusals
    assert refusal.speaker == claim.speaker
    assert names[str(refusal.speaker)].endswith("Fask")
    assert refusal.sentence.cut(text) == "She declined to comment on the cause."


def test_refusals_do_not_change_who_speaks_before_or_after_them() -> None:
    text = "Ola Berg said the dam had failed. {}He said nobody had died."
    plain, silent = read(text.format("")), read(text.format("The port declined to comment. "))
    speakers = [
        [names[str(claim.speaker)] for claim in found.claims]
        for found in (plain, silent)
        if (names := {who.id: who.name for who in found.referents})
    ]
    assert speakers[0] == speakers[1]


def test_behind_a_semicolon_another_refuses() -> None:
    text = "The chairman, Ada Lind, declined to comment; Norden Bank did not respond to a request."
    assert [source for source, _ in refusals(text)] == ["The chairman, Ada Lind", "Norden Bank"]
