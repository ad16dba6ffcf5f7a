import errno
import os
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kg.errors import InputError
from kg.read.discovery import documents
from kg.read.document import Document


def put(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("Text.")


def files(path: Path, leave_out: Path | None = None) -> list[str]:
    found = documents(str(path), Counter(), leave_out)
    return [document.file for document in found if isinstance(document, Document)]


def error(path: Path) -> InputError:
    (found,) = documents(str(path), Counter())
    assert isinstance(found, InputError)
    return found


def test_a_folder_is_searched_to_the_bottom_in_order_of_the_paths(tmp_path: Path) -> None:
    put(tmp_path, "b.txt", "a/z.md", "a/c/d.HTML", "a-b.jsonl")
    assert files(tmp_path) == ["a/c/d.HTML", "a/z.md", "a-b.jsonl", "b.txt"]


def test_a_file_by_itself_is_called_by_its_name(tmp_path: Path) -> None:
    put(tmp_path, "a/z.md")
    assert files(tmp_path / "a/z.md") == ["z.md"]


def test_hidden_things_and_the_output_are_no_inputs(tmp_path: Path) -> None:
    put(tmp_path, ".git/a.txt", ".b.txt", "c.txt", "out/articles.jsonl", "in/out/d.txt")
    assert files(tmp_path, tmp_path / "out") == ["c.txt", "in/out/d.txt"]


def test_links_to_folders_are_not_followed(tmp_path: Path) -> None:
    put(tmp_path, "a/b.txt")
    (tmp_path / "a/loop").symlink_to(tmp_path)
    assert files(tmp_path) == ["a/b.txt"]


def test_kinds_that_nobody_reads_are_counted_once_by_suffix(tmp_path: Path) -> None:
    put(tmp_path, "a.txt", "b.pdf", "c/d.PDF", "Makefile", "README.md", "Sources.md")
    passed_over: Counter[str] = Counter()
    assert len(list(documents(str(tmp_path), passed_over))) == 1
    assert passed_over == {".pdf": 2, "no suffix": 1, "README.md": 1, "Sources.md": 1}


def test_a_readme_that_is_named_is_read(tmp_path: Path) -> None:
    put(tmp_path, "README.md")
    assert files(tmp_path / "README.md") == ["README.md"]


def test_a_kind_that_nobody_reads_is_an_error_when_named(tmp_path: Path) -> None:
    put(tmp_path, "b.pdf", "Makefile")
    assert "cannot read .pdf; give one of .htm, .html" in str(error(tmp_path / "b.pdf"))
    assert "cannot read a file without suffix" in str(error(tmp_path / "Makefile"))


def test_a_folder_without_articles_is_an_error(tmp_path: Path) -> None:
    put(tmp_path, "b.pdf")
    assert "has no articles; put files of .htm" in str(error(tmp_path))


def test_a_path_that_is_not_there_suggests_what_is(tmp_path: Path) -> None:
    put(tmp_path, "reports/flood.txt", "e.txt")
    assert str(error(tmp_path / "reports/floods.txt")).endswith(
        f"does not exist; did you mean {tmp_path / 'reports/flood.txt'}?"
    )
    assert str(error(tmp_path / "report")).endswith(f"did you mean {tmp_path / 'reports'}?")
    assert str(error(tmp_path / "nothing.txt")).endswith("check the spelling")
    assert str(error(tmp_path / "no/where.txt")).endswith("check the spelling")


def test_what_is_neither_file_nor_folder_is_an_error(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    assert error(tmp_path / "pipe.txt").problem == "is neither a file nor a folder"


def test_a_folder_that_may_not_be_read_is_an_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(top: Path, onerror: Callable[[OSError], None]) -> Iterator[None]:
        onerror(PermissionError(errno.EACCES, "Permission denied", str(top / "secret")))
        return iter(())

    monkeypatch.setattr(os, "walk", refuse)
    found = error(tmp_path)
    assert found.path == str(tmp_path / "secret")
    assert "for lack of permission" in found.problem
