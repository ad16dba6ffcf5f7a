"""Loads the trained pipeline and runs it paragraph by paragraph.

The treebanks that the parser learned from have no line breaks, so each paragraph is parsed by itself and the
results are joined again: whatever the text, ``parse(text).text == text`` and ``token.idx`` is an offset into it.
"""

from functools import cache
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span

# For the components that they register under the names that the weights' configuration uses.
import kg.language.lemmas
import kg.language.sentences  # noqa: F401
from kg.language.labels import labeller
from kg.language.paragraphs import joined, paragraphs, without_breaks

WEIGHTS = Path(__file__).parent / "weights"

# What the network takes for attributions (``kg.language.labels.Statement``), in order; none in a document made by hand.
Doc.set_extension("statements", default=(), force=True)


@cache
def load() -> Language:
    """The pipeline, loaded once a process."""
    return spacy.load(WEIGHTS)


def parse(text: str) -> Doc:
    """The analysed text.

    White space between paragraphs becomes tokens of its own, each a sentence of its own. Where lines were broken at a
    fixed width, the white space between them is a token that depends on the word before it.
    """
    nlp = load()
    found = paragraphs(text)
    docs = nlp.pipe(without_breaks(text, lines) for lines in found)
    return labelled(joined(nlp.vocab, text, list(zip(found, docs, strict=True))))


def labelled(doc: Doc) -> Doc:
    """The same document with names as its entities, and with statements."""
    reading = labeller().read(doc)
    doc.set_ents([Span(doc, first, last, label) for first, last, label in reading.names])
    doc._.statements = reading.statements
    return doc
