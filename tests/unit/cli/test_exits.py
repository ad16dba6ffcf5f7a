import pytest

from kg.cli.exits import Exit, exit_code
from kg.errors import (
    ExportError,
    ExtractionError,
    GraphError,
    InputError,
    KgError,
    QueryError,
    VocabularyError,
)


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (InputError, Exit.LEFT_OUT),
        (ExtractionError, Exit.LEFT_OUT),
        (GraphError, Exit.INVALID),
        (VocabularyError, Exit.USAGE),
        (ExportError, Exit.USAGE),
        (QueryError, Exit.USAGE),
    ],
)
def test_each_error_has_its_status(error: type[KgError], expected: Exit) -> None:
    assert exit_code(error("went wrong")) is expected


def test_the_documented_statuses_are_these() -> None:
    assert [int(status) for status in Exit] == [0, 1, 2, 3, 70, 130]
