"""Finds further mentions of names already known, where capitals alone tell nothing: headlines, openings of sentences."""

from collections.abc import Iterator, Mapping, Sequence

from kg.extract.entities.kinds import key, name_key
from kg.extract.entities.names import Name
from kg.extract.entities.page import Page
from kg.model import EntityKind

_MIN_LETTERS = 3


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
