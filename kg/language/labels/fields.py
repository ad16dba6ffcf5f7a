"""Decodes the scores of tags in a linear-chain conditional random field, many texts at a time.

Viterbi finds the likeliest tags of a text, forward and backward sums the probability of each tag at each token (Rabiner, 1989,
A Tutorial on Hidden Markov Models). All scores are natural logarithms, ``(tokens, texts, tags)``; texts end where
``lengths`` says, and what is behind their ends means nothing.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float32]
_RESCALED = (
    16  # steps after which sums of products are brought back to 1, long before they overflow
)


class Field(NamedTuple):
    """Scores of a tag behind another, ``(before, behind)``, and of a tag at the beginning of a text."""

    transitions: Scores
    starts: Scores

    def likeliest(self, scores: Scores, lengths: NDArray[np.int32]) -> NDArray[np.int64]:
        """The likeliest tags, ``(tokens, texts)``."""
        size, texts, kinds = scores.shape
        best = np.empty_like(scores)
        onward = np.empty((size, kinds, texts, kinds), scores.dtype)  # by tag before and behind
        transitions = self.transitions[:, None, :]
        best[0] = self.starts + scores[0]
        before = best.transpose(0, 2, 1)[..., None]
        for at in range(1, size):
            np.add(before[at - 1], transitions, out=onward[at])
            np.add(np.maximum.reduce(onward[at]), scores[at], out=best[at])
        back = onward[1:].argmax(1)
        everyone = np.arange(texts)
        finals = best[lengths - 1, everyone].argmax(1)
        tags = np.zeros((size, texts), np.int64)
        tags[-1] = finals
        for at in range(size - 1, 0, -1):
            goes_on = back[at - 1][everyone, tags[at]]
            tags[at - 1] = np.where(at < lengths, goes_on, finals)
        return tags

    def probabilities(self, scores: Scores, lengths: NDArray[np.int32]) -> Scores:
        """The probability of each tag at each token, 0 to 1."""
        size = len(scores)
        weights = np.exp(self.transitions.astype(np.float64))
        here = np.exp((scores - scores.max(2, keepdims=True)).astype(np.float64))
        forth, back = np.empty_like(here), np.ones_like(here)
        forth[0] = here[0] * np.exp(self.starts - self.starts.max())
        for at in range(1, size):
            np.multiply(forth[at - 1] @ weights, here[at], out=forth[at])
            if at % _RESCALED == 0:
                forth[at] /= forth[at].sum(1, keepdims=True)
        goes_on = (np.arange(1, size)[:, None] < lengths)[:, :, None]
        for at in range(size - 2, -1, -1):
            onward = (here[at + 1] * back[at + 1]) @ weights.T
            if at % _RESCALED == 0:
                onward /= onward.sum(1, keepdims=True)
            back[at] = np.where(goes_on[at], onward, 1)
        both = forth * back
        return np.asarray(both / both.sum(2, keepdims=True), scores.dtype)
