"""Fetches what Maven and npm have into caches of their own outside the checkout, or skips the test with the reason."""

import shutil
import subprocess
from pathlib import Path

import pytest

MINUTES = 60  # seconds
PACKAGES = Path.home() / ".cache/kg-interop"


def program(name: str) -> str:
    """The path of a program of this machine."""
    path = shutil.which(name)
    if path is None:
        pytest.skip(f"{name} is not installed")
    return path


def jar(group: str, artifact: str, version: str, classifier: str) -> Path:
    """A jar of Maven Central with everything in it."""
    program("java")
    repository = Path.home() / ".m2/repository"
    folder = repository.joinpath(*group.split("."), artifact, version)
    path = folder / f"{artifact}-{version}-{classifier}.jar"
    if not path.is_file():
        wanted = f"-Dartifact={group}:{artifact}:{version}:jar:{classifier}"
        fetch(
            [program("mvn"), "--quiet", "--batch-mode", "dependency:get", "-Dtransitive=false", wanted, f"-Dmaven.repo.local={repository}"]
        )  # fmt: skip
    if not path.is_file():
        pytest.skip(f"Maven gave no {path.name}")
    return path


def modules(*packages: str) -> Path:
    """The folder of these packages of npm, each with its version."""
    program("node")
    folder = PACKAGES / "+".join(packages).replace("/", "-")
    if not (folder / "done").is_file():
        folder.mkdir(parents=True, exist_ok=True)
        fetch([program("npm"), "install", "--silent", "--no-audit", "--no-fund", "--prefix", str(folder), *packages])  # fmt: skip
        (folder / "done").touch()
    return folder / "node_modules"


def fetch(command: list[str]) -> None:
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=8 * MINUTES)
    if done.returncode:
        pytest.skip(
            f"{Path(command[0]).name} could not fetch: {(done.stdout + done.stderr)[-200:]}"
        )
