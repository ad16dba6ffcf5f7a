"""Sets chunks of documents side by side as tensors, some of what they tell taken away while learning."""

import random
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from kg.language.labels.features import COLUMNS
from training.labels.samples import Sample

_SHORTEST, _LONGEST = 60, 220  # tokens of a chunk of whole paragraphs, drawn anew each epoch
_SHAPE = COLUMNS.index("shape")
_SYNTAX = [
    COLUMNS.index(name)
    for name in ("tag", "label", "head_tag", "head_label", "head_common", "head_distance")
]
_WORDS = [COLUMNS.index(name) for name in ("word", "common", "head_common")]
_FORMS = [COLUMNS.index(name) for name in ("prefix", "suffix", "shape")]
# Shares of chunks and tokens that are noised, set by hand.
_IN_CAPITALS, _IN_SMALL_LETTERS, _WITHOUT_SYNTAX = 0.02, 0.02, 0.08
_UNKNOWN_WORDS, _UNKNOWN_FORMS = 0.04, 0.03


class Chunk(NamedTuple):
    """Whole paragraphs of a document: first token and the one behind the last."""

    sample: Sample
    start: int
    end: int


class Batch(NamedTuple):
    """Chunks side by side; ``taught`` are the probabilities of tags and of pairs of them, if teachers told them."""

    rows: Tensor
    tags: Tensor
    mask: Tensor
    lengths: Tensor
    taught: tuple[Tensor, Tensor] | None = None


def chunks(samples: Sequence[Sample], rng: random.Random) -> Iterator[Chunk]:
    """The samples in pieces of whole paragraphs; a paragraph that is too long is cut."""
    for sample in samples:
        start = end = 0
        goal = rng.randint(_SHORTEST, _LONGEST)
        for length in sample.lengths:
            if end > start and end + length - start > goal:
                yield Chunk(sample, start, end)
                start, goal = end, rng.randint(_SHORTEST, _LONGEST)
            end += length
            while end - start > 2 * _LONGEST:
                yield Chunk(sample, start, start + _LONGEST)
                start += _LONGEST
        if end > start:
            yield Chunk(sample, start, end)


def batches(samples: Sequence[Sample], size: int, rng: random.Random) -> list[list[Chunk]]:
    """Batches of chunks of like length, in random order."""
    drawn = list(chunks(samples, rng))
    rng.shuffle(drawn)
    found: list[list[Chunk]] = []
    for first in range(0, len(drawn), size * 20):
        block = sorted(drawn[first : first + size * 20], key=lambda chunk: chunk.end - chunk.start)
        found += [block[k : k + size] for k in range(0, len(block), size)]
    rng.shuffle(found)
    return found


def batch(drawn: Sequence[Chunk], rng: random.Random | None = None) -> Batch:
    """Chunks as tensors; with ``rng``, some in capitals, in small letters, without syntax, or with words unknown."""
    lengths = torch.tensor([chunk.end - chunk.start for chunk in drawn])
    longest = int(lengths.max())
    rows = np.zeros((len(drawn), longest, len(COLUMNS)), np.int64)
    tags = np.zeros((len(drawn), longest), np.int64)
    for number, (sample, start, end) in enumerate(drawn):
        seen = sample.rows[start:end].astype(np.int64)
        rows[number, : end - start] = seen if rng is None else noised(sample, start, seen, rng)
        tags[number, : end - start] = sample.tags[start:end]
    tags[:, 0] -= (tags[:, 0] > 0) & (
        tags[:, 0] % 2 == 0
    )  # what goes on from the chunk before begins here
    mask = (torch.arange(longest)[None, :] < lengths[:, None]).float()
    return Batch(
        torch.from_numpy(rows), torch.from_numpy(tags), mask, lengths, _taught(drawn, longest)
    )


def _taught(drawn: Sequence[Chunk], longest: int) -> tuple[Tensor, Tensor] | None:
    """What teachers believe of chunks side by side; what goes on from the chunk before begins here."""
    known = [(chunk, chunk.sample.taught) for chunk in drawn]
    kinds = next((taught.tags.shape[1] for _, taught in known if taught is not None), 0)
    if not kinds or any(taught is None for _, taught in known):
        return None
    tags = np.zeros((len(drawn), longest, kinds), np.float32)
    pairs = np.zeros((len(drawn), longest, kinds, kinds), np.float32)
    for number, (chunk, taught) in enumerate(known):
        if taught is not None:
            tags[number, : chunk.end - chunk.start] = taught.tags[chunk.start : chunk.end]
            pairs[number, : chunk.end - chunk.start] = taught.pairs[chunk.start : chunk.end]
    tags[:, 0, 1::2] += tags[:, 0, 2::2]
    tags[:, 0, 2::2] = 0
    return torch.from_numpy(tags), torch.from_numpy(pairs)


def noised(
    sample: Sample, start: int, seen: NDArray[np.int64], rng: random.Random
) -> NDArray[np.int64]:
    """The rows of a chunk with some of what they tell taken away."""
    draw = np.random.default_rng(rng.getrandbits(32))
    kind = draw.random()
    if kind < _IN_CAPITALS + _IN_SMALL_LETTERS:
        form = int(kind >= _IN_CAPITALS)
        seen[:, _SHAPE] = sample.shapes[start : start + len(seen), form]
    if draw.random() < _WITHOUT_SYNTAX:
        seen[:, _SYNTAX] = 1
    for column in _WORDS:
        seen[draw.random(len(seen)) < _UNKNOWN_WORDS, column] = 1
    for column in _FORMS:
        seen[draw.random(len(seen)) < _UNKNOWN_FORMS, column] = 1
    return seen
