"""The pipeline's own figures: dependencies on EWT test, names in newswire from countries held out of training, and memory."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from kg.language import load
from tests.quality.test_floors import ROOT, SHARED
from training import treebank
from training.evaluate import entity_scores, parse_scores
from training.labels import names

CORPORA = SHARED / "corpora"
FLOORS: dict[str, float] = json.loads(
    (Path(__file__).parent / "language.json").read_text(encoding="utf-8")
)
# Reads articles as a build does and prints the most memory that the process ever held, in kilobytes. The kernel's "high water mark" is
# the program's own; getrusage would count what the process held that started it.
_EXTRACT = """
import sys
from pathlib import Path
from kg.extract import extract
from kg.read import read
from kg.vocabulary import load_measures
measures = load_measures()
for article in read(sys.argv[1:]).articles:
    extract(article, measures)
(peak,) = (row for row in Path("/proc/self/status").read_text().splitlines() if row.startswith("VmHWM"))
print(peak.split()[1])
"""

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        not CORPORA.exists(), reason="the labelled corpora are not beside the project"
    ),
]


def test_dependencies_in_raw_text_reach_their_floor() -> None:
    sentences = treebank.sentences(CORPORA / "treebank" / "ewt-test.conllu")
    scores = dict(parse_scores(load(), sentences))
    assert round(100 * scores["LAS"], 1) >= FLOORS["EWT test LAS"]


def test_names_in_newswire_of_countries_never_seen_reach_their_floor() -> None:
    articles = names.worldwide(CORPORA / "ner", names.WORLDWIDE_TEST)
    scores = {label: f1 for label, _, _, f1 in entity_scores(articles)}
    assert round(scores["all"], 1) >= FLOORS["Worldwide names F1"]


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells it in /proc")
def test_extraction_stays_below_its_memory() -> None:
    stories = str(CORPORA / "stories")
    done = subprocess.run(
        [sys.executable, "-c", _EXTRACT, stories],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert int(done.stdout) / 1000 < FLOORS["most megabytes while extracting"]
