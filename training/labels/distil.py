"""Asks trained networks what they believe, so that one network can learn what several know together.

    python -m training.labels.distil --samples build/labels/samples.pkl --teachers build/a.pt build/b.pt --vectors build/vectors/vectors.npz
        --alphabet build/labels --entities ENTITIES --out build/labels/taught.pkl

What networks of several seeds believe on average is better than what any one does, and one network can learn it (Hinton, Vinyals
and Dean, 2015, Distilling the Knowledge in a Neural Network). They are asked of the articles of PolNeAR, whose labels people
do not agree on either, and of the worldwide corpus, which has no attributions: there their word alone counts. ``fit`` learns from
what is written as from any samples.
"""

import argparse
import pickle
import random
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import numpy as np
import torch
from torch import Tensor

from kg.language.labels.features import Alphabet
from kg.language.labels.network import REACH
from kg.language.labels.tags import PARTS, ROLES, stretches
from training.labels import names
from training.labels.batches import Chunk, batch, chunks
from training.labels.cues import windows
from training.labels.figures import decoded
from training.labels.network import Encoded, Field, Network, mirror, opened
from training.labels.samples import Frame, Place, Sample, Taught, entity_samples, groups

_PARAGRAPH = 2  # sentences: the corpus does not know paragraphs, and those of news are short
_CUE = ROLES.index("cue")


class _Answer(NamedTuple):
    """What the teachers say of a chunk; frames by tokens of the sample."""

    believed: Taught
    tags: list[int]
    frames: list[Frame]


def taught(
    teachers: Sequence[Network], samples: Sequence[Sample], *, labelled: bool, beside: int = 32
) -> list[Sample]:
    """The samples with what the teachers believe on average; with their attributions too where these are not labelled."""
    drawn = [chunk for sample in samples for chunk in chunks([sample], random.Random(0))]
    order = sorted(range(len(drawn)), key=lambda n: drawn[n].end - drawn[n].start)
    answers: dict[int, _Answer] = {}
    for first in range(0, len(order), beside):
        group = order[first : first + beside]
        answers |= zip(group, _answers(teachers, [drawn[n] for n in group]), strict=True)
    of_sample: dict[int, list[_Answer]] = {}
    for number, chunk in enumerate(drawn):
        of_sample.setdefault(id(chunk.sample), []).append(answers[number])
    return [_told(sample, of_sample[id(sample)], labelled=labelled) for sample in samples]


def _told(sample: Sample, answers: Sequence[_Answer], *, labelled: bool) -> Sample:
    columns = zip(*(answer.believed for answer in answers), strict=True)
    known = replace(sample, taught=Taught(*(np.concatenate(rows) for rows in columns)))
    if labelled:
        return known
    tags = np.array([tag for answer in answers for tag in answer.tags], np.int64)
    frames = sorted((f for answer in answers for f in answer.frames), key=lambda f: f.cue)
    return replace(known, tags=tags, frames=tuple(frames))


@torch.no_grad()
def _answers(teachers: Sequence[Network], drawn: Sequence[Chunk]) -> list[_Answer]:
    some = batch(drawn)
    turned = mirror(some.lengths, some.rows.shape[1])
    encoded = [teacher(some.rows, turned) for teacher in teachers]
    marginals = [
        teacher.tag_field.believed(each.tags, some.mask)
        for teacher, each in zip(teachers, encoded, strict=True)
    ]
    believed = [torch.stack(rows).mean(0).numpy() for rows in zip(*marginals, strict=True)]
    field = _mean([teacher.tag_field for teacher in teachers])
    scores = torch.stack([each.tags for each in encoded]).mean(0)
    told = [
        decoded(field, row, int(length)) for row, length in zip(scores, some.lengths, strict=True)
    ]
    cues: list[tuple[int, Place, Frame | None]] = [
        (number, (found.first, found.last), None)
        for number, tags in enumerate(told)
        for found in stretches(tags)
        if found.kind == _CUE
    ]
    frames = _frames(teachers, encoded, drawn, cues) if cues else {}
    return [
        _Answer(
            Taught(*(rows[number, : len(tags)].astype(np.float16) for rows in believed)),
            tags,
            frames.get(number, []),
        )
        for number, tags in enumerate(told)
    ]


def _mean(fields: Sequence[Field]) -> Field:
    """A field with the mean of the scores of some."""
    mean = Field(len(fields[0].starts))
    with torch.no_grad():
        mean.transitions.copy_(torch.stack([field.transitions for field in fields]).mean(0))
        mean.starts.copy_(torch.stack([field.starts for field in fields]).mean(0))
    return mean


def _frames(
    teachers: Sequence[Network],
    encoded: Sequence[Encoded],
    drawn: Sequence[Chunk],
    cues: Sequence[tuple[int, Place, Frame | None]],
) -> dict[int, list[Frame]]:
    """The attributions of cues that have a content, by the number of their chunk, by tokens of the sample."""
    field = _mean([teacher.part_field for teacher in teachers])
    seen = [windows(each, drawn, cues) for each in encoded]
    scores = torch.stack(
        [
            teacher.parts(around.around, around.distances, around.turned)
            for teacher, around in zip(teachers, seen, strict=True)
        ]
    ).mean(0)
    found: dict[int, list[Frame]] = {}
    for row, (number, (first, last), _) in enumerate(cues):
        begin = drawn[number].start
        said = stretches(decoded(field, scores[row], int(seen[0].mask[row].sum())))
        shift = begin + max(0, first - REACH)
        parts = {
            name: tuple((f.first + shift, f.last + shift) for f in said if f.kind == kind)
            for kind, name in enumerate(PARTS)
        }
        if parts["content"]:
            frame = Frame((begin + first, begin + last), parts["source"], parts["content"])
            found.setdefault(number, []).append(frame)
    return found


def _asked(work: tuple[Sequence[Path], Tensor, Sequence[Sample], bool]) -> list[Sample]:
    paths, vectors, samples, labelled = work
    torch.set_num_threads(1)
    teachers = [opened(path, vectors) for path in paths]
    return taught(teachers, samples, labelled=labelled)


def main() -> None:
    """Read samples and teachers, ask, write the samples."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    for option in ("--samples", "--vectors", "--alphabet", "--entities", "--out"):
        parser.add_argument(option, type=Path, required=True)
    parser.add_argument("--teachers", type=Path, nargs="+", required=True)
    parser.add_argument("--processes", type=int, default=2)
    options = parser.parse_args()
    with options.samples.open("rb") as file:
        data = pickle.load(file)
    vectors = torch.from_numpy(np.load(options.vectors)["vectors"]).float()
    alphabet = Alphabet.load(options.alphabet)
    corpora = names.learned_worldwide(options.entities)
    raw = entity_samples(
        [group for corpus in corpora for group in groups(corpus)], alphabet, paragraph=_PARAGRAPH
    )
    work = [
        (options.teachers, vectors, samples[k : k + 40], labelled)
        for samples, labelled in ((data["train"], True), (raw, False))
        for k in range(0, len(samples), 40)
    ]
    with ProcessPoolExecutor(options.processes) as pool:
        asked = [sample for part in pool.map(_asked, work) for sample in part]
    with options.out.open("wb") as file:
        pickle.dump({**data, "train": asked}, file)
    print(
        f"{len(asked)} documents, {sum(len(s.frames) for s in asked[len(data['train']) :])} found"
    )


if __name__ == "__main__":
    main()
