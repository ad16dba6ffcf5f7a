import errno
from io import BytesIO
from pathlib import Path

import pytest

from kg.errors import InputError
from kg.read import document as module
from kg.read.document import Document, Note, explained


def test_a_document_gives_its_bytes_from_memory_and_from_disk(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"Flood")
    assert Document("a.txt", "a.txt", b"Flood").data() == b"Flood"
    assert Document("a.txt", "a.txt", path).data() == b"Flood"


@pytest.mark.parametrize("data", [b"", b" \n\t\n"])
def test_an_empty_document_is_an_error(data: bytes) -> None:
    with pytest.raises(InputError, match="is empty"):
        Document("a.txt", "a.txt", data).data()


def test_a_document_above_the_limit_is_an_error_and_not_read_whole(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(module, "MAX_ARTICLE_BYTES", 1_000_000)
    assert len(Document("a.txt", "a.txt", b"x" * 1_000_000).data()) == 1_000_000
    with pytest.raises(InputError, match=r"^a\.txt: is larger than 1 MB.*split it"):
        Document("a.txt", "a.txt", b"x" * 1_000_001).data()


@pytest.mark.parametrize(
    ("error", "problem"),
    [
        (PermissionError(errno.EACCES, "Permission denied"), "for lack of permission"),
        (FileNotFoundError(errno.ENOENT, "No such file"), "does not exist"),
        (OSError(errno.EIO, "Input/output error"), "input/output error"),
    ],
)
def test_what_the_system_refuses_is_told_in_words(
    monkeypatch: pytest.MonkeyPatch, error: OSError, problem: str
) -> None:
    def refuse(_path: Path, _mode: str) -> None:
        raise error

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(InputError, match=problem) as raised:
        Document("in/a.txt", "a.txt", Path("in/a.txt")).data()
    assert raised.value.path == "in/a.txt"
    assert explained(error)[1]


class FailingDisk(BytesIO):
    def read(self, _size: int | None = -1) -> bytes:
        raise OSError(errno.EIO, "Input/output error")


def test_a_disk_that_fails_while_reading_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Document, "open", lambda _document: FailingDisk())
    with pytest.raises(InputError, match=r"a\.txt: cannot be read: input/output error"):
        Document("a.txt", "a.txt", Path("a.txt")).data()


def test_a_note_names_its_place() -> None:
    assert str(Note("a.jsonl", "date was left out", 3)) == "a.jsonl, line 3: date was left out"
    assert str(Note("a.md", "date was left out")) == "a.md: date was left out"
