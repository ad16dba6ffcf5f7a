import pytest

from kg.language.quotations import overlapping, quotations


def inner(text: str) -> list[str]:
    return [found.inner.cut(text) for found in quotations(text).quotations]


MARKED = [
    ('"No," she said.', ["No,"]),
    ("“No,” she said. “Never.”", ["No,", "Never."]),
    ("‘No,’ she said.", ["No,"]),
    ("'No,' she said.", ["No,"]),
    ("``No,'' she said.", ["No,"]),
    ("''No,'' she said.", ["No,"]),
    ("„No,“ she said.", ["No,"]),
    ("«No,» she said.", ["No,"]),
    ("She read (“page nine”) aloud.", ["page nine"]),
    ("“He said ‘no’ twice,” she said.", ["He said ‘no’ twice,"]),
    ("“Call it “peace” if you must,” she said.", ["Call it “peace"]),
    ("'The miners' strike is on,' she said.", ["The miners' strike is on,"]),
    ("'They took the miners' lamp' and left.", ["They took the miners' lamp"]),
    ("It isn't the miners' fault.", []),
    ("The ’90s were dry.", []),
    ('A 12" pipe burst.', []),
    ("“” she said.", []),
    ("No marks here.", []),
    ("", []),
]


@pytest.mark.parametrize(("text", "expected"), MARKED)
def test_quotation_is_what_stands_between_its_marks(text: str, expected: list[str]) -> None:
    assert inner(text) == expected


def test_place_takes_in_the_marks() -> None:
    text = "She said ``No'' twice."
    (found,) = quotations(text).quotations
    assert text[found.start : found.end] == "``No''"


def test_quotation_of_several_paragraphs_opens_anew_in_each() -> None:
    text = "“The dam is old.\n\n“The dam is weak.”"
    first, second = quotations(text).quotations
    assert (first.continued, second.continued) == (True, False)
    assert (first.paragraph, second.paragraph) == (0, text.index("“The dam is weak"))
    assert inner(text) == ["The dam is old.", "The dam is weak."]


def test_unclosed_mark_is_reported_and_costs_its_own_quotation_only() -> None:
    text = "She said “no.\n\n“Yes,” he said."
    found = quotations("She said “no.\n\nHe left. “Yes,” he said.")
    assert [finding.code for finding in found.findings] == ["unclosed-quotation"]
    assert found.findings[0].span.cut(text) == "“"
    assert len(found.quotations) == 1


def test_lone_apostrophe_is_no_finding() -> None:
    assert quotations("'Twas the night of the flood.").findings == ()


def test_the_quotations_at_a_place_are_those_that_share_a_character_with_it() -> None:
    text = '"One," she said. "Two," he said. "Three," they said.'
    found = quotations(text).quotations
    start, end = text.index(" she"), text.index('"Three')
    assert [item.inner.cut(text) for item in overlapping(found, start, end)] == ["Two,"]
    assert [item.inner.cut(text) for item in overlapping(found, start - 1, end + 1)] == [
        "One,",
        "Two,",
        "Three,",
    ]
