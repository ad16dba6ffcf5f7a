import os
import subprocess
import sys
from pathlib import Path

import pytest

from kg.errors import ExportError
from kg.export import EXPORTERS, Exporter
from kg.graph import assemble
from tests.factory import sample_collection

rows = pytest.mark.parametrize("exporter", EXPORTERS, ids=lambda row: row.name)


def written(folder: Path) -> set[str]:
    """What lies in a folder, a folder of its own with a slash behind it."""
    return {path.name + ("/" if path.is_dir() else "") for path in folder.iterdir()}


def test_names_and_files_are_unique() -> None:
    names = [row.name for row in EXPORTERS]
    files = [name for row in EXPORTERS for name in row.files]
    assert len(set(names)) == len(names)
    assert len(set(files)) == len(files)


@rows
def test_an_exporter_writes_exactly_its_files(exporter: Exporter, tmp_path: Path) -> None:
    exporter.write(assemble(sample_collection()), tmp_path)
    assert written(tmp_path) == set(exporter.files)


def test_the_same_collection_gives_the_same_bytes_whatever_the_hash_seed(tmp_path: Path) -> None:
    code = """
import sys
from pathlib import Path
from kg.export import EXPORTERS
from kg.graph import assemble
from tests.factory import sample_collection
for row in EXPORTERS:
    row.write(assemble(sample_collection()), Path(sys.argv[1]))
"""
    for seed in ("1", "2"):
        (tmp_path / seed).mkdir()
        subprocess.run(
            [sys.executable, "-c", code, str(tmp_path / seed)],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(sys.path)},
            check=True,
        )
    one, two = (
        {path.relative_to(root): path.read_bytes() for path in root.rglob("*") if path.is_file()}
        for root in (tmp_path / "1", tmp_path / "2")
    )
    assert len(one) > len(EXPORTERS)
    assert one == two


@rows
def test_no_path_of_this_machine_is_written(exporter: Exporter, tmp_path: Path) -> None:
    exporter.write(assemble(sample_collection()), tmp_path)
    for path in tmp_path.rglob("*"):
        if path.is_file():
            assert str(tmp_path).encode() not in path.read_bytes()


@rows
def test_a_place_that_cannot_be_written_to_is_one_clear_error(
    exporter: Exporter, tmp_path: Path
) -> None:
    (tmp_path / "out").write_text("a file where a folder should be", encoding="utf-8")
    with pytest.raises(ExportError) as caught:
        exporter.write(assemble(sample_collection()), tmp_path / "out")
    assert str(tmp_path / "out") in str(caught.value)
    assert caught.value.remedy


def test_the_table_itself_imports_no_format() -> None:
    code = (
        "import sys, kg.export;"
        "print([name for name in ('networkx', 'rdflib', 'pyvis', 'kg.export.gexf', 'pyoxigraph')"
        " if name in sys.modules])"
    )
    found = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert found.stdout.strip() == "[]"
