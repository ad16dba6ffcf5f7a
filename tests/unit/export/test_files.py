from pathlib import Path

import pytest

from kg.errors import ExportError
from kg.export.files import remove, replacing, write_text


class PowerCutError(Exception):
    """Something that happens while a file is being written."""


def test_text_is_written_as_utf8_with_its_own_line_ends(tmp_path: Path) -> None:
    target = tmp_path / "new" / "words.txt"
    write_text(target, "naïve\r\n“quoted”\n")
    assert target.read_bytes() == "naïve\r\n“quoted”\n".encode()


def test_nothing_but_the_target_is_left(tmp_path: Path) -> None:
    write_text(tmp_path / "words.txt", "one")
    write_text(tmp_path / "words.txt", "two")
    assert [path.name for path in tmp_path.iterdir()] == ["words.txt"]
    assert (tmp_path / "words.txt").read_text(encoding="utf-8") == "two"


def test_a_failure_while_writing_leaves_the_old_file_alone(tmp_path: Path) -> None:
    target = tmp_path / "words.txt"
    write_text(target, "old")
    with pytest.raises(PowerCutError), replacing(target) as stream:  # noqa: PT012
        stream.write("half of the ne")
        raise PowerCutError
    assert [path.name for path in tmp_path.iterdir()] == ["words.txt"]
    assert target.read_text(encoding="utf-8") == "old"


def test_a_lone_surrogate_keeps_its_place(tmp_path: Path) -> None:
    write_text(tmp_path / "words.txt", "a\ud800b")
    assert (tmp_path / "words.txt").read_text(encoding="utf-8") == "a?b"


def test_an_unwritable_place_is_named_with_a_remedy(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file where a folder should be", encoding="utf-8")
    with pytest.raises(ExportError, match="cannot be written") as caught:
        write_text(tmp_path / "taken" / "words.txt", "x")
    assert caught.value.path == str(tmp_path / "taken" / "words.txt")
    assert "--out" in caught.value.remedy


def test_a_folder_in_the_target_s_place_is_an_error_and_leaves_no_rest(tmp_path: Path) -> None:
    (tmp_path / "words.txt").mkdir()
    with pytest.raises(ExportError):
        write_text(tmp_path / "words.txt", "x")
    assert [path.name for path in tmp_path.iterdir()] == ["words.txt"]


def test_removing_what_is_not_there_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    remove(tmp_path / "gone.csv")
    remove(tmp_path / "file" / "below-a-file.csv")
    remove(tmp_path / "file")
    assert not list(tmp_path.iterdir())


def test_what_cannot_be_removed_is_named(tmp_path: Path) -> None:
    (tmp_path / "folder.csv").mkdir()
    with pytest.raises(ExportError, match=r"folder\.csv"):
        remove(tmp_path / "folder.csv")
