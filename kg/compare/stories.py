"""Tells which articles are of one story, by the words that they share."""

import math
from collections import Counter
from collections.abc import Mapping, Sequence

from kg.compare.lexicon import lexicon, sense, stem, tokens
from kg.model import Article

# Cosine of two articles' weighted senses from which they can be of one story. On the labelled stories, put among 84
# unrelated news articles, the least alike of one story reach 0.09; half of all other pairs stay below 0.04.
RELATED = 0.075
# So many articles of other stories are assumed beside those of the pile, so that words which all articles of a
# small pile share still count.
BACKGROUND = 80


class Stories:
    """Which articles of a pile are of one story."""

    def __init__(self, articles: Sequence[Article]) -> None:
        """Weigh the senses of all articles: often here, seldom elsewhere (tf-idf)."""
        counts = {article.id: _senses(article) for article in articles}
        spread = Counter(sense for found in counts.values() for sense in found)
        total = len(counts) + BACKGROUND
        self._vectors = {
            id_: {
                sense: (1 + math.log(count)) * math.log(1 + total / spread[sense])
                for sense, count in found.items()
            }
            for id_, found in counts.items()
        }
        self._lengths = {
            id_: math.sqrt(math.fsum(weight**2 for weight in vector.values()))
            for id_, vector in self._vectors.items()
        }
        self._known: dict[tuple[str, str], float] = {}

    def alike(self, left: str, right: str) -> float:
        """How alike two articles are, 0 to 1; an article is of its own story."""
        if left == right:
            return 1.0
        pair = (left, right) if left < right else (right, left)
        if pair not in self._known:
            self._known[pair] = self._cosine(*pair)
        return self._known[pair]

    def one(self, left: str, right: str) -> bool:
        """Whether two articles can be of one story."""
        return self.alike(left, right) >= RELATED

    def _cosine(self, left: str, right: str) -> float:
        lengths = self._lengths[left] * self._lengths[right]
        short, long = sorted((self._vectors[left], self._vectors[right]), key=len)
        product = math.fsum(
            weight * long[sense] for sense, weight in short.items() if sense in long
        )
        return product / lengths if lengths else 0.0


def _senses(article: Article) -> Mapping[str, int]:
    idle = lexicon().idle
    words = tokens(f"{article.title or ''}\n{article.text}")
    return Counter(sense(word) for word in words if word not in idle and stem(word) not in idle)
