"""Decoding is held against all rows of tags, counted out."""

from itertools import pairwise, product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from kg.language.labels.fields import Field

TAGS = 3
FINITE = st.floats(-4, 4, width=32)


def rows(scores: np.ndarray, field: Field) -> dict[tuple[int, ...], float]:
    """The score of every row of tags of one text."""
    found = {}
    for tags in product(range(TAGS), repeat=len(scores)):
        total = field.starts[tags[0]] + sum(scores[at, tag] for at, tag in enumerate(tags))
        total += sum(field.transitions[a, b] for a, b in pairwise(tags))
        found[tags] = float(total)
    return found


@given(
    scores=arrays(np.float32, (4, 2, TAGS), elements=FINITE),
    transitions=arrays(np.float32, (TAGS, TAGS), elements=FINITE),
    starts=arrays(np.float32, (TAGS,), elements=FINITE),
    shorter=st.integers(1, 4),
)
def test_the_likeliest_row_is_the_best_of_all_rows(
    scores: np.ndarray, transitions: np.ndarray, starts: np.ndarray, shorter: int
) -> None:
    field = Field(transitions, starts)
    lengths = np.array([4, shorter], np.int32)
    found = field.likeliest(scores, lengths)
    for text, length in enumerate(lengths.tolist()):
        everything = rows(scores[:length, text], field)
        tags = tuple(found[:length, text].tolist())
        assert everything[tags] == pytest.approx(max(everything.values()), abs=1e-3)


@given(
    scores=arrays(np.float32, (4, 2, TAGS), elements=FINITE),
    transitions=arrays(np.float32, (TAGS, TAGS), elements=FINITE),
    starts=arrays(np.float32, (TAGS,), elements=FINITE),
    shorter=st.integers(1, 4),
)
def test_a_tag_is_as_probable_as_all_rows_with_it_together(
    scores: np.ndarray, transitions: np.ndarray, starts: np.ndarray, shorter: int
) -> None:
    field = Field(transitions, starts)
    lengths = np.array([4, shorter], np.int32)
    found = field.probabilities(scores, lengths)
    for text, length in enumerate(lengths.tolist()):
        everything = {
            tags: np.exp(total) for tags, total in rows(scores[:length, text], field).items()
        }
        whole = sum(everything.values())
        for at, tag in product(range(length), range(TAGS)):
            share = sum(total for tags, total in everything.items() if tags[at] == tag) / whole
            assert found[at, text, tag] == pytest.approx(share, abs=1e-3)


def test_a_tag_that_nothing_leads_on_to_is_never_found() -> None:
    transitions = np.zeros((TAGS, TAGS), np.float32)
    transitions[:, 2] = -1e4
    field = Field(transitions, np.array([0, 0, -1e4], np.float32))
    scores = np.zeros((3, 1, TAGS), np.float32)
    scores[:, :, 2] = 5
    lengths = np.array([3], np.int32)
    assert 2 not in field.likeliest(scores, lengths)
    assert field.probabilities(scores, lengths)[:, :, 2].max() == pytest.approx(0, abs=1e-6)
