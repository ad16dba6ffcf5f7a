import pytest

from kg.extract.quantities import quantities
from kg.language import parse
from kg.vocabulary import load_measures


def read(text: str) -> list[tuple[float | None, str, str | None]]:
    return [(row.min, row.unit, row.measure) for row in quantities(parse(text), load_measures())]


@pytest.mark.parametrize(
    "second",
    [
        "The mayor's office spoke of 35,000.",
        "The union counted 35,000.",
        "Police said it was 35,000.",
        "The real figure was probably closer to 35,000, the mayor said.",
        "Police put it at 35,000.",
        "Police put the number at 35,000.",
        "The mayor gave a figure of 35,000.",
    ],
)
def test_a_bare_figure_counts_what_the_sentence_before_counts(second: str) -> None:
    assert read(f"The march drew 80,000 people. {second}") == [
        (80000, "person", "attended"),
        (35000, "person", "attended"),
    ]


def test_a_bare_figure_takes_up_a_unit_as_well() -> None:
    assert read("The strike cost 140 million euros. Others said it was 90 million.") == [
        (140e6, "€", "cost"),
        (90e6, "€", "cost"),
    ]


def test_within_one_sentence_it_does_so_too() -> None:
    text = "State media put the number of dead at 12; residents said it was closer to 50."
    assert read(text) == [(12, "person", "killed"), (50, "person", "killed")]


@pytest.mark.parametrize(
    "text",
    [
        "The march drew 80,000 people.\n\nPolice said it was 35,000.",
        "The march drew 80,000 people. It went well. Police said it was 35,000.",
        "The march drew 80,000 people. Police said it was 35.",
        "The march drew 80,000 people. They walked 35,000 all told.",
    ],
)
def test_across_paragraphs_sentences_or_sizes_and_without_such_words_it_counts_nothing(
    text: str,
) -> None:
    assert [unit for _, unit, _ in read(text)][1:] == [""]
