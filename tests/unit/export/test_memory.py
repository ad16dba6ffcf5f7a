"""What is written goes to its file as it is made: texts thirty times as long take no more memory to write."""

import tracemalloc
from collections.abc import Callable
from pathlib import Path

import pytest

from kg.export import gexf, graphml, neo4j, sheets, tables
from kg.export.rdf import write_nquads
from kg.graph import ClaimGraph, assemble
from kg.model import Collection
from tests.factory import article, claim

CLAIMS = 60
SPARE = 1 / 8
"""Of the file: what a writer may take more for the longer texts, a few of which are under way at any time."""

Write = Callable[[ClaimGraph, Path], None]


def graph(letters: int) -> ClaimGraph:
    """A claim an article, each of so many letters."""
    texts = [f"{number} {'rain ' * (letters // 5)}".strip() for number in range(CLAIMS)]
    reports = [article(text, f"{number}.txt") for number, text in enumerate(texts)]
    stated = [claim(report, text) for report, text in zip(reports, texts, strict=True)]
    return assemble(
        Collection(
            articles=tuple(sorted(reports, key=lambda row: row.id)),
            claims=tuple(sorted(stated, key=lambda row: row.id)),
        )
    )


def peak(write: Write, letters: int, folder: Path) -> tuple[int, int]:
    """The most bytes that writing takes at a time, and the bytes that it writes."""
    of = graph(letters)
    write(of, folder)  # once before, so that what is kept for later is there
    tracemalloc.start()
    try:
        write(of, folder)
        most = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    return most, sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def hoarding(of: ClaimGraph, folder: Path) -> None:
    """Hold the whole file before it is written, which must not pass."""
    (folder / "hoarded").write_text("".join([claim.text + "." for claim in of.collection.claims]))


def growth(write: Write, folder: Path) -> float:
    """How much of what a file grows by its writer's memory grows by."""
    short, small = peak(write, 400, folder)
    long, large = peak(write, 12_000, folder)
    assert large - small > CLAIMS * 10_000
    return (long - short) / (large - small)


@pytest.mark.parametrize(
    "write",
    [gexf.write, graphml.write, sheets.write, neo4j.write, tables.write, write_nquads],
    ids=["gexf", "graphml", "csv", "neo4j", "tables", "nquads"],
)
def test_memory_does_not_grow_with_what_is_written(write: Write, tmp_path: Path) -> None:
    assert growth(write, tmp_path) < SPARE


def test_a_writer_that_holds_its_file_would_be_found(tmp_path: Path) -> None:
    assert growth(hoarding, tmp_path) > SPARE
