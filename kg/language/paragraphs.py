"""Decides which lines of a text are paragraphs, and joins what was read of each into one document again.

A line is a paragraph, as on web pages and in most text files. Only in a block of lines that were broken at a fixed
width, as in mail and old wire copy, do the lines belong together: there no line but the last has room for the next one's
first word. Each paragraph is read without its line breaks; the joined document has them back as tokens of white space.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache, partial
from itertools import pairwise
from typing import cast

from numpy import concatenate
from spacy.tokens import Doc, Token
from spacy.vocab import Vocab
from thinc.types import Ints2d

# Lines break where str.splitlines breaks them.
_BREAK = re.compile(r"\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
# A line without the white space around it.
_LINE = re.compile(r"\S(?:[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]*\S)?")
# Widths at which mail and wire copy are broken; two lines of such a length may be a headline and its byline.
_WIDTHS = range(40, 101)
_LEAST_LINES = 3
# What is read of the words of a paragraph; its tensors and spans are left behind.
_KEPT: list[int | str]
_KEPT = ["SPACY", "NORM", "TAG", "POS", "MORPH", "LEMMA", "DEP", "HEAD", "ENT_IOB", "ENT_TYPE"]
_TEXT, _SENTENCES = "kg_text", "kg_sentences"

Line = tuple[int, int]


def paragraphs(text: str) -> list[tuple[Line, ...]]:
    r"""The lines of every paragraph, as start and end without the white space around them; in order.

    >>> paragraphs("Flood\n\n The dam broke. ")
    [((0, 5),), ((8, 22),)]
    """
    found: list[tuple[Line, ...]] = []
    for block in _blocks(text, [line.span() for line in _LINE.finditer(text)]):
        found += [tuple(block)] if _is_wrapped(text, block) else [(line,) for line in block]
    return found


def _blocks(text: str, lines: Sequence[Line]) -> Iterator[list[Line]]:
    """The lines between blank lines."""
    block: list[Line] = []
    for line in lines:
        if block and len(_BREAK.findall(text, block[-1][1], line[0])) > 1:
            yield block
            block = []
        block.append(line)
    if block:
        yield block


def _is_wrapped(text: str, block: Sequence[Line]) -> bool:
    width = max(end - start for start, end in block)
    if len(block) < _LEAST_LINES or width not in _WIDTHS:
        return False
    return all(
        end - start + 1 + len(text[behind:next_end].split(maxsplit=1)[0]) > width
        for (start, end), (behind, next_end) in pairwise(block)
    )


def without_breaks(text: str, lines: Sequence[Line]) -> str:
    """The lines of a paragraph with one space between each two."""
    return " ".join(text[start:end] for start, end in lines)


def joined(vocab: Vocab, text: str, read: Sequence[tuple[Sequence[Line], Doc]]) -> Doc:
    """One document of the whole text.

    White space between paragraphs is a sentence of its own; a line break within one belongs to the word before it.

    Args:
        vocab: The vocabulary of the documents.
        text: The whole text.
        read: The lines of every paragraph, and what was read of ``without_breaks``; in order.
    """
    blank = cache(partial(_white_space, vocab))
    docs: list[Doc] = []
    last = 0
    for lines, doc in read:
        docs += blank(text[last : lines[0][0]])
        docs.append(_with_breaks(doc, text, lines) if len(lines) > 1 else doc)
        last = lines[-1][1]
    docs += blank(text[last:])
    if not docs:
        return Doc(vocab)
    # As Doc.from_docs does, without asking each token for its text.
    table = concatenate([doc.to_array(["ORTH", *_KEPT]) for doc in docs])
    words = [vocab.strings[form] for form in table[:, 0].tolist()]
    whole = Doc(vocab, words=words, spaces=table[:, 1].astype(bool).tolist())
    whole.user_data[_TEXT] = text
    return whole.from_array(_KEPT, cast("Ints2d", table[:, 1:]))


def text_of(doc: Doc) -> str:
    """The text of a document, kept from one call to the next; ``Doc.text`` joins it from the tokens each time."""
    if _TEXT not in doc.user_data:
        doc.user_data[_TEXT] = doc.text
    text: str = doc.user_data[_TEXT]
    return text


def sentence_bounds(token: Token) -> tuple[int, int]:
    """First and end token of a token's sentence; a search among the sentences of the text, kept with it."""
    doc = token.doc
    if _SENTENCES not in doc.user_data:
        doc.user_data[_SENTENCES] = [*(sentence.start for sentence in doc.sents), len(doc)]
    starts: list[int] = doc.user_data[_SENTENCES]
    following = bisect_right(starts, token.i)
    return starts[following - 1], starts[following]


def sentence_start(token: Token) -> int:
    """The index of the first token of a token's sentence."""
    return sentence_bounds(token)[0]


def offsets(doc: Doc) -> list[int]:
    """Where each token begins, in one call."""
    found: list[int] = doc.to_array("IDX").tolist()
    return found


def column(doc: Doc, attribute: str) -> list[str]:
    """What an attribute of each token reads, in one call; empty where it is not set."""
    values = doc.to_array(attribute).tolist()
    read = {value: doc.vocab.strings[value] for value in set(values)}
    return [read[value] for value in values]


def _white_space(vocab: Vocab, text: str) -> list[Doc]:
    """The text as a document of one token; nothing where it is empty."""
    if not text:
        return []
    doc = Doc(vocab, words=[text], spaces=[False], pos=["SPACE"], tags=["_SP"], lemmas=[text])
    # A head, even its own, makes it a sentence; joined documents keep no sentence starts of their own.
    doc[0].dep_ = "ROOT"
    return [doc]


def _with_breaks(doc: Doc, text: str, lines: Sequence[Line]) -> Doc:
    """The paragraph with the white space between its lines as tokens, each under the word before it."""
    gaps: dict[int, str] = {}
    length = -1
    for (start, end), (behind, _) in pairwise(lines):
        length += 1 + end - start
        gaps[length] = text[end:behind]
    rows: list[tuple[Token, str]] = []
    places: list[int] = []
    for token in doc:
        places.append(len(rows))
        rows.append((token, ""))
        gap = gaps.get(token.idx + len(token))
        if gap is not None:
            rows.append((token, gap))
    return Doc(
        doc.vocab,
        words=[gap or token.text for token, gap in rows],
        spaces=[
            not gap and bool(token.whitespace_) and token.idx + len(token) not in gaps
            for token, gap in rows
        ],
        tags=["_SP" if gap else token.tag_ for token, gap in rows],
        pos=["SPACE" if gap else token.pos_ for token, gap in rows],
        morphs=["" if gap else str(token.morph) for token, gap in rows],
        lemmas=[gap or token.lemma_ for token, gap in rows],
        heads=[places[token.i if gap else token.head.i] for token, gap in rows],
        deps=["dep" if gap else token.dep_ for token, gap in rows],
        ents=[_entity(token, gap) for token, gap in rows],
    )


def _entity(token: Token, gap: str) -> str:
    """The entity tag of a word, or of the line break behind it, which is inside an entity that goes on."""
    if not gap:
        return f"{token.ent_iob_}-{token.ent_type_}" if token.ent_type_ else "O"
    follower = token.nbor() if token.i + 1 < len(token.doc) else token
    return f"I-{follower.ent_type_}" if follower.ent_iob_ == "I" else "O"
