"""Fits how sure an attribution is, on labelled articles that the network did not learn from.

    python -m training.labels.calibrate --articles DIR/dev.jsonl --out kg/extract/attribution/confidence.json

Every attribution that the network or the rules find is held against the labels: it is right where content and source both
overlap those of a labelled one by at least half. A logistic regression (ridge 1.0, Newton's method) over ``signs`` gives the
weights. Printed are shares of right ones by confidence, each article judged by weights fitted to the others (five folds), and
the cut at which F1 is best.
"""

import argparse
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc

from kg.extract.attribution.combined import candidates, evidences, likeness, same, surest
from kg.extract.attribution.confidence import signs
from kg.extract.attribution.statements import Pair, statements
from kg.language import parse
from kg.language.quotations import quotations
from kg.model import Attribution, Span
from training.labels.samples import polnear

_FOLDS = 5
_RIDGE = 1.0
_ROUNDS = 60

Numbers = NDArray[np.float64]


def main() -> None:
    """Read the articles, fit, write the weights, print the figures."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--articles", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    articles = [(_found(text), _labelled(rows)) for text, rows in polnear(options.articles)]
    told = [told for (_, evidence), _ in articles for told in evidence]
    names = sorted({name for row in told for name in row})
    table = np.array([[row.get(name, 0.0) for name in names] for row in told])
    right = np.array(
        [hit for (made, _), labels in articles for hit in _matched(made, labels)], float
    )
    article = np.array([k for k, ((made, _), _) in enumerate(articles) for _ in made])
    weights = fitted(table, right)
    options.out.write_text(
        json.dumps({n: round(float(w), 3) for n, w in zip(names, weights, strict=True)}, indent=0)
        + "\n",
        encoding="utf-8",
    )
    sure = np.zeros(len(right))
    for fold in range(_FOLDS):
        held = article % _FOLDS == fold
        sure[held] = _shares(table[held], fitted(table[~held], right[~held]))
    _print_shares(sure, right)
    _print_cuts(articles, sure, article)


def _found(text: str) -> tuple[list[Attribution], list[dict[str, float]]]:
    doc, marked = parse(text), quotations(text).quotations
    pairs = candidates(doc, marked)
    return [_made(doc, pair) for pair in pairs], [signs(told) for told in evidences(doc, pairs)]


def _made(doc: Doc, pair: Pair) -> Attribution:
    """What a pair states, or all of it where that is parted into several statements."""
    made = statements(doc, pair)
    return made[0] if len(made) == 1 else pair.whole


def _labelled(rows: Sequence[dict[str, Any]]) -> list[tuple[Span, Span | None]]:
    return [
        (_span(row["content"]), _span(row["source"]) if row["source"] else None)
        for row in rows
        if row["content"]
    ]


def _span(parts: Sequence[Sequence[int]]) -> Span:
    return Span.join(Span.of(start, end) for start, end in parts)


def _matched(made: Sequence[Attribution], labels: Sequence[tuple[Span, Span | None]]) -> list[bool]:
    """Which attributions are right, each label being matched once, best first."""
    likely = sorted(
        (
            (-likeness(content, item.content), i, j)
            for i, (content, _) in enumerate(labels)
            for j, item in enumerate(made)
            if content.overlaps(item.content) and same(content, item.content)
        ),
    )
    partner: dict[int, int] = {}
    for _, i, j in likely:
        if i not in partner.values() and j not in partner:
            partner[j] = i
    return [
        j in partner and same(labels[partner[j]][1], item.source) for j, item in enumerate(made)
    ]


def fitted(table: Numbers, right: Numbers) -> Numbers:
    """The weights of a logistic regression."""
    weights = np.zeros(table.shape[1])
    for _ in range(_ROUNDS):
        shares = _shares(table, weights)
        slope = table.T @ (shares - right) + _RIDGE * weights
        bend = (table * (shares * (1 - shares))[:, None]).T @ table + _RIDGE * np.eye(len(weights))
        step = np.linalg.solve(bend, slope)
        weights -= step
        if np.abs(step).max() < 1e-6:  # noqa: PLR2004
            break
    return weights


def _shares(table: Numbers, weights: Numbers) -> Numbers:
    return np.asarray(1 / (1 + np.exp(-table @ weights)))


def _print_shares(sure: Numbers, right: Numbers) -> None:
    for low in np.arange(0, 1, 0.1):
        held = (sure >= low) & (sure < low + 0.1)
        if held.any():
            print(
                f"{low:.1f}-{low + 0.1:.1f}: {held.sum()} attributions, {100 * right[held].mean():.0f} % right"
            )
    held = sure >= 0.9  # noqa: PLR2004
    print(f"0.9 and more: {held.sum()} attributions, {100 * right[held].mean():.1f} % right")


def _print_cuts(articles: Sequence[Any], sure: Numbers, article: Numbers) -> None:
    for cut in np.arange(0.3, 0.61, 0.05):
        hits = found = labelled = 0
        for number, ((made, _), labels) in enumerate(articles):
            kept = surest(list(_kept(made, sure[article == number], cut)))
            hits += sum(_matched(kept, labels))
            found, labelled = found + len(kept), labelled + len(labels)
        print(
            f"cut {cut:.2f}: P {100 * hits / found:.1f} R {100 * hits / labelled:.1f} F1 {200 * hits / (found + labelled):.1f}"
        )


def _kept(made: Sequence[Attribution], sure: Numbers, cut: float) -> Iterator[Attribution]:
    for item, share in zip(made, sure.tolist(), strict=True):
        if share >= cut:
            yield item.model_copy(update={"confidence": share})


if __name__ == "__main__":
    main()
