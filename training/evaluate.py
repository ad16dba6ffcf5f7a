"""Measures a pipeline on treebanks and entity corpora, from raw text, paragraph by paragraph.

    python -m training.evaluate --weights kg/language/weights --treebanks DIR --entities DIR

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
from spacy.tokens import Doc
from spacy.training import Example

import kg.language.lemmas
import kg.language.sentences  # noqa: F401
from kg.language import parse
from training import treebank
from training.entities import Tagged
from training.labels import names
from training.labels.samples import groups, set_text

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
        tests = {
            "Worldwide, countries held out": list(
                names.worldwide(options.entities, names.WORLDWIDE_TEST)
            ),
            "Universal NER on EWT test": [names.web(options.entities)],
        }
        for name, articles in tests.items():
            print(
                f"{name:30}",
                *(f"{label} {p:.1f}/{r:.1f}/{f:.1f}" for label, p, r, f in entity_scores(articles)),
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


def entity_scores(
    articles: Iterable[Sequence[Tagged]],
) -> Iterator[tuple[str, float, float, float]]:
    """Label, or ``all``, with precision, recall and F1 in percent, of the names that ``kg.language.parse`` finds.

    The sentences of an article are set as paragraphs of eight, as running text; an entity counts where both its ends and its
    label are right.
    """
    counts: dict[str, Counter[str]] = {label: Counter() for label in ("all", "PER", "ORG", "LOC")}
    for article in articles:
        for group in groups(article):
            text, right = set_text(group)
            found = {(e.start_char, e.end_char, e.label_) for e in parse(text).ents}
            for label, count in counts.items():
                _count(
                    count,
                    {e for e in right if label in {"all", e[2]}},
                    {e for e in found if label in {"all", e[2]}},
                )
    for label, count in counts.items():
        yield label, *_prf(count)


def _count(counts: Counter[str], right: _Spans, found: _Spans) -> None:
    counts.update(both=len(right & found), right=len(right), found=len(found))


def _prf(counts: Counter[str]) -> tuple[float, float, float]:
    precision = 100 * counts["both"] / max(1, counts["found"])
    recall = 100 * counts["both"] / max(1, counts["right"])
    return precision, recall, 200 * counts["both"] / max(1, counts["found"] + counts["right"])


if __name__ == "__main__":
    main()
