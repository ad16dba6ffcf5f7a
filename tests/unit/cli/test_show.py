import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from kg.cli.group import app
from kg.cli.show import show
from kg.export import tables
from kg.graph import assemble
from kg.model import Collection
from tests.factory import sample_collection

PIPED = """\
1 dispute

1. {why}
basis: quantity; independent origins: 1 against 1
  “{first}”
    {first_speaker}
    in Velm flood: “hospital officials” count 14 (Lakeside Herald, 2031-03-05)
  against
  “{second}”
    {second_speaker}
    in Velm flood: “hospital officials” count 14 (Lakeside Herald, 2031-03-05)
"""
FOURTEEN = ("Fourteen people were killed by the flood at Velm", "hospital officials")
ELEVEN = ("the number of dead at 11", "Velm Fire Service, via Jonas Pell, via Rivermouth Wire")


@pytest.fixture
def out(tmp_path: Path) -> str:
    tables.write(assemble(sample_collection()), tmp_path)
    return str(tmp_path)


def test_disputes_are_shown_with_both_sides_and_the_reason(out: str) -> None:
    (relation,) = (row for row in sample_collection().relations if row.kind == "contradicts")
    claims = {claim.id: claim.text for claim in sample_collection().claims}
    first, second = (
        (FOURTEEN, ELEVEN) if claims[relation.left] == FOURTEEN[0] else (ELEVEN, FOURTEEN)
    )
    result = CliRunner().invoke(app, ["show", out, "disputes"])
    assert result.exit_code == 0
    assert result.output == PIPED.format(
        why=relation.why,
        first=first[0],
        first_speaker=first[1],
        second=second[0],
        second_speaker=second[1],
    )


@pytest.mark.parametrize(
    ("view", "row"),
    [
        (
            "speakers",
            ["Mira", "Castel", "Expert", "hydrologist,", "Dunmere", "Institute", "1", "1", "0"],
        ),
        ("sources", ["hospital", "officials", "no", "2", "0", "2", "1"]),
    ],
)
def test_listings_are_tables_with_a_heading(out: str, view: str, row: list[str]) -> None:
    result = CliRunner().invoke(app, ["show", out, view])
    lines = result.output.splitlines()
    assert lines[0] == f"5 {view}"
    assert row in [line.split() for line in lines]


def test_an_empty_build_says_that_there_is_nothing(tmp_path: Path) -> None:
    tables.write(assemble(Collection()), tmp_path)
    for view in ("disputes", "sources", "speakers"):
        result = CliRunner().invoke(app, ["show", str(tmp_path), view])
        assert (result.exit_code, result.output) == (0, f"0 {view}\n")


def test_a_terminal_gets_wrapped_and_coloured_lines(
    out: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "60")
    show.main([out, "disputes"], standalone_mode=False)
    monkeypatch.undo()
    shown = capsys.readouterr().out
    assert "\x1b[" in shown
    assert "Velm flood: “hospital officials” count 14 (Lakeside Herald" not in shown
