"""A passage is found again in a text that changed a little; where it cannot be, nothing is."""

import pytest

from kg.model import Selector
from kg.read import reanchor, reanchor_all

TEXT = """\
Nine people have died in the flood at Velm, the Velm Fire Service said on Tuesday.

“The dam did not fail,” said Mira Castel, a hydrologist at the Dunmere Institute. “It was opened too late.”

More than 4,000 residents were evacuated overnight. The mayor said that 11 were missing.
"""


def selected(words: str, text: str = TEXT) -> Selector:
    return Selector.of(text, text.index(words), text.index(words) + len(words))


def found(text: str, words: str) -> str | None:
    span = reanchor(text, selected(words))
    return None if span is None else span.cut(text)


NINE = "Nine people have died in the flood at Velm"
LATE = "It was opened too late."


@pytest.mark.parametrize("words", [NINE, LATE, "11", "Velm Fire Service"])
def test_in_the_same_text_it_is_where_it_was(words: str) -> None:
    span = reanchor(TEXT, selected(words))
    assert span is not None
    assert span.start == TEXT.index(words)


@pytest.mark.parametrize("words", [NINE, LATE, "11", "Velm Fire Service"])
def test_line_put_before_it_moves_it(words: str) -> None:
    text = f"Correction: an earlier version gave another day.\n\n{TEXT}"
    assert found(text, words) == words


def test_of_two_that_read_alike_the_one_with_the_same_surroundings_is_meant() -> None:
    text = TEXT.replace("Tuesday.", "Tuesday. It was opened too late, some said.")
    span = reanchor(text, selected(LATE))
    assert span is not None
    assert span.start == text.rindex("It was opened")


def test_two_that_stand_alike_are_ambiguous() -> None:
    once = "He said that 11 were missing in the town of Velm by the evening.\n"
    text = f"At noon.\n{once}\n{once}"
    assert reanchor(text, selected("11 were missing", once)) is None


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("Nine people", "Ten people", "Ten people have died in the flood at Velm"),
        ("have died", "died", "Nine people died in the flood at Velm"),
        ("the flood", "the great flood", "Nine people have died in the great flood at Velm"),
        (", the Velm Fire Service said", ", officials told reporters", NINE),
    ],
)
def test_words_that_changed_a_little_are_found_as_they_are_now(
    old: str, new: str, expected: str
) -> None:
    assert found(TEXT.replace(old, new, 1), NINE) == expected


@pytest.mark.parametrize("words", [NINE, LATE])
def test_what_was_taken_out_is_gone(words: str) -> None:
    paragraph = next(row for row in TEXT.split("\n\n") if words in row)
    assert found(TEXT.replace(paragraph, ""), words) is None


def test_short_words_alone_are_no_sign() -> None:
    assert found("The council met on the 11 of March, and adjourned.", "11") is None
    assert found("", "11") is None


def test_parts_of_a_quotation_are_found_together_or_not_at_all() -> None:
    parts = [selected("The dam did not fail,"), selected(LATE)]
    text = f"Updated.\n{TEXT}"
    span = reanchor_all(text, parts)
    assert span is not None
    assert span.cut(text) == "The dam did not fail, It was opened too late."
    assert reanchor_all(text.replace(" “It was opened too late.”", ""), parts) is None
    assert reanchor_all(text, reversed(parts)) is None
    assert reanchor_all(text, []) is None
