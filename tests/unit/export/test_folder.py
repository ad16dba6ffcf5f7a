from collections.abc import Callable
from pathlib import Path

import pytest

from kg.errors import ExportError
from kg.export.folder import staged


def tree(folder: Path) -> dict[str, str]:
    """The files below a folder, hidden ones included, with their content."""
    found = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_text() for path in found}


def fill(stage: Path, **texts: str) -> None:
    for name, text in texts.items():
        path = stage / name.replace("__", "/")
        path.parent.mkdir(exist_ok=True)
        path.write_text(text)


def test_what_is_written_stands_in_a_new_folder_at_the_end(tmp_path: Path) -> None:
    out = tmp_path / "a" / "out"
    with staged(out) as stage:
        fill(stage, graph="new", neo4j__nodes="new")
        assert not out.exists()
    assert tree(tmp_path) == {"a/out/graph": "new", "a/out/neo4j/nodes": "new"}
    assert out.stat().st_mode & 0o777 == (tmp_path / "a").stat().st_mode & 0o777


def test_files_take_the_place_of_earlier_ones_and_others_stay(tmp_path: Path) -> None:
    fill(tmp_path, graph="old", mine="mine")
    with staged(tmp_path) as stage:
        fill(stage, graph="new")
        assert (tmp_path / "graph").read_text() == "old"
    assert tree(tmp_path) == {"graph": "new", "mine": "mine"}


def test_a_folder_replaces_the_earlier_one_as_a_whole(tmp_path: Path) -> None:
    fill(tmp_path, neo4j__nodes="old")
    (tmp_path / "neo4j/csv").mkdir()
    fill(tmp_path / "neo4j", csv__gone="old")
    with staged(tmp_path) as stage:
        fill(stage, neo4j__nodes="new")
        fill(stage / "neo4j", csv__fresh="new")
    assert tree(tmp_path) == {"neo4j/nodes": "new", "neo4j/csv/fresh": "new"}


def test_a_table_that_the_new_build_lacks_is_no_foreign_file(tmp_path: Path) -> None:
    for names in (("nodes", "relationships"), ("nodes",)):
        with staged(tmp_path) as stage:
            for name in names:
                (stage / "neo4j" / name).mkdir(parents=True)
                (stage / "neo4j" / name / "all.csv").write_text("row")
    assert tree(tmp_path) == {"neo4j/nodes/all.csv": "row"}


def foreign_file(out: Path) -> None:
    fill(out, neo4j__nodes="old", neo4j__notes="mine")


def file_for_folder(out: Path) -> None:
    fill(out, neo4j="mine")


def folder_for_file(out: Path) -> None:
    fill(out, graph__notes="mine")


@pytest.mark.parametrize(
    ("prepare", "problem"),
    [
        (foreign_file, "neo4j: is to be replaced, but notes in it is not of a build; move it away"),
        (file_for_folder, "neo4j: is in the way"),
        (folder_for_file, "graph: is in the way"),
    ],
)
def test_what_is_not_of_a_build_is_never_replaced(
    tmp_path: Path, prepare: Callable[[Path], None], problem: str
) -> None:
    prepare(tmp_path)
    before = tree(tmp_path)
    with pytest.raises(ExportError, match=problem), staged(tmp_path) as stage:
        fill(stage, another="new", graph="new", neo4j__nodes="new")
    assert tree(tmp_path) == before


def fail_half_way(stage: Path) -> None:
    fill(stage, graph="half")
    raise RuntimeError


def test_a_failing_block_leaves_everything_as_it_was(tmp_path: Path) -> None:
    fill(tmp_path, graph="old")
    for out in (tmp_path, tmp_path / "new" / "out"):
        with pytest.raises(RuntimeError), staged(out) as stage:
            fail_half_way(stage)
    assert tree(tmp_path) == {"graph": "old"}
    assert [path.name for path in tmp_path.iterdir()] == ["graph"]


def test_a_block_that_writes_nothing_makes_no_folder(tmp_path: Path) -> None:
    with staged(tmp_path / "out"):
        pass
    assert list(tmp_path.iterdir()) == []


def test_a_target_that_cannot_be_a_folder_is_refused_before_any_work(tmp_path: Path) -> None:
    fill(tmp_path, file="mine")
    for out, problem in (
        (tmp_path / "file", "is a file, not a folder; choose another folder with --out"),
        (tmp_path / "file" / "out", r"cannot be written \(not a directory\)"),
    ):
        with pytest.raises(ExportError, match=problem), staged(out):
            pytest.fail("the block must not be entered")


def test_a_move_that_the_system_refuses_is_an_export_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_path: Path, _target: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "rename", refuse)
    with (
        pytest.raises(ExportError, match=r"out: cannot be written \(no space left on device\)"),
        staged(tmp_path / "out") as stage,
    ):
        fill(stage, graph="new")
    assert list(tmp_path.iterdir()) == []
