"""Loads the trained pipeline and runs it paragraph by paragraph.

The treebanks that the parser learned from have no line breaks, so each paragraph is parsed by itself and the
results are joined again: whatever the text, ``parse(text).text == text`` and ``token.idx`` is an offset into it.
"""

from functools import cache
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc
from thinc.api import use_ops

# For the components that they register under the names that the weights' configuration uses.
import kg.language.lemmas
import kg.language.sentences  # noqa: F401
from kg.language.paragraphs import joined, paragraphs, without_breaks

WEIGHTS = Path(__file__).parent / "weights"


@cache
def load() -> Language:
    """The pipeline, loaded once a process.

    Numpy multiplies its matrices: the BLIS that thinc takes by default falls back on some processors to code without
    vector instructions, which is three to four times slower.
    """
    with use_ops("numpy", use_blis=False):
        return spacy.load(WEIGHTS)


def parse(text: str) -> Doc:
    """The analysed text.

    White space between paragraphs becomes tokens of its own, each a sentence of its own. Where lines were broken at a
    fixed width, the white space between them is a token that depends on the word before it.
    """
    nlp = load()
    found = paragraphs(text)
    docs = nlp.pipe(without_breaks(text, lines) for lines in found)
    return joined(nlp.vocab, text, list(zip(found, docs, strict=True)))
