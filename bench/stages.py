"""Times the stages of a build, side by side in one run, and prints a table.

    python bench/stages.py FOLDER [COPIES]

FOLDER is read as ``kg build`` reads it; with COPIES each article is taken that many times, each time under another title,
so that later stages have more to do. Figures are seconds of wall clock and words a second; compare their ratios within
one run only.
"""

import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from kg.compare import compare
from kg.export import EXPORTERS
from kg.extract import extract
from kg.graph import assemble
from kg.language import load
from kg.model import Article, Collection, Metadata
from kg.read import read
from kg.resolve import resolve
from kg.vocabulary import load_measures


def copied(article: Article, number: int) -> Article:
    """The article under another title, and so with identifiers of its own."""
    known = Metadata(**{name: getattr(article, name) for name in Metadata.model_fields})
    metadata = known.model_copy(update={"title": f"{article.title or article.file} {number}"})
    return Article.of(article.text, f"{number}-{article.file}", metadata)


def main(folder: str, copies: int) -> None:
    """Run every stage once and print how long each took."""
    rows: list[tuple[str, float]] = []

    def timed(name: str, stage: Callable[[], Any]) -> Any:  # noqa: ANN401 - whatever the stage gives
        start = time.perf_counter()
        result = stage()
        rows.append((name, time.perf_counter() - start))
        return result

    timed("load the pipeline", load)
    measures = timed("load the measures", load_measures)
    originals = timed("read", lambda: read([folder])).articles
    articles = [copied(article, n) for n in range(copies) for article in originals]
    extractions = timed("extract", lambda: [extract(article, measures) for article in articles])
    resolution = timed("resolve", lambda: resolve(extractions))
    comparison = timed(
        "compare", lambda: compare(articles, resolution.claims, resolution.entities, measures)
    )
    collection = Collection(
        articles=tuple(sorted(articles, key=lambda article: article.id)),
        entities=resolution.entities,
        claims=resolution.claims,
        relations=comparison.relations,
        origins=comparison.origins,
        publishers=resolution.publishers,
        refusals=resolution.refusals,
    )
    graph = timed("assemble", lambda: assemble(collection))
    with tempfile.TemporaryDirectory() as out:
        for row in EXPORTERS:
            timed(f"write {row.name}", lambda row=row: row.write(graph, Path(out)))
    words = sum(len(article.text.split()) for article in articles)
    print(f"{len(articles)} articles, {words} words, {len(collection.claims)} claims")
    for name, seconds in rows:
        print(f"{name:20} {seconds:8.2f} s {words / seconds:12,.0f} words/s")


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 1)  # noqa: PLR2004
