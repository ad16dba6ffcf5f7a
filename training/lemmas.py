"""Makes the table of lemmas from treebanks: suffix rules where most words agree, an entry for every word they fail on."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import TypeVar

from kg.language.lemmas import LONGEST_SUFFIX, UNCHANGED, LemmaTable
from training.treebank import Word

# A suffix rule needs this many different words, and more than half of those that end so. Two gave 96.5 and 97.8 % on
# EWT dev and GUM dev, three 96.4 and 97.8.
LEAST_WORDS = 2

_Operation = tuple[int, str]
_Key = TypeVar("_Key", str, tuple[int, str])


def lemma_table(words: Iterable[Word]) -> LemmaTable:
    """The smallest table that gives every word of the treebank its most frequent lemma."""
    lemmas = _most_frequent_lemmas(words)
    rules = _rules(lemmas)
    by_rule = LemmaTable(rules=rules)
    entries: dict[str, dict[str, str]] = defaultdict(dict)
    for (pos, form), lemma in lemmas.items():
        if by_rule.by_rule(form, pos) != lemma:
            entries[pos][form] = lemma
    return LemmaTable(words=dict(entries), rules=rules)


def _most_frequent_lemmas(words: Iterable[Word]) -> dict[tuple[str, str], str]:
    counts: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for word in words:
        if word.pos not in UNCHANGED:
            lemma = word.lemma.lower() if word.pos == "PROPN" else word.lemma
            counts[word.pos, word.form.lower().replace("’", "'")][lemma] += 1
    return {key: _most_frequent(count) for key, count in counts.items()}


def _rules(lemmas: dict[tuple[str, str], str]) -> dict[str, dict[str, _Operation]]:
    counts: dict[tuple[str, str], Counter[_Operation]] = defaultdict(Counter)
    for (pos, form), lemma in lemmas.items():
        operation = _operation(form, lemma)
        for length in range(min(LONGEST_SUFFIX, len(form)) + 1):
            counts[pos, form[len(form) - length :]][operation] += 1
    rules: dict[str, dict[str, _Operation]] = defaultdict(dict)
    for (pos, suffix), count in sorted(counts.items(), key=lambda row: len(row[0][1])):
        operation = _most_frequent(count)
        agreeing = count[operation]
        if (
            agreeing >= LEAST_WORDS
            and 2 * agreeing > count.total()
            and _shorter(rules[pos], suffix) != operation
        ):
            rules[pos][suffix] = operation
    return dict(rules)


def _shorter(rules: dict[str, _Operation], suffix: str) -> _Operation | None:
    """What the longest shorter suffix already does; None where there is none."""
    return next(
        (rules[suffix[cut:]] for cut in range(1, len(suffix) + 1) if suffix[cut:] in rules), None
    )


def _operation(form: str, lemma: str) -> _Operation:
    kept = 0
    while kept < min(len(form), len(lemma)) and form[kept] == lemma[kept]:
        kept += 1
    return len(form) - kept, lemma[kept:]


def _most_frequent(count: Counter[_Key]) -> _Key:
    return max(count.items(), key=lambda item: (item[1], item[0]))[0]
