import pytest

from kg.extract.attribution.combined import attributions as joined
from kg.extract.attribution.rules import attributions
from kg.language import parse
from kg.language.quotations import quotations


def given(text: str) -> list[tuple[str, str, str]]:
    """Source, cue and content of what the rules find."""
    found = attributions(parse(text), quotations(text).quotations)
    return [
        (
            row.source.cut(text) if row.source else "",
            row.cue.cut(text) if row.cue else "",
            row.content.cut(text),
        )
        for row in found
    ]


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("The mayor's office spoke of 35,000.", "The mayor's office", "spoke", "35,000"),
        ("The rights group Ventana counted 52.", "The rights group Ventana", "counted", "52"),
        ("The ministry raised the death toll to 31.", "The ministry", "raised", "the death toll to 31"),
        ("The bank cut its forecast to about 2 percent.", "The bank", "cut", "its forecast to about 2 percent"),
        ("The Red Cross gave a figure of 58.", "The Red Cross", "gave", "a figure of 58"),
        ("The ministry gave the time as 8:05.", "The ministry", "gave", "the time as 8:05"),
        ("The Herald, which broke the news, put the price at 8 million euros.", "The Herald, which broke the news", "put", "the price at 8 million euros"),
    ],
)  # fmt: skip
def test_who_gives_a_figure_reports_it(text: str, source: str, cue: str, content: str) -> None:
    assert (source, cue, content) in given(text)


@pytest.mark.parametrize(
    "text",
    [
        "The mayor spoke of his childhood.",
        "The shop raised the price to 20 euros.",
        "The county cut the number of polling places to 60.",
        "They gave a total of 5,000 euros to the fund.",
        "The children counted the boats.",
        "The firm gave 58 workers a rise.",
    ],
)
def test_what_is_done_in_earnest_reports_nothing(text: str) -> None:
    assert given(text) == []


def test_a_count_that_is_told_is_what_the_teller_says() -> None:
    text = "Ruel said local mayors had counted 61 bodies."
    assert given(text) == [("Ruel", "said", "local mayors had counted 61 bodies")]


def test_what_another_says_behind_while_is_not_part_of_what_the_first_says() -> None:
    text = "Nine people died in the flood, the ministry said, while the Red Cross said its volunteers had found 58 bodies."
    contents = [row.content.cut(text) for row in joined(parse(text), quotations(text).quotations)]
    assert contents == ["Nine people died in the flood", "its volunteers had found 58 bodies"]
