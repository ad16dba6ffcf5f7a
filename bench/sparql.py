"""Times loading and asking a million triples in our store, in bare pyoxigraph and in rdflib's memory store, and writing them.

    python bench/sparql.py [BUILD] [--triples N] [--patience SECONDS] [--markdown]

The graph is a build (``exports`` unless told otherwise) multiplied: each copy has the texts of the first and ids of its own,
so that the same input gives the same triples. Each part runs in a process of its own; what takes longer than the patience
allows (20 s unless told otherwise, ten times as much for loading) is killed and shown as such, and so is what rdflib cannot
answer at all.

First table: seconds by wall clock, the least of three, and what ours takes for each second of bare pyoxigraph, the limit, and what
rdflib takes for each of ours. "On disk" is a folder of Oxigraph's, "in memory" what ``kg query`` does where there is none. A
question is asked with its defaults, on disk with pyoxigraph, and read to its last row. Second table: seconds and peak memory of
writing each file, the graph being there. ``--markdown`` prints what docs/sparql.md has: ratios and counts, no seconds.
"""

import argparse
import json
import multiprocessing
import os
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

import kg
from kg.graph import ClaimGraph, assemble
from kg.model import Article, Claim, Collection, Entity, Refusal, Relation
from kg.query import Build, questions
from kg.query.tables import collection

RUNS = 3
LOADING = 10  # how many times the patience with a question loading may take
WRITERS = {"Turtle": "write_turtle", "TriG": "write_trig", "N-Quads": "write_nquads"}
Row = TypeVar("Row", Article, Claim, Entity, Refusal, Relation)
FAILED = -1.0  # seconds of what ended in an error
Figures = dict[str, float | None]


def multiplied(original: Collection, times: int) -> Collection:
    """So many copies of a collection, each with ids of its own."""
    copies = [_copy(original, f"-{number:x}") for number in range(times)]

    def joined(name: str) -> object:
        parts = [getattr(copy, name) for copy in copies]
        if isinstance(parts[0], dict):
            return {key: value for part in parts for key, value in part.items()}
        return tuple(row for part in parts for row in part)

    names = ("articles", "entities", "claims", "relations", "origins", "publishers", "refusals")
    return Collection.model_construct(**{name: joined(name) for name in names})


def _copy(original: Collection, tail: str) -> Collection:
    def named(rows: Iterable[Row], *fields: str) -> tuple[Row, ...]:
        return tuple(row.model_copy(update={f: _new(getattr(row, f), tail) for f in fields}) for row in rows)  # fmt: skip

    return Collection.model_construct(
        articles=named(original.articles, "id"),
        entities=named(
            original.entities, "id", "affiliations", "part_of", "located_in", "articles"
        ),
        claims=named(original.claims, "id", "article", "speaker", "via", "about"),
        relations=named(original.relations, "left", "right"),
        refusals=named(original.refusals, "id", "article", "speaker"),
        origins={key + tail: value + tail for key, value in original.origins.items()},
        publishers={key + tail: value + tail for key, value in original.publishers.items()},
    )


def _new(ids: str | tuple[str, ...] | None, tail: str) -> str | tuple[str, ...] | None:
    if ids is None or isinstance(ids, str):
        return ids and ids + tail
    return tuple(one + tail for one in ids)


def read(build: Path, triples: int) -> ClaimGraph:
    """The graph of a build, multiplied until it has about so many triples."""
    opened = kg.open(build)
    original = collection(build, opened.publishers())
    return assemble(multiplied(original, max(1, round(triples / len(opened.store)))))


def write(build: Path, triples: int, name: str, folder: Path) -> Figures:
    """Write one file; seconds without and peak megabytes with the graph that is written, which has some of its own."""
    from kg.export import rdf

    graph = read(build, triples)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    seconds = timed(lambda: getattr(rdf, WRITERS[name])(graph, folder))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return {"seconds": seconds, "megabytes": peak / 1024, "graph": before / 1024}


