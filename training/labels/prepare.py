"""Turns PolNeAR and the entity corpora into samples for the network of ``kg.language.labels``.

    python -m training.labels.prepare --polnear DIR --entities DIR --treebanks DIR --vectors build/vectors --out build/labels

``--polnear`` holds train.jsonl and dev.jsonl, one article a line with its text and its attributions by character offsets; the
others are as ``training/labels/names.py`` has them. The texts are analysed by the shipped tagger and parser. With
``--licensed-only`` PolNeAR and the worldwide corpus, which state no licence, are left out of what is learned from, and what
comes of it knows names alone. Written are samples.pkl and the alphabet.
"""

import argparse
import json
import pickle
from collections.abc import Iterable
from pathlib import Path

from kg.language import load
from kg.language.labels.features import Alphabet
from training.entities import Tagged
from training.labels import names
from training.labels.samples import Sample, attribution_samples, entity_samples, groups, polnear


def main() -> None:
    """Read the paths, write samples and alphabet, and say how many."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    for option in ("--polnear", "--entities", "--treebanks", "--vectors", "--out"):
        parser.add_argument(option, type=Path, required=True)
    parser.add_argument("--licensed-only", action="store_true")
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    nlp = load()
    alphabet = Alphabet(
        json.loads((options.vectors / "words.json").read_text(encoding="utf-8")),
        sorted(nlp.get_pipe("tagger").labels),
        sorted(nlp.get_pipe("parser").labels),
    )
    alphabet.save(options.out)

    def articles(name: str) -> list[Sample]:
        return attribution_samples(list(polnear(options.polnear / f"{name}.jsonl")), alphabet)

    def named(corpora: Iterable[list[Tagged]]) -> list[Sample]:
        return entity_samples([group for corpus in corpora for group in groups(corpus)], alphabet)

    only = options.licensed_only
    data = {
        "train": [] if only else articles("train"),
        "dev": articles("dev"),
        "names": named(names.learned(options.treebanks, options.entities, licensed_only=only)),
        "names_dev": named(names.worldwide(options.entities, names.WORLDWIDE_DEV)),
        "names_test": named(names.worldwide(options.entities, names.WORLDWIDE_TEST)),
    }
    with (options.out / "samples.pkl").open("wb") as file:
        pickle.dump({**data, "sizes": alphabet.sizes}, file)
    for name, samples in data.items():
        print(f"{name}: {len(samples)} documents, {sum(len(s.tags) for s in samples)} words")


if __name__ == "__main__":
    main()
