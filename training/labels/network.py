"""The network of ``kg.language.labels``, in PyTorch, for training only.

Two layers of bidirectional LSTM read a text. The second finds who says what, a small one over the first finds names: each ends
in a conditional random field over tags (Huang, Xu and Yu, 2015, Bidirectional LSTM-CRF Models for Sequence Tagging), and that
names are read below is after Søgaard and Goldberg (2016), Deep multi-task learning with low level tasks supervised at lower
layers. Another small one, the reader, is told one cue and finds its source and content, as semantic role labelling is told its
predicate (He et al., 2017, Deep Semantic Role Labeling).
"""

from dataclasses import asdict, dataclass
from pathlib import Path
from typing import NamedTuple

import torch
from torch import Tensor, nn

from kg.language.labels.features import COLUMNS
from kg.language.labels.tags import PART_TAGS, TAGS

# Width of each column's vector; columns that share a table have one width.
WIDTHS = {
    "common": 50,
    "prefix": 25,
    "suffix": 35,
    "shape": 20,
    "quote": 8,
    "place": 12,
    "turn": 8,
    "tag": 20,
    "label": 20,
    "head_distance": 10,
}
SHARED = {"head_tag": "tag", "head_label": "label", "head_common": "common"}
_FAR = 33  # steps of distance from the cue that it tells apart
_IMPOSSIBLE = -1e4


@dataclass(frozen=True)
class Shape:
    """How large the layers are, and how much of them is dropped in training."""

    hidden: int = 160
    state: int = 96
    names: int = 64
    reader: int = 72
    distance: int = 16
    input_dropout: float = 0.3
    layer_dropout: float = 0.4


class Encoded(NamedTuple):
    """What the encoder makes of texts: scores of tags, and states for the reader, all ``(texts, tokens, width)``."""

    tags: Tensor
    states: Tensor
    cues: Tensor


