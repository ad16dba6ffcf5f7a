"""Finds the named people, organizations and places among GUM's mentions.

GUM marks every mention, named or not, with its extent and type in the ``Entity`` field of the last column
(https://gucorpling.org/gum/). A mention is named where its head is a proper noun; the name is what stands
around that head in proper nouns, without titles, determiners and descriptions.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from training.entities import ORGANIZATION, PERSON, PLACE, Tagged
from training.treebank import Sentence, Word

_TYPES = {"person": PERSON, "organization": ORGANIZATION, "place": PLACE}
_FIELD = re.compile(r"(?:^|\|)Entity=([^|]+)")
_BRACKET = re.compile(r"\((?P<opened>[^()]+)(?P<whole>\))?|(?P<closed>[^()]+)\)")
# What may stand inside a name, between its proper nouns.
_INSIDE = frozenset([".", "&", "'s", "’s", "-"])
_LINKS = frozenset(["of", "for", "and", "the", "&"])


def named(treebank: Iterable[Sentence]) -> Iterator[Tagged]:
    """Every sentence with its names; mentions that run across sentences are left out."""
    for sentence in treebank:
        words = sentence.words
        taken: set[int] = set()
        names = []
        for start, end, label in sorted(_names(words), key=lambda name: (name[0] - name[1], name)):
            if taken.isdisjoint(range(start, end)):
                taken.update(range(start, end))
                names.append((start, end, label))
        yield Tagged(
            tuple(word.form for word in words),
            tuple(sorted(names)),
            tuple(word.space for word in words),
        )


def _names(words: Sequence[Word]) -> Iterator[tuple[int, int, str]]:
    for start, end, kind in _mentions(words):
        head = next(
            (
                at
                for at in range(start, end)
                if not start <= words[at].head < end or words[at].head == at
            ),
            None,
        )
        if kind in _TYPES and head is not None and _names_one(words[head], kind):
            first, last = _around(words, head, (start, end), linked=kind != "person")
            yield first, last, _TYPES[kind]


def _mentions(words: Sequence[Word]) -> Iterator[tuple[int, int, str]]:
    """Start, end and type of the mentions that begin and end in these words."""
    opened: list[tuple[str, int, str]] = []
    for at, word in enumerate(words):
        field = _FIELD.search(word.misc)
        for bracket in _BRACKET.finditer(field[1] if field else ""):
            if bracket["opened"]:
                number, kind = bracket["opened"].split("-")[:2]
                if bracket["whole"]:
                    yield at, at + 1, kind
                else:
                    opened.append((number, at, kind))
                continue
            number = bracket["closed"].split("-")[0]
            match = next((row for row in reversed(opened) if row[0] == number), None)
            if match:
                opened.remove(match)
                yield match[1], at + 1, match[2]


def _names_one(head: Word, kind: str) -> bool:
    """Whether a mention with this head names something; a plural of persons is a people, party or faith."""
    return head.pos == "PROPN" and not (kind == "person" and head.tag == "NNPS")


def _around(
    words: Sequence[Word], head: int, mention: tuple[int, int], *, linked: bool
) -> tuple[int, int]:
    """The name around a head: the run of proper nouns, with links such as ``of`` where the name may have them."""
    start, end = head, head + 1
    while start > mention[0] and _belongs(words, start - 1, linked=linked):
        start -= 1
    while end < mention[1]:
        step = _step(words, end, mention[1], linked=linked)
        if not step:
            break
        end += step
    while words[start].form in _INSIDE | _LINKS:
        start += 1
    while words[end - 1].form in _INSIDE - {"."}:
        end -= 1
    return start, end


def _belongs(words: Sequence[Word], at: int, *, linked: bool) -> bool:
    word = words[at]
    if word.form in _INSIDE | _LINKS:
        joins = word.form in {"-", "."} or (linked and word.form != "the")
        return joins and at > 0 and words[at - 1].pos == "PROPN" and word.relation != "punct"
    capital = word.form[:1].isupper() and at > 0 and word.pos in {"ADJ", "NOUN", "NUM", "VERB"}
    return (word.pos == "PROPN" and word.relation != "nmod:desc") or capital


def _step(words: Sequence[Word], at: int, end: int, *, linked: bool) -> int:
    """How many words from here on go on with the name."""
    word = words[at]
    if word.pos == "PROPN" and word.relation not in {"conj", "appos", "nmod:unmarked", "nmod:desc"}:
        return 1
    if word.form in _INSIDE or (word.pos in {"NOUN", "NUM"} and word.form[:1].isupper()):
        return 1
    if linked and word.form in _LINKS:
        behind = at + 1 + (at + 1 < end and words[at + 1].form == "the")
        if behind < end and words[behind].pos == "PROPN":
            return behind + 1 - at
    return 0
