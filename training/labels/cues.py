"""What the reader learns from: the surroundings of cues, and what it should say of them."""

import random
from collections.abc import Sequence
from typing import NamedTuple

import torch
from torch import Tensor

from kg.language.labels.network import REACH
from kg.language.labels.tags import PARTS, begin
from training.labels.batches import Chunk
from training.labels.network import Encoded, far, mirror
from training.labels.samples import Frame, Place

_MOVED = 0.15  # share of cues whose ends are moved before the reader is told them
_WRONG_BESIDE = 0.5  # share of chunks with as many cues as are told that have a wrong one besides
_LEAST_WRONG = 0.03  # probability from which a wrong cue is worth learning from


class Windows(NamedTuple):
    """The surroundings of cues, side by side, and what the reader should say of them."""

    around: Tensor
    distances: Tensor
    turned: Tensor
    tags: Tensor
    mask: Tensor


def windows(
    encoded: Encoded, drawn: Sequence[Chunk], cues: Sequence[tuple[int, Place, Frame | None]]
) -> Windows:
    """The windows of cues, each given by the number of its chunk, its place in it, and the frame it belongs to."""
    spans = []
    for number, (first, last), _ in cues:
        size = drawn[number].end - drawn[number].start
        spans.append((max(0, first - REACH), min(size, last + REACH)))
    lengths = torch.tensor([end - start for start, end in spans])
    longest = int(lengths.max())
    places = torch.zeros(len(cues), longest, dtype=torch.long)
    offsets = torch.zeros(len(cues), longest, dtype=torch.long)
    tags = torch.zeros(len(cues), longest, dtype=torch.long)
    told = []
    total = encoded.states.shape[1]
    for row, ((number, (first, last), frame), (start, end)) in enumerate(
        zip(cues, spans, strict=True)
    ):
        at = torch.arange(start, end)
        places[row, : end - start] = number * total + at
        offsets[row, : end - start] = torch.where(
            at < first, at - first, (at - last + 1).clamp(min=0)
        )
        told.append(encoded.cues[number, first:last].mean(0))
        if frame is not None:
            tags[row] = _part_tags(frame, drawn[number].start + start, end - start, longest)
    states = encoded.states.flatten(0, 1)[places] + torch.stack(told)[:, None, :]
    guessed = encoded.tags.softmax(2).detach().flatten(0, 1)[places]
    mask = (torch.arange(longest)[None, :] < lengths[:, None]).float()
    return Windows(
        torch.cat([states, guessed], 2), far(offsets), mirror(lengths, longest), tags, mask
    )


def _part_tags(frame: Frame, start: int, size: int, longest: int) -> Tensor:
    tags = torch.zeros(longest, dtype=torch.long)
    for kind, name in enumerate(PARTS):
        for first, last in getattr(frame, name):
            a, b = max(first - start, 0), min(last - start, size)
            if a < b:
                tags[a:b] = 2 + 2 * kind
                tags[a] = 1 + 2 * kind
    return tags


def told_cues(
    encoded: Encoded, drawn: Sequence[Chunk], rng: random.Random, most: int
) -> list[tuple[int, Place, Frame | None]]:
    """The cues that the reader is told: the right ones, some a word off, and in each chunk the likeliest wrong one."""
    likely = encoded.tags.detach().softmax(2)[:, :, begin("cue")].numpy()
    found: list[tuple[int, Place, Frame | None]] = []
    for number, chunk in enumerate(drawn):
        size = chunk.end - chunk.start
        free = likely[number, :size].copy()
        within = [
            frame
            for frame in chunk.sample.frames
            if frame.cue[0] >= chunk.start and frame.cue[1] <= chunk.end
        ]
        for frame in within:
            free[frame.cue[0] - chunk.start : frame.cue[1] - chunk.start] = 0
        for frame in rng.sample(within, min(len(within), most)):
            first, last = frame.cue[0] - chunk.start, frame.cue[1] - chunk.start
            if rng.random() < _MOVED:
                first = max(0, first + rng.choice((-1, 0, 1)))
                last = min(size, max(first + 1, last + rng.choice((-1, 0, 1))))
                first = min(first, last - 1)
            found.append((number, (first, last), frame))
        wrong = int(free.argmax())
        if free[wrong] > _LEAST_WRONG and (len(within) < most or rng.random() < _WRONG_BESIDE):
            found.append((number, (wrong, wrong + 1), None))
    return found
