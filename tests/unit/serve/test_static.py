"""What comes from elsewhere is what its source gave out, byte by byte."""

import hashlib
import re
from pathlib import Path

from kg.serve import application

FOLDER = Path(application.__file__).parent / "static" / "yasgui"
SOURCE = (FOLDER / "SOURCE.md").read_text(encoding="utf-8")


def test_the_files_of_yasgui_are_those_that_were_published() -> None:
    written = dict(re.findall(r"^\| `([^`]+)` \| `([0-9a-f]{64})` \|$", SOURCE, re.MULTILINE))
    there = {path.name for path in FOLDER.iterdir()} - {"SOURCE.md"}
    assert written.keys() == there
    for name, digest in written.items():
        assert hashlib.sha256((FOLDER / name).read_bytes()).hexdigest() == digest


def test_its_licence_lies_beside_it() -> None:
    assert "The MIT License" in (FOLDER / "LICENSE.txt").read_text(encoding="utf-8")


def test_its_styles_fetch_nothing() -> None:
    styles = (FOLDER / "yasgui.min.css").read_text(encoding="utf-8")
    assert "@import" not in styles
    assert all(place.startswith("data:") for place in re.findall(r"url\(\"?([^)\"]+)", styles))
