"""Loads the trained pipeline and runs it paragraph by paragraph.

The treebanks that the parser learned from have no line breaks, so each paragraph is parsed by itself and the
results are joined again: whatever the text, ``parse(text).text == text`` and ``token.idx`` is an offset into it.
"""

import re
from functools import cache
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc

# For the components that they register under the names that the weights' configuration uses.
import kg.language.lemmas
import kg.language.sentences  # noqa: F401

WEIGHTS = Path(__file__).parent / "weights"
# A line without the white space around it; lines break where str.splitlines breaks them.
_LINE = re.compile(r"\S(?:[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]*\S)?")


@cache
def load() -> Language:
    """The pipeline, loaded once a process."""
    return spacy.load(WEIGHTS)


def parse(text: str) -> Doc:
    """The analysed text.

    White space between paragraphs becomes tokens of its own, each a sentence of its own.
    """
    nlp = load()
    lines = [found.span() for found in _LINE.finditer(text)]
    docs: list[Doc] = []
    last = 0
    parsed = nlp.pipe(text[start:end] for start, end in lines)
    for (start, end), doc in zip(lines, parsed, strict=True):
        docs += _white_space(nlp, text[last:start])
        docs.append(_without_tensor(doc))
        last = end
    docs += _white_space(nlp, text[last:])
    return Doc.from_docs(docs, ensure_whitespace=False) if docs else Doc(nlp.vocab)


def _white_space(nlp: Language, text: str) -> list[Doc]:
    """The text as one token; nothing where it is empty."""
    if not text:
        return []
    doc = Doc(nlp.vocab, words=[text], spaces=[False], pos=["SPACE"], tags=["_SP"], lemmas=[text])
    # A head, even its own, makes it a sentence; joined documents keep no sentence starts of their own.
    doc[0].dep_ = "ROOT"
    return [doc]


def _without_tensor(doc: Doc) -> Doc:
    """The paragraph without the tagger's tensor, whose width white space has not and which nobody reads."""
    doc.tensor = Doc(doc.vocab).tensor
    return doc
