"""Turns the corpora into the documents that the configurations train and select on.

    python -m training.prepare --treebanks DIR --entities DIR --out DIR

``--treebanks`` holds {ewt,gum}-{train,dev,test}.conllu; ``--entities`` holds wikigold.txt, btc/, crossner/, worldwide/,
uner-ewt-{dev,test}.iob2 and wnut17train.conll. Written are parse-{train,dev}.spacy, entities-{train,dev}.spacy and one
entities-test-*.spacy for every test set.
"""

import argparse
import random
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

import spacy
from spacy.tokens import Doc, DocBin
from spacy.vocab import Vocab

from training import entities, gum_entities, treebank
from training.entities import Tagged
from training.grafting import grafted

SEED = 0
# Attribution sentences beside some 16,000 gold ones.
GRAFTED = 8000
# Countries of the worldwide corpus that are kept for choosing the weights, and for the test; by file prefix.
WORLDWIDE_DEV = ("ecuador_", "oman_", "qt_")
WORLDWIDE_TEST = ("ghana_", "jr_", "mong_", "peru_", "th_")


def main() -> None:
    """Read the paths, write the documents and say how many."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--treebanks", type=Path, required=True)
    parser.add_argument("--entities", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    vocab = spacy.blank("en").vocab
    for name, docs in _parse_documents(vocab, options.treebanks):
        _save(docs, options.out / f"parse-{name}.spacy")
    for name, sentences in _entity_sentences(options.treebanks, options.entities):
        docs = list(entities.documents(vocab, sentences, size=4))
        if name == "train":
            random.Random(SEED).shuffle(docs)  # noqa: S311 - no secret depends on it
        _save(docs, options.out / f"entities-{name}.spacy")


def _parse_documents(vocab: Vocab, folder: Path) -> Iterator[tuple[str, list[Doc]]]:
    parts = {
        name: list(treebank.sentences(folder / f"{name}-train.conllu")) for name in ("ewt", "gum")
    }
    train = [
        doc
        for sentences in parts.values()
        for doc in treebank.documents(vocab, sentences, size=8, curly_share=0.4, seed=SEED)
    ]
    sentences = grafted([*parts["ewt"], *parts["gum"]], GRAFTED, seed=SEED)
    train += treebank.documents(vocab, sentences, size=4, curly_share=0.6, seed=SEED)
    random.Random(SEED).shuffle(train)  # noqa: S311 - no secret depends on it
    yield "train", train
    dev = list(treebank.sentences(folder / "ewt-dev.conllu")) + list(
        treebank.sentences(folder / "gum-dev.conllu")
    )
    yield "dev", list(treebank.documents(vocab, dev, size=10, curly_share=0, seed=SEED))


def _entity_sentences(treebanks: Path, folder: Path) -> Iterator[tuple[str, list[Tagged]]]:
    read = entities.tagged
    train = list(gum_entities.named(treebank.sentences(treebanks / "gum-train.conllu")))
    train += read(folder / "uner-ewt-dev.iob2", entities.UNER, word=1, tag=2)
    train += read(folder / "wikigold.txt", entities.UNER)
    train += read(folder / "wnut17train.conll", entities.WNUT)
    for path in sorted(folder.glob("crossner/*.txt")):
        train += read(path, entities.CROSSNER)
    for path in sorted(folder.glob("btc/*.conll")):
        train += read(path, entities.UNER)
    worldwide: dict[str, list[Tagged]] = {"train": train, "dev": [], "test": []}
    for path in sorted(folder.glob("worldwide/*.tsv")):
        held = (
            "dev"
            if path.name.startswith(WORLDWIDE_DEV)
            else "test"
            if path.name.startswith(WORLDWIDE_TEST)
            else "train"
        )
        worldwide[held] += read(path, entities.WORLDWIDE)
    yield "train", train
    yield (
        "dev",
        [*gum_entities.named(treebank.sentences(treebanks / "gum-dev.conllu")), *worldwide["dev"]],
    )
    yield "test-worldwide", worldwide["test"]
    yield "test-uner-ewt", list(read(folder / "uner-ewt-test.iob2", entities.UNER, word=1, tag=2))


def _save(docs: Iterable[Doc], path: Path) -> None:
    docs = list(docs)
    DocBin(docs=docs, store_user_data=False).to_disk(path)
    found = Counter(entity.label_ for doc in docs for entity in doc.ents)
    kinds = ", ".join(f"{count} {label}" for label, count in sorted(found.items()))
    print(
        f"{path.name}: {len(docs)} documents, {sum(map(len, docs))} words{'; ' * bool(kinds)}{kinds}"
    )


if __name__ == "__main__":
    main()
