"""How right relations between claims are on the labelled stories, by kind and by what they rest on.

    python -m tests.quality.relations        measure, and write the table into docs/comparison.md

Claims are matched to labelled ones as the scorer matches them. A relation that is found counts under its own basis, a
labelled one under the basis that its label gives; so precision tells how far a rule can be trusted, and recall how much of
what rests on figures, denials and so on is found by whatever rule. As in the scorer, a corroboration only counts as
wrong where the pair is labelled otherwise, since agreement is not labelled to the last pair.
"""

import importlib.util
import json
import re
from collections import defaultdict
from pathlib import Path
from typing import Any, NamedTuple

from kg.compare import compare
from kg.extract import extract
from kg.model import Article, Claim, RelationKind
from kg.read import read
from kg.resolve import resolve
from kg.vocabulary import load_measures

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared"
SCORER = SHARED / "score" / "score.py"
STORIES = SHARED / "corpora" / "stories"
PAGE = ROOT / "docs" / "comparison.md"

ALL = "all"
HEADER = "| kind | basis | labelled | found | precision | recall |\n|---|---|---|---|---|---|\n"
TABLE = re.compile(re.escape(HEADER) + r"(?:\|.*\n)+")


class Figures(NamedTuple):
    """A row of the table; ``right`` are found relations of this basis, ``recalled`` labelled ones."""

    labelled: int
    found: int
    right: int
    recalled: int


class Found(NamedTuple):
    """A relation between two labelled claims: its kind, with "backwards" where an update points the wrong way."""

    kind: str
    basis: str


def scorer() -> Any:
    """The scorer as a module."""
    spec = importlib.util.spec_from_file_location("score", SCORER)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def measure() -> dict[tuple[str, str], Figures]:
    """The figures of all stories together by kind and basis, and by kind under ``ALL``."""
    score = scorer()
    counts: dict[tuple[str, str], list[int]] = defaultdict(lambda: [0] * len(Figures._fields))
    for folder in sorted(path.parent for path in STORIES.glob("*/gold.json")):
        gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
        labels = {frozenset((row["left"], row["right"])): row for row in gold["relations"]}
        _count(counts, labels, _found(score, folder, gold, labels))
    return {key: Figures(*counts[key]) for key in sorted(counts)}


def _count(
    counts: dict[tuple[str, str], list[int]],
    labels: dict[frozenset[str], Any],
    found: dict[frozenset[str], Found],
) -> None:
    """Add what one story gives."""
    for kind in RelationKind:
        for pair, row in labels.items():
            if row["label"] == kind:
                recalled = pair in found and found[pair].kind == kind
                for basis in (ALL, row["kind"]):
                    _add(counts[kind, basis], Figures(1, 0, 0, recalled))
        for pair, relation in found.items():
            judged = kind is not RelationKind.CORROBORATES or pair in labels
            if relation.kind == kind and judged:
                right = pair in labels and labels[pair]["label"] == kind
                for basis in (ALL, relation.basis):
                    _add(counts[kind, basis], Figures(0, 1, right, 0))


def _add(sums: list[int], more: Figures) -> None:
    sums[:] = [one + other for one, other in zip(sums, more, strict=True)]


def _found(
    score: Any, folder: Path, gold: Any, labels: dict[frozenset[str], Any]
) -> dict[frozenset[str], Found]:
    """The relations that are found between labelled claims, by the ids of these."""
    files = [str(path) for path in sorted(folder.glob("a*")) if path.suffix in {".md", ".txt"}]
    articles, measures = read(files).articles, load_measures()
    resolution = resolve([extract(article, measures) for article in articles])
    known = _labelled(score, gold, articles, resolution.claims)
    relations = compare(articles, resolution.claims, resolution.entities, measures).relations
    found: dict[frozenset[str], Found] = {}
    for relation in relations:
        if relation.left in known and relation.right in known:
            left, right = known[relation.left], known[relation.right]
            label = labels.get(frozenset((left, right)), {})
            backwards = label.get("label") == relation.kind == RelationKind.UPDATES
            kind = f"{relation.kind}{' backwards' if backwards and label['left'] != left else ''}"
            found[frozenset((left, right))] = Found(kind, relation.basis)
    return found


def _labelled(
    score: Any, gold: Any, articles: tuple[Article, ...], claims: tuple[Claim, ...]
) -> dict[str, str]:
    """The label's id of every claim that matches one."""
    known: dict[str, str] = {}
    for article in articles:
        stem = Path(article.file).stem
        wanted = [row for row in gold["claims"] if stem.startswith(row["doc"])]
        mine = [claim for claim in claims if claim.article == article.id]
        spans = [_span(row, article.text) for row in wanted]
        pairs = score.match(
            [score.chars(score.parts(article.text, [span])) for span in spans],
            [score.chars(score.parts(article.text, claim.content.parts)) for claim in mine],
        )
        known |= {mine[found].id: wanted[label]["id"] for label, found, _ in pairs}
    return known


def _span(row: Any, text: str) -> list[int]:
    start, end = row.get("span") or (text.index(row["content"]), -1)
    return [start, end if end > 0 else start + len(row["content"])]


def _percent(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f}" if whole else "–"


def table(figures: dict[tuple[str, str], Figures]) -> str:
    """The table as it stands in the document, kinds in order of precedence, the sum of each first."""
    lines = []
    for kind in (RelationKind.CONTRADICTS, RelationKind.UPDATES, RelationKind.CORROBORATES):
        for name, basis in sorted(figures, key=lambda key: (key[1] != ALL, key)):
            if name == kind:
                row = figures[name, basis]
                precision = _percent(row.right, row.found)
                recall = _percent(row.recalled, row.labelled)
                lines.append(
                    f"| {kind} | {basis} | {row.labelled} | {row.found} | {precision} | {recall} |\n"
                )
    return HEADER + "".join(lines)


def main() -> None:
    """Write the table that is measured in place of the one that stands there."""
    text = PAGE.read_text(encoding="utf-8")
    PAGE.write_text(TABLE.sub(lambda _: table(measure()), text), encoding="utf-8")


if __name__ == "__main__":
    main()
