import errno
from io import BytesIO
from pathlib import Path

import pytest

from kg.errors import InputError
from kg.model import Article
from kg.read import jsonl
from kg.read.document import Document, Found, Note
from kg.read.jsonl import read_jsonl


def read(data: bytes | Path) -> list[Found]:
    return list(read_jsonl(Document("in/wire.jsonl", "wire.jsonl", data)))


def test_each_line_is_an_article_that_carries_its_line() -> None:
    data = (
        b'{"text": "The dam burst.\\r\\n", "title": "Dam", "authors": ["Ann Lee"], "published": "2024-03-02"}\n'
        b"\n"
        b'{"text": "The dam held.", "publisher": "Valley Post", "extra": 1}'
    )
    first, second = read(data)
    assert isinstance(first, Article)
    assert isinstance(second, Article)
    assert (first.file, first.text, first.title) == ("wire.jsonl:1", "The dam burst.\n", "Dam")
    assert (first.authors, first.published) == (("Ann Lee",), "2024-03-02")
    assert (second.file, second.publisher) == ("wire.jsonl:3", "Valley Post")


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        (b'{"text": "cut', "is not JSON from column 10 on"),
        (b"The dam burst.", "is not JSON from column 1 on"),
        (b'["The dam burst."]', "is not a JSON object"),
        (b'{"title": "Dam"}', 'has no "text"'),
        (b'{"text": "  "}', 'has no "text"'),
        (b'{"text": 5}', 'has no "text"'),
        (b'{"text": "half \\ud800"}', "text holds half a character (a lone surrogate)"),
        (b'{"text": "caf\xe9"}', "is not UTF-8 (byte 0xe9)"),
        (b'{"n": ' + b"9" * 5000 + b"}", "is not JSON that can be read"),
        (b"[" * 200_000, "is not JSON that can be read"),
    ],
)
def test_a_bad_line_is_an_error_with_its_number_and_the_others_are_read(
    line: bytes, problem: str
) -> None:
    before, error, after = read(b'{"text": "One."}\n' + line + b'\n{"text": "Three."}\n')
    assert isinstance(before, Article)
    assert isinstance(after, Article)
    assert isinstance(error, InputError)
    assert (error.path, error.line, error.problem) == ("in/wire.jsonl", 2, problem)
    assert error.remedy


def test_a_line_above_the_limit_costs_itself_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jsonl, "MAX_ARTICLE_BYTES", 50)
    error, after = read(b'{"text": "' + b"x" * 500 + b'"}\n{"text": "Two."}\n')
    assert isinstance(error, InputError)
    assert error.line == 1
    assert isinstance(after, Article)
    assert after.file == "wire.jsonl:2"


def test_a_fact_that_cannot_be_used_is_a_note_with_the_line() -> None:
    _, note = read(b'{"text": "One.", "published": "01/02/2024"}')
    assert isinstance(note, Note)
    assert note.line == 1


@pytest.mark.parametrize("data", [b"", b"\n \n"])
def test_a_file_without_lines_is_empty(data: bytes) -> None:
    with pytest.raises(InputError, match="is empty"):
        read(data)


def test_a_file_that_cannot_be_read_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be read: is a directory"):
        read(tmp_path)


class FailingDisk(BytesIO):
    def readline(self, _size: int | None = -1) -> bytes:
        raise OSError(errno.EIO, "Input/output error")


def test_a_disk_that_fails_while_reading_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Document, "open", lambda _document: FailingDisk())
    with pytest.raises(InputError, match=r"wire\.jsonl: cannot be read: input/output error"):
        read(b"")
