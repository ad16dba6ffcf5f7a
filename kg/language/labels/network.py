"""Runs the trained network over an analysed text: tags of names, and for every cue its source and content.

The encoder reads a text in pieces of whole paragraphs, side by side; the reader is told each likely cue and reads the tokens
around it. Both are ONNX files, run by ONNX Runtime on one thread, with matrices of whole numbers that every processor multiplies
alike. What they are is described where they are made, in training/labels/network.py.
"""

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple, Protocol, Self

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc

from kg.language.labels.casting import agreed
from kg.language.labels.features import Alphabet, Features, Numbers, features
from kg.language.labels.fields import Field, Scores
from kg.language.labels.names import Name
from kg.language.labels.tags import ENTITY_LABELS, PARTS, ROLES, Tagged, begin, stretches

WEIGHTS = Path(__file__).parent.parent / "weights" / "labels"
# Tokens of a piece, and those around it that are read with it. Set by hand for speed; with pieces of 128 F1 on PolNeAR dev was the
# same.
_PIECE, _AROUND = 192, 16
# A cue is told to the reader where its first token has this probability. Set by hand; the confidence decides later.
LIKELY = 0.3
REACH = (
    80  # tokens on either side of a cue that the reader sees: 99 of 100 contents end within them
)
# Distances are told apart one by one up to the first, then by fours, up to the second step; as in training.
_NEAR, _FAR = 16, 33
_BEGIN_CUE = begin("cue")
_SAME = 0.5  # overlap at which two stretches are the same for the most part


class Part(NamedTuple):
    """A stretch of tokens of the document, first and behind the last, and how probable its two ends are."""

    first: int
    last: int
    probability: float


class Statement(NamedTuple):
    """What the network takes for an attribution; tokens are those of the document."""

    cue: Part
    sources: tuple[Part, ...]
    contents: tuple[Part, ...]


class _Pieces(NamedTuple):
    """Pieces of a text side by side: where each begins and ends, and from where to where it is read."""

    core: NDArray[np.int64]
    read: NDArray[np.int64]


class Session(Protocol):
    """A network that can be run, as ONNX Runtime opens it."""

    def run(
        self, output_names: Sequence[str], input_feed: dict[str, NDArray[Any]]
    ) -> list[NDArray[Any]]:
        """The outputs of these names."""
        ...


