"""Figures on labelled text may only rise: each is measured on the whole program and held against its floor.

The corpora and the scorer are no part of the project; without them these tests are skipped. The corpora's hashes
are pinned, so that a figure is never compared with one of another text.
"""

import hashlib
import json
import subprocess
import sys
from pathlib import Path
from typing import TypedDict

import pytest

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
SHARED = ROOT.parent / "shared"
SCORER = SHARED / "score" / "score.py"

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        not SCORER.exists(), reason="the labelled corpora are not beside the project"
    ),
]


class Row(TypedDict):
    """One corpus: how it is scored, what it is, and the lowest figures that may be reached."""

    mode: str
    corpus: str
    sha256: str
    floors: dict[str, float]  # besides, in test_attribution.py, those "by kind"


FLOORS: dict[str, Row] = json.loads((HERE / "floors.json").read_text(encoding="utf-8"))


def fingerprint(path: Path) -> str:
    """The SHA-256 over all files of a corpus, in order of their names."""
    digest = hashlib.sha256()
    for file in sorted([path] if path.is_file() else (p for p in path.rglob("*") if p.is_file())):
        digest.update(file.name.encode())
        digest.update(file.read_bytes())
    return digest.hexdigest()


@pytest.mark.parametrize("name", sorted(FLOORS))
def test_no_figure_falls_below_its_floor(name: str) -> None:
    row = FLOORS[name]
    corpus = SHARED / row["corpus"]
    assert fingerprint(corpus) == row["sha256"], (
        "the corpus has changed; measure anew and pin its hash"
    )
    floors = [f"--floor={key}={value}" for key, value in row["floors"].items()]
    kg = f"{sys.executable} -m kg"
    command = [sys.executable, str(SCORER), row["mode"], str(corpus), "--kg", kg, *floors]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT)
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-3000:]
