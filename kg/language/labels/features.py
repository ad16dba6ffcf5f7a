"""What the network of ``kg.language.labels`` sees of a text: a row of small numbers for each token.

Every feature is a number below a fixed size, so nothing of the training text is kept but the weights: words are looked up in
the list of pre-trained vectors, other forms are hashed (CRC-32, which is the same on every machine) into buckets; tags and
dependency labels are numbered by a list. Number 0 is nothing, as beyond the end of a text; 1 is unknown.
"""

import gzip
import json
from collections.abc import Iterable, Sequence
from functools import cached_property
from pathlib import Path
from typing import NamedTuple
from zlib import crc32

import numpy as np
from numpy.typing import NDArray
from spacy.lang.lex_attrs import word_shape
from spacy.strings import StringStore
from spacy.tokens import Doc

from kg.language.paragraphs import paragraphs, text_of
from kg.language.quotations import quotations

# The columns, and how many numbers each has besides those of words, tags and labels, which follow from their lists.
COLUMNS = (
    "word",
    "common",
    "prefix",
    "suffix",
    "shape",
    "quote",
    "place",
    "turn",
    "tag",
    "label",
    "head_tag",
    "head_label",
    "head_common",
    "head_distance",
)
COMMON = 10_000  # words that have a learned vector beside the pre-trained one: the most frequent of its list
BUCKETS = 2_000
SHAPES = 500
QUOTES = 6
_STEPS = np.array([0, 1, 2, 3, 5, 8, 13, 21, 34, 55, 89])
_BEHIND = (
    7  # steps that are told apart behind a token, and words since the beginning of its sentence
)
PLACES = 2 + (len(_STEPS) + 1) * _BEHIND
TURNS = 2 + 2 * _BEHIND
DISTANCES = 2 + 3 * (len(_STEPS) + 1)
_SAME = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "„": '"', "–": "-", "—": "-"})
_DIGITS = str.maketrans("123456789", "000000000")

_ATTRIBUTES: list[int | str] = ["ORTH", "TAG", "DEP", "HEAD", "SENT_START", "IS_SPACE", "IDX"]

Numbers = NDArray[np.int32]


class Features(NamedTuple):
    """The tokens of a text that are no white space.

    Attributes:
        rows: A row a token, a column for each of ``COLUMNS``.
        tokens: The index of each in the document.
        paragraphs: The number of the paragraph of each, from 0.
    """

    rows: Numbers
    tokens: Numbers
    paragraphs: Numbers


class Alphabet:
    """The lists by which words, tags and dependency labels are numbered."""

    def __init__(self, words: Iterable[str], tags: Sequence[str], labels: Sequence[str]) -> None:
        """An alphabet of words in lower case, most frequent first, and of Penn tags and dependency labels."""
        self.words = {word: at + 2 for at, word in enumerate(words)}
        self.tags = {tag: at + 2 for at, tag in enumerate(tags)}
        self.labels = {label: at + 2 for at, label in enumerate(labels)}
        self._forms: dict[int, tuple[int, int, int, int, int]] = {}

    @classmethod
    def load(cls, folder: Path) -> "Alphabet":
        """The alphabet of a folder of weights."""
        words = gzip.decompress((folder / "words.txt.gz").read_bytes()).decode().split("\n")
        symbols = json.loads((folder / "symbols.json").read_text(encoding="utf-8"))
        return cls(words, symbols["tags"], symbols["labels"])

    def save(self, folder: Path) -> None:
        """Write the alphabet into a folder of weights."""
        packed = gzip.compress("\n".join(self.words).encode(), mtime=0)
        (folder / "words.txt.gz").write_bytes(packed)
        symbols = {"tags": list(self.tags), "labels": list(self.labels)}
        (folder / "symbols.json").write_text(json.dumps(symbols, indent=0), encoding="utf-8")

    @cached_property
    def sizes(self) -> dict[str, int]:
        """How many numbers each column has."""
        tags, labels, common = len(self.tags) + 2, len(self.labels) + 2, 2 + COMMON + BUCKETS
        return {
            "word": len(self.words) + 2,
            "common": common,
            "prefix": 2 + BUCKETS,
            "suffix": 2 + BUCKETS,
            "shape": 2 + SHAPES,
            "quote": QUOTES,
            "place": PLACES,
            "turn": TURNS,
            "tag": tags,
            "label": labels,
            "head_tag": tags,
            "head_label": labels,
            "head_common": common,
            "head_distance": DISTANCES,
        }

    def form(self, text: str) -> tuple[int, int, int, int, int]:
        """The numbers that depend on a word alone: word, common, prefix, suffix and shape."""
        plain = text.lower().translate(_SAME)
        word = self.words.get(plain, 1)
        blurred = plain.translate(_DIGITS).encode()
        common = word if 1 < word < COMMON + 2 else 2 + COMMON + crc32(blurred) % BUCKETS
        return (
            word,
            common,
            2 + crc32(plain[:3].encode()) % BUCKETS,
            2 + crc32(plain[-3:].encode()) % BUCKETS,
            shape(text),
        )

    def forms(self, orths: Iterable[int], strings: StringStore) -> list[tuple[int, ...]]:
        """The same for many words, given by their spaCy hashes."""
        known = self._forms
        rows: list[tuple[int, ...]] = []
        for orth in orths:
            row = known.get(orth)
            if row is None:
                row = known[orth] = self.form(strings[orth])
            rows.append(row)
        return rows


