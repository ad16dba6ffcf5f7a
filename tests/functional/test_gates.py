"""The gates are alive: a seeded fault of each kind is caught by the project's own settings."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def run(*command: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False)


def test_a_seeded_lint_is_caught(tmp_path: Path) -> None:
    pytest.importorskip("ruff", reason="ruff comes with the extra dev")
    (tmp_path / "bad.py").write_text('"""Bad."""\nprint("said")\n', encoding="utf-8")
    settings = str(ROOT / "pyproject.toml")
    done = run(sys.executable, "-m", "ruff", "check", "--config", settings, ".", cwd=tmp_path)
    assert done.returncode == 1
    assert "T201" in done.stdout


def test_a_seeded_import_upwards_is_caught(tmp_path: Path) -> None:
    pytest.importorskip("importlinter", reason="import-linter comes with the extra dev")
    shutil.copytree(
        ROOT / "kg", tmp_path / "kg", ignore=shutil.ignore_patterns("weights", "__pycache__")
    )
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    span = tmp_path / "kg" / "model" / "span.py"
    span.write_text("import kg.graph\n" + span.read_text(encoding="utf-8"), encoding="utf-8")
    lint = Path(sys.executable).with_name("lint-imports")
    done = run(str(lint), "--no-cache", cwd=tmp_path)
    assert done.returncode == 1, done.stdout + done.stderr
    assert "Rooms import downwards only BROKEN" in done.stdout
