import sys

import pytest

from kg.cli.progress import lines, progress
from kg.pipeline import Stage


def test_elsewhere_than_on_a_terminal_each_stage_is_a_line(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with progress() as show:
        show(Stage.READ, 0, 1, "")
        show(Stage.EXTRACT, 0, 2, "a.txt")
        show(Stage.EXTRACT, 1, 2, "b.txt")
        show(Stage.EXTRACT, 2, 2, "")
        show(Stage.COMPARE, 0, 1, "who says otherwise")
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.splitlines() == [
        "reading 1 input",
        "extracting 2 articles",
        "comparing who says otherwise",
    ]


def test_a_long_stage_gets_a_line_each_tenth(capsys: pytest.CaptureFixture[str]) -> None:
    for done in range(2001):
        lines(Stage.EXTRACT, done, 2000, "")
    told = capsys.readouterr().err.splitlines()
    assert told[:2] == ["extracting 2,000 articles", "extracting 200 of 2,000"]
    assert (len(told), told[-1]) == (11, "extracting 2,000 of 2,000")


def test_a_stage_without_steps_is_not_told(capsys: pytest.CaptureFixture[str]) -> None:
    lines(Stage.EXTRACT, 0, 0, "")
    assert capsys.readouterr().err == ""


def test_a_terminal_gets_a_bar_with_the_file_that_is_read(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "100")
    with progress() as show:
        show(Stage.EXTRACT, 1, 4, "[b]\x1bflood.txt")
        monkeypatch.undo()
    shown = capsys.readouterr().err
    assert "extracting" in shown
    assert "1/4" in shown
    assert "[b]flood.txt" in shown