def timed(work: Callable[[], object]) -> float:
    """Seconds of wall clock that it takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def both(folder: Path) -> dict[str, Figures]:
    """Loading and asking as kg does it, and with nothing of it around pyoxigraph but the prefixes, by turns."""
    from pyoxigraph import RdfFormat, Store

    from kg.query.kept import keep
    from kg.query.store import open_store
    from kg.vocabulary import PREFIXES

    source = folder / "graph.nq"

    def load(place: Path | None) -> None:
        store = Store(place)
        store.bulk_load(path=source, format=RdfFormat.N_QUADS)
        if place is not None:
            store.flush()

    def fresh(name: str) -> Path:
        shutil.rmtree(folder / name, ignore_errors=True)
        return folder / name

    def ask(sparql: str) -> None:
        for _ in store.query(sparql, prefixes=PREFIXES, use_default_graph_as_union=True):
            pass

    pairs: dict[str, tuple[Callable[[], object], Callable[[], object]]] = {
        "load on disk": (lambda: keep(source, fresh("ours")), lambda: load(fresh("bare"))),
        "load in memory": (lambda: open_store(folder), lambda: load(None)),
    }
    found = {name: by_turns(*pair) for name, pair in pairs.items()}
    build, store = Build(folder / "ours"), Store.read_only(str(folder / "bare"))
    for row in questions():
        found[row.name] = by_turns(partial(build.question, row.name), partial(ask, row.sparql))
    return {
        "ours": {name: mine for name, (mine, _) in found.items()},
        "pyoxigraph": {name: least for name, (_, least) in found.items()},
    }


def by_turns(one: Callable[[], object], other: Callable[[], object]) -> tuple[float, float]:
    """The least seconds of several runs of each."""
    runs = [(timed(one), timed(other)) for _ in range(RUNS)]
    return min(mine for mine, _ in runs), min(theirs for _, theirs in runs)


def memory_store(folder: Path, patience: float) -> Figures:
    """The same in rdflib's memory store, once each; None for what was killed."""
    from rdflib import Dataset

    from kg.vocabulary import PREFIXES

    dataset = Dataset(default_union=True)
    found: Figures = {"load in memory": timed(lambda: dataset.parse(folder / "graph.nq", format="nquads"))}  # fmt: skip
    print(json.dumps(found), flush=True)  # so that it is known even if the rest is killed
    for question in questions():

        def ask(sparql: str = question.sparql) -> None:
            for _ in dataset.query(sparql, initNs=PREFIXES):
                pass

        process = multiprocessing.get_context("fork").Process(target=ask)
        start = time.perf_counter()
        process.start()
        process.join(patience)
        seconds = time.perf_counter() - start
        if process.is_alive():
            process.kill()
            process.join()
            found[question.name] = None
        else:
            found[question.name] = FAILED if process.exitcode else seconds
    return found


def child(part: str, arguments: list[str], patience: float) -> Any:  # noqa: ANN401 - JSON
    """What a part of this file gives in a process of its own; empty if it was killed."""
    command = [sys.executable, __file__, "--part", part, *arguments]
    told = subprocess.DEVNULL if part == "rdflib" else None  # its errors are counted, not shown
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=told, text=True, start_new_session=True
    )
    try:
        output, _ = process.communicate(timeout=patience)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)  # with what it has started itself
        output, _ = process.communicate()
    lines = output.strip().splitlines()
    return json.loads(lines[-1]) if lines else {}


def main() -> None:
    """Measure everything, or one part."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("build", nargs="?", default="exports")
    parser.add_argument("--triples", type=int, default=1_000_000)
    parser.add_argument("--patience", type=float, default=20)
    parser.add_argument("--markdown", action="store_true")
    parser.add_argument("--part", help=argparse.SUPPRESS)
    parser.add_argument("--folder", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.part is not None:
        print(json.dumps(_part(given)))
        return
    folder = Path(tempfile.mkdtemp(prefix="kg-bench-"))
    try:
        _measure(given, folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _part(given: argparse.Namespace) -> Figures | dict[str, Figures]:
    folder = Path(given.folder)
    if given.part in WRITERS:
        return write(Path(given.build), given.triples, given.part, folder)
    if given.part == "rdflib":
        return memory_store(folder, given.patience)
    return both(folder)


def _measure(given: argparse.Namespace, folder: Path) -> None:
    arguments = [given.build, "--triples", str(given.triples), "--folder", str(folder)]
    arguments += ["--patience", str(given.patience)]
    long = given.patience * LOADING
    written = {name: child(name, arguments, long) for name in WRITERS}
    with (folder / "graph.nq").open("rb") as stream:
        triples = sum(1 for _ in stream)
    every = given.patience * (len(questions()) + 2 * LOADING)
    sides = child("both", arguments, every)
    found = [sides["ours"], sides["pyoxigraph"], child("rdflib", arguments, every)]
    print(f"{triples:,} triples, {len(questions())} questions\n")
    names = ["load on disk", "load in memory", *(question.name for question in questions())]
    head = "| what | ours | pyoxigraph | rdflib | ours / pyoxigraph | rdflib / ours |"
    if given.markdown:
        head = "| what | ours / pyoxigraph | rdflib / ours |"
    print(head + "\n|" + "---|" * (head.count("|") - 1))
    for name in names:
        seconds = [figures.get(name) for figures in found]
        cells = [] if given.markdown else [_seconds(value) for value in seconds]
        print(f"| {' | '.join([name, *cells, *_ratios(seconds, name, given.patience)])} |")
    if not given.markdown:
        print("\n| file | seconds | peak memory, MB | of it before writing |\n|---|---|---|---|")
        for name, row in written.items():
            print(
                f"| {name} | {row['seconds']:.1f} | {row['megabytes']:.0f} | {row['graph']:.0f} |"
            )


def _seconds(value: float | None) -> str:
    return "" if value is None or value == FAILED else f"{value:.3f}"


def _ratios(seconds: list[float | None], name: str, patience: float) -> tuple[str, str]:
    mine, least, theirs = seconds
    if mine is None or least is None:
        return "", ""
    against = f"{mine / least:.2f}"
    if name == "load on disk":
        return against, ""
    if theirs == FAILED:
        return against, "fails"
    if theirs is None:
        return against, f"more than {patience / mine:,.0f}"
    return against, f"{theirs / mine:,.0f}" if theirs > mine else f"{theirs / mine:.2f}"


if __name__ == "__main__":
    main()
