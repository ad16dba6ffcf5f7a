"""Turns bytes into text, or says why they are no text.

Text files are UTF-8; guessing another encoding would move letters about without anybody noticing. Pages may
declare theirs (WHATWG HTML Living Standard, section 13.2.3, "Determining the character encoding").
"""

import codecs
import re

from kg.read.document import Document

# The first bytes of files that users rename or mistake for text.
_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a ZIP archive or an Office file"),
    (b"\xd0\xcf\x11\xe0", "an old Office file"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
)
_OTHER_MARKS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
)
_META_CHARSET = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE
)
_META_WITHIN = 4096  # browsers look at the first 1,024 bytes; pages put much before it
_FALLBACK = "windows-1252"  # the standard's own for documents in Western languages


def decoded(document: Document, data: bytes) -> str:
    r"""The text of UTF-8 bytes, unchanged apart from a byte-order mark and ``\r\n``, which becomes ``\n``.

    Raises:
        InputError: If the bytes are binary or in another encoding; with the line of the first wrong byte.
    """
    _refuse_binary(document, data)
    try:
        text = data.removeprefix(codecs.BOM_UTF8).decode()
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise document.error(
            f"is not UTF-8 (byte 0x{data[error.start]:02x})", "save it as UTF-8", line
        ) from error
    return text.replace("\r\n", "\n")


def decoded_page(document: Document, data: bytes) -> str:
    """The text of a page in the encoding that it, its server or a byte-order mark declares.

    Bytes that do not fit become U+FFFD.

    Raises:
        InputError: If the bytes are binary.
    """
    _refuse_binary(document, data)
    if data.startswith(codecs.BOM_UTF8):
        return data.removeprefix(codecs.BOM_UTF8).decode(errors="replace")
    declared = _META_CHARSET.search(data[:_META_WITHIN])
    for name in (
        document.charset,
        declared[1].decode("ascii", "replace") if declared else None,
        "utf-8",
    ):
        if name is not None and (text := _attempt(data, name)) is not None:
            return text
    return data.decode(_FALLBACK, errors="replace")


def _attempt(data: bytes, charset: str) -> str | None:
    """The bytes in this encoding, or None if there is no such encoding or, for UTF-8, they are not in it.

    The one encoding that can tell is asked to; pages that claim it and are not are a common fault.
    """
    try:
        return data.decode(charset, errors="strict" if charset == "utf-8" else "replace")
    except (LookupError, UnicodeError):
        return None


def _refuse_binary(document: Document, data: bytes) -> None:
    for mark, name in _OTHER_MARKS:
        if data.startswith(mark):
            raise document.error(f"is {name}, not UTF-8", "save it as UTF-8")
    for signature, name in _SIGNATURES:
        if data.startswith(signature):
            raise document.error(f"is {name}, not text", "save its text as UTF-8 first")
    if b"\0" in data:
        raise document.error(
            "is a binary file, not text", "leave it out, or save its text as UTF-8 first"
        )
