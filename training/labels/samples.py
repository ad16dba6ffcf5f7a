"""Reads PolNeAR and entity corpora as samples for the network of ``kg.language.labels``.

A sample is a document as the network sees it, with what it should answer: a tag for each token, and for each attribution the
tokens of its cue, source and content. Spans are laid on tokens that they overlap.
"""

import json
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc

from kg.language import parse
from kg.language.labels.features import Alphabet, features, shape
from kg.language.labels.tags import ENTITY_LABELS, ROLES, begin, inside
from training.entities import Tagged, spacing

Place = tuple[int, int]
_GROUP = 8  # sentences in a paragraph of an entity corpus
_PARAGRAPHS = 12  # of them in a document


@dataclass(frozen=True)
class Frame:
    """One attribution: tokens of its cue, first and behind the last, and those of its source and content."""

    cue: Place
    source: tuple[Place, ...]
    content: tuple[Place, ...]


class Taught(NamedTuple):
    """What teachers believe of each token.

    Attributes:
        tags: The probability of each tag, ``(tokens, tags)``.
        pairs: That of a tag behind another, ``(tokens, before, behind)``; 0 where a chunk of theirs begins.
    """

    tags: NDArray[np.float16]
    pairs: NDArray[np.float16]


@dataclass(frozen=True)
class Sample:
    """A document to learn from.

    Attributes:
        rows: As in ``Features``.
        shapes: For each token the shapes of its upper-case and its lower-case form.
        lengths: How many tokens each paragraph has.
        tags: A tag for each token: of attribution, or of entities.
        frames: The attributions, in order; none in entity corpora.
        taught: What teachers believe, if any were asked.
    """

    rows: NDArray[np.int32]
    shapes: NDArray[np.int32]
    lengths: tuple[int, ...]
    tags: NDArray[np.int64]
    frames: tuple[Frame, ...] = ()
    taught: Taught | None = None


class Places:
    """Finds the tokens that a span of characters overlaps."""

    def __init__(self, doc: Doc, tokens: NDArray[np.int32]) -> None:
        """The places of some tokens of a document."""
        self._starts = [doc[int(i)].idx for i in tokens]
        self._ends = [
            start + len(doc[int(i)]) for start, i in zip(self._starts, tokens, strict=True)
        ]

    def __call__(self, start: int, end: int) -> Place | None:
        """The first token and the one behind the last; None where a span has no token."""
        first, last = bisect_right(self._ends, start), bisect_left(self._starts, end)
        return (first, last) if first < last else None


def attribution_sample(
    text: str, labelled: Sequence[dict[str, list[list[int]]]], alphabet: Alphabet
) -> Sample:
    """An article with its attributions, given by character offsets."""
    doc = parse(text)
    seen = features(doc, alphabet)
    place = Places(doc, seen.tokens)
    tags = np.zeros(len(seen.tokens), np.int64)
    frames = []
    for row in labelled:
        found = {
            role: tuple(p for s, e in row.get(role) or () if (p := place(s, e)) is not None)
            for role in ROLES
        }
        for role, places in found.items():
            for first, last in places:
                tags[first:last] = inside(role)
                tags[first] = begin(role)
        if found["cue"]:
            frames.append(Frame(found["cue"][0], found["source"], found["content"]))
    frames.sort(key=lambda frame: frame.cue)
    return Sample(
        seen.rows, _shapes(doc, seen.tokens), _lengths(seen.paragraphs), tags, tuple(frames)
    )


def entity_sample(
    sentences: Sequence[Tagged], alphabet: Alphabet, paragraph: int = _GROUP
) -> Sample:
    """Sentences with their entities, set as paragraphs of so many."""
    text, spans = set_text(sentences, paragraph)
    doc = parse(text)
    seen = features(doc, alphabet)
    place = Places(doc, seen.tokens)
    tags = np.zeros(len(seen.tokens), np.int64)
    for start, end, label in spans:
        found = place(start, end)
        if found is not None:
            first, last = found
            tags[first:last] = 2 + 2 * ENTITY_LABELS.index(label)
            tags[first] -= 1
    return Sample(seen.rows, _shapes(doc, seen.tokens), _lengths(seen.paragraphs), tags)


def set_text(
    sentences: Sequence[Tagged], paragraph: int = _GROUP
) -> tuple[str, list[tuple[int, int, str]]]:
    """The text of the sentences, so many to a line, and the entities by character offsets."""
    text, spans = "", []
    for number, sentence in enumerate(sentences):
        spaces = list(sentence.spaces or spacing(sentence.words))
        starts, ends = [], []
        for word, space in zip(sentence.words, spaces, strict=True):
            starts.append(len(text))
            text += word
            ends.append(len(text))
            text += " " * space
        spans += [(starts[a], ends[b - 1], label) for a, b, label in sentence.entities]
        text = text.rstrip(" ") + ("\n" if number % paragraph == paragraph - 1 else " ")
    return text, spans


def _shapes(doc: Doc, tokens: NDArray[np.int32]) -> NDArray[np.int32]:
    words = [doc[int(i)].text for i in tokens]
    return np.array([(shape(w.upper()), shape(w.lower())) for w in words], np.int32).reshape(-1, 2)


def _lengths(paragraphs: NDArray[np.int32]) -> tuple[int, ...]:
    return tuple(np.unique(paragraphs, return_counts=True)[1].tolist())


def polnear(path: Path) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """The texts of a PolNeAR file with their attributions."""
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        yield row["text"], row["attributions"]


def groups(sentences: Iterable[Tagged]) -> Iterator[list[Tagged]]:
    """The sentences of a corpus as documents."""
    rest = iter(sentences)
    while group := list(islice(rest, _GROUP * _PARAGRAPHS)):
        yield group


def _attribution_samples(
    work: tuple[Alphabet, list[tuple[str, list[dict[str, Any]]]]],
) -> list[Sample]:
    return [attribution_sample(text, labelled, work[0]) for text, labelled in work[1]]


def _entity_samples(work: tuple[Alphabet, list[list[Tagged]], int]) -> list[Sample]:
    return [entity_sample(group, work[0], work[2]) for group in work[1]]


def attribution_samples(
    articles: Sequence[tuple[str, list[dict[str, Any]]]], alphabet: Alphabet, processes: int = 2
) -> list[Sample]:
    """A sample for each article, in order."""
    parts = [(alphabet, list(articles[k : k + 20])) for k in range(0, len(articles), 20)]
    with ProcessPoolExecutor(processes) as pool:
        return [sample for part in pool.map(_attribution_samples, parts) for sample in part]


def entity_samples(
    documents: Sequence[list[Tagged]],
    alphabet: Alphabet,
    processes: int = 2,
    paragraph: int = _GROUP,
) -> list[Sample]:
    """A sample for each document, in order, in paragraphs of so many sentences."""
    parts = [
        (alphabet, list(documents[k : k + 20]), paragraph) for k in range(0, len(documents), 20)
    ]
    with ProcessPoolExecutor(processes) as pool:
        return [sample for part in pool.map(_entity_samples, parts) for sample in part]
