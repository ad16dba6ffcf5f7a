"""Attribution on PolNeAR dev beyond what the scorer prints: content by style, and linked figures by the kind of cue.

The spans are compared as the scorer compares them. An ordinary reporting word is one of ``_REPORTING``; about half of the labelled
attributions have one in their cue.
"""

import json
import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.quality.relations import scorer
from tests.quality.test_floors import FLOORS, SCORER, SHARED

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        not SCORER.exists(), reason="the labelled corpora are not beside the project"
    ),
]

_REPORTING = re.compile(
    r"\b(?:sa(?:id|ys?|ying)|t(?:old|ells?|elling)|according|add(?:ed|s|ing)|w(?:rote|rit(?:es|ing))|tweet(?:ed|s)|ask(?:ed|s)"
    r"|replied|argue[ds]|claim(?:ed|s)|note[ds]|explain(?:ed|s)|announced|declared|insisted|continued|concluded|acknowledged"
    r"|admitted|responded|stated|warned|called|suggested|report(?:ed|s)|show(?:ed|s)|found|testified|recalled|joked|quipped)\b"
)
_ROLES = ("source", "cue", "content")


@pytest.fixture(scope="module")
def figures(tmp_path_factory: pytest.TempPathFactory) -> dict[str, float]:
    """Every figure by its name in floors.json."""
    score = scorer()
    folder, out = tmp_path_factory.mktemp("polnear"), tmp_path_factory.mktemp("build")
    lines = (SHARED / FLOORS["polnear-dev"]["corpus"]).read_text(encoding="utf-8").splitlines()
    labelled = [json.loads(line) for line in lines]
    for number, article in enumerate(labelled):
        (folder / f"d{number:05d}.txt").write_bytes(article["text"].encode())
    score.build([sys.executable, "-m", "kg"], sorted(folder.iterdir()), out)
    _, claims, _ = score.load(out)
    counts: dict[str, Any] = defaultdict(score.Count)
    for number, article in enumerate(labelled):
        found = [claim for claim in claims[f"d{number:05d}"] if claim["style"] != "narrated"]
        _count(score, counts, article["text"], article["attributions"], found)
    return {
        f"{name}.{key}": value
        for name, count in counts.items()
        for key, value in count.figures().items()
    }


def _count(score: Any, counts: Any, text: str, labels: list[Any], claims: list[Any]) -> None:
    gold = [row for row in _trimmed(score, text, labels) if row["content"]]
    found = [row for row in _trimmed(score, text, claims) if row["content"]]
    right = {span for row in gold for span in row["content"]}
    mine = {span for row in found for span in row["content"]}
    for span in right | mine:
        counts[score.style(text, [span])].add(span in right & mine, span in mine, span in right)
    contents = [[score.chars(row["content"]) for row in rows] for rows in (gold, found)]
    linked = [
        (i, j) for i, j, _ in score.match(*contents) if _same_source(score, gold[i], found[j])
    ]
    for rows, hits, where in (
        (gold, {i for i, _ in linked}, "gold"),
        (found, {j for _, j in linked}, "pred"),
    ):
        for at, row in enumerate(rows):
            if _reports(text, row["cue"]):
                both = int(at in hits)
                name = "reporting recall" if where == "gold" else "reporting precision"
                counts[name].add(both, 1, 1)


def _trimmed(score: Any, text: str, rows: list[Any]) -> Iterator[dict[str, Any]]:
    for row in rows:
        yield {role: score.parts(text, row.get(role) or []) for role in _ROLES}


def _same_source(score: Any, left: Any, right: Any) -> bool:
    one, other = score.chars(left["source"]), score.chars(right["source"])
    return (not one and not other) or score.jaccard(one, other) >= score.THRESHOLD


def _reports(text: str, cue: list[tuple[int, int]]) -> bool:
    return any(_REPORTING.search(text[start:end].lower()) for start, end in cue)


ROWS: dict[str, float] = json.loads(
    (Path(__file__).parent / "floors.json").read_text(encoding="utf-8")
)["polnear-dev"]["by kind"]


@pytest.mark.parametrize("name", sorted(ROWS))
def test_no_figure_by_style_or_cue_falls_below_its_floor(
    figures: dict[str, float], name: str
) -> None:
    assert figures[name] >= ROWS[name]
