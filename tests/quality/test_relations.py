"""The precision and recall that docs/comparison.md gives are those that are measured on the labelled stories."""

import pytest

from kg.model import RelationKind
from tests.quality import relations
from tests.quality.relations import ALL, PAGE, SCORER, TABLE, Figures, measure, table

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        not SCORER.exists(), reason="the labelled corpora are not beside the project"
    ),
]


@pytest.fixture(scope="module")
def figures() -> dict[tuple[str, str], Figures]:
    return measure()


def test_the_document_gives_the_figures_that_are_measured(
    figures: dict[tuple[str, str], Figures],
) -> None:
    shown = TABLE.search(PAGE.read_text(encoding="utf-8"))
    assert shown is not None
    assert shown[0] == table(figures), f"python -m {relations.__name__} writes it anew"


@pytest.mark.parametrize("kind", list(RelationKind))
def test_a_kind_is_the_sum_of_what_it_rests_on(
    figures: dict[tuple[str, str], Figures], kind: RelationKind
) -> None:
    rows = [row for (name, basis), row in figures.items() if name == kind and basis != ALL]
    assert Figures(*map(sum, zip(*rows, strict=True))) == figures[kind, ALL]
