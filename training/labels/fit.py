"""Trains the network of ``kg.language.labels`` on samples.

    python -m training.labels.fit --samples build/labels/samples.pkl --vectors build/vectors/vectors.npz --out build/labels.pt

One step learns from some articles of PolNeAR and some text with names; without the former from names alone. Weights are averaged
over steps (Polyak and Juditsky, 1992); the averaged ones are kept. Prints losses and, after every epoch, figures on the
development parts.
"""

import argparse
import pickle
import random
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from training.labels.batches import Chunk, batch, batches
from training.labels.cues import told_cues, windows
from training.labels.figures import attribution_figures, names_figure
from training.labels.network import Encoded, Network, Shape, mirror
from training.labels.samples import Sample

_ALL_CUES = 100  # more than any chunk has
_EVERY = 50  # steps between signs of life
_LONGEST_STEP = 5.0  # of the gradient
_WARM_UP = 60  # steps
_FULL_RATE, _LEAST_RATE = (
    0.3,
    0.02,
)  # share of the training at the full rate, and the share of it that is never fallen below


@dataclass(frozen=True)
class Plan:
    """How to train."""

    epochs: int = 8
    batch: int = 32
    rate: float = 3e-3
    decay: float = 1e-3
    average: float = 0.997
    seed: int = 0
    names_share: float = 1.0  # of the text with names, seen in an epoch
    names_weight: float = 0.5
    reader_weight: float = 0.4
    taught: float = 0.5  # the weight of what teachers believe, where they were asked
    cues: int = 3  # at most, of a chunk, told to the reader
    only: str = ""  # "reader" or "names": the rest of the network stays as it is


def loss(network: Network, drawn: Sequence[Chunk], plan: Plan, rng: random.Random) -> Tensor:
    """The loss a token on some articles with attributions."""
    some = batch(drawn, rng)
    encoded = network(some.rows, mirror(some.lengths, some.rows.shape[1]))
    total = network.tag_field.loss(encoded.tags, some.tags, some.mask).sum()
    if some.taught is not None:
        taught = network.tag_field.taught_loss(encoded.tags, *some.taught, some.mask).sum()
        total = (1 - plan.taught) * total + plan.taught * taught
    read = _reader_loss(network, encoded, drawn, plan, rng)
    return (total + plan.reader_weight * read) / some.mask.sum()


def reader_loss(network: Network, drawn: Sequence[Chunk], plan: Plan, rng: random.Random) -> Tensor:
    """The same for the reader alone, over an encoder that stays as it is."""
    some = batch(drawn, rng)
    with _at_rest(network):
        encoded = network(some.rows, mirror(some.lengths, some.rows.shape[1]))
    return _reader_loss(network, encoded, drawn, plan, rng) / some.mask.sum()


@contextmanager
def _at_rest(network: Network) -> Iterator[None]:
    """Lets a network in training work without learning."""
    network.eval()
    with torch.no_grad():
        yield
    network.train()


def _reader_loss(
    network: Network, encoded: Encoded, drawn: Sequence[Chunk], plan: Plan, rng: random.Random
) -> Tensor:
    cues = told_cues(encoded, drawn, rng, plan.cues)
    if not cues:
        return torch.zeros(())
    seen = windows(encoded, drawn, cues)
    scores = network.parts(seen.around, seen.distances, seen.turned)
    return network.part_field.loss(scores, seen.tags, seen.mask).sum()


def names_loss(network: Network, drawn: Sequence[Chunk], plan: Plan, rng: random.Random) -> Tensor:
    """The loss a token on some text with names."""
    some = batch(drawn, rng)
    turned = mirror(some.lengths, some.rows.shape[1])
    if plan.only == "names":
        with _at_rest(network):
            below = network.below(some.rows, turned)
    else:
        below = network.below(some.rows, turned)
    scores = network.names(below, turned)
    return network.entity_field.loss(scores, some.tags, some.mask).sum() / some.mask.sum()


