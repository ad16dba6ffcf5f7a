from pathlib import Path

import pytest
from click.testing import CliRunner

import kg.push
from kg.cli.group import app
from kg.errors import PushError

Call = tuple[Path, kg.push.Access, bool, int]
SECRET = "s3cret"


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch) -> list[Call]:
    """What would have been pushed."""
    found: list[Call] = []

    def push(out: Path, access: kg.push.Access, _: object, *, keep: bool, batch: int) -> kg.push.Pushed:  # fmt: skip
        found.append((out, access, keep, batch))
        return kg.push.Pushed(1, 2, 3, 0, int(keep))

    monkeypatch.setattr(kg.push, "push", push)
    return found


def test_options_reach_the_push(calls: list[Call]) -> None:
    options = f"--user ada --password {SECRET} --database flood --keep --batch 7"
    done = CliRunner().invoke(app, ["push", "graph", "bolt://db:1", *options.split()])
    assert calls == [(Path("graph"), kg.push.Access("bolt://db:1", "ada", SECRET, "flood"), True, 7)]  # fmt: skip
    assert done.stdout.splitlines() == [
        "Pushed to bolt://db:1: 1 node and 2 relationships new or changed, 3 unchanged",
        "Removed: 0 nodes and 1 relationship",
    ]


def test_credentials_come_from_the_environment_and_are_not_shown(calls: list[Call]) -> None:
    given = {"URI": "neo4j://db", "USERNAME": "ada", "PASSWORD": SECRET, "DATABASE": "flood"}
    environment = {f"NEO4J_{name}": value for name, value in given.items()}
    done = CliRunner().invoke(app, ["push", "graph"], env=environment)
    assert calls[0][1] == kg.push.Access("neo4j://db", "ada", SECRET, "flood")
    assert SECRET not in done.output
    assert "Removed" not in done.output
    assert SECRET not in CliRunner().invoke(app, ["push", "--help"], env=environment).output


def test_a_fault_shows_no_password(monkeypatch: pytest.MonkeyPatch) -> None:
    def push(*_: object, **__: object) -> None:
        raise PushError("does not answer", path="bolt://db")

    monkeypatch.setattr(kg.push, "push", push)
    done = CliRunner().invoke(app, ["push", "graph", "bolt://db", "--password", SECRET])
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr == "Error: bolt://db: does not answer\n"


def test_without_an_address_there_is_nothing_to_push_to() -> None:
    done = CliRunner().invoke(app, ["push", "graph"], env={"NEO4J_URI": None})
    assert done.exit_code == 2
    assert "URI" in done.stderr


def test_an_interrupted_push_does_not_say_that_nothing_was_written(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def push(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(kg.push, "push", push)
    done = CliRunner().invoke(app, ["push", "graph", "bolt://db"])
    assert done.exit_code == 130
    assert done.stderr.startswith("Interrupted; what was sent stays")


def test_a_password_in_the_address_is_shown_nowhere(tmp_path: Path) -> None:
    done = CliRunner().invoke(app, ["push", str(tmp_path), f"bolt://ada:{SECRET}@db:1"])
    assert isinstance(done.exception, PushError) or "has a user or password in it" in done.output
    assert SECRET not in done.output + str(done.exception)
