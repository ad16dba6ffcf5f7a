from collections.abc import Sequence
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kg import pipeline
from kg.cli.group import app
from kg.errors import InputError
from kg.export import EXPORTERS
from kg.pipeline import Progress, Report, Settings
from kg.read import READERS

EMPTY = InputError("is empty", path="a.txt")


def build(
    monkeypatch: pytest.MonkeyPatch, report: Report, *options: str
) -> tuple[Result, Settings]:
    """What the command makes of a report, and the settings that it asked for it with."""
    asked: list[Settings] = []

    def fake(inputs: Sequence[str], out: Path, settings: Settings, on_progress: Progress) -> Report:
        assert (tuple(inputs), out) == (("a.txt", "b"), Path("out"))
        assert callable(on_progress)
        asked.append(settings)
        return report

    monkeypatch.setattr(pipeline, "build", fake)
    result = CliRunner().invoke(app, ["build", "a.txt", "b", "--out", "out", *options])
    return result, asked[0]


def test_without_options_everything_is_as_documented(monkeypatch: pytest.MonkeyPatch) -> None:
    result, settings = build(monkeypatch, Report(articles=1))
    assert (result.exit_code, settings) == (0, Settings())
    assert result.stdout == "1 article, 0 claims, 0 speakers, 0 sources, 0 disputes\n"


def test_options_reach_the_pipeline(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    mine = tmp_path / "mine.ttl"
    mine.touch()
    options = (
        "-f",
        "gexf",
        "--format",
        "page",
        "--measures",
        str(mine),
        "--judgements",
        "one.csv",
        "--judgements",
        "two.csv",
        "--strict",
        "--base",
        "x/",
        "--min-confidence",
        "0.5",
        "--language-model",
        "en_core_web_sm",
        "--store",
        "graph.store",
    )
    _, settings = build(monkeypatch, Report(articles=1), *options)
    assert settings == Settings(
        formats=("gexf", "page"),
        measures=(mine,),
        judgements=(Path("one.csv"), Path("two.csv")),
        base="x/",
        strict=True,
        min_confidence=0.5,
        language_model="en_core_web_sm",
        store=Path("graph.store"),
    )


def test_inputs_that_were_left_out_show_in_the_exit_status(monkeypatch: pytest.MonkeyPatch) -> None:
    result, _ = build(monkeypatch, Report(articles=1, errors=(EMPTY,)))
    assert result.exit_code == 1
    assert "Left out:\n  a.txt: is empty\n" in result.stdout


def test_nothing_to_build_is_an_error_with_its_reasons(monkeypatch: pytest.MonkeyPatch) -> None:
    result, _ = build(monkeypatch, Report(errors=(EMPTY,)))
    assert (result.exit_code, result.stdout) == (2, "")
    assert "a.txt: is empty" in result.stderr
    assert result.stderr.endswith("Error: there is nothing to build; nothing was written.\n")


def test_help_lists_what_can_be_read_and_written() -> None:
    words = CliRunner().invoke(app, ["build", "--help"]).stdout.split()
    assert {reader.suffixes[0] for reader in READERS} <= set(words)
    assert {exporter.name for exporter in EXPORTERS} <= set(words)
