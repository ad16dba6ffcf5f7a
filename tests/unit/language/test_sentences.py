"""Where sentences begin, before the parser: only the tokenizer and the rule run here."""

from itertools import pairwise

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from kg.language.sentences import mark_sentences


@pytest.fixture(scope="module")
def tokenizer() -> Language:
    return spacy.blank("en")


def starts(nlp: Language, text: str) -> Doc:
    doc = nlp.make_doc(text)
    mark_sentences(doc)
    return doc


def split(nlp: Language, text: str) -> list[str]:
    doc = starts(nlp, text)
    bounds = [token.i for token in doc if token.is_sent_start] + [len(doc)]
    return [doc[left:right].text for left, right in pairwise(bounds)]


@pytest.mark.parametrize(
    "sentences",
    [
        ["The dam broke at noon.", "Nobody was hurt."],
        ["Did it rain?", "It did!", "We left …", "Nothing moved."],
        ["“The gate was shut.”", "Ostrom shook his head."],
        ['"The gate was shut."', "Ostrom shook his head."],
        ['Ostrom said: "The gate was shut.', 'It stayed shut."', '"Who shut it?" is open.'],
        ["‘The gate was shut.’", "Ostrom shook his head."],
        ["'The gate was shut.'", "Ostrom shook his head."],
        ["(The gate was shut.)", "Ostrom shook his head."],
        ["It cost 12.", "34 people paid.", "“Why?”", "She left."],
        ["He gave the year as 1987. [12]", "It was 1988."],
        ["The plant closed.", "“It was time,” Ostrom said.", "“We knew.”"],
        ["The plant closed.", "- It was time.", "• We knew."],
        ["He shouted “Stop!”", "The lorry stopped."],
        ["What?!", "No."],
        ["It fell at 10 p.m.", "Forty-one were hurt."],
        ["The firm closed .", "It had lost money ."],
        ["“Why now?”", "The mayor of the old harbour town, a widow, said nothing."],
    ],
)
def test_sentences_end_with_their_marks_and_whatever_closes_behind_them(
    tokenizer: Language, sentences: list[str]
) -> None:
    assert split(tokenizer, " ".join(sentences)) == sentences


@pytest.mark.parametrize(
    "sentence",
    [
        "It fell at 2:14 p.m. Thursday, they said.",
        "It fell at 2:14 p.m. GMT on Thursday.",
        "Kim Jong Un met Ho Chi Minh of Tran Hung Dao.",
        "Mr. Ostrom, Gen. Ito, Lt. Col. Adu and Prof. A. B. Lind of St. Ives spoke.",
        "On Feb. 7 the U.S. envoy and N. Korea's Sen. Roh met at No. 10.",
        "“Who shut it?” Ostrom asked.",
        '"Who shut it?" Ostrom asked on Monday.',
        '"Stop it!" Deputy Interior Minister Ada Folt told the crowd.',
        "‘Who shut it?’ she asked.",
        "“The gate …” he began.",
        "The list (see sect. 4) ran to 3.5 million names.",
        "1. The gate was shut.",
        "He waited ... and waited.",
        "The firm (Acme Inc.) closed.",
    ],
)
def test_abbreviations_names_and_reported_questions_stay_in_one_sentence(
    tokenizer: Language, sentence: str
) -> None:
    assert split(tokenizer, sentence) == [sentence]


@pytest.mark.parametrize(
    ("dateline", "rest"),
    [
        ("BRENIK, Oct 16 (TPB) -", "Nine people have died."),
        ("PORT SARN —", "Nine people have died."),
        ("Port Sarn, Oct. 16 (TPB) --", "Nine people have died."),
        ("(TPB) –", "“Nine have died,” she said."),
    ],
)
def test_a_dateline_is_a_sentence_of_its_own(tokenizer: Language, dateline: str, rest: str) -> None:
    assert split(tokenizer, f"{dateline} {rest}") == [dateline, rest]


@pytest.mark.parametrize(
    "text",
    [
        "Ostrom — who shut the gate — left.",
        "He said (again) - nothing new.",
        "The NHS - and all - paid.",
    ],
)
def test_a_dash_within_a_sentence_makes_no_dateline(tokenizer: Language, text: str) -> None:
    assert split(tokenizer, text) == [text]


@pytest.mark.parametrize(
    ("text", "at", "start"),
    [
        ("It is sold by Acme Inc. The firm closed.", 6, True),
        ("It is sold by Acme Inc. Ostrom closed it.", 6, None),
        ("We saw it. so did they.", 4, None),
        ("J. Ostrom left.", 1, False),
        ("Rains hit the U.S. 40 people died.", 4, False),
    ],
)
def test_only_where_the_words_do_not_tell_is_the_choice_left_to_the_parser(
    tokenizer: Language, text: str, at: int, start: object
) -> None:
    assert starts(tokenizer, text)[at].is_sent_start is start


def test_a_space_missing_behind_a_quotation_hides_no_boundary(tokenizer: Language) -> None:
    assert split(tokenizer, 'She said "yes." Then,she left."I know." It rained.') == [
        'She said "yes."',
        'Then,she left."I know."',
        "It rained.",
    ]


def test_an_unclosed_quotation_mark_costs_no_boundary(tokenizer: Language) -> None:
    sentences = ['He said: "The gate was shut.', "Nobody came.", "It rained."]
    assert split(tokenizer, " ".join(sentences)) == sentences


def test_an_empty_document_has_no_sentence(tokenizer: Language) -> None:
    assert len(starts(tokenizer, "")) == 0
