"""The example of docs/measures.md runs, and gives what the document shows."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from kg.cli.exits import Exit
from kg.cli.group import app
from kg.compare import compare
from kg.extract import extract
from kg.model import Comparison, Measures
from kg.read import read
from kg.resolve import resolve
from kg.vocabulary import load_measures

PAGE = (Path(__file__).parents[2] / "docs" / "measures.md").read_text(encoding="utf-8")
FILES = dict(re.findall(r"`([\w/]+\.\w+)`:\n\n```\w+\n(.*?)```", PAGE, re.DOTALL))
SHOWN = PAGE.rsplit("```text\n", 1)[1].partition("```")[0]
MEASURES, REPORTS = "trials.ttl", "reports"


@pytest.fixture
def example(tmp_path: Path) -> Path:
    """A folder with the files of the example."""
    (tmp_path / REPORTS).mkdir()
    for name, body in FILES.items():
        (tmp_path / name).write_text(body, encoding="utf-8")
    return tmp_path


def compared(folder: Path, measures: Measures) -> Comparison:
    articles = read([str(folder / REPORTS)]).articles
    resolution = resolve([extract(article, measures) for article in articles])
    return compare(articles, resolution.claims, resolution.entities, measures)


def test_the_example_prints_what_the_document_shows(
    example: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(example)
    command = re.search(r"```sh\nkg (build .*)\n```", PAGE)
    assert command is not None
    built = CliRunner().invoke(app, command[1].split())
    assert built.exit_code == Exit.WELL, built.output
    shown = CliRunner().invoke(app, ["show", "graph", "disputes"], terminal_width=200)
    assert " ".join(shown.output.split()) == " ".join(SHOWN.split())


def test_the_file_makes_two_efficacies_comparable_and_lets_figures_grow(example: Path) -> None:
    ours, theirs = load_measures(), load_measures(example / MEASURES)
    disputed = [relation.why for relation in compared(example, theirs).relations]
    assert len(disputed) == 1
    assert "efficacy" in disputed[0]
    without = [relation.why for relation in compared(example, ours).relations]
    assert not any("efficacy" in why for why in without)
    assert any("enrolled" in why for why in without)
