"""Decodes the scores of tags in a linear-chain conditional random field, many texts at a time.

Viterbi finds the likeliest tags of a text, forward and backward sums the probability of each tag at each token (Rabiner, 1989,
A Tutorial on Hidden Markov Models). All scores are natural logarithms, ``(tokens, texts, tags)``; texts end where
``lengths`` says, and what is behind their ends means nothing.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float32]


class Field(NamedTuple):
    """Scores of a tag behind another, ``(before, behind)``, and of a tag at the beginning of a text."""

    transitions: Scores
    starts: Scores

    def likeliest(self, scores: Scores, lengths: NDArray[np.int32]) -> NDArray[np.int64]:
        """The likeliest tags, ``(tokens, texts)``."""
        size, texts, _ = scores.shape
        best = self.starts + scores[0]
        back = np.zeros(scores.shape, np.int64)
        everyone = np.arange(texts)
        finals = np.zeros(texts, np.int64)
        for at in range(size):
            if at:
                onward = best[:, :, None] + self.transitions
                back[at] = onward.argmax(1)
                best = onward.max(1) + scores[at]
            ending = lengths == at + 1
            finals[ending] = best[ending].argmax(1)
        tags = np.zeros((size, texts), np.int64)
        current = finals
        for at in range(size - 1, -1, -1):
            current = np.where(lengths == at + 1, finals, current)
            tags[at] = current
            current = back[at][everyone, current]
        return tags

    def probabilities(self, scores: Scores, lengths: NDArray[np.int32]) -> Scores:
        """The probability of each tag at each token, 0 to 1."""
        size = len(scores)
        forth, back = np.empty_like(scores), np.zeros_like(scores)
        forth[0] = self.starts + scores[0]
        weights = np.exp(self.transitions)
        for at in range(1, size):
            forth[at] = _summed(forth[at - 1], weights) + scores[at]
        for at in range(size - 2, -1, -1):
            onward = _summed(scores[at + 1] + back[at + 1], weights.T)
            back[at] = np.where((at + 1 < lengths)[:, None], onward, 0)
        both = forth + back
        both = np.exp(both - both.max(2, keepdims=True))
        return np.asarray(both / both.sum(2, keepdims=True))


def _summed(scores: Scores, weights: Scores) -> Scores:
    """The logarithm of the sum of what leads on to each tag."""
    top = scores.max(1, keepdims=True)
    with np.errstate(divide="ignore"):  # a tag that nothing leads on to has probability 0
        return np.asarray(top + np.log(np.exp(scores - top) @ weights))
