from io import StringIO
from xml.etree import ElementTree as ET

import pytest

from kg.export.xml import XmlWriter, escaped, is_plain, quoted

HARD = [
    "a < b & c > d",
    "\"both\" 'kinds'",
    "two\nlines\tand a tab",
    "😀 𝒜 astral",
    "שלום עולם \u200f",
    "]]>",
    "next\x85line and \u2028separator",
    "",
]


@pytest.mark.parametrize("text", HARD)
def test_a_reader_gets_attributes_and_texts_back(text: str) -> None:
    stream = StringIO()
    xml = XmlWriter(stream)
    xml.open("root", {"is": text})
    xml.empty("empty", {"is": text})
    xml.text("full", {"is": text}, text)
    xml.close()
    root = ET.fromstring(stream.getvalue())  # noqa: S314
    assert [element.get("is") for element in root.iter()] == [text] * 3
    assert (root[1].text or "") == text


def test_elements_stand_on_lines_of_their_own() -> None:
    stream = StringIO()
    xml = XmlWriter(stream)
    xml.open("a")
    xml.open("b")
    xml.raw(iter(["<c/>", "<d/>"]))
    xml.close()
    xml.close()
    lines = stream.getvalue().splitlines()
    assert lines[1:] == ["<a>", "  <b>", "    <c/>", "    <d/>", "  </b>", "</a>"]


@pytest.mark.parametrize("letter", '&<>"\n\t\r\x85\u2028')
def test_each_letter_that_a_reader_would_change_is_escaped(letter: str) -> None:
    assert not is_plain(f"a{letter}")
    assert ET.fromstring(f'<a is="{escaped(letter)}"/>').get("is") == letter  # noqa: S314


def test_plain_text_is_only_quoted() -> None:
    assert quoted("plain") == '"plain"'
