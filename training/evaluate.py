"""Measures a pipeline on treebanks and entity corpora, from raw text, paragraph by paragraph.

    python -m training.evaluate --weights kg/language/weights --treebanks DIR --entities build/corpus

Tags, lemmas and dependencies are spaCy's own scores (punctuation left out of the attachment scores); a sentence counts where
both its ends are right; an entity counts where both its ends and its label are right.
"""

import argparse
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.scorer import Scorer
from spacy.tokens import Doc, DocBin
from spacy.training import Example

import kg.language.lemmas
import kg.language.sentences  # noqa: F401
from training import treebank

_Spans = set[tuple[int, int, str]]
# Test set, treebank, and the genres taken from it.
TREEBANKS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("ewt-dev", "ewt-dev", ()),
    ("ewt-test", "ewt-test", ()),
    ("gum-dev", "gum-dev", ()),
    ("gum-test", "gum-test", ()),
    ("gum-dev, news and interviews", "gum-dev", ("news", "interview")),
    ("gum-test, news and interviews", "gum-test", ("news", "interview")),
)
ENTITIES = ("test-worldwide", "test-uner-ewt")
_SCORES = {
    "token_f": "words",
    "tag_acc": "XPOS",
    "pos_acc": "UPOS",
    "dep_uas": "UAS",
    "dep_las": "LAS",
}


def main() -> None:
    """Read the paths and print a line for every test set."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--weights", type=Path, required=True)
    parser.add_argument("--treebanks", type=Path)
    parser.add_argument("--entities", type=Path)
    options = parser.parse_args()
    nlp = spacy.load(options.weights)
    if options.treebanks:
        for name, file, genres in TREEBANKS:
            sentences = [
                s
                for s in treebank.sentences(options.treebanks / f"{file}.conllu")
                if _is_of(s, genres)
            ]
            print(
                f"{name:30}",
                *(f"{key} {100 * value:.2f}" for key, value in parse_scores(nlp, sentences)),
            )
    if options.entities:
        for name in ENTITIES:
            docs = (
                DocBin().from_disk(options.entities / f"entities-{name}.spacy").get_docs(nlp.vocab)
            )
            print(
                f"{name:30}",
                *(
                    f"{label} {p:.1f}/{r:.1f}/{f:.1f}"
                    for label, p, r, f in entity_scores(nlp, docs)
                ),
            )


def _is_of(sentence: treebank.Sentence, genres: Sequence[str]) -> bool:
    return not genres or sentence.document.split("_")[1] in genres


def parse_scores(
    nlp: Language, sentences: Iterable[treebank.Sentence]
) -> Iterator[tuple[str, float]]:
    """Named scores, 0 to 1, of the parse of raw paragraphs."""
    gold = [treebank.document(nlp.vocab, group) for group in treebank.paragraphs(sentences)]
    examples = [
        Example(found, right)
        for found, right in zip(nlp.pipe(doc.text.strip() for doc in gold), gold, strict=True)
    ]
    scores = Scorer(nlp, default_pipeline=("tagger", "morphologizer", "parser")).score(examples)
    for key, name in _SCORES.items():
        yield name, scores[key]
    lemmas = Scorer.score_token_attr(examples, "lemma")
    yield "lemmas", lemmas["lemma_acc"]
    verbs = [
        (token.lemma_, example.get_aligned("LEMMA", as_string=True)[token.i])
        for example in examples
        for token, pos in zip(
            example.predicted, example.get_aligned("POS", as_string=True), strict=True
        )
        if pos == "VERB"
    ]
    yield "verb lemmas", sum(found == right for found, right in verbs) / len(verbs)
    counts: Counter[str] = Counter()
    for example in examples:
        _count(counts, _sentences(example.reference), _sentences(example.predicted))
    yield "sentences", _prf(counts)[2] / 100


def _sentences(doc: Doc) -> _Spans:
    return {(sentence.start_char, sentence.end_char, "") for sentence in doc.sents}


def entity_scores(nlp: Language, gold: Iterable[Doc]) -> Iterator[tuple[str, float, float, float]]:
    """Label, or ``all``, with precision, recall and F1 in percent."""
    gold = list(gold)
    counts: dict[str, Counter[str]] = {label: Counter() for label in ("all", "PER", "ORG", "LOC")}
    with nlp.select_pipes(enable=[name for name in nlp.pipe_names if name == "ner"]):
        parsed = list(nlp.pipe(doc.text for doc in gold))
    for right, found in zip(gold, parsed, strict=True):
        for label, count in counts.items():
            _count(count, _entities(right, label), _entities(found, label))
    for label, count in counts.items():
        yield label, *_prf(count)


def _entities(doc: Doc, label: str) -> _Spans:
    return {(e.start_char, e.end_char, e.label_) for e in doc.ents if label in {"all", e.label_}}


def _count(counts: Counter[str], right: _Spans, found: _Spans) -> None:
    counts.update(both=len(right & found), right=len(right), found=len(found))


def _prf(counts: Counter[str]) -> tuple[float, float, float]:
    precision = 100 * counts["both"] / max(1, counts["found"])
    recall = 100 * counts["both"] / max(1, counts["right"])
    return precision, recall, 200 * counts["both"] / max(1, counts["found"] + counts["right"])


if __name__ == "__main__":
    main()
