"""Makes the weights of the parser that the package ships, and keeps those of the network beside them.

    python -m training.assemble --parse DIR --treebanks DIR --out kg/language/weights

``--parse`` is a pipeline that spaCy wrote, such as build/parse/model-best.
"""

import argparse
import json
import shutil
import tempfile
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language
from spacy.vocab import Vocab

import kg.language.lemmas
import kg.language.sentences  # noqa: F401
from training import treebank
from training.lemmas import lemma_table
from training.tokenization import set_tokenizer

_KEPT = ("LICENSE", "labels")  # what the parser has no part in
META: dict[str, Any] = {
    "lang": "en",
    "name": "news",
    "version": "0.1.0",
    "description": "Sentences, tags, dependencies and lemmas of English news text.",
    "author": "The authors of kg",
    "email": "",
    "url": "",
    "license": "CC-BY-SA-4.0",
    "spacy_version": ">=3.8.7,<3.9",
    "performance": {},
}


def main() -> None:
    """Read the paths and write the weights."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    for option in ("--parse", "--treebanks", "--out"):
        parser.add_argument(option, type=Path, required=True)
    options = parser.parse_args()
    nlp = assemble(options.parse, options.treebanks)
    with tempfile.TemporaryDirectory() as scratch:
        fresh = Path(scratch) / "weights"
        nlp.to_disk(fresh)
        (fresh / "vocab" / "strings.json").write_text(
            json.dumps(strings(nlp), indent=0), encoding="utf-8"
        )
        for kept in _KEPT:
            if (options.out / kept).is_dir():
                shutil.copytree(options.out / kept, fresh / kept)
            elif (options.out / kept).is_file():
                shutil.copy(options.out / kept, fresh)
        shutil.rmtree(options.out, ignore_errors=True)
        shutil.copytree(fresh, options.out)


def assemble(parse: Path, treebanks: Path) -> Language:
    """The pipeline: sentences, tags and forms, lemmas, dependencies."""
    nlp = spacy.load(parse, exclude=["ner", "kg_sentences", "kg_lemmas"])
    set_tokenizer(nlp)
    nlp.add_pipe("kg_sentences", first=True)
    lemmas: Any = nlp.add_pipe("kg_lemmas", after="morphologizer")
    words = [
        word
        for name in ("ewt-train", "gum-train")
        for sentence in treebank.sentences(treebanks / f"{name}.conllu")
        for word in sentence.words
    ]
    lemmas.table = lemma_table(words)
    nlp.config["paths"] = dict.fromkeys(nlp.config["paths"])  # paths of the machine that trained it
    nlp.meta.update(META)
    nlp.meta.pop("sources", None)
    return nlp


def strings(nlp: Language) -> list[str]:
    """The strings that the weights need, sorted: labels and features, not the words of the training text."""
    labels = {label for names in nlp.pipe_labels.values() for label in names}
    vocab = Vocab(strings=sorted(labels))
    forms = [label.split("|") for label in nlp.pipe_labels["morphologizer"]]
    for form in forms:
        vocab.morphology.add(
            "|".join(feature for feature in form if not feature.startswith("POS="))
        )
    return sorted(vocab.strings)


if __name__ == "__main__":
    main()
