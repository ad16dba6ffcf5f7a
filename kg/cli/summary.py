"""Says what a build gave, what was left out and why, and where to look next."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from kg.cli.console import printable

if TYPE_CHECKING:
    from kg.pipeline import Report

_COUNTED = (
    ("article", "articles"),
    ("claim", "claims"),
    ("speaker", "speakers"),
    ("source", "sources"),
    ("dispute", "disputes"),
)


def summary(report: "Report", out: Path, store: Path | None = None) -> Iterator[str]:
    """The lines to print at the end of a build."""
    if report.articles:
        counts = (report.articles, report.claims, report.speakers, report.sources, report.disputes)
        yield ", ".join(counted(n, *words) for n, words in zip(counts, _COUNTED, strict=True))
    if report.triples:
        each = f", {report.triples / report.claims:.1f} a claim" if report.claims else ""
        yield f"{counted(report.triples, 'triple', 'triples')} of RDF{each}"
    yield from _listed("Left out:", report.errors)
    yield from _listed("Kept, but:", report.notes)
    yield from _listed("Judgements without effect:", report.unheeded)
    yield from _listed("Passed over, as nothing reads them:", report.passed_over)
    if report.files:
        yield ""
        yield f"Written to {out}: {', '.join(report.files)}"
        if store is not None:
            yield f"Kept in {store}"
        if report.stale:
            yield f"Left from an earlier build: {', '.join(report.stale)}"
        yield from _next(report.files, out)


def counted(number: int, singular: str, plural: str) -> str:
    """A number and what it counts.

    >>> counted(1, "claim", "claims"), counted(2300, "claim", "claims")
    ('1 claim', '2,300 claims')
    """
    return f"{number:,} {singular if number == 1 else plural}"


def _listed(heading: str, things: Iterable[object]) -> Iterator[str]:
    entries = [f"  {printable(str(thing))}" for thing in things]
    if entries:
        yield ""
        yield heading
        yield from entries


def _next(files: Sequence[str], out: Path) -> Iterator[str]:
    """What to do with these files."""
    steps = []
    if "graph.html" in files:
        steps.append(f"open {out / 'graph.html'} in a browser")
    if "claims.jsonl" in files:
        steps.append(f"run kg show {out} disputes")
    if steps:
        yield f"Next: {', or '.join(steps)}"
