"""Figures of a network in training, counted in tokens: F1 of exact spans, of linked attributions, and of names."""

import random
from collections import Counter
from collections.abc import Iterable, Sequence

import torch
from torch import Tensor

from kg.language.labels.network import REACH
from kg.language.labels.tags import PARTS, ROLES, stretches
from training.labels.batches import Chunk, batch, batches
from training.labels.cues import windows
from training.labels.network import Encoded, Field, Network, mirror
from training.labels.samples import Frame, Place, Sample

_SAME = 0.5  # overlap at which two stretches count as one


def decoded(field: Field, scores: Tensor, length: int) -> list[int]:
    """The likeliest tags of one text (Viterbi)."""
    transitions, starts = (part.detach().numpy() for part in field.scores)
    rows = scores[:length].numpy()
    best, back = starts + rows[0], []
    for row in rows[1:]:
        onward = best[:, None] + transitions
        back.append(onward.argmax(0))
        best = onward.max(0) + row
    tags = [int(best.argmax())]
    for step in reversed(back):
        tags.append(int(step[tags[-1]]))
    return tags[::-1]


@torch.no_grad()
def attribution_figures(
    network: Network, samples: Sequence[Sample], beside: int
) -> dict[str, float]:
    """F1 of exact spans by role, from the tags alone and from the reader, and of linked attributions."""
    counts: Counter[str] = Counter()
    for group in batches(samples, beside, random.Random(0)):
        some = batch(group)
        encoded = network(some.rows, mirror(some.lengths, some.rows.shape[1]))
        told: list[tuple[int, Place, Frame | None]] = []
        for number, chunk in enumerate(group):
            size = chunk.end - chunk.start
            found = stretches(decoded(network.tag_field, encoded.tags[number], size))
            right = stretches(some.tags[number, :size].tolist())
            for kind, role in enumerate(ROLES):
                _count(
                    counts,
                    role,
                    [f for f in right if f.kind == kind],
                    [f for f in found if f.kind == kind],
                )
            told += [
                (number, (f.first, f.last), None) for f in found if f.kind == ROLES.index("cue")
            ]
        if told:
            _read(network, encoded, group, told, counts)
    return {
        name: round(
            200
            * counts[f"{name} both"]
            / max(1, counts[f"{name} right"] + counts[f"{name} found"]),
            1,
        )
        for name in (*ROLES, "read source", "read content", "linked")
    }


def _read(
    network: Network,
    encoded: Encoded,
    group: Sequence[Chunk],
    told: Sequence[tuple[int, Place, Frame | None]],
    counts: Counter[str],
) -> None:
    seen = windows(encoded, group, told)
    scores = network.parts(seen.around, seen.distances, seen.turned)
    lengths = seen.mask.sum(1).long()
    by_chunk: dict[int, list[dict[str, list[Place]]]] = {n: [] for n in range(len(group))}
    for row, (number, (first, _), _) in enumerate(told):
        shift = max(0, first - REACH)
        found = stretches(decoded(network.part_field, scores[row], int(lengths[row])))
        parts = {
            name: [(f.first + shift, f.last + shift) for f in found if f.kind == kind]
            for kind, name in enumerate(PARTS)
        }
        if parts["content"]:
            by_chunk[number].append(parts)
    for number, chunk in enumerate(group):
        size = chunk.end - chunk.start
        gold = [
            {
                name: [(a - chunk.start, b - chunk.start) for a, b in getattr(f, name)]
                for name in PARTS
            }
            for f in chunk.sample.frames
            if f.cue[0] >= chunk.start and f.cue[1] <= chunk.end and f.content
        ]
        for name in PARTS:
            right = {p for frame in gold for p in frame[name] if p[0] >= 0 and p[1] <= size}
            _count(counts, f"read {name}", right, {p for f in by_chunk[number] for p in f[name]})
        counts["linked both"] += _linked(gold, by_chunk[number])
        counts["linked right"] += len(gold)
        counts["linked found"] += len(by_chunk[number])


def _linked(gold: list[dict[str, list[Place]]], found: list[dict[str, list[Place]]]) -> int:
    pairs = []
    for i, g in enumerate(gold):
        for j, f in enumerate(found):
            content = _overlap(g["content"], f["content"])
            bare = not g["source"] and not f["source"]
            if content >= _SAME and (bare or _overlap(g["source"], f["source"]) >= _SAME):
                pairs.append((content, i, j))
    used_gold: set[int] = set()
    used_found: set[int] = set()
    for _, i, j in sorted(pairs, reverse=True):
        if i not in used_gold and j not in used_found:
            used_gold.add(i)
            used_found.add(j)
    return len(used_gold)


def _overlap(left: Sequence[Place], right: Sequence[Place]) -> float:
    a = {i for s, e in left for i in range(s, e)}
    b = {i for s, e in right for i in range(s, e)}
    return len(a & b) / len(a | b) if a and b else 0.0


def _count(
    counts: Counter[str], name: str, right: Iterable[object], found: Iterable[object]
) -> None:
    a, b = set(right), set(found)
    counts[f"{name} both"] += len(a & b)
    counts[f"{name} right"] += len(a)
    counts[f"{name} found"] += len(b)


@torch.no_grad()
def names_figure(network: Network, samples: Sequence[Sample], beside: int) -> float:
    """F1 of exact entities."""
    counts: Counter[str] = Counter()
    for group in batches(samples, beside, random.Random(0)):
        some = batch(group)
        turned = mirror(some.lengths, some.rows.shape[1])
        scores = network.names(network.below(some.rows, turned), turned)
        for number, chunk in enumerate(group):
            size = chunk.end - chunk.start
            found = stretches(decoded(network.entity_field, scores[number], size))
            _count(counts, "all", stretches(some.tags[number, :size].tolist()), found)
    return round(200 * counts["all both"] / max(1, counts["all right"] + counts["all found"]), 1)
