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

_LINE = re.compile(r"[^\n\r\u2028\u2029]*\S[^\n\r\u2028\u2029]*")


@cache
def load() -> Language:
    """The pipeline, loaded once a process."""
    return spacy.load(Path(__file__).parent / "weights")


def parse(text: str) -> Doc:
    """The analysed text.

    White space between paragraphs becomes tokens of its own, each a sentence of its own.
    """
    nlp = load()
    docs: list[Doc] = []
    last = 0
    lines = [(found.start(), found.end()) for found in _LINE.finditer(text)]
    parsed = nlp.pipe(text[start:end] for start, end in lines)
    for (start, end), doc in zip(lines, parsed, strict=True):
        if start > last:
            docs.append(Doc(nlp.vocab, words=[text[last:start]], spaces=[False]))
        docs.append(doc)
        last = end
    if last < len(text):
        docs.append(Doc(nlp.vocab, words=[text[last:]], spaces=[False]))
    # The tensors of the parsed paragraphs have a width that white space has not, and nobody reads them.
    return Doc.from_docs(docs, ensure_whitespace=False, exclude=["tensor"])
