"""Loads the trained pipeline and runs it paragraph by paragraph.

The treebanks that the parser learned from have no line breaks, so each paragraph is parsed by itself and the
results are joined again: whatever the text, ``parse(text).text == text`` and ``token.idx`` is an offset into it.
"""

from functools import cache
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span
from thinc.api import use_ops

# For the components that they register under the names that the weights' configuration uses.
import kg.language.lemmas
import kg.language.sentences  # noqa: F401
from kg.language.foreign import is_clear, load_foreign, translated
from kg.language.labels import labeller
from kg.language.paragraphs import joined, paragraphs, without_breaks

WEIGHTS = Path(__file__).parent / "weights"

# What the network takes for attributions (``kg.language.labels.Statement``), in order; none in a document made by hand.
Doc.set_extension("statements", default=(), force=True)


@cache
def load(model: str | None = None) -> Language:
    """The pipeline, loaded once a process: ours, or the spaCy pipeline of that name or folder.

    Numpy multiplies the matrices of ours: the BLIS that thinc takes by default falls back on some processors to code without
    vector instructions, which is three to four times slower.

    Raises:
        LanguageError: If the other pipeline is not installed or cannot stand in for ours.
    """
    if model is not None:
        return load_foreign(model)
    with use_ops("numpy", use_blis=False):
        return spacy.load(WEIGHTS)


def parse(text: str, model: str | None = None) -> Doc:
    """The analysed text, by our pipeline or by the spaCy pipeline of that name or folder, in the same terms.

    White space between paragraphs becomes tokens of its own, each a sentence of its own. Where lines were broken at a
    fixed width, the white space between them is a token that depends on the word before it.

    Raises:
        LanguageError: As ``load`` does.
    """
    nlp = load(model)
    found = paragraphs(text)
    docs = nlp.pipe(without_breaks(text, lines) for lines in found)
    if model is not None:
        clear = is_clear(nlp)
        docs = (translated(doc, clear=clear) for doc in docs)
    whole = joined(nlp.vocab, text, list(zip(found, docs, strict=True)))
    return labelled(whole, named=model is not None and bool(whole.ents))


def labelled(doc: Doc, *, named: bool = False) -> Doc:
    """The same document with statements, and with names as its entities unless it is ``named`` already."""
    reading = labeller().read(doc)
    if not named:
        doc.set_ents([Span(doc, first, last, label) for first, last, label in reading.names])
    doc._.statements = reading.statements
    return doc