class Field(nn.Module):
    """A linear-chain conditional random field over begin and inside tags."""

    def __init__(self, tags: int) -> None:
        """A field of this many tags, the first of which is outside."""
        super().__init__()
        self.transitions = nn.Parameter(torch.zeros(tags, tags))
        self.starts = nn.Parameter(torch.zeros(tags))
        forbidden, at_start = torch.zeros(tags, tags), torch.zeros(tags)
        for inside in range(2, tags, 2):
            forbidden[:, inside] = _IMPOSSIBLE
            forbidden[[inside, inside - 1], inside] = 0
            at_start[inside] = _IMPOSSIBLE
        self.register_buffer("forbidden", forbidden)
        self.register_buffer("at_start", at_start)

    @property
    def scores(self) -> tuple[Tensor, Tensor]:
        """Scores of transitions and of first tags, those that cannot be among them."""
        return self.transitions + self.forbidden, self.starts + self.at_start

    def loss(self, scores: Tensor, tags: Tensor, mask: Tensor) -> Tensor:
        """Negative log-likelihood of the tags, one number a text."""
        transitions, starts = self.scores
        right = (scores.gather(2, tags[:, :, None])[:, :, 0] * mask).sum(1) + starts[tags[:, 0]]
        right = right + (transitions[tags[:, :-1], tags[:, 1:]] * mask[:, 1:]).sum(1)
        return self._all(scores, transitions.expand(*scores.shape, -1), mask) - right

    def taught_loss(self, scores: Tensor, tags: Tensor, pairs: Tensor, mask: Tensor) -> Tensor:
        """The same where tags ``(texts, tokens, tags)`` and pairs of them are not known but probable.

        It is the cross-entropy to a teacher's field (Hinton, Vinyals and Dean, 2015, Distilling the Knowledge in a Neural
        Network), up to what does not depend on this one.
        """
        transitions, starts = self.scores
        right = (scores * tags * mask[:, :, None]).sum((1, 2)) + (starts * tags[:, 0]).sum(1)
        right = right + (transitions * pairs * mask[:, :, None, None])[:, 1:].sum((1, 2, 3))
        return self._all(scores, transitions.expand(*scores.shape, -1), mask) - right

    def believed(self, scores: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        """The probability of each tag at each token, and of each tag behind another, ``(texts, tokens, before, behind)``.

        They are the slopes of the logarithm of the sum over all taggings (Eisner, 2016, Inside-Outside and Forward-Backward
        Algorithms Are Just Backprop).
        """
        with torch.enable_grad():
            scores = scores.detach().requires_grad_()
            transitions = self.transitions + self.forbidden
            each = transitions.detach().repeat(*scores.shape[:2], 1, 1).requires_grad_()
            tags, pairs = torch.autograd.grad(self._all(scores, each, mask).sum(), (scores, each))
        return tags, pairs

    def _all(self, scores: Tensor, transitions: Tensor, mask: Tensor) -> Tensor:
        """The logarithm of the sum over all taggings of each text; there are transitions for every token."""
        total = self.scores[1] + scores[:, 0]
        for at in range(1, scores.shape[1]):
            onward = torch.logsumexp(total[:, :, None] + transitions[:, at], 1) + scores[:, at]
            total = torch.where(mask[:, at, None] > 0, onward, total)
        return torch.logsumexp(total, 1)


class Layer(nn.Module):
    """A bidirectional LSTM whose backward half begins at the end of each text, not of the longest."""

    def __init__(self, width: int, hidden: int) -> None:
        """A layer from vectors of a width to states of twice ``hidden``."""
        super().__init__()
        self.forth = nn.LSTM(width, hidden, batch_first=True)
        self.back = nn.LSTM(width, hidden, batch_first=True)

    def forward(self, vectors: Tensor, mirror: Tensor) -> Tensor:
        """The states; ``mirror`` gives the place of each token counted from its text's end."""
        forth, _ = self.forth(vectors)
        turned = vectors.gather(1, mirror[:, :, None].expand(-1, -1, vectors.shape[2]))
        back, _ = self.back(turned)
        return torch.cat(
            [forth, back.gather(1, mirror[:, :, None].expand(-1, -1, back.shape[2]))], 2
        )


def mirror(lengths: Tensor, longest: int) -> Tensor:
    """The place of each token counted from its text's end; tokens behind the end stay."""
    places = torch.arange(longest)[None, :].expand(len(lengths), -1)
    turned = lengths[:, None] - 1 - places
    return torch.where(turned >= 0, turned, places)


class Network(nn.Module):
    """Encoder and reader."""

    def __init__(self, sizes: dict[str, int], vectors: Tensor, shape: Shape) -> None:
        """A network for columns of these sizes, over pre-trained vectors that stay as they are."""
        super().__init__()
        self.shape, self.sizes = shape, sizes
        self.register_buffer("vectors", vectors)
        self.tables = nn.ModuleDict(
            {
                name: nn.Embedding(sizes[name], width, padding_idx=0)
                for name, width in WIDTHS.items()
            }
        )
        for table in self.tables.values():
            nn.init.normal_(table.weight, 0, 0.25)
        width = vectors.shape[1] + sum(WIDTHS[SHARED.get(c, c)] for c in COLUMNS if c != "word")
        both = 2 * shape.hidden
        self.first, self.second = Layer(width, shape.hidden), Layer(both, shape.hidden)
        self.named = Layer(both, shape.names)
        self.entity_scores = nn.Linear(2 * shape.names, TAGS)
        self.tag_scores = nn.Linear(both, TAGS)
        self.entity_field, self.tag_field = Field(TAGS), Field(TAGS)
        self.state, self.cue = nn.Linear(both, shape.state), nn.Linear(both, shape.state)
        self.distance = nn.Embedding(2 * _FAR + 3, shape.distance)
        self.reader = Layer(shape.state + shape.distance + TAGS, shape.reader)
        self.part_scores = nn.Linear(2 * shape.reader, PART_TAGS)
        self.part_field = Field(PART_TAGS)

    def embedded(self, rows: Tensor) -> Tensor:
        """The vectors of tokens, ``(texts, tokens, width)``."""
        columns = dict(zip(COLUMNS, rows.unbind(2), strict=True))
        word = self.vectors[columns.pop("word")]
        return torch.cat(
            [word, *(self.tables[SHARED.get(c, c)](ids) for c, ids in columns.items())], 2
        )

    def below(self, rows: Tensor, turned: Tensor) -> Tensor:
        """The states of the first layer."""
        vectors = self._drop(self.embedded(rows), self.shape.input_dropout)
        return self._drop(self.first(vectors, turned), self.shape.layer_dropout)

    def names(self, below: Tensor, turned: Tensor) -> Tensor:
        """Scores of entity tags."""
        states = self._drop(self.named(below, turned), self.shape.layer_dropout / 2)
        return self.entity_scores(states)

    def forward(self, rows: Tensor, turned: Tensor) -> Encoded:
        """What the encoder tells of who says what."""
        states = self.second(self.below(rows, turned), turned)
        states = self._drop(states, self.shape.layer_dropout)
        return Encoded(self.tag_scores(states), self.state(states), self.cue(states))

    def parts(self, around: Tensor, distances: Tensor, turned: Tensor) -> Tensor:
        """Scores of source and content tags.

        Args:
            around: For each cue the states of the tokens around it with its own added, and their tags' probabilities.
            distances: How far each token is from the cue, as ``far`` gives it.
            turned: As ``mirror`` gives it.
        """
        told = torch.cat([around, self.distance(distances)], 2)
        told = self._drop(told, self.shape.input_dropout / 2)
        return self.part_scores(self._drop(self.reader(told, turned), self.shape.layer_dropout / 2))

    def _drop(self, vectors: Tensor, share: float) -> Tensor:
        """Drops the same units all along a text (Gal and Ghahramani, 2016)."""
        if not self.training or not share:
            return vectors
        kept = torch.empty(vectors.shape[0], 1, vectors.shape[2]).bernoulli_(1 - share)
        return vectors * (kept / (1 - share))

    @property
    def described(self) -> dict[str, object]:
        """What is needed to make the same network again."""
        return {"shape": asdict(self.shape), "sizes": self.sizes}


def opened(path: Path, vectors: Tensor) -> Network:
    """A trained network at rest, over the pre-trained vectors that it was trained with.

    Raises:
        RuntimeError: If the weights of the file are not those of this network.
    """
    known = torch.load(path, weights_only=True)
    network = Network(known["sizes"], vectors, Shape(**known["shape"]))
    network.load_state_dict(known["weights"])
    return network.eval()


def far(offsets: Tensor) -> Tensor:
    """The number of a distance in tokens: signed, by ones up to 16, then by fours; 0 is nothing."""
    size = offsets.abs()
    step = torch.where(size <= 16, size, 16 + (size - 13) // 4).clamp(max=_FAR)  # noqa: PLR2004
    return 1 + _FAR + torch.sign(offsets) * step
