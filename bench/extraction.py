"""Times extraction on one thread, beside what it cannot be faster than, in one run, and prints a table.

    python bench/extraction.py FOLDER [ROUNDS]

FOLDER is read as ``kg build`` reads it. Each row runs in a process of its own, so that its memory is its own: once
to warm up, then ROUNDS times, of which the median counts. Figures are words a second of processor time, how many times
longer the row takes than the blank tokenizer, and the most memory that its process held; compare the ratios within one
run only.
"""

import multiprocessing
import os
import resource
import statistics
import sys
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor

# This process stays small, and imports happen in the rows: a process begins with the peak of the one that starts it.
THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS")
PARSER = ("kg_sentences", "tok2vec", "tagger", "morphologizer", "parser")


def tokenize(folder: str) -> Callable[[], object]:
    """A blank English pipeline of spaCy's over the same texts."""
    import spacy

    nlp, texts = spacy.blank("en"), _texts(folder)
    return lambda: [nlp(text) for text in texts]


def parse_syntax(folder: str) -> Callable[[], object]:
    """The shipped pipeline up to its parser, paragraph by paragraph, an article at a time."""
    from kg.language import load
    from kg.language.paragraphs import paragraphs, without_breaks

    nlp = load()
    nlp.select_pipes(enable=list(PARSER))
    read = [[without_breaks(text, lines) for lines in paragraphs(text)] for text in _texts(folder)]
    return lambda: [list(nlp.pipe(texts)) for texts in read]


def parse_whole(folder: str) -> Callable[[], object]:
    """What ``kg.language.parse`` makes of an article: everything that extraction reads of the language."""
    from kg.language import load, parse

    load()
    texts = _texts(folder)
    return lambda: [len(parse(text)) for text in texts]


def extract_whole(folder: str) -> Callable[[], object]:
    """All of ``kg.extract.extract``; the extractions are kept, as a build keeps them."""
    from kg.extract import extract
    from kg.read import read
    from kg.vocabulary import load_measures

    articles, measures = read([folder]).articles, load_measures()
    return lambda: [extract(article, measures) for article in articles]


ROWS: tuple[tuple[str, Callable[[str], Callable[[], object]]], ...] = (
    ("blank tokenizer", tokenize),
    ("tokenizer to parser", parse_syntax),
    ("kg.language.parse", parse_whole),
    ("kg.extract.extract", extract_whole),
)


def _texts(folder: str) -> list[str]:
    from kg.read import read

    return [article.text for article in read([folder]).articles]


def measure(number: int, folder: str, rounds: int) -> tuple[float, int, int]:
    """Seconds and words of one row, and the peak of its process in bytes."""
    words = sum(len(text.split()) for text in _texts(folder))
    work = ROWS[number][1](folder)
    work()
    taken: list[float] = []
    for _ in range(rounds):
        start = time.process_time()
        work()
        taken.append(time.process_time() - start)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return statistics.median(taken), words, peak * (1 if sys.platform == "darwin" else 1024)


def main(folder: str, rounds: int) -> None:
    """Run every row in a process of its own and print the table."""
    os.environ.update(dict.fromkeys(THREADS, "1"))
    context = multiprocessing.get_context("spawn")
    limit = 0.0
    print(f"{'':20} {'words/s':>10} {'times':>8} {'peak MB':>8}")
    for number, (name, _) in enumerate(ROWS):
        with ProcessPoolExecutor(1, mp_context=context) as process:
            seconds, words, peak = process.submit(measure, number, folder, rounds).result()
        limit = limit or seconds
        print(f"{name:20} {words / seconds:10,.0f} {seconds / limit:8.1f} {peak / 1e6:8.0f}")


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 5)  # noqa: PLR2004
