from collections.abc import Iterator

import click
import pytest
from click.testing import CliRunner

from kg import __version__
from kg.cli.group import app
from kg.errors import ExportError, KgError


@pytest.fixture
def failing() -> Iterator[list[BaseException]]:
    """A command ``fail`` that raises what the list holds."""
    errors: list[BaseException] = []

    @app.command()
    def fail() -> None:
        raise errors[0]

    yield errors
    app.commands.pop("fail")


@pytest.mark.parametrize(
    ("error", "code", "told"),
    [
        (
            ExportError("is full", path="out", remedy="free space"),
            2,
            "Error: out: is full; free space",
        ),
        (KeyboardInterrupt(), 130, "Interrupted; nothing was written."),
        (ZeroDivisionError("by\nzero"), 70, "a fault of its own (ZeroDivisionError by zero)"),
        (click.UsageError("not so"), 2, "Error: not so"),
    ],
)
def test_a_command_that_fails_says_so_in_one_sentence(
    failing: list[BaseException], error: BaseException, code: int, told: str
) -> None:
    failing.append(error)
    result = CliRunner().invoke(app, ["fail"])
    assert result.exit_code == code
    assert told in result.stderr
    assert result.stdout == ""
    assert "Traceback" not in result.output


@pytest.mark.parametrize("error", [KgError("bad"), ZeroDivisionError("bad")])
def test_debug_shows_where_a_fault_comes_from(
    failing: list[BaseException], error: Exception
) -> None:
    failing.append(error)
    assert CliRunner().invoke(app, ["--debug", "fail"]).exception is error


def test_the_version_is_told() -> None:
    assert CliRunner().invoke(app, ["--version"]).output == f"kg {__version__}\n"


@pytest.mark.parametrize("name", sorted(app.commands))
def test_every_command_has_help_with_an_example(name: str) -> None:
    result = CliRunner().invoke(app, [name, "--help"])
    assert result.exit_code == 0
    assert f"kg {name} " in result.output.partition("Example")[2]
    assert all(
        option.help for option in app.commands[name].params if isinstance(option, click.Option)
    )


@pytest.mark.parametrize(
    ("typed", "suggested"),
    [
        (["biuld", "x"], "build"),
        (["build", "x", "--out", "y", "--format", "gefx"], "did you mean gexf?"),
        (["build", "x", "--ouut", "y"], "--out"),
        (["show", "y", "dispute"], "disputes"),
        (["query", "y", "--question", "dispute"], "did you mean disputes?"),
    ],
)
def test_a_typo_suggests_the_near_word(typed: list[str], suggested: str) -> None:
    result = CliRunner().invoke(app, typed)
    assert result.exit_code == 2
    assert suggested in result.stderr


def test_a_word_near_to_nothing_lists_what_there_is() -> None:
    formats = CliRunner().invoke(app, ["build", "x", "--out", "y", "--format", "word"])
    assert "choose from page, tables, turtle" in formats.stderr
    questions = CliRunner().invoke(app, ["query", "y", "--question", "zzz"])
    assert "kg query --list shows them" in questions.stderr
