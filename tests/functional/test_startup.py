"""The command line starts at once: what is heavy is imported by the command that needs it."""

import os
import subprocess
import sys
from pathlib import Path

import kg

HEAVY = (
    "spacy",
    "rdflib",
    "pyoxigraph",
    "networkx",
    "pyvis",
    "trafilatura",
    "pydantic",
    "rich",
    "numpy",
    "pint",
    "starlette",
    "uvicorn",
)
PROBE = f"""
import sys
from click.testing import CliRunner
from kg.cli.group import app
assert CliRunner().invoke(app, ["--help"]).exit_code == 0
print(*(name for name in {HEAVY!r} if name in sys.modules))
"""


UNASKED = ("spacy", "networkx", "pyshacl", "trafilatura", "numpy", "pint", "rdflib.plugins.sparql")
ASKED = f"""
import sys
from click.testing import CliRunner
from kg.cli.group import app
asked = ["query", "exports", "--question", "disputes", "--as", "csv"]
assert CliRunner().invoke(app, asked).exit_code == 0
print(*(name for name in {UNASKED!r} if name in sys.modules))
"""
ROOT = Path(kg.__file__).parents[1]


def imported(probe: str) -> list[str]:
    """What the probe prints, in a process of its own."""
    env = os.environ | {"PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", probe]
    done = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, check=True)
    return done.stdout.split()


def test_help_imports_nothing_heavy() -> None:
    assert imported(PROBE) == []


def test_a_question_imports_no_more_than_the_store() -> None:
    assert imported(ASKED) == []
