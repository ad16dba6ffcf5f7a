"""Makes the names of a text agree with one another, by what is true of names in English print.

A name does not run on into the next paragraph and has no title in it. The same words name the same kind of thing all through a
text: the kind that they have most often. A name of several words, or one that stands more than once, is a name wherever it
stands with a capital.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from spacy.tokens import Doc

from kg.language.labels.names import Name
from kg.language.sentences import TITLES

_PERSON = "PER"
_TITLES = TITLES | frozenset(
    [
        "admiral",
        "ambassador",
        "archbishop",
        "bishop",
        "brigadier",
        "captain",
        "cardinal",
        "chancellor",
        "chief",
        "colonel",
        "commander",
        "commissioner",
        "dame",
        "doctor",
        "duke",
        "emperor",
        "father",
        "general",
        "governor",
        "highness",
        "inspector",
        "judge",
        "justice",
        "king",
        "lady",
        "lieutenant",
        "lord",
        "madam",
        "major",
        "majesty",
        "marshal",
        "mayor",
        "minister",
        "miss",
        "officer",
        "president",
        "prime",
        "prince",
        "princess",
        "professor",
        "queen",
        "secretary",
        "senator",
        "sergeant",
        "sheikh",
        "sheriff",
        "sir",
        "sister",
        "superintendent",
    ]
)


def agreed(doc: Doc, names: Sequence[Name]) -> tuple[Name, ...]:
    """The names in order, none overlapping another.

    Args:
        doc: The text.
        names: As the network found them.
    """
    whole = [
        kept for name in names for part in _within_lines(doc, name) for kept in _untitled(doc, part)
    ]
    kinds: dict[tuple[str, ...], Counter[str]] = {}
    for name in whole:
        kinds.setdefault(_words(doc, name), Counter())[name.label] += 1
    usual = {words: count.most_common(1)[0][0] for words, count in kinds.items()}
    settled = [name._replace(label=usual[_words(doc, name)]) for name in whole]
    known = {
        words: usual[words]
        for words, count in kinds.items()
        if (len(words) > 1 or count.total() > 1) and words[0][0].isupper()
    }
    return tuple(sorted([*settled, *_again(doc, settled, known)]))


def _words(doc: Doc, name: Name) -> tuple[str, ...]:
    return tuple(token.text for token in doc[name.first : name.last])


def _within_lines(doc: Doc, name: Name) -> Iterator[Name]:
    """The name, parted where white space other than a blank stands in it."""
    first = name.first
    for at in range(name.first, name.last + 1):
        if at == name.last or doc[at].is_space:
            if at > first:
                yield Name(first, at, name.label)
            first = at + 1


def _untitled(doc: Doc, name: Name) -> Iterator[Name]:
    """A person's name without titles before it; nothing where there are but titles."""
    first = name.first
    while name.label == _PERSON and first < name.last and _is_title(doc[first].lower_):
        first += 1
    if first > name.first and first < name.last and doc[first].text == ".":
        first += 1
    if first < name.last:
        yield name._replace(first=first)


def _is_title(word: str) -> bool:
    return word.rstrip(".") in _TITLES


def _again(doc: Doc, names: Sequence[Name], known: dict[tuple[str, ...], str]) -> Iterator[Name]:
    """Where known names stand that the network passed over; the longest first."""
    taken = {at for name in names for at in range(name.first, name.last)}
    longest: dict[str, list[tuple[str, ...]]] = {}
    for words in sorted(known, key=lambda words: (-len(words), words)):
        longest.setdefault(words[0], []).append(words)
    at = 0
    while at < len(doc):
        found = next(_standing(doc, at, longest.get(doc[at].text, ())), None)
        span = range(at, at + len(found or ()))
        if found is not None and taken.isdisjoint(span):
            yield Name(at, span.stop, known[found])
            at = span.stop
        else:
            at += 1


def _standing(doc: Doc, at: int, forms: Iterable[tuple[str, ...]]) -> Iterator[tuple[str, ...]]:
    """Those of the forms whose words stand at a place."""
    for words in forms:
        if tuple(token.text for token in doc[at : at + len(words)]) == words:
            yield words
