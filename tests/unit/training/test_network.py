"""The network as it is trained; without PyTorch, which only training needs, these are skipped."""

from itertools import pairwise, product
from pathlib import Path
from typing import Any

import numpy as np
import pytest

torch: Any = pytest.importorskip("torch", reason="PyTorch is needed for training only")
pytest.importorskip("onnx", reason="onnx is needed for training only")

from kg.language import parse  # noqa: E402
from kg.language.labels.features import COLUMNS, Alphabet  # noqa: E402
from kg.language.labels.network import Labeller, far  # noqa: E402
from training.labels import distil, export  # noqa: E402
from training.labels import network as trained  # noqa: E402
from training.labels.batches import Chunk, batch  # noqa: E402
from training.labels.samples import attribution_sample  # noqa: E402

ALPHABET = Alphabet(["the", "said"], ["NN"], ["det"])


@pytest.fixture
def network() -> Any:
    torch.manual_seed(0)
    vectors = torch.randn(len(ALPHABET.words) + 2, 100)
    shape = trained.Shape(hidden=6, state=4, names=3, reader=3, distance=2)
    return trained.Network(ALPHABET.sizes, vectors, shape).eval()


def rows(length: int) -> Any:
    draw = np.random.default_rng(length)
    return torch.tensor(
        np.stack([draw.integers(1, ALPHABET.sizes[c], length) for c in COLUMNS], 1)[None]
    )


def test_the_loss_of_a_field_is_the_improbability_of_the_right_tags() -> None:
    torch.manual_seed(1)
    field = trained.Field(3)
    with torch.no_grad():
        field.transitions.normal_()
    scores, tags = torch.randn(1, 3, 3), torch.tensor([[1, 2, 0]])
    transitions, starts = field.scores

    def total(row: tuple[int, ...]) -> Any:
        inner = sum(transitions[a, b] for a, b in pairwise(row))
        return starts[row[0]] + inner + sum(scores[0, at, tag] for at, tag in enumerate(row))

    everything = torch.logsumexp(torch.stack([total(r) for r in product(range(3), repeat=3)]), 0)
    loss = field.loss(scores, tags, torch.ones(1, 3))
    right = everything - total((1, 2, 0))
    assert torch.allclose(loss[0], right, atol=1e-4)


def test_what_a_field_believes_sums_to_one_and_certain_beliefs_cost_what_tags_cost() -> None:
    torch.manual_seed(2)
    field = trained.Field(3)
    with torch.no_grad():
        field.transitions.normal_()
    scores, mask = torch.randn(2, 4, 3), torch.tensor([[1.0, 1, 1, 1], [1, 1, 0, 0]])
    tags, pairs = field.believed(scores, mask)
    assert torch.allclose(tags.sum(2), mask, atol=1e-5)
    assert torch.allclose(pairs[:, 1:].sum((2, 3)), mask[:, 1:], atol=1e-5)
    assert torch.allclose(pairs[0, 1:].sum(1), tags[0, 1:], atol=1e-5)
    right = torch.tensor([[1, 2, 0, 1], [0, 1, 0, 0]])
    sure = torch.nn.functional.one_hot(right, 3).float()
    behind = torch.zeros(2, 4, 3, 3)
    behind[:, 1:] = sure[:, :-1, :, None] * sure[:, 1:, None, :]
    expected = field.loss(scores, right, mask)
    assert torch.allclose(field.taught_loss(scores, sure, behind, mask), expected, atol=1e-4)


def test_teachers_tell_what_they_believe_of_every_token(network: Any) -> None:
    text = "The dam will hold, the mayor said.\n\nNobody else spoke."
    sample = attribution_sample(text, [], ALPHABET)
    (alone,) = distil.taught([network], [sample], labelled=True)
    assert alone.taught is not None
    assert alone.taught.tags.shape == (13, 7)
    assert np.allclose(alone.taught.tags.sum(1), 1, atol=2e-3)
    assert (alone.tags == sample.tags).all()
    (twice,) = distil.taught([network, network], [sample], labelled=False)
    assert twice.taught is not None
    assert np.allclose(twice.taught.tags, alone.taught.tags, atol=2e-3)
    assert len(twice.tags) == 13
    some = batch([Chunk(alone, 0, 9), Chunk(alone, 9, 13)])
    assert some.taught is not None
    assert some.taught[0].shape == (2, 9, 7)
    assert not some.taught[0][:, 0, 2::2].any()
    assert batch([Chunk(alone, 0, 9), Chunk(sample, 9, 13)]).taught is None


def test_what_stands_beside_a_text_in_a_batch_makes_no_difference(network: Any) -> None:
    short, long = rows(5), rows(9)
    padded = torch.cat([short, torch.zeros(1, 4, len(COLUMNS), dtype=short.dtype)], 1)
    together = torch.cat([padded, long])
    lengths = torch.tensor([5, 9])
    alone = network(short, trained.mirror(lengths[:1], 5)).tags
    beside = network(together, trained.mirror(lengths, 9)).tags[:1, :5]
    assert torch.allclose(alone, beside, atol=1e-5)


def test_distances_are_numbered_alike_in_training_and_at_work() -> None:
    offsets = np.arange(-200, 201)
    assert trained.far(torch.from_numpy(offsets)).tolist() == far(offsets).tolist()


def test_the_exported_network_gives_what_the_trained_one_gives(
    network: Any, tmp_path: Path
) -> None:
    quantized = network.vectors.numpy() / np.abs(network.vectors.numpy()).max(1, keepdims=True)
    stored = {
        "quantized": np.round(quantized * 127).astype(np.int8),
        "scales": (np.abs(network.vectors.numpy()).max(1, keepdims=True) / 127).astype(np.float16),
    }
    network.vectors.copy_(
        torch.from_numpy(stored["quantized"] * stored["scales"].astype(np.float32))
    )
    export.write(network, network, stored, ALPHABET, tmp_path)
    import onnxruntime  # noqa: PLC0415

    session = onnxruntime.InferenceSession(tmp_path / "encoder.onnx")
    seen = rows(7)
    turned = trained.mirror(torch.tensor([7]), 7)
    expected = (*network(seen, turned), network.names(network.below(seen, turned), turned))
    found = session.run(
        ["tags", "states", "cues", "entities"],
        {
            "rows": seen.numpy().transpose(1, 0, 2).astype(np.int32),
            "lengths": np.array([7], np.int32),
        },
    )
    for one, other in zip(found, expected, strict=True):
        assert np.allclose(one[:, 0], other[0].detach().numpy(), atol=2e-2)  # seven bits a weight


def test_what_was_exported_can_be_opened_and_read_with(network: Any, tmp_path: Path) -> None:
    stored = {
        "quantized": np.zeros((len(ALPHABET.words) + 2, 100), np.int8),
        "scales": np.ones((len(ALPHABET.words) + 2, 1), np.float16),
    }
    export.write(network, network, stored, ALPHABET, tmp_path)
    reading = Labeller.load(tmp_path).read(parse("The dam will hold, the mayor said."))
    assert isinstance(reading.names, tuple)


def test_no_exported_lstm_multiplies_by_more_than_seven_bits(network: Any, tmp_path: Path) -> None:
    import onnx  # noqa: PLC0415

    export.reader(network, tmp_path / "reader.onnx")
    weights = onnx.load(tmp_path / "reader.onnx").graph.initializer
    whole = [onnx.numpy_helper.to_array(w) for w in weights if w.data_type == onnx.TensorProto.INT8]
    assert max(int(np.abs(matrix.astype(int)).max()) for matrix in whole) == 63
