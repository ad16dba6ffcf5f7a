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
from training.labels.network import Field, Network, Shape, mirror
from training.labels.samples import Frame, Place, Sample, Taught, entity_samples, groups

_PARAGRAPH = 2  # sentences: the corpus does not know paragraphs, and those of news are short
_CUE = ROLES.index("cue")


def opened(path: Path, vectors: Tensor) -> Network:
    """A trained network at rest."""
    known = torch.load(path, weights_only=True)
    network = Network(known["sizes"], vectors, Shape(**known["shape"]))
    network.load_state_dict(known["weights"], strict=False)
    return network.eval()


@torch.no_grad()
def taught(teachers: Sequence[Network], sample: Sample, *, labelled: bool) -> Sample:
    """The sample with what the teachers believe on average; with their attributions too where it is not labelled."""
    believed: list[Taught] = []
    tags: list[int] = []
    frames: list[Frame] = []
    for chunk in chunks([sample], random.Random(0)):
        some = batch([chunk])
        turned = mirror(some.lengths, some.rows.shape[1])
        encoded = [teacher(some.rows, turned) for teacher in teachers]
        marginals = [
            teacher.tag_field.believed(each.tags, some.mask)
            for teacher, each in zip(teachers, encoded, strict=True)
        ]
        believed.append(
            Taught(
                *(
                    torch.stack(rows).mean(0)[0].numpy().astype(np.float16)
                    for rows in zip(*marginals, strict=True)
                )
            )
        )
        if labelled:
            continue
        fields = [teacher.tag_field for teacher in teachers]
        told = _decoded(fields, torch.stack([each.tags for each in encoded]))
        cues = [(0, (f.first, f.last), None) for f in stretches(told) if f.kind == _CUE]
        tags += told
        if cues:
            seen = [windows(each, [chunk], cues) for each in encoded]
            scores = torch.stack(
                [
                    teacher.parts(w.around, w.distances, w.turned)
                    for teacher, w in zip(teachers, seen, strict=True)
                ]
            )
            frames += _frames(teachers, scores, chunk, [cue for _, cue, _ in cues])
    told_all = Taught(*(np.concatenate(rows) for rows in zip(*believed, strict=True)))
    if labelled:
        return replace(sample, taught=told_all)
    frames.sort(key=lambda frame: frame.cue)
    return replace(sample, taught=told_all, tags=np.array(tags, np.int64), frames=tuple(frames))


def _decoded(fields: Sequence[Field], scores: Tensor, length: int | None = None) -> list[int]:
    """The likeliest tags by the mean of the teachers' scores, ``(teachers, 1, tokens, tags)``."""
    mean = Field(scores.shape[-1])
    with torch.no_grad():
        mean.transitions.copy_(torch.stack([field.transitions for field in fields]).mean(0))
        mean.starts.copy_(torch.stack([field.starts for field in fields]).mean(0))
    row = scores.mean(0)[0]
    return decoded(mean, row, len(row) if length is None else length)


def _frames(
    teachers: Sequence[Network], scores: Tensor, chunk: Chunk, cues: Sequence[Place]
) -> list[Frame]:
    """The attributions of the cues of a chunk that have a content, by tokens of the sample."""
    fields = [teacher.part_field for teacher in teachers]
    size, found = chunk.end - chunk.start, []
    for row, (first, last) in enumerate(cues):
        start, end = max(0, first - REACH), min(size, last + REACH)
        said = stretches(_decoded(fields, scores[:, row : row + 1], end - start))
        shift = chunk.start + start
        parts = {
            name: tuple((f.first + shift, f.last + shift) for f in said if f.kind == kind)
            for kind, name in enumerate(PARTS)
        }
        if parts["content"]:
            cue = (chunk.start + first, chunk.start + last)
            found.append(Frame(cue, parts["source"], parts["content"]))
    return found


def _asked(work: tuple[Sequence[Path], Tensor, Sequence[Sample], bool]) -> list[Sample]:
    paths, vectors, samples, labelled = work
    torch.set_num_threads(1)
    teachers = [opened(path, vectors) for path in paths]
    return [taught(teachers, sample, labelled=labelled) for sample in samples]


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
