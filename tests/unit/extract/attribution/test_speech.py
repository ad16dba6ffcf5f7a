import pytest

from kg.extract.attribution.reports import reports
from kg.extract.attribution.speech import speeches, stretch_of, touches
from kg.language import parse
from kg.language.quotations import quotations


def owners(text: str) -> list[tuple[str, str, bool]]:
    doc = parse(text)
    marked = quotations(text).quotations
    quoted = {i for quotation in marked for i in range(*stretch_of(doc, quotation))}
    return [
        (
            speech.quotation.inner.cut(text),
            speech.report.head.text,
            touches(doc, speech),
        )
        for speech in speeches(doc, marked, reports(doc, quoted))
    ]


def test_tag_after_and_tag_before_touch_the_quotation() -> None:
    assert owners("“The port is shut,” the mayor said.") == [("The port is shut,", "said", True)]
    assert owners("The mayor said: “The port is shut.”") == [("The port is shut.", "said", True)]
    assert owners("The mayor said that “the port is shut”.") == [("the port is shut", "said", True)]


def test_words_between_a_cue_and_a_colon_do_not_part_them() -> None:
    text = "The mayor wrote in a letter to the town: “The port is shut.”"
    assert [(words, cue) for words, cue, _ in owners(text)] == [("The port is shut.", "wrote")]


def test_second_quotation_after_a_tag_has_the_same_owner() -> None:
    text = "“The port is shut,” the mayor said. “Nobody may sail today.”"
    assert [cue for _, cue, _ in owners(text)] == ["said", "said"]


def test_new_paragraph_goes_on_with_who_spoke_right_before() -> None:
    text = "The mayor said the port was shut.\n\n“Nobody may sail today.”"
    assert owners(text) == [("Nobody may sail today.", "said", False)]


def test_paragraph_further_on_belongs_to_nobody() -> None:
    text = "The mayor said no.\n\nThe port was calm.\n\n“Nobody may sail today.”"
    assert owners(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The so-called “storm of nine days” was over.",
        "“Nobody may sail today.”",
        "She read “The Old Man of the Port” at home.",
    ],
)
def test_quoted_words_that_nobody_speaks_have_no_owner(text: str) -> None:
    assert owners(text) == []


@pytest.mark.parametrize(
    "title", [" on “State of the Port.”", ".\n\n“All the Ships Are Off.”\n\nIt rained."]
)
def test_a_title_or_heading_behind_a_quotation_is_not_spoken(title: str) -> None:
    text = f"“The port is shut,” the mayor said{title}"
    assert [words for words, _, _ in owners(text)] == ["The port is shut,"]
