"""Reads networks with Gephi's toolkit, and draws one with its preview, as docs/gephi.png was drawn (needs Xvfb).

python -m tests.interop.gephi_picture exports/actors.gexf docs/gephi.png
"""

import subprocess
import sys
from pathlib import Path

from tests.interop.fetching import jar, program

GEPHI = "0.10.1"
READER = Path(__file__).parent / "ReadWithGephi.java"


def read(target: Path, *files: Path) -> None:
    """Print what Gephi finds in files as JSON Lines."""
    _run([program("java"), "-Djava.awt.headless=true"], str(target), "-", *map(str, files))


def draw(network: Path, picture: Path) -> None:
    """Draw a network; Gephi asks for a screen to do so."""
    _run([program("xvfb-run"), "--auto-servernum", program("java")], "/dev/null", str(picture), str(network))  # fmt: skip


def _run(java: list[str], *arguments: str) -> None:
    toolkit = jar("org.gephi", "gephi-toolkit", GEPHI, "all")
    subprocess.run([*java, "-cp", str(toolkit), str(READER), *arguments], check=True, capture_output=True, timeout=240)  # fmt: skip


if __name__ == "__main__":
    draw(*map(Path, sys.argv[1:]))
