"""The entity corpora, article by article where a corpus knows articles: which are learned from, and which are held out.

Needed is a folder with wikigold.txt, btc/, crossner/, worldwide/, uner-ewt-{dev,test}.iob2 and wnut17train.conll, and one
with the treebank GUM. In the worldwide corpus a second tag is of an entity within another; the outer one is taken. The worldwide corpus states no licence; ``licensed_only`` leaves it out of what is learned from.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path

from training import entities, gum_entities, treebank
from training.entities import Tagged

# Countries of the worldwide corpus that are kept for development, and for the test; by file prefix.
WORLDWIDE_DEV = ("ecuador_", "oman_", "qt_")
WORLDWIDE_TEST = ("ghana_", "jr_", "mong_", "peru_", "th_")
_WORLDWIDE = (*WORLDWIDE_DEV, *WORLDWIDE_TEST)


def learned(
    treebanks: Path, folder: Path, *, licensed_only: bool = False
) -> Iterator[list[Tagged]]:
    """The corpora to learn from, a list of sentences each, in order of their names."""
    read = entities.tagged
    for path in sorted(folder.glob("btc/*.conll")):
        yield list(read(path, entities.UNER))
    for path in sorted(folder.glob("crossner/*.txt")):
        yield list(read(path, entities.CROSSNER))
    yield list(gum_entities.named(treebank.sentences(treebanks / "gum-train.conllu")))
    yield list(read(folder / "uner-ewt-dev.iob2", entities.UNER, word=1, tag=2))
    yield list(read(folder / "wikigold.txt", entities.UNER))
    yield list(read(folder / "wnut17train.conll", entities.WNUT))
    if not licensed_only:
        yield from learned_worldwide(folder)


def learned_worldwide(folder: Path) -> Iterator[list[Tagged]]:
    """The articles of the worldwide corpus that are learned from."""
    for path in sorted(folder.glob("worldwide/*.tsv")):
        if not path.name.startswith(_WORLDWIDE):
            yield list(entities.tagged(path, entities.WORLDWIDE, tag=1))


def worldwide(folder: Path, prefixes: Sequence[str]) -> Iterator[list[Tagged]]:
    """The articles of the worldwide corpus from some countries."""
    for path in sorted(folder.glob("worldwide/*.tsv")):
        if path.name.startswith(tuple(prefixes)):
            yield list(entities.tagged(path, entities.WORLDWIDE, tag=1))


def web(folder: Path) -> list[Tagged]:
    """The test part of Universal NER over EWT."""
    return list(entities.tagged(folder / "uner-ewt-test.iob2", entities.UNER, word=1, tag=2))