def fit(network: Network, data: dict[str, list[Sample]], plan: Plan, out: Path) -> None:
    """Train, and keep the averaged weights after every epoch."""
    rng = random.Random(plan.seed)
    torch.manual_seed(plan.seed)
    optimizer = torch.optim.AdamW(
        network.parameters(), lr=plan.rate, weight_decay=plan.decay, betas=(0.9, 0.98)
    )
    averaged = {name: value.clone() for name, value in network.state_dict().items()}
    steps = plan.epochs * len(list(_steps(data, plan, random.Random(plan.seed))))
    step = 0
    for epoch in range(plan.epochs):
        begun = time.monotonic()
        network.train()
        losses: Counter[str] = Counter()
        for said, named in _steps(data, plan, rng):
            step += 1
            _set_rate(optimizer, plan, step / steps, step)
            optimizer.zero_grad()
            if said and plan.only == "reader":
                losses["said"] += _learned(reader_loss(network, said, plan, rng))
            elif said:
                losses["said"] += _learned(loss(network, said, plan, rng))
            for group in named:
                losses["names"] += _learned(
                    plan.names_weight * names_loss(network, group, plan, rng)
                )
            torch.nn.utils.clip_grad_norm_(network.parameters(), _LONGEST_STEP)
            optimizer.step()
            _average(averaged, network, min(plan.average, (1 + step) / (20 + step)))
            if step % _EVERY == 0:
                print(f"{step}/{steps}", f"{time.monotonic() - begun:.0f} s", flush=True)
        trained = {name: value.clone() for name, value in network.state_dict().items()}
        network.load_state_dict(averaged)
        torch.save({"weights": averaged, **network.described}, out)
        print(
            f"epoch {epoch}, step {step} of {steps}, {time.monotonic() - begun:.0f} s", dict(losses)
        )
        network.eval()
        if data["train"]:
            print(attribution_figures(network, data["dev"], plan.batch))
        for name in ("names_dev", "names_test"):
            print(name, names_figure(network, data[name], plan.batch), flush=True)
        network.load_state_dict(trained)


def _steps(
    data: dict[str, list[Sample]], plan: Plan, rng: random.Random
) -> Iterator[tuple[list[Chunk], list[list[Chunk]]]]:
    """The steps of an epoch: articles with attributions, and text with names spread evenly over the steps."""
    named = batches(data["names"], plan.batch, rng)
    named = [] if plan.only == "reader" else named[: int(plan.names_share * len(named))]
    articles = [] if plan.only == "names" else data["train"]
    said: list[list[Chunk]] = batches(articles, plan.batch, rng) or [[] for _ in named]
    for number, group in enumerate(said):
        first, last = (n * len(named) // len(said) for n in (number, number + 1))
        yield group, named[first:last]


def _set_rate(optimizer: torch.optim.Optimizer, plan: Plan, done: float, step: int) -> None:
    """Let the rate of learning rise for some steps, stay, and fall for the rest of the training."""
    falling = max(_LEAST_RATE, 1 - (done - _FULL_RATE) / (1 - _FULL_RATE))
    for row in optimizer.param_groups:
        row["lr"] = plan.rate * min(1, step / _WARM_UP) * min(1, falling)


def _learned(total: Tensor) -> float:
    total.backward()  # type: ignore[no-untyped-call]
    return float(total.detach())


@torch.no_grad()
def _average(averaged: dict[str, Tensor], network: Network, keep: float) -> None:
    for name, value in network.state_dict().items():
        if value.dtype.is_floating_point and name != "vectors":
            averaged[name].lerp_(value, 1 - keep)


def main() -> None:
    """Read the samples, train, write the weights."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--samples", type=Path, required=True)
    parser.add_argument("--vectors", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=Plan.epochs)
    parser.add_argument("--seed", type=int, default=Plan.seed)
    parser.add_argument("--rate", type=float, default=Plan.rate)
    parser.add_argument("--start", type=Path, help="a network to go on from")
    parser.add_argument("--only", choices=("reader", "names"), default="", help="the rest stays")
    parser.add_argument("--names-share", type=float, default=Plan.names_share, help="of the names")
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--hidden", type=int, default=Shape.hidden)
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    torch.backends.mkldnn.enabled = False  # its backward pass of an LSTM is several times slower
    torch.manual_seed(options.seed)
    with options.samples.open("rb") as file:
        data = pickle.load(file)
    vectors = torch.from_numpy(np.load(options.vectors)["vectors"]).float()
    network = Network(data["sizes"], vectors, Shape(hidden=options.hidden))
    if options.start:
        known = torch.load(options.start, weights_only=True)["weights"]
        fitting = {n: v for n, v in network.state_dict().items() if n in known}
        known = {n: v for n, v in known.items() if n in fitting and v.shape == fitting[n].shape}
        network.load_state_dict(known, strict=False)
    print(sum(p.numel() for p in network.parameters()), "parameters", flush=True)
    plan = Plan(
        epochs=options.epochs,
        seed=options.seed,
        rate=options.rate,
        names_share=options.names_share,
    )
    if options.only:
        plan = replace(plan, only=options.only, cues=_ALL_CUES, names_weight=1.0)
    fit(network, data, plan, options.out)


if __name__ == "__main__":
    main()
