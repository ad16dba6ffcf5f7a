import pytest

from kg.errors import InputError
from kg.read.decode import decoded, decoded_page
from kg.read.document import Document


def document(charset: str | None = None) -> Document:
    return Document("in/a.txt", "a.txt", b"", charset)


def test_text_is_unchanged_but_for_byte_order_mark_and_carriage_returns() -> None:
    data = b"\xef\xbb\xbf  One \r\n\r\n\ttwo\rthree \xe2\x80\x9cfour\xe2\x80\x9d\n"
    assert decoded(document(), data) == "  One \n\n\ttwo\rthree “four”\n"


def test_wrong_encoding_names_the_line_and_the_byte() -> None:
    with pytest.raises(InputError) as raised:
        decoded(document(), "One\ntwo\ncafé".encode("cp1252"))
    assert str(raised.value) == "in/a.txt, line 3: is not UTF-8 (byte 0xe9); save it as UTF-8"


@pytest.mark.parametrize(
    ("data", "named"),
    [
        ("Flood".encode("utf-16"), "UTF-16"),
        ("Flood".encode("utf-32"), "UTF-32"),
        (b"%PDF-1.7", "a PDF file"),
        (b"PK\x03\x04rest", "a ZIP archive or an Office file"),
        (b"\x89PNG\r\n", "a PNG image"),
        (b"Flood\0warning", "a binary file"),
    ],
)
def test_what_is_no_text_is_refused_by_its_name(data: bytes, named: str) -> None:
    for read in (decoded, decoded_page):
        with pytest.raises(InputError, match=named) as raised:
            read(document(), data)
        assert raised.value.remedy


@pytest.mark.parametrize(
    ("charset", "data"),
    [
        (None, b"\xef\xbb\xbfcaf\xc3\xa9"),
        ("windows-1252", b"caf\xe9"),
        (None, b'<meta charset="iso-8859-1">caf\xe9'),
        (None, b'<meta http-equiv=x content="text/html; charset=koi8-r">\xc3\xc1'),
        (None, b"caf\xc3\xa9"),
        (None, b"caf\xe9"),
        ("no-such-charset", b"caf\xc3\xa9"),
        ("utf-8", b"caf\xe9"),
        ("hex", b"caf\xc3\xa9"),
        ("idna", b"caf\xc3\xa9"),
    ],
)
def test_a_page_is_read_in_the_encoding_that_it_declares_or_else_fits(
    charset: str | None, data: bytes
) -> None:
    assert decoded_page(document(charset), data).endswith(("café", "ца"))
