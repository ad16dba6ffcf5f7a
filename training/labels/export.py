"""Writes a trained network as two ONNX files and the lists that its numbers stand for.

    python -m training.labels.export --network build/labels.pt --names build/names.pt --vectors build/vectors/vectors.npz
        --alphabet build/labels --out kg/language/weights/labels

The LSTMs' matrices are stored and multiplied as integers of seven bits: their products with the eight bits of a state then fit
the short sums of every processor, so that all give the same figures. Other weights are stored with half precision and computed
with in single precision; the pre-trained vectors are stored in eight bits a number. What the field of each tag set adds, its
transitions, goes into fields.npz.
"""

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

from kg.language.labels.features import COLUMNS, Alphabet
from training.labels.network import SHARED, WIDTHS, Network, opened

_OPSET = 17
_IR = 8
_RUNTIME = "com.microsoft"  # operations of ONNX Runtime's own
# The largest of a seven-bit integer. With eight bits two products of a state and a weight overflow the sums of 16 bits that processors
# without VNNI add them in.
_LARGEST = 63
_SHARES = np.arange(
    0.6, 1.001, 0.02, dtype=np.float32
)  # of the largest weight of a row, tried as the largest integer


class Graph:
    """A graph under construction."""

    def __init__(self, name: str) -> None:
        """An empty graph."""
        self._name = name
        self._nodes: list[Any] = []
        self._weights: list[Any] = []

    def node(self, kind: str, inputs: Sequence[str], output: str, **attributes: Any) -> str:
        """Add an operation of the ONNX specification; gives its output's name."""
        self._nodes.append(helper.make_node(kind, list(inputs), [output], **attributes))
        return output

    def constant(self, name: str, array: NDArray[Any]) -> str:
        """Add numbers as they are."""
        self._weights.append(numpy_helper.from_array(np.require(array, requirements="C"), name))
        return name

    def weight(self, name: str, array: NDArray[np.float32]) -> str:
        """Add weights with half precision, to be computed with in single precision."""
        self.constant(f"{name}.half", array.astype(np.float16))
        return self.node("Cast", [f"{name}.half"], name, to=TensorProto.FLOAT)

    def linear(self, name: str, layer: Any, source: str) -> str:
        """Add a linear layer."""
        product = self.node(
            "MatMul", [source, self.weight(f"{name}.w", array(layer.weight).T)], f"{name}.p"
        )
        return self.node("Add", [product, self.weight(f"{name}.b", array(layer.bias))], name)

    def integers(self, name: str, matrices: NDArray[np.float32]) -> tuple[str, str, str]:
        """Add matrices ``(directions, gates, width)`` as integers, turned over; gives the names of these, their scales and zero points."""
        scales = _scales(matrices)
        whole = np.rint(matrices / scales[:, :, None]).clip(-_LARGEST, _LARGEST).astype(np.int8)
        return (
            self.constant(f"{name}.q", whole.transpose(0, 2, 1)),
            self.constant(f"{name}.s", scales),
            self.constant(f"{name}.z", np.zeros(scales.shape, np.int8)),
        )

    def layer(self, name: str, layer: Any, source: str) -> str:
        """Add a bidirectional LSTM over ``(tokens, texts, width)``; texts end where ``lengths`` says."""
        halves = (layer.forth, layer.back)
        inner, *inner_scale = self.integers(
            f"{name}.w", np.stack([_gates(h.weight_ih_l0) for h in halves])
        )
        outer, *outer_scale = self.integers(
            f"{name}.r", np.stack([_gates(h.weight_hh_l0) for h in halves])
        )
        biases = [np.concatenate([_gates(h.bias_ih_l0), _gates(h.bias_hh_l0)]) for h in halves]
        bias = self.weight(f"{name}.b", np.stack(biases))
        hidden = layer.forth.hidden_size
        out = self.node(
            "DynamicQuantizeLSTM",
            [source, inner, outer, bias, "lengths", "", "", "", *inner_scale, *outer_scale],
            f"{name}.y",
            domain=_RUNTIME,
            direction="bidirectional",
            hidden_size=hidden,
        )
        turned = self.node("Transpose", [out], f"{name}.t", perm=[0, 2, 1, 3])
        size = self.constant(f"{name}.size", np.array([0, 0, 2 * hidden], np.int64))
        return self.node("Reshape", [turned, size], name)

    def save(self, path: Path, inputs: Sequence[Any], outputs: Sequence[tuple[str, int]]) -> None:
        """Check and write the graph."""
        results = [
            helper.make_tensor_value_info(name, TensorProto.FLOAT, ["tokens", "texts", width])
            for name, width in outputs
        ]
        graph = helper.make_graph(self._nodes, self._name, list(inputs), results, self._weights)
        opsets = [helper.make_opsetid("", _OPSET), helper.make_opsetid(_RUNTIME, 1)]
        model = helper.make_model(graph, opset_imports=opsets)
        model.ir_version = _IR
        onnx.checker.check_model(model)
        onnx.save(model, path)


def array(tensor: torch.Tensor) -> NDArray[np.float32]:
    """The numbers of a tensor."""
    return tensor.detach().numpy().astype(np.float32)


def _scales(matrices: NDArray[np.float32]) -> NDArray[np.float32]:
    """The step of each row at which rounding costs least in squares; a large weight may be cut for the sake of the others."""
    largest = np.abs(matrices).max(2) / _LARGEST
    best, least = largest, np.full(largest.shape, np.inf)
    for share in _SHARES:
        scales = np.maximum(share * largest, np.finfo(np.float32).tiny)[:, :, None]
        near = np.rint(matrices / scales).clip(-_LARGEST, _LARGEST) * scales
        cost = ((near - matrices) ** 2).sum(2)
        best = np.where(cost < least, scales[:, :, 0], best)
        least = np.minimum(cost, least)
    return best.astype(np.float32)


