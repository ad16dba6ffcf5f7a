import pytest
from pydantic import ValidationError

from kg.model import Selector, Span
from kg.model.selector import CONTEXT_LENGTH, selectors

TEXT = "“The dam,” said Mira Castel, a hydrologist at the Dunmere Institute, “did not fail at all.”"


def test_selector_keeps_the_words_and_what_stands_around_them() -> None:
    start = TEXT.index("Mira")
    found = Selector.of(TEXT, start, start + 4)
    assert (found.exact, found.prefix) == ("Mira", "“The dam,” said ")
    assert found.suffix == TEXT[start + 4 :][:CONTEXT_LENGTH]


def test_context_is_empty_at_the_ends_of_the_text() -> None:
    whole = Selector.of(TEXT, 0, len(TEXT))
    assert (whole.prefix, whole.suffix) == ("", "")


def test_span_in_two_parts_has_two_selectors() -> None:
    parts = [(TEXT.index(words), TEXT.index(words) + len(words)) for words in ("The dam,", "did not fail")]  # fmt: skip
    found = selectors(TEXT, Span(parts=tuple(parts)))
    assert [row.exact for row in found] == ["The dam,", "did not fail"]


@pytest.mark.parametrize(("start", "end", "exact"), [(0, 3, "four"), (-1, 3, "four"), (2, 2, "")])
def test_offsets_that_do_not_fit_the_words_are_refused(start: int, end: int, exact: str) -> None:
    with pytest.raises(ValidationError):
        Selector(start=start, end=end, exact=exact)


def test_span_beyond_the_text_is_refused() -> None:
    with pytest.raises(ValueError, match="are not the places"):
        selectors(TEXT, Span.of(5, 999))
