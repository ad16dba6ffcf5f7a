"""Finds further mentions of names already known, where capitals alone tell nothing: headlines, openings of sentences.

Short forms ("Oh said", after "Oh Se-rin") are found before kinds are told, since they are read with the full name;
whole names once more after that.
"""

from collections.abc import Iterator, Mapping, Sequence

from kg.extract.entities.kinds import key, name_key
from kg.extract.entities.names import Name
from kg.extract.entities.page import Page
from kg.extract.lexicon import terms
from kg.model import EntityKind

_MIN_LETTERS = 3
_OPENERS = terms("grammar", "function") | terms("nothing", "openers")
_COMMON = terms("organizations", "vague", "groups")
_OWNED = terms("organizations", "possessions") | {"'s", "’s"}
_SAYS = frozenset({"said", "says", "added", "told"})


def shortened(page: Page, found: Sequence[Name]) -> list[Name]:
    """The names and, where a sentence opens with the first or last word of one of them, that word.

    The word must be a subject or an owner; a word that has other uses must say something, or be written only with a
    capital in this article.
    """
    taken = {position for name in found for position in range(name.start, name.end)}
    parts = {page.text[position] for name in found for position in (name.start, name.end - 1)}
    small = set(page.text)
    added = [
        Name(position, position + 1, position)
        for position, word in enumerate(page.text[:-1])
        if page.opens[position]
        and word in parts
        and position not in taken
        and not page.silent[position]
        and _acts(page, position, common=page.lower[position] in small)
    ]
    return sorted([*found, *added], key=lambda name: name.start)


def _acts(page: Page, position: int, *, common: bool) -> bool:
    """Whether the word here is a subject or an owner; one with other uses must be the subject of saying."""
    word, after = page.lower[position], page.lower[position + 1]
    if word in _COMMON:
        return False
    if common or word in _OPENERS:
        return after in _SAYS
    return after in _OWNED or page.tag[position + 1] in {"VBD", "VBZ", "MD"}


def recalled(page: Page, found: Sequence[Name], kind_of: Mapping[str, EntityKind]) -> list[Name]:
    """The names that have a kind, and all other mentions of the same spellings, in order and without overlap."""
    kept = [name for name in found if name_key(page, name) in kind_of]
    taken = {position for name in kept for position in range(name.start, name.end)}
    known = {tuple(page.text[name.start : name.end]) for name in kept}
    by_first: dict[str, list[tuple[str, ...]]] = {}
    for words in sorted(known, key=lambda words: (-len(words), words)):
        if len(" ".join(words)) >= _MIN_LETTERS and key(words) in kind_of:
            by_first.setdefault(words[0], []).append(words)
    return sorted([*kept, *_missed(page, by_first, taken)], key=lambda name: name.start)


def _missed(
    page: Page, by_first: Mapping[str, Sequence[tuple[str, ...]]], taken: set[int]
) -> Iterator[Name]:
    position = 0
    while position < len(page.text):
        words = None if page.silent[position] else _match(page, by_first, taken, position)
        if words:
            yield Name(position, position + words, position)
        position += words or 1


def _match(
    page: Page, by_first: Mapping[str, Sequence[tuple[str, ...]]], taken: set[int], start: int
) -> int:
    """How many words of a known name begin here; 0 for none."""
    for words in by_first.get(page.text[start], ()):
        stretch = range(start, start + len(words))
        if tuple(page.text[start : stretch.stop]) == words and taken.isdisjoint(stretch):
            return len(words)
    return 0
