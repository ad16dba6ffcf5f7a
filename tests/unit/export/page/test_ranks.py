import pytest

from kg.export.page.ranks import claim_orders, collation, folded
from kg.model import Claim, Collection, EntityKind, Style, When
from tests.factory import article, claim, entity, quantity

EARLY = article("Ten metres fell. Nine fell.", "a.txt", published="2031-01-02")
LATE = article("Eleven metres fell.", "b.txt", published="2031-01")
NEVER = article("Some metres fell.", "c.txt")
VOICE = entity(EntityKind.PERSON, "Mill 9")


def order(name: str, *claims: Claim) -> list[str]:
    """Texts of the claims in an order."""
    collection = Collection(
        articles=(EARLY, LATE, NEVER),
        entities=(VOICE,),
        claims=tuple(sorted(claims, key=lambda row: row.id)),
    )
    ranks = claim_orders(collection)[name]
    return [row.text for row in sorted(claims, key=lambda row: ranks[row.id])]


@pytest.mark.parametrize(
    ("smaller", "greater"),
    [
        ("Zone 9", "zone 10"),
        ("zone 009", "Zone 10"),
        ("élan", "Elba"),
        ("“Apple”", "berry"),
        ("al-Noor", "alto"),
        ("9" * 5000, "1" + "0" * 5000),
        ("", "a"),
    ],
)
def test_words_sort_without_case_and_accents_and_numbers_by_size(
    smaller: str, greater: str
) -> None:
    assert collation(smaller) < collation(greater)


def test_texts_that_differ_in_case_alone_have_an_order() -> None:
    assert collation("A b") != collation("a b")


@pytest.mark.parametrize(("text", "plain"), [("ÉLAN", "elan"), ("Straße", "strasse"), ("ﬁn", "fin"), ("A1", "a1")])  # fmt: skip
def test_folded_text_has_neither_case_nor_accents(text: str, plain: str) -> None:
    assert folded(text) == plain


def test_publication_comes_before_the_place_in_the_text_and_undated_last() -> None:
    first, second = claim(EARLY, "Ten metres fell"), claim(EARLY, "Nine fell")
    other, last = claim(LATE, "Eleven metres fell"), claim(NEVER, "Some metres fell")
    expected = [other.text, first.text, second.text, last.text]
    assert order("published", last, second, first, other) == expected


def test_time_is_when_it_was_said_or_else_published() -> None:
    first = claim(EARLY, "Ten metres fell")
    said = claim(NEVER, "Some metres fell", said=When(edtf="2031-01-01/2031-02"))
    other = claim(LATE, "Eleven metres fell", said=When(edtf="2031-01-03"))
    assert order("time", other, first, said) == [said.text, first.text, other.text]


def test_figures_sort_by_size_and_claims_without_come_first() -> None:
    ten = claim(EARLY, "Ten metres fell", quantities=(quantity(EARLY, "Ten", 10, None),))
    nine = claim(EARLY, "Nine fell", quantities=(quantity(EARLY, "Nine", None, 9),))
    none = claim(NEVER, "Some metres fell")
    assert order("figures", ten, nine, none) == [none.text, nine.text, ten.text]


def test_speakers_sort_by_what_the_page_calls_them() -> None:
    own = claim(EARLY, "Ten metres fell", style=Style.NARRATED)  # The article itself
    named = claim(EARLY, "Nine fell", speaker=VOICE.id)  # Mill 9
    nobody = claim(LATE, "Eleven metres fell")  # Nobody named
    assert order("speaker", own, named, nobody) == [named.text, nobody.text, own.text]
