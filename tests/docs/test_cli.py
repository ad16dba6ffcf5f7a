"""docs/cli.md shows the help of every command as it is."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from kg.cli.exits import Exit
from kg.cli.group import app
from kg.model import Answer
from kg.resolve import read_judgements

PAGE = Path(__file__).parents[2] / "docs" / "cli.md"
HELP = re.compile(r"```console\n\$ kg (?:([a-z]+) )?--help\n(.*?)```", re.DOTALL)


def shown() -> dict[str, str]:
    return {found[1] or "": found[2] for found in HELP.finditer(PAGE.read_text(encoding="utf-8"))}


def test_every_command_is_documented() -> None:
    assert shown().keys() == {"", *app.commands}


@pytest.mark.parametrize("name", ["", *app.commands])
def test_the_help_that_is_shown_is_the_help_that_is_given(name: str) -> None:
    arguments = [name, "--help"] if name else ["--help"]
    result = CliRunner().invoke(app, arguments, prog_name="kg", terminal_width=80)
    assert shown()[name].strip() == result.output.strip()


def test_every_exit_status_is_documented() -> None:
    rows = re.findall(r"^\| (\d+) \|", PAGE.read_text(encoding="utf-8"), re.MULTILINE)
    assert [int(row) for row in rows] == [int(status) for status in Exit]


def test_the_judgements_that_are_shown_can_be_read(tmp_path: Path) -> None:
    shown = re.findall(r"```csv\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    (tmp_path / "mine.csv").write_text(shown[0], encoding="utf-8")
    assert [row.answer for row in read_judgements([tmp_path / "mine.csv"])] == list(Answer)
