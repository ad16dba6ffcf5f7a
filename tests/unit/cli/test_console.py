import sys

import pytest

from kg.cli.console import MAX_WIDTH, PIPE_WIDTH, console, printable


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("one\n\t two ", "one two"),
        ("\x1b[31mred\x1b[0m", "[31mred[0m"),
        ("right\u202eleft", "rightleft"),
        ("bell\x07 null\x00", "bell null"),
        ("“Grüße” 김 😀", "“Grüße” 김 😀"),
    ],
)
def test_nothing_that_a_terminal_would_obey_is_printed(text: str, expected: str) -> None:
    assert printable(text) == expected


def test_a_pipe_gets_wide_lines_without_colour(capsys: pytest.CaptureFixture[str]) -> None:
    screen = console()
    screen.print("[bold]x[/bold]", style="red")
    assert screen.width == PIPE_WIDTH
    assert capsys.readouterr().out == "[bold]x[/bold]\n"


def test_a_terminal_gets_lines_that_can_be_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    monkeypatch.setenv("TERM", "xterm")
    for columns, expected in ((300, MAX_WIDTH), (60, 60)):
        monkeypatch.setenv("COLUMNS", str(columns))
        assert console().width == expected
