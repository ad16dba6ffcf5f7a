"""Tells which articles are of one story, by the words that they share."""

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from kg.compare.lexicon import lexicon, sense, stem, tokens
from kg.model import Article

# Cosine of two articles' weighted senses from which they can be of one story. On the labelled stories, put among 84
# unrelated news articles, the least alike of one story reach 0.09; half of all other pairs stay below 0.04.
RELATED = 0.075
# So many articles of other stories are assumed beside those of the pile, so that words which all articles of a
# small pile share still count.
BACKGROUND = 80
# How far sums that are added up in another order can lie apart, by a wide margin.
ROUNDING = 1e-9


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
        self._ids = list(self._vectors)
        self._postings = self._index()
        self._related: dict[str, frozenset[str]] = {}

    def alike(self, left: str, right: str) -> float:
        """How alike two articles are, 0 to 1; an article is of its own story."""
        if left == right:
            return 1.0
        lengths = self._lengths[left] * self._lengths[right]
        short, long = sorted((self._vectors[left], self._vectors[right]), key=len)
        product = math.fsum(
            weight * long[sense] for sense, weight in short.items() if sense in long
        )
        return product / lengths if lengths else 0.0

    def one(self, left: str, right: str) -> bool:
        """Whether two articles can be of one story."""
        return self.alike(left, right) >= RELATED

    def related(self, article: str) -> frozenset[str]:
        """All articles that can be of one story with an article, itself among them."""
        if article not in self._related:
            self._related[article] = self._find_related(article)
        return self._related[article]

    def _find_related(self, article: str) -> frozenset[str]:
        """Adds up the products of all articles at once; those on the edge are looked at one by one."""
        products = np.zeros(len(self._ids))
        for word, weight in self._vectors[article].items():
            places, parts = self._postings[word]
            products[places] += weight * parts
        length = self._lengths[article] or 1.0
        near = np.flatnonzero(products >= (RELATED - ROUNDING) * length)
        sure = products >= (RELATED + ROUNDING) * length
        found = {
            self._ids[place] for place in near if sure[place] or self.one(article, self._ids[place])
        }
        return frozenset(found | {article})

    def _index(self) -> dict[str, tuple[NDArray[np.int64], NDArray[np.float64]]]:
        """For each sense the places of the articles that have it, and its weights there as a part of their lengths."""
        rows: dict[str, list[tuple[int, float]]] = defaultdict(list)
        for place, id_ in enumerate(self._ids):
            for word, weight in self._vectors[id_].items():
                rows[word].append((place, weight / self._lengths[id_]))
        return {
            word: (np.array([place for place, _ in row]), np.array([part for _, part in row]))
            for word, row in rows.items()
        }


def _senses(article: Article) -> Mapping[str, int]:
    idle = lexicon().idle
    words = tokens(f"{article.title or ''}\n{article.text}")
    return Counter(sense(word) for word in words if word not in idle and stem(word) not in idle)
