import pytest

from kg.extract.attribution.signatures import signed
from kg.language import parse
from kg.language.quotations import quotations
from kg.model import Attribution, Style


def found(text: str) -> list[Attribution]:
    return list(signed(parse(text), quotations(text).quotations))


@pytest.mark.parametrize(
    ("text", "content", "source"),
    [
        ("“The sirens came late.” — Ana Lindo", "The sirens came late", "Ana Lindo"),
        (
            "“The sirens came late!”― Ana Lindo, nurse.\n",
            "The sirens came late!",
            "Ana Lindo, nurse",
        ),
        ('"Nobody came." -- Oto Breck\n\nMore rain is due.', "Nobody came", "Oto Breck"),
    ],
)
def test_who_signs_a_quotation_with_a_dash_has_said_it(
    text: str, content: str, source: str
) -> None:
    (item,) = found(text)
    assert item.content.cut(text) == content
    assert item.source is not None
    assert item.source.cut(text) == source
    assert item.style is Style.DIRECT


@pytest.mark.parametrize(
    "text",
    [
        "“The sirens came late” — and nobody knew why.",
        "“The sirens came late.” — they did, and nobody knew why",
        "“The sirens came late.” Ana Lindo",
        "“The sirens came late.” — Ana Lindo knew it, she said in a letter that was read out on Monday to all who had come to hear it.",
    ],
)
def test_a_dash_before_anything_but_a_name_at_the_end_of_the_line_signs_nothing(text: str) -> None:
    assert found(text) == []