class Labeller:
    """The two networks with their alphabet."""

    def __init__(
        self,
        alphabet: Alphabet,
        encoder: Session,
        reader: Session,
        fields: dict[str, Field],
    ) -> None:
        """A labeller of opened sessions."""
        self._alphabet, self._fields = alphabet, fields
        self._encoder, self._reader = encoder, reader

    @classmethod
    def load(cls, folder: Path = WEIGHTS) -> Self:
        """Open the networks of a folder."""
        import onnxruntime as ort  # noqa: PLC0415 - takes a while to import

        options = ort.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.log_severity_level = 3

        def opened(name: str) -> Session:
            session: Session = ort.InferenceSession(
                folder / name, options, providers=["CPUExecutionProvider"]
            )
            return session

        numbers = np.load(folder / "fields.npz")
        fields = {
            name: Field(numbers[f"{name}.transitions"], numbers[f"{name}.starts"])
            for name in ("entities", "tags", "parts")
        }
        return cls(Alphabet.load(folder), opened("encoder.onnx"), opened("reader.onnx"), fields)

    def read(self, doc: Doc) -> "Reading":
        """Everything that the network finds in an analysed text."""
        seen = features(doc, self._alphabet)
        if not len(seen.tokens):
            return Reading((), ())
        pieces = _pieces(seen.paragraphs)
        rows, lengths = _side_by_side(seen.rows, pieces.read)
        entities, tags, states, cues = self._encoder.run(
            ["entities", "tags", "states", "cues"], {"rows": rows, "lengths": lengths}
        )
        fields = self._fields
        named = stretches(_whole(fields["entities"].likeliest(entities, lengths), pieces).tolist())
        encoded = _Encoded(
            _whole(tags, pieces),
            _whole(fields["tags"].probabilities(tags, lengths), pieces),
            stretches(_whole(fields["tags"].likeliest(tags, lengths), pieces).tolist()),
            _whole(states, pieces),
            _whole(cues, pieces),
        )
        return Reading(
            agreed(doc, [_placed_name(seen, name) for name in named]),
            tuple(_placed(seen, statement) for statement in self._statements(encoded)),
        )

    def _statements(self, encoded: "_Encoded") -> list[Statement]:
        cues = likely_cues(encoded.probabilities, encoded.of_role("cue"))
        if not cues:
            return []
        scores, lengths, starts = self._read_around(encoded, cues)
        best = self._fields["parts"].likeliest(scores, lengths)
        sure = self._fields["parts"].probabilities(scores, lengths)
        contents = encoded.of_role("content")
        found = []
        for number, (cue, size, start) in enumerate(zip(cues, lengths, starts, strict=True)):
            parts = _parts(best[:size, number].tolist(), sure[:size, number], int(start))
            said = {settled(part, contents) for part in parts["content"]}
            found.append(Statement(cue, parts["source"], tuple(sorted(said))))
        return found

    def _read_around(
        self, encoded: "_Encoded", cues: Sequence[Part]
    ) -> tuple[Scores, Numbers, NDArray[np.int64]]:
        """What the reader says of the tokens around each cue, how many they are, and where they begin."""
        spans = np.array(
            [(max(0, c.first - REACH), min(len(encoded.tags), c.last + REACH)) for c in cues]
        )
        around, lengths = _side_by_side(encoded.around, spans)
        offsets = np.zeros(around.shape[:2], np.int64)
        for number, (cue, (start, end)) in enumerate(zip(cues, spans.tolist(), strict=True)):
            at = np.arange(start, end)
            away = np.where(at < cue.first, at - cue.first, np.maximum(at - cue.last + 1, 0))
            offsets[: end - start, number] = away
            own = encoded.cues[cue.first : cue.last].mean(0)
            around[: end - start, number, : len(own)] += own
        fed = {"around": around, "distances": far(offsets), "lengths": lengths}
        (scores,) = self._reader.run(["parts"], fed)
        return scores, lengths, spans[:, 0]


class Reading(NamedTuple):
    """What the network finds in a text, in order."""

    names: tuple[Name, ...]
    statements: tuple[Statement, ...]


class _Encoded(NamedTuple):
    """What the encoder makes of the tokens of a text."""

    tags: Scores
    probabilities: Scores
    stretches: list[Tagged]
    states: Scores
    cues: Scores

    def of_role(self, role: str) -> list[Tagged]:
        """The stretches that are likeliest to have a role."""
        return [stretch for stretch in self.stretches if ROLES[stretch.kind] == role]

    @property
    def around(self) -> Scores:
        """What the reader is given of each token, but for the cue."""
        scores = np.exp(self.tags - self.tags.max(1, keepdims=True))
        return np.concatenate([self.states, scores / scores.sum(1, keepdims=True)], 1)


@cache
def labeller() -> Labeller:
    """The labeller of the shipped weights, opened once a process."""
    return Labeller.load()


def likely_cues(probabilities: Scores, tagged: Sequence[Tagged]) -> list[Part]:
    """The cues that may be, in order: those tagged, and each other token that is likely enough to begin one."""
    found = {
        first: Part(first, last, float(probabilities[first, _BEGIN_CUE]))
        for first, last, _ in tagged
    }
    taken = {at for part in found.values() for at in range(part.first, part.last)}
    for at in np.flatnonzero(probabilities[:, _BEGIN_CUE] >= LIKELY).tolist():
        if at not in taken:
            found[at] = Part(at, at + 1, float(probabilities[at, _BEGIN_CUE]))
    return [found[first] for first in sorted(found)]