def _gates(weight: torch.Tensor) -> NDArray[np.float32]:
    """Weights with their gates in the order of ONNX: input, output, forget, cell."""
    i, f, g, o = np.split(array(weight), 4, 0)
    return np.concatenate([i, o, f, g], 0)


def encoder(network: Network, names: Network, vectors: Any, path: Path) -> None:
    """Write what reads texts: rows of numbers to scores of tags and states for the reader.

    Names are read by the lower layers of a network of their own, over the same pre-trained vectors.
    """
    graph = Graph("encoder")
    rows = helper.make_tensor_value_info(
        "rows", TensorProto.INT32, ["tokens", "texts", len(COLUMNS)]
    )
    lengths = helper.make_tensor_value_info("lengths", TensorProto.INT32, ["texts"])
    word = _word(graph, vectors)
    below = graph.layer("first", network.first, _embedded(graph, network, word, "table"))
    above = graph.layer("second", network.second, below)
    beside = graph.layer("names", names.first, _embedded(graph, names, word, "names.table"))
    named = graph.layer("named", names.named, beside)
    outputs = [
        (graph.linear("entities", names.entity_scores, named), names.entity_scores.out_features),
        (graph.linear("tags", network.tag_scores, above), network.tag_scores.out_features),
        (graph.linear("states", network.state, above), network.state.out_features),
        (graph.linear("cues", network.cue, above), network.cue.out_features),
    ]
    graph.save(path, [rows, lengths], outputs)


def _column(graph: Graph, column: str) -> str:
    """The numbers of one column of the rows."""
    index = graph.constant(f"{column}.at", np.array(COLUMNS.index(column), np.int64))
    return graph.node("Gather", ["rows", index], f"{column}.ids", axis=2)


def _word(graph: Graph, vectors: Any) -> str:
    """The pre-trained vectors of the words, and with them the numbers of all columns."""
    graph.constant("quantized", vectors["quantized"])
    graph.constant("scales", vectors["scales"])
    for column in COLUMNS:
        _column(graph, column)
    whole = graph.node("Gather", ["quantized", "word.ids"], "word.q")
    scale = graph.node("Gather", ["scales", "word.ids"], "word.s")
    cast = graph.node("Cast", [whole], "word.f", to=TensorProto.FLOAT)
    by = graph.node("Cast", [scale], "word.c", to=TensorProto.FLOAT)
    return graph.node("Mul", [cast, by], "word.v")


def _embedded(graph: Graph, network: Network, word: str, prefix: str) -> str:
    """The vectors of the tokens: those of their words, and those that a network learned of their other columns."""
    tables = {
        name: graph.weight(f"{prefix}.{name}", array(network.tables[name].weight))
        for name in WIDTHS
    }
    learned = [
        graph.node("Gather", [tables[SHARED.get(c, c)], f"{c}.ids"], f"{prefix}.{c}.v")
        for c in COLUMNS
        if c != "word"
    ]
    return graph.node("Concat", [word, *learned], f"{prefix}.all", axis=2)


def reader(network: Network, path: Path) -> None:
    """Write what is told a cue: states around it and distances from it to scores of source and content tags."""
    graph = Graph("reader")
    width = network.state.out_features + network.tag_scores.out_features
    around = helper.make_tensor_value_info("around", TensorProto.FLOAT, ["tokens", "texts", width])
    distances = helper.make_tensor_value_info("distances", TensorProto.INT64, ["tokens", "texts"])
    lengths = helper.make_tensor_value_info("lengths", TensorProto.INT32, ["texts"])
    table = graph.weight("table.distance", array(network.distance.weight))
    near = graph.node("Gather", [table, "distances"], "near")
    told = graph.node("Concat", ["around", near], "told", axis=2)
    states = graph.layer("reader", network.reader, told)
    scores = graph.linear("parts", network.part_scores, states)
    graph.save(path, [around, distances, lengths], [(scores, network.part_scores.out_features)])


def main() -> None:
    """Read the paths and write the weights."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    for option in ("--network", "--names", "--vectors", "--alphabet", "--out"):
        parser.add_argument(option, type=Path, required=True)
    options = parser.parse_args()
    vectors = np.load(options.vectors)
    known = torch.from_numpy(vectors["vectors"]).float()
    networks = opened(options.network, known), opened(options.names, known)
    write(*networks, vectors, Alphabet.load(options.alphabet), options.out)


def write(network: Network, names: Network, vectors: Any, alphabet: Alphabet, folder: Path) -> None:
    """Write the network of attributions, that of names and the alphabet; ``vectors`` holds them as they are stored."""
    folder.mkdir(parents=True, exist_ok=True)
    encoder(network, names, vectors, folder / "encoder.onnx")
    reader(network, folder / "reader.onnx")
    fields = {
        "entities": names.entity_field,
        "tags": network.tag_field,
        "parts": network.part_field,
    }
    numbers: dict[str, Any] = {}
    for name, field in fields.items():
        numbers[f"{name}.transitions"], numbers[f"{name}.starts"] = map(array, field.scores)
    np.savez(folder / "fields.npz", **numbers)
    alphabet.save(folder)


if __name__ == "__main__":
    main()
