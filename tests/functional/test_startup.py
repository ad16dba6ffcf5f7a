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


def test_help_imports_nothing_heavy() -> None:
    env = os.environ | {"PYTHONPATH": str(Path(kg.__file__).parents[1])}
    done = subprocess.run(
        [sys.executable, "-c", PROBE], env=env, capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == []
