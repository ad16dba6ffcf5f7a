"""The README tells the truth: its commands run, its outputs are what they print, its table is that of the exporters."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from kg.export import EXPORTERS

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
_BLOCK = re.compile(r"```sh\n(.*?)```(?:\n+```text\n(.*?)```)?", re.DOTALL)
BLOCKS = [(found[1], found[2]) for found in _BLOCK.finditer(README)]
EXAMPLE = [block for block in BLOCKS if "pip install" not in block[0]]
_LINK = re.compile(r"\]\(([^)#:]+)\)")


@pytest.fixture(scope="module")
def shell(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, str]]:
    """An empty folder, and an environment in which ``kg`` is the command under test."""
    folder = tmp_path_factory.mktemp("readme")
    command = folder / "bin" / "kg"
    command.parent.mkdir()
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m kg "$@"\n', encoding="utf-8")
    command.chmod(0o755)
    path = f"{command.parent}:/usr/local/bin:/usr/bin:/bin"
    return folder, {"PATH": path, "PYTHONPATH": str(ROOT), "COLUMNS": "160", "LANG": "C.UTF-8"}


def test_example_prints_what_the_readme_shows(shell: tuple[Path, dict[str, str]]) -> None:
    folder, environment = shell
    assert sum(output is not None for _, output in EXAMPLE) >= 2
    for script, output in EXAMPLE:
        done = subprocess.run(
            ["/bin/sh", "-euc", script.rsplit("\n", 2)[0] if output is None else script],
            cwd=folder,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        if output is not None:
            assert _printed(done.stdout).endswith(_printed(output))


def _printed(text: str) -> str:
    """The text without white space at the ends of lines, and with long lines joined again."""
    return "\n".join(line.rstrip() for line in text.strip().splitlines())


def test_install_commands_are_those_that_ci_runs() -> None:
    installing = [script.strip() for script, _ in BLOCKS if "pip install" in script]
    assert installing == [
        "pip install . && kg build seeds --out exports",
        "pip install '.[test]' && pytest",
    ]


def test_every_format_of_the_table_is_listed() -> None:
    for row in EXPORTERS:
        files = ", ".join(f"`{name}`" for name in row.files)
        assert f"| `{row.name}` | {files} | {row.purpose} |" in README


def test_quality_figures_are_the_floors() -> None:
    floors = json.loads((ROOT / "tests/quality/floors.json").read_text(encoding="utf-8"))
    for row in floors.values():
        for figure in row["floors"].values():
            assert f"{figure:.1f}" in README


@pytest.mark.parametrize("link", sorted(set(_LINK.findall(README))))
def test_every_link_within_the_project_leads_somewhere(link: str) -> None:
    assert (ROOT / link).exists()