def shape(text: str) -> int:
    """The number of a word's shape, such as ``Xxxx`` or ``dd.d``."""
    return 2 + crc32(word_shape(text).encode()) % SHAPES


def features(doc: Doc, alphabet: Alphabet) -> Features:
    """What the network sees of an analysed text."""
    table = np.asarray(doc.to_array(_ATTRIBUTES), np.uint64)
    kept = np.flatnonzero(table[:, 5] == 0).astype(np.int32)
    seen = table[kept]
    # White space tokens are left out: heads are counted among the others.
    rank = np.cumsum(table[:, 5] == 0) - 1
    heads = rank[kept + seen[:, 3].astype(np.int64)]
    starts = seen[:, 6].astype(np.int64)
    text, strings = text_of(doc), doc.vocab.strings
    number, behind, before = _paragraph_places(text, starts)
    forms = np.array(alphabet.forms(seen[:, 0].tolist(), strings), np.int32)
    tags = _numbers(seen[:, 1], alphabet.tags, strings)
    labels = _numbers(seen[:, 2], alphabet.labels, strings)
    distance = heads - np.arange(len(kept))
    turn = np.minimum(_since(seen[:, 4].astype(np.int64) == 1), _BEHIND - 1)
    rows = np.empty((len(kept), len(COLUMNS)), np.int32)
    if len(kept):
        rows[:, 0:5] = forms
        rows[:, 5] = _quote_states(text)[starts]
        rows[:, 6] = 2 + _step(behind) * _BEHIND + np.minimum(_step(before), _BEHIND - 1)
        rows[:, 7] = 2 + turn * 2 + (number == 0)
        rows[:, 8], rows[:, 9] = tags, labels
        rows[:, 10], rows[:, 11] = tags[heads], labels[heads]
        rows[:, 12] = forms[heads, 1]
        rows[:, 13] = 2 + _step(np.abs(distance)) * 3 + np.sign(distance) + 1
    return Features(rows, kept, number)


def _numbers(hashes: NDArray[np.uint64], known: dict[str, int], strings: StringStore) -> Numbers:
    """The number of each symbol in a list; 1 where it is not in it."""
    kinds, places = np.unique(hashes, return_inverse=True)
    numbers = [known.get(strings[int(kind)], 1) if kind else 1 for kind in kinds]
    return np.array(numbers, np.int32)[places]


def _step(values: NDArray[np.int64]) -> NDArray[np.int64]:
    """Which of the growing steps each value falls into."""
    return np.searchsorted(_STEPS, values)


def _since(begins: NDArray[np.bool_]) -> NDArray[np.int64]:
    """How many places each is behind the last beginning."""
    places = np.arange(len(begins))
    return places - np.maximum.accumulate(np.where(begins, places, 0)) if len(begins) else places


def _paragraph_places(
    text: str, starts: NDArray[np.int64]
) -> tuple[Numbers, NDArray[np.int64], NDArray[np.int64]]:
    """For each token: the number of its paragraph, and how many tokens of it are before and behind."""
    begins = np.array([lines[0][0] for lines in paragraphs(text)] or [0], np.int64)
    number = (np.searchsorted(begins, starts, side="right") - 1).clip(0)
    first = np.searchsorted(number, number, side="left")
    last = np.searchsorted(number, number, side="right")
    places = np.arange(len(starts))
    return number.astype(np.int32), places - first, last - 1 - places


def _quote_states(text: str) -> NDArray[np.int32]:
    """For each character: 2 outside quotations, 3 inside one, 4 its marks, 5 inside one that goes on in the next paragraph."""
    states = np.full(len(text) + 1, 2, np.int32)
    for quotation in quotations(text).quotations:
        states[quotation.start : quotation.end] = 4
        states[quotation.inner.start : quotation.inner.end] = 5 if quotation.continued else 3
    return states