def settled(part: Part, tagged: Sequence[Tagged]) -> Part:
    """The part with the ends of a tagged stretch that is the same for the most part.

    The tags of a whole text agree with one another, so their ends are better: direct content F1 on PolNeAR dev is 1 point higher.
    """
    for first, last, _ in tagged:
        common = min(last, part.last) - max(first, part.first)
        if common > 0 and common >= _SAME * (max(last, part.last) - min(first, part.first)):
            return part._replace(first=first, last=last)
    return part


def far(offsets: NDArray[np.int64]) -> NDArray[np.int64]:
    """The number of a distance in tokens: signed, by ones up to 16, then by fours."""
    size = np.abs(offsets)
    step = np.minimum(np.where(size <= _NEAR, size, _NEAR + (size - _NEAR + 3) // 4), _FAR)
    return 1 + _FAR + np.sign(offsets) * step


def _pieces(paragraphs: Numbers) -> _Pieces:
    """The text in pieces of whole paragraphs; only a paragraph longer than a piece is cut."""
    ends = [*np.flatnonzero(np.diff(paragraphs)) + 1, len(paragraphs)]
    cuts, last = [0], 0
    for end in map(int, ends):
        if end - cuts[-1] > _PIECE and last > cuts[-1]:
            cuts.append(last)
        while end - cuts[-1] > 2 * _PIECE:
            cuts.append(cuts[-1] + _PIECE)
        last = end
    bounds = np.array([*cuts, len(paragraphs)], np.int64)
    core = np.stack([bounds[:-1], bounds[1:]], 1)
    read = np.stack([core[:, 0] - _AROUND, core[:, 1] + _AROUND], 1).clip(0, len(paragraphs))
    return _Pieces(core, read)


def _side_by_side(rows: NDArray[Any], spans: NDArray[np.int64]) -> tuple[NDArray[Any], Numbers]:
    """Stretches of rows as ``(tokens, stretches, width)``, with zeros behind their ends; and their lengths."""
    lengths = (spans[:, 1] - spans[:, 0]).astype(np.int32)
    table = np.zeros((int(lengths.max()), len(spans), rows.shape[1]), rows.dtype)
    for number, (start, end) in enumerate(spans.tolist()):
        table[: end - start, number] = rows[start:end]
    return table, lengths


def _whole(table: NDArray[Any], pieces: _Pieces) -> NDArray[Any]:
    """The rows of the whole text, from those of its pieces."""
    return np.concatenate(
        [
            table[start - first : end - first, number]
            for number, ((start, end), (first, _)) in enumerate(
                zip(pieces.core.tolist(), pieces.read.tolist(), strict=True)
            )
        ]
    )


def _parts(tags: list[int], sure: Scores, shift: int) -> dict[str, tuple[Part, ...]]:
    """Source and content of a cue, with the probability that they begin and end where they do."""
    found: dict[str, list[Part]] = {name: [] for name in PARTS}
    for first, last, kind in stretches(tags):
        starts = float(sure[first, 1 + 2 * kind])
        ends = 1 - float(sure[last, 2 + 2 * kind]) if last < len(tags) else 1.0
        found[PARTS[kind]].append(Part(first + shift, last + shift, starts * ends))
    return {name: tuple(parts) for name, parts in found.items()}


def _placed(seen: Features, statement: Statement) -> Statement:
    """The statement with the indices that its tokens have in the document."""
    return Statement(
        _placed_part(seen, statement.cue),
        tuple(_placed_part(seen, part) for part in statement.sources),
        tuple(_placed_part(seen, part) for part in statement.contents),
    )


def _placed_part(seen: Features, part: Part) -> Part:
    return part._replace(
        first=int(seen.tokens[part.first]), last=int(seen.tokens[part.last - 1]) + 1
    )


def _placed_name(seen: Features, name: Tagged) -> Name:
    last = int(seen.tokens[name.last - 1]) + 1
    return Name(int(seen.tokens[name.first]), last, ENTITY_LABELS[name.kind])
