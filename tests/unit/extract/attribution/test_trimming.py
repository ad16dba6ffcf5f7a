"""What the network marks is set by hand here."""

import pytest
from spacy.tokens import Doc

from kg.extract.attribution.trimming import said
from kg.language import parse
from kg.language.labels import Part
from kg.language.quotations import quotations


def part(doc: Doc, words: str) -> Part:
    start = doc.text.index(words)
    span = doc.char_span(start, start + len(words), alignment_mode="expand")
    assert span is not None
    return Part(span.start, span.end, 0.9)


def words_of(text: str, marked: str, cue: str = "said") -> str | None:
    doc = parse(text)
    found = said(doc, part(doc, marked), part(doc, cue), quotations(text).quotations)
    return None if found is None else found.cut(text)


@pytest.mark.parametrize(
    ("text", "marked", "expected"),
    [
        ('"They\'re a headache," said Ada.', '"They\'re a headache,"', "They're a headache"),
        ("“It’s over,” said Ada.", "“It’s over,”", "It’s over"),
        ("“No,” said Ada. “It’s over.”", "“It’s over.”", "It’s over"),
        ("Ada said “it” and “no”.", "“it” and “no”", "“it” and “no”"),
        ("RAIN\n\nThe dam held, Ada said.", "RAIN\n\nThe dam held", "The dam held"),
        (
            "It rained.\n\nThe dam held, Ada said.",
            "It rained.\n\nThe dam held",
            "It rained.\n\nThe dam held",
        ),
        ("‘RAIN’\n\nThe dam held, Ada said.", "‘RAIN’\n\nThe dam held", "The dam held"),
        ("Ada said later it rained.", "later it rained", "it rained"),
        ("Ada said, “Get down,” until it fell.", "“Get down,” until it fell", "Get down"),
        (
            "Ada said “get down” until it fell.",
            "“get down” until it fell",
            "“get down” until it fell",
        ),
        ("Ada said Friday's rain was heavy.", "'s rain was heavy", "Friday's rain was heavy"),
        ("Ada said later.", "later", "later"),
        ("Ada said on radio this week it rained.", "this week it rained", "it rained"),
        ("Ada said Monday that it rained.", "Monday that it rained", "that it rained"),
        ("Ada said: This week it rained.", "This week it rained", "This week it rained"),
        ("This week it rained, Ada said.", "This week it rained", "This week it rained"),
    ],
)
def test_what_is_said_is_cut_to_its_words(text: str, marked: str, expected: str) -> None:
    assert words_of(text, marked) == expected


def test_marks_alone_say_nothing() -> None:
    assert words_of("Ada said, it rained.", ",") is None


@pytest.mark.parametrize(
    ("text", "marked", "expected"),
    [
        (
            "Ada told a crowd in Sarn that it rained.",
            "a crowd in Sarn that it rained",
            "that it rained",
        ),
        (
            "Ada told them the men fear that it rains.",
            "the men fear that it rains",
            "the men fear that it rains",
        ),
    ],
)
def test_whom_it_is_told_is_no_part_of_what_is_told(text: str, marked: str, expected: str) -> None:
    assert words_of(text, marked, "told") == expected


def test_a_paragraph_that_a_colon_leads_on_to_is_said_as_a_whole() -> None:
    text = "Ada said:\n\nIt fell. Nobody saw it.\n\nShe left."
    assert words_of(text, "It fell") == "It fell. Nobody saw it"
    assert words_of("Ada said:\n\n“It fell.” Nobody saw it.", "“It fell.”") == "It fell"
