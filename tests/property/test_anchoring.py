"""What holds for finding a passage again, whatever the text and whatever was done to it."""

from hypothesis import assume, given
from hypothesis import strategies as st

from kg.model import Selector
from kg.read import reanchor

words = st.text("abcdefghij ", min_size=1, max_size=12)
texts = st.lists(words, min_size=3, max_size=40).map(" ".join)


@st.composite
def selected(draw: st.DrawFn) -> tuple[str, Selector]:
    """A text and a place in it."""
    text = draw(texts)
    start = draw(st.integers(0, len(text) - 1))
    end = draw(st.integers(start + 1, len(text)))
    return text, Selector.of(text, start, end)


@given(selected())
def test_in_the_same_text_every_place_is_found(given_: tuple[str, Selector]) -> None:
    text, selector = given_
    found = reanchor(text, selector)
    assert found is not None
    assert found.parts == ((selector.start, selector.end),)


@given(selected(), st.text(min_size=0, max_size=200))
def test_whatever_is_found_lies_in_the_text_and_holds_words(
    given_: tuple[str, Selector], text: str
) -> None:
    found = reanchor(text, given_[1])
    if found is not None:
        assert found.cut(text)


@given(selected(), st.text("xyz", min_size=1, max_size=60))
def test_what_is_put_before_moves_it_by_as_much_or_hides_it(
    given_: tuple[str, Selector], line: str
) -> None:
    text, selector = given_
    assume(text.count(selector.exact) == 1)
    found = reanchor(f"{line}\n{text}", selector)
    assert found is None or found.start == selector.start + len(line) + 1


@given(selected(), st.text("xyz", min_size=0, max_size=60))
def test_words_of_another_alphabet_are_never_taken_for_it(
    given_: tuple[str, Selector], text: str
) -> None:
    assume(given_[1].exact.strip())
    assert reanchor(text, given_[1]) is None
