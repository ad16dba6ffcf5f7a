"""Turns the treebanks into the documents that the parser's configurations train and select on.

    python -m training.prepare --treebanks DIR --out DIR

``--treebanks`` holds {ewt,gum}-{train,dev,test}.conllu. Written are parse-{train,dev}.spacy.
"""

import argparse
import random
from collections.abc import Iterable, Iterator
from pathlib import Path

import spacy
from spacy.tokens import Doc, DocBin
from spacy.vocab import Vocab

from training import treebank
from training.grafting import grafted

SEED = 0
# Attribution sentences beside some 16,000 gold ones.
GRAFTED = 8000


def main() -> None:
    """Read the paths, write the documents and say how many."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--treebanks", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    vocab = spacy.blank("en").vocab
    for name, docs in _parse_documents(vocab, options.treebanks):
        _save(docs, options.out / f"parse-{name}.spacy")


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
    random.Random(SEED).shuffle(train)
    yield "train", train
    dev = list(treebank.sentences(folder / "ewt-dev.conllu")) + list(
        treebank.sentences(folder / "gum-dev.conllu")
    )
    yield "dev", list(treebank.documents(vocab, dev, size=10, curly_share=0, seed=SEED))


def _save(docs: Iterable[Doc], path: Path) -> None:
    docs = list(docs)
    DocBin(docs=docs, store_user_data=False).to_disk(path)
    print(f"{path.name}: {len(docs)} documents, {sum(map(len, docs))} words")


if __name__ == "__main__":
    main()
